"""The words of a party read as a noun phrase: a name, an office, a pronoun, or somebody without a name."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.lang import english
from onrecord.people.mention import Bearer, MentionKind
from onrecord.people.names import Name
from onrecord.people.nouns import bearer_of, nouns, singular
from onrecord.people.places import country_of, places
from onrecord.text.layout import Range

_TOKEN = re.compile(r"[^\s\xa0,;:()“”\"\[\]—–]+|[,;:()\[\]—–]")
_LEAD = re.compile(
    r"(?:speaking|following|asked|after|before|during|in|on|at|when|while|with|and|but|meanwhile|earlier|later|also|then|by|from|according)\b",
    re.I,
)
_NEXT = re.compile(r"[ \xa0](?:[a-z-]+[ \xa0])?([a-z-]+)")
LONGEST = 400  # code points of a party's words that are looked at
_TIED = re.compile(
    r"(?<!seen)(?<!obtained)(?<!reviewed)(?<!viewed)[ \xa0](?:of|by|from|at|for)[ \xa0](?:the[ \xa0])?$"
)
_NAMED_THEN = re.compile(r",?[ \xa0]")
_OWNED = re.compile(r"['’]s?$")
_ADDRESS = frozenset(("Mr", "Mrs", "Ms", "Miss"))
_EMPTY = nouns().determiners | nouns().prepositions | english().openers
_OPEN = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the words of a party are: where the naming part stands, its head, and what goes with it."""

    start: int
    end: int
    kind: MentionKind
    head: str  # lower-cased noun, pronoun or last word of the name
    bearer: Bearer | None = None
    name: Name | None = None  # who is named, with kind "name"
    owners: tuple[Name, ...] = ()  # names before or behind the head: "Apple's", "of Iran"
    words: frozenset[str] = frozenset()  # what else is said, lower-cased: {"deputy", "iran"}
    definite: bool = False
    plural: bool = False
    lead: str = ""  # the first word, lower-cased


