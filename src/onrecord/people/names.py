"""Names: capitalised words that belong together, sharpened by what the tagger saw."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import attrgetter, not_

from onrecord.lang import english
from onrecord.people.given_names import gender_of_given
from onrecord.people.mention import Bearer
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.places import places
from onrecord.tagger import TaggedName
from onrecord.text.layout import Block, Layout, Range

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽȘȚА-Я"
_INITIALS = rf"(?:[{_UP}]\.)(?:-?[{_UP}]\.)*"
_SITE = r"(?:\.(?:com|org|net|co|gov|io|tv)\b)?"
_TITLE = rf"(?:{'|'.join(sorted(english().titles))}|Brig|Supt|Insp|St|Hon|Ret)\."
_WORD = rf"(?:[OD][’'][ \xa0]?(?=[{_UP}]))?(?:(?:[aA]l|el|ul)-)?[{_UP}]\w*(?:[’'](?!s\b)\w+|[-&]\w+)*{_SITE}"
_ONE = rf"(?:{_TITLE}|{_INITIALS}|{_WORD})"
_SMALL = rf"(?:{'|'.join(sorted(nouns().particles))})"
_NAME = re.compile(rf"(?<![\w@#]){_ONE}(?:[ \xa0]+(?:{_SMALL}[ \xa0]+){{0,2}}{_ONE}|[ \xa0]&[ \xa0]{_ONE})*")
_TOKEN = re.compile(r"[^\s\xa0]+")
_LOWER = re.compile(r"(?<![\w’'-])[a-z][a-z-]+")
_OF_FOR = re.compile(r"[ \xa0](?:of|for)(?:[ \xa0]the)?[ \xa0]")
_PART = re.compile(r"[\w’'-]+")
_LONGER = re.compile(r"[^\W\d_]{4,}")
_JOINT = re.compile(r",?[ \xa0]and[ \xa0]")
_OWNED = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:al|el|ul)-")
_OPENER = re.compile(r"(?:I|The)(?!\w)")
_NO_END = frozenset(("I", "I’m", "I'm", "Image", "Photo", "Picture", "Video", "Credit"))
_BEGINS = re.compile(r"(?:[.!?:;•\n][\"”’')\]]*|[–—]\s|[\"“‘«])[\s\"“‘'«(\[]*$")
SURE = 0.6  # score from which a person the tagger saw inside capitals parts the words before it
TITLE_CASE = 0.6  # share of capitalised words of four letters and more that makes a line a headline
TITLE_CASE_SENTENCE = 0.85  # the same where the line ends like a sentence

LONGEST_TITLE = 300  # code points


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: where, its words without titles, who seems to bear it and how surely."""

    start: int
    end: int
    words: tuple[str, ...]  # case-folded, without dots
    bearer: Bearer | None
    weight: float
    titled_from: int  # where the titles before it begin; `start` when there are none
    seen: bool  # by the tagger


def find_names(layout: Layout, tagged: Sequence[TaggedName]) -> tuple[Name, ...]:
    """Every name of the article, in text order."""
    finder = _Finder(layout, sorted(tagged, key=attrgetter("start")))
    titles = [_in_title_case(layout.text[b.start : b.end]) for b in layout.blocks]
    plain = compress(layout.blocks, map(not_, titles))
    found = [name for block in plain for name in finder.in_block(block)]
    known = {name.words for name in found}
    for block in compress(layout.blocks, titles):
        found += finder.in_title(block, known)
    return tuple(sorted(found, key=attrgetter("start")))


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> tuple[str, ...]:
    """The words of a name to compare by: "al-Assad" and "Assad", "J. K." and "J.K." are alike."""
    parts = _OWNED.sub("", text.strip()).replace(".", " ").casefold().split()
    return tuple(_ARTICLE.sub("", p.replace("’", "'")) for p in parts if p)


class _Finder:
    """The names of one article, block by block."""

    def __init__(self, layout: Layout, tagged: Sequence[TaggedName]) -> None:
        self.layout = layout
        self.text = layout.text
        self.tagged = tagged
        self.starts = [t.start for t in tagged]
        self.common = set(_LOWER.findall(layout.text))

    def in_block(self, block: Block) -> Iterator[Name]:
        """Those of a paragraph in running text."""
        for start, end in self._joined(block):
            yield from self._names(start, end, block)

    def in_title(self, block: Block, known: set[tuple[str, ...]]) -> Iterator[Name]:
        """Those of a line in which nearly every word is capitalised: what the tagger or the rest knows."""
        for tag in self._tags(block.start, block.end):
            if self.text[tag.start].isupper() and not self._is_noun([(tag.start, tag.end)]):
                yield self._made(tag.start, self._known_end(tag, known), tag.start)
        taken = {t.start for t in self._tags(block.start, block.end)}
        for at, to in (m.span() for m in _PART.finditer(self.text, block.start, block.end)):
            if at not in taken and folded(self.text[at:to]) in known and self.text[at].isupper():
                yield self._made(at, to, at)

    def _known_end(self, tag: TaggedName, known: set[tuple[str, ...]]) -> int:
        """Where a name ends that the tagger took too long: "Ann Lee" of "Ann Lee Port Speech"."""
        ends = [m.end() for m in _PART.finditer(self.text, tag.start, tag.end)][1:-1]
        return next((end for end in ends if folded(self.text[tag.start : end]) in known), tag.end)

    def _joined(self, block: Block) -> Iterator[Range]:
        """Capitalised words in a row, with "of" where an institution's name goes on."""
        held: Range | None = None
        for match in _NAME.finditer(self.text, block.start, block.end):
            start, end = match.span()
            if held is not None and self._goes_on(held, start, end):
                held = (held[0], end)
                continue
            if held is not None:
                yield held
            held = (start, end)
        if held is not None:
            yield held

    def _goes_on(self, held: Range, start: int, end: int) -> bool:
        if start - held[1] > 10:
            return False
        words, gap = self.text[slice(*held)], self.text[held[1] : start]
        if _OF_FOR.fullmatch(gap):
            last = words.split()[-1].lower()
            return last in nouns().institutions and last not in ("journal", "herald")
        if gap in ("’s ", "'s ") and words.split()[-1].lower() in nouns().peoples:
            return self.text[start:end].split()[0].lower() in nouns().institutions
        if _JOINT.fullmatch(gap) and (" of " in words or " for " in words):
            return not self._tags(start, end) and len(self.text[start:end].split()) <= 2
        return False

    def _tags(self, start: int, end: int) -> Sequence[TaggedName]:
        """The tagged names that touch a stretch."""
        low = max(bisect_left(self.starts, start) - 1, 0)
        return [t for t in self.tagged[low : bisect_left(self.starts, end)] if t.end > start]

    def _names(self, start: int, end: int, block: Block) -> Iterator[Name]:
        """The name of some capitalised words, and the one before an office: "Acme" of "Acme CEO Ann Lee"."""
        tokens = [(start + m.start(), start + m.end()) for m in _TOKEN.finditer(self.text[start:end])]
        if start == block.start or self._begins(max(block.start, start - 6), start):
            tokens = self._without_opener(tokens)
        elif _OPENER.match(self.text, *tokens[0]):
            tokens = tokens[1:]
        while tokens and self.text[slice(*tokens[-1])] in _NO_END:
            tokens = tokens[:-1]
        if not tokens:
            return
        lows = [self.text[s:e].lower().rstrip(".").replace("’", "'") for s, e in tokens]
        first = self._after_titles(tokens, lows)
        ahead = next((i for i, low in enumerate(lows[:first]) if _is_office(low)), first)
        parted = ahead > 0 and lows[0] not in places().demonyms and not self._is_noun(tokens[:ahead])
        if parted:
            yield self._made(tokens[0][0], tokens[ahead - 1][1], tokens[0][0])
        if first < len(tokens) and not self._is_noun(tokens[first:]):
            titled = first if parted and ahead == first else 0
            yield self._made(tokens[first][0], tokens[-1][1], tokens[titled][0])

    def _begins(self, low: int, at: int) -> bool:
        """Whether a sentence or quotation begins here; most words stand right behind another one."""
        beside = at - low > 1 and self.text[at - 1] == " " and self.text[at - 2].isalnum()
        return not beside and _BEGINS.search(self.text, low, at) is not None

    def _without_opener(self, tokens: list[Range]) -> list[Range]:
        """The words behind one that is capitalised only because a sentence begins with it."""
        while tokens:
            start, end = tokens[0]
            low = self.text[start:end].lower()
            if low not in english().openers:
                break
            tokens = tokens[1:]
            if low != "the":
                continue
        if not tokens:
            return tokens
        start, end = tokens[0]
        low = self.text[start:end].lower()
        seen = any(t.start <= start and end <= t.end for t in self._tags(start, end))
        if not seen and (low in self.common or bearer_of(low) or low.rstrip(".") in english().titles):
            if len(tokens) == 1:
                return []
            return tokens if bearer_of(low) or low in nouns().ranks else tokens[1:]
        return tokens

    def _is_noun(self, tokens: list[Range]) -> bool:
        """ "the Church", "Friday", "CEO": a capitalised noun, unless the tagger is sure of it."""
        if len(tokens) != 1:
            return False
        low = self.text[slice(*tokens[0])].lower().removeprefix("ex-")
        if low in nouns().days:
            return True
        if low in nouns().publishing or bearer_of(low) is None:
            return False
        after_the = self.text[max(0, tokens[0][0] - 4) : tokens[0][0]].lower() == "the "
        return after_the or not any(t.kind == "person" and t.score >= 0.8 for t in self._tags(*tokens[0]))

    def _after_titles(self, tokens: list[Range], lows: list[str]) -> int:
        """Where among the words the name begins; their number where all are titles."""
        if len(lows) > 1 and lows[-1] in nouns().institutions:
            return 0
        tags = self._tags(tokens[0][0], tokens[-1][1])
        at = self._person_at_end(tokens, lows, tags)
        if at:
            return at + self._offices(lows[at:])
        whole = [t for t in tags if t.start <= tokens[0][0] and t.end >= tokens[-1][1]]
        if whole and whole[0].kind in ("organisation", "location") and not _is_office(lows[-1]):
            return 0
        first = self._offices(lows)
        at = tokens[0][0]
        if self.text[max(0, at - 4) : at] == " of " and lows[0] in nouns().offices and len(lows) > 1:
            return first or 1
        return first

    @staticmethod
    def _person_at_end(tokens: list[Range], lows: list[str], tags: Sequence[TaggedName]) -> int:
        """Which of the words begins a person that the tagger saw behind others; 0 when none does."""
        for tag in tags:
            if tag.kind != "person" or tag.end < tokens[-1][1]:
                continue
            at = next((i for i, (start, _) in enumerate(tokens) if start == tag.start), 0)
            if at and (tag.score >= SURE or any(_is_title(w) or w in places().demonyms for w in lows[:at])):
                while at and at + 3 > len(tokens) and _is_given(tokens[at - 1], lows[at - 1], tags):
                    at -= 1
                return at
        return 0

    @staticmethod
    def _offices(lows: list[str]) -> int:
        """How many of the words are titles, up to the last of them, and what is before."""
        titles = [i for i, low in enumerate(lows) if _is_title(low)]
        if (
            not titles
            or all(w in nouns().tails for w in lows[titles[-1] + 1 :])
            and len(titles) < len(lows) - 1
        ):
            titles = [i for i in titles if i + 1 == len(lows)]
        if not titles:
            return 0
        if titles[-1] + 1 < len(lows):
            return titles[-1] + 1
        first = titles[-2] + 1 if len(titles) > 1 else 0
        given = any(len(w) == 1 or gender_of_given(w) is not None for w in lows[first:-1])
        return first if given else len(lows)  # "Stephen King" is a name

    def _made(self, start: int, end: int, titled_from: int) -> Name:
        words = folded(self.text[start:end])
        tags = list(self._tags(start, end))
        bearer, weight = _bearer(self.text[start:end], words, tags, start, end)
        if bearer is None and titled_from < start:
            bearer, weight = "person", 0.3
        if titled_from < start and bearer == "location":
            bearer, weight = "person", 0.3
        return Name(start, end, words, bearer, weight, titled_from, bool(tags))