class Phrases:
    """Reads phrases out of one article, given its names."""

    def __init__(self, text: str, names: Sequence[Name], bearers: Mapping[int, Bearer | None]) -> None:
        self.text = text
        self.bearers = bearers  # by where a name begins: what bears it, all its places considered
        self.names = names
        self.starts = [n.start for n in names]
        self._read: dict[Range, Phrase] = {}

    def within(self, start: int, end: int) -> Sequence[Name]:
        """The names that stand in a stretch."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [n for n in self.names[low:high] if n.end <= end + 2]

    def _around(self, start: int, end: int) -> Name | None:
        """The name of which a stretch is a part."""
        i = bisect_left(self.starts, start) - 1
        return self.names[i] if i >= 0 and end <= self.names[i].end else None

    def read(self, start: int, end: int) -> Phrase:
        """The phrase that a stretch is."""
        if (start, end) not in self._read:
            self._read[start, end] = self._made(start, end)
        return self._read[start, end]

    def _made(self, start: int, end: int) -> Phrase:
        start, end = self._trimmed(start, min(end, start + LONGEST))
        tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(self.text, start, end)]
        if not tokens:
            return Phrase(start, end, "unnamed", "")
        low = tokens[0][2].lower()
        if len(tokens) == 1 and low in _OPEN:
            longer = self._completed(end)
            if longer > end:
                return self.read(start, longer)
        if low in nouns().pronouns and (len(tokens) == 1 or tokens[1][2].lower() in nouns().after_pronoun):
            return Phrase(tokens[0][0], tokens[0][1], "pronoun", low, plural=low in nouns().plural_pronouns)
        if low == "one" and len(tokens) > 2 and tokens[1][2].lower() == "of":
            one_of = self._one_of(tokens)
            if one_of is not None:
                return one_of
        names = self.within(start, end)
        around = self._around(start, end)
        if around is not None:
            return self._name(around, start)
        if _LEAD.match(low) and len(tokens) == 2 and tokens[1][2].lower() in nouns().pronouns:
            return self.read(tokens[1][0], end)  # "then I"
        if _LEAD.match(low) and len(tokens) > 1:
            at = self._behind_lead(tokens, names)
            if at is not None and at > start:
                return self.read(at, end)
        return self._noun_phrase(tokens, names, end)

    def _one_of(self, tokens: Sequence[tuple[int, int, str]]) -> Phrase | None:
        """ "one of his predecessors": somebody who has that office, not yet known."""
        head = singular(tokens[-1][2])
        if bearer_of(tokens[-1][2]) != "group" or bearer_of(head) != "person":
            return None
        words = content_words([word for _, _, word in tokens[2:-1]])
        return Phrase(tokens[0][0], tokens[-1][1], "role", head, "person", words=words, lead="one")

    def _completed(self, end: int) -> int:
        """The end of a phrase of which only the determiner was given: "his" of "his wife, Ann"."""
        match = _NEXT.match(self.text, end, end + 40)
        if match is None or not bearer_of(match.group(1)):
            return end
        name = _NAMED_THEN.match(self.text, match.end(), match.end() + 6)
        follows = self.within(match.end(), match.end() + 60)
        if name is not None and follows and follows[0].start == name.end():
            return follows[0].end
        return match.end()

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and not (self.text[start].isalnum() or self.text[start] in "@"):
            start += 1
        while end > start and not (self.text[end - 1].isalnum() or self.text[end - 1] in ".)’'"):
            end -= 1
        return start, end

    def _behind_lead(self, tokens: Sequence[tuple[int, int, str]], names: Sequence[Name]) -> int | None:
        """Where the party begins in "Following the meeting the Foreign Secretary"."""
        commas = [e for _, e, w in tokens if w == ","]
        if commas and commas[0] < tokens[-1][0]:
            return commas[0] + 1
        titled = [n.titled_from for n in names if n.bearer == "person"]
        determiners = [s for s, _, w in tokens[1:] if w.lower() in ("the", "a", "an")]
        return max((*titled, *determiners), default=None)

    def _noun_phrase(self, tokens: Sequence[tuple[int, int, str]], names: Sequence[Name], end: int) -> Phrase:
        ends = {n.end: n for n in names if self.text[n.start : n.end].lower() not in places().demonyms}
        inside = {i for i, (s, e, _) in enumerate(tokens) if any(n.start <= s < n.end for n in names)}
        stop = next(
            (i for i, (_, _, w) in enumerate(tokens) if i and i not in inside and self._breaks(w)),
            len(tokens),
        )
        first = tokens[:stop]
        last = len(first)
        while last > 1 and (first[last - 1][2].lower() in nouns().adverbs or first[last - 1][2].isdigit()):
            last -= 1
        first = first[:last]
        named = self._named_at(first[-1][0], first[-1][1], ends)
        if named is not None:
            return self._name(named, tokens[0][0])
        head = self._head(first)
        behind = self._apposed(tokens, stop, names, head)
        if behind is None and head is not None and bearer_of(_noun(head[2])) == "person":
            behind = self._closing(tokens, names)
        if head is not None and head[2].lower() in nouns().publications | {"company", "group", "party"}:
            named = self._named_at(0, first[first.index(head) - 1][1], ends) if first.index(head) else None
            if (
                named is not None
                and named.end == first[first.index(head) - 1][1]
                and named.bearer != "location"
            ):
                return self._name(named, tokens[0][0])
        if behind is not None and (head is None or bearer_of(head[2]) in ("person", "organisation")):
            return self._name(behind, tokens[0][0])
        anyone = (
            first[0][2].lower() in ("a", "an") and names and names[0].end < first[-1][0]
        )  # "an Acme member"
        if head is None and names and names[0].start <= first[0][0] + 4 and not anyone:
            return self._name(names[0], tokens[0][0])
        return self._role(tokens, first, head, names, end)

    def _of_head(self, name: Name) -> bool:
        """Whether a name stands behind "of", "by", "from", "at", "for", which tie it to the noun before."""
        return _TIED.search(self.text, max(0, name.titled_from - 12), name.titled_from) is not None

    def _breaks(self, word: str) -> bool:
        return word in ",;:()[]—–" or word.lower() in nouns().prepositions

    @staticmethod
    def _named_at(start: int, end: int, ends: dict[int, Name]) -> Name | None:
        """The name that ends where a token ends, a possessive aside."""
        return next((ends[at] for at in (end, end - 2, end - 1) if at in ends and at > start), None)

    def _apposed(
        self,
        tokens: Sequence[tuple[int, int, str]],
        stop: int,
        names: Sequence[Name],
        head: tuple[int, int, str] | None,
    ) -> Name | None:
        """The name behind the comma of "its chief executive, Tim Cook"; "a man named X"."""
        for i, (_, _, word) in enumerate(tokens[stop:], stop):
            known = word.lower() == "as" and tokens[i - 1][2].lower() == "known"
            if (known or word in ",(" or word.lower() in ("named", "called")) and i + 1 < len(tokens):
                at = tokens[i + 1][0]
                found = next((n for n in names if at in (n.titled_from, n.start)), None)
                found = found or self._behind_noun(tokens, i + 1, names)
                if found is None or head is not None and not self._agree(head[2], found):
                    continue
                rest = [w for s, _, w in tokens if s >= found.end]
                if not rest or rest[0] in ",)(" or rest[0].lower() in nouns().prepositions:
                    return found
        return None

    @staticmethod
    def _behind_noun(
        tokens: Sequence[tuple[int, int, str]], first: int, names: Sequence[Name]
    ) -> Name | None:
        """The name in "his cousin Bo Falk"."""
        if tokens[first][2].lower() not in nouns().definite:
            return None
        for (_, _, word), (at, _, _) in pairwise(tokens[first + 1 : first + 4]):
            if bearer_of(word) == "person":
                return next((n for n in names if at in (n.titled_from, n.start)), None)
        return None

    def _agree(self, noun: str, name: Name) -> bool:
        """Whether a noun can be said of what bears a name."""
        bearer = self.bearers.get(name.start)
        return bearer is None or bearer_of(_noun(noun)) in (None, bearer)

    def _closing(self, tokens: Sequence[tuple[int, int, str]], names: Sequence[Name]) -> Name | None:
        """The person at the end of "director of the Ohio chapter of the league Ann Lee"."""
        if not names or self.bearers.get(names[-1].start) != "person" or names[-1].end < tokens[-1][0]:
            return None
        titles = self.text[names[-1].titled_from : names[-1].start].split()
        if titles and bearer_of(titles[-1].lower()) != "person":
            return names[-1]  # "head of the Refugee Council Ann Lee"
        ahead = [w for _, e, w in tokens if e <= names[-1].titled_from]
        lone = (
            not ahead
            or ahead[-1].lower() in nouns().prepositions | nouns().determiners
            or self._breaks(ahead[-1])
        )
        return None if lone or _OWNED.search(ahead[-1]) else names[-1]

    @staticmethod
    def _head(first: Sequence[tuple[int, int, str]]) -> tuple[int, int, str] | None:
        """The last noun for somebody; "Mr. King" is none."""
        free = [t for i, t in enumerate(first) if not i or first[i - 1][2].rstrip(".") not in _ADDRESS]
        return next((t for t in reversed(free) if bearer_of(_noun(t[2]))), None)

    def _name(self, name: Name, start: int) -> Phrase:
        head = name.words[-1] if name.words else ""
        return Phrase(start, name.end, "name", head, self.bearers.get(name.start), name)

    def _role(
        self,
        tokens: Sequence[tuple[int, int, str]],
        first: Sequence[tuple[int, int, str]],
        head: tuple[int, int, str] | None,
        names: Sequence[Name],
        end: int,
    ) -> Phrase:
        noun = head or first[-1]
        low = _noun(noun[2])
        bearer = bearer_of(low)
        lead = tokens[0][2].lower()
        words = content_words([w for _, _, w in tokens if w != noun[2]])
        owners = [n for n in names if n.end <= noun[0] or self._of_head(n)]
        definite = (
            lead in nouns().definite
            or _OWNED.search(first[0][2]) is not None
            or lead not in nouns().determiners
            and bearer not in ("group", "document")
        )
        plain = bearer == "group" or (head is None) or lead in nouns().nobody
        kind: MentionKind = "unnamed" if plain and lead not in nouns().definite else "role"
        return Phrase(
            tokens[0][0],
            end,
            kind,
            low,
            bearer,
            None,
            tuple(owners),
            words,
            definite,
            bearer == "group",
            lead,
        )


@lru_cache(maxsize=1 << 14)
def _noun(word: str) -> str:
    """The part of a word that can be a noun: "48-year-old" -> "year-old", "ex-wife" -> "wife"."""
    low = word.lower()
    return "year-old" if low.endswith("year-old") else low if bearer_of(low) else low.split("-")[-1]


def content_words(words: Sequence[str]) -> frozenset[str]:
    """The words of a description that tell one from another; "Iranian", "Iran's" and "Tehran" are "iran"."""
    return frozenset(low for word in words if (low := _content_word(word)))


@lru_cache(maxsize=1 << 14)
def _content_word(word: str) -> str:
    """One of them, as it is compared; nothing where the word tells nothing."""
    plain = _OWNED.sub("", word).strip(".")
    country = country_of(plain) or places().demonyms.get(plain.lower())
    low = country.lower() if country else singular(plain) if plain[:1].islower() else plain.lower()
    low = nouns().alike.get(low, low)
    return low if len(low) > 1 and low not in _EMPTY else ""