_TITLES = frozenset(t.lower() for t in english().titles) | nouns().ranks | nouns().persons
_OFFICES = _TITLES | nouns().qualifiers
_TAILS = nouns().tails - {"jr", "sr", "ii", "iii", "iv"}  # of companies


def _is_given(token: Range, low: str, tags: Sequence[TaggedName]) -> bool:
    """Whether a word right before a surname that the tagger saw alone is a given name or initial of it."""
    if len(low) == 1:
        return True
    seen = [t.kind for t in tags if t.start < token[1] and token[0] < t.end]
    plain = not (_is_office(low) or low in places().demonyms or low in nouns().days or bearer_of(low))
    return plain and (seen[0] == "person" if seen else gender_of_given(low) is not None)


def _is_title(low: str) -> bool:
    return low in _TITLES


def _is_office(low: str) -> bool:
    return low in _OFFICES


def _bearer(
    text: str, words: tuple[str, ...], tags: Sequence[TaggedName], start: int, end: int
) -> tuple[Bearer | None, float]:
    """Who bears a name, by its last word, by what is known of the world, by what the tagger saw."""
    if len(words) > 1 and words[-1] in nouns().institutions:
        return ("location" if words[-1] in nouns().sites else "organisation"), 2.0
    if text in places().countries:
        return "location", 2.0
    if text in nouns().seats or text in places().abbreviations or _heads_of(words):
        return "organisation", 2.0
    votes: dict[str, float] = {"location": 0.5} if text in places().capitals else {}
    for tag in tags:
        share = (min(tag.end, end) - max(tag.start, start)) / (end - start)
        votes[tag.kind] = votes.get(tag.kind, 0.0) + share * tag.score
    if len(words) > 1 and words[-1] in _TAILS:
        votes["organisation"] = votes.get("organisation", 0.0) + 1
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6 and votes.get("person", 0) < 0.9:
        votes["organisation"] = votes.get("organisation", 0.0) + 0.4
    if len(words) > 1 and gender_of_given(words[0]) is not None and words[-1] not in places().demonyms:
        votes["person"] = votes.get("person", 0.0) + 0.5
    kind = max(votes, key=lambda k: votes[k], default=None)
    known: dict[str | None, Bearer] = {
        "person": "person",
        "organisation": "organisation",
        "location": "location",
    }
    return known.get(kind), votes.get(kind or "", 0.0)


def _heads_of(words: tuple[str, ...]) -> bool:
    """ "Church of …", "Bank of …": an institution by the word before its "of"."""
    return "of" in words[1:-1] and words[words.index("of") - 1] in nouns().institutions


def _in_title_case(line: str) -> bool:
    """Whether nearly every longer word of a line is capitalised, as in a headline."""
    if len(line) >= LONGEST_TITLE:
        return False
    words = _LONGER.findall(line)
    capital = sum(w[0].isupper() for w in words)
    least = TITLE_CASE_SENTENCE if line.endswith(".") else TITLE_CASE
    return len(words) >= 3 and capital >= least * len(words)
