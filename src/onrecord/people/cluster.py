"""Names of one article grouped by who bears them: full and short ones, initials, acronyms."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onrecord.people.alike import Words, core, initials, same_person, short_for_body
from onrecord.people.given_names import gender_of_given
from onrecord.people.mention import Bearer, Gender
from onrecord.people.names import Name, folded
from onrecord.people.nouns import gender_of, nouns
from onrecord.people.places import country_of, places
from onrecord.people.registry.entry import Entry
from onrecord.text.layout import Layout

_BEHIND = re.compile(r"(?:['’]s)?[ \xa0]([\w-]+)")
_BEFORE = re.compile(r"([\w-]+)[ \xa0]$")
_TICKER = re.compile(r"[ \xa0]\((?:NYSE|NASDAQ|Nasdaq|LON|[A-Z]{2,5}\))")
_GLOSS = re.compile(r"[\s\xa0]*\(\s*(?:the\s+)?[\"“]?([A-Z][A-Za-z.&-]{1,9})[\"”]?\s*\)")
MOST_ALIKE = 12  # of more who share a word, none is told from the others by it
DOUBTED = 0.3  # what the tagger's votes for a person weigh where neither title nor given name bears them out
OFTEN = 4  # times that a name of two words and more is never shortened, as a person's would be
OPENING = 1000  # code points in which an article brings in whom it is about
LATELY = 500  # code points back in which somebody named in full can be meant by the surname
COMPANY = 1.0  # votes for an organisation that one such place is worth, and for a place …
FULL_SHARE = (
    3  # how many times more often one must be named than another of the same surname to be meant by it
)


@dataclass(slots=True, eq=False)
class Someone:
    """One who is named: every name, where it stands, and what is said of the bearer."""

    names: list[Name] = field(default_factory=list)
    votes: dict[Bearer, float] = field(default_factory=lambda: defaultdict(float))
    full: Words = ()  # the words of its longest name
    _longest: int = 0
    _fullest: tuple[int, list[Name]] = field(default_factory=lambda: (0, []))
    gender: Gender | None = None
    name: str = ""
    country: str | None = None
    weight: float = 0.0  # the most votes it had before it was doubted
    entry: Entry | None = None  # on the user's list
    called_after: bool = False  # "the Acme administration": by somebody's name, and it has no other
    doubted: bool = False  # whether it is a person at all

    @property
    def named(self) -> bool:
        """Whether a name of it stands in the article or on the user's list."""
        return bool(self.names) or self.entry is not None or self.called_after

    @property
    def bearer(self) -> Bearer | None:
        if not self.votes:
            return None
        most: Bearer = max(self.votes, key=lambda b: self.votes[b])
        return most

    def take(self, name: Name) -> None:
        """One more place where it is named."""
        self.names.append(name)
        words = core(name.words)
        if len(words) > self._longest:
            self._longest, self.full = len(words), name.words
        if name.bearer is not None:
            self.votes[name.bearer] += name.weight

    @property
    def fullest(self) -> list[Name]:
        """Where all the words of its longest name stand; else all names."""
        if self._fullest[0] != len(self.names):
            full = [n for n in self.names if len(n.words) == len(self.full)]
            self._fullest = len(self.names), full or self.names
        return self._fullest[1]

    def before(self, at: int) -> Name | None:
        """The last time it is named before an offset."""
        i = bisect_left(self.names, at, key=lambda n: n.start)
        return self.names[i - 1] if i else None


class _Known(NamedTuple):
    """What tells several of one surname apart."""

    first: int  # where it is named first
    gender: Gender | None
    places: Sequence[int]  # where it is named in full, in order

    @property
    def full(self) -> int:
        return len(self.places)

    def lately(self, at: int) -> bool:
        """Whether it is named in full just before an offset."""
        i = bisect_left(self.places, at)
        return i > 0 and at - self.places[i - 1] < LATELY


def _government_of(text: str) -> str | None:
    """The country of "the Norwegian Government"."""
    words = text.lower().split()
    return places().demonyms.get(words[0]) if words[1:] == ["government"] else None


@lru_cache(maxsize=1 << 14)
def _form(text: str) -> Words:
    """The words by which a name is compared with others."""
    text = places().abbreviations.get(text, text)
    words = folded(_government_of(text) or places().countries.get(text, text))
    short = core(words)
    return short if len(short) > 1 else words  # "Apple Inc." is no short name


def _full_names(one: Someone) -> Sequence[int]:
    return sorted(n.start for n in one.names if len(n.words) > 1)


def _mainly(name: Name, fits: Sequence[tuple[Someone, _Known]]) -> Someone | None:
    """Whom the article brought in first, near its beginning, unless another was named in full just before."""
    first, known = min(fits, key=lambda f: f[1].first)
    doubtful = known.first > OPENING or any(k.lately(name.start) for one, k in fits if one is not first)
    return None if doubtful else first


def cluster(layout: Layout, names: Sequence[Name]) -> tuple[Someone, ...]:
    """Everybody who is named, in the order of the first mention."""
    return _Clusters(layout, names).all()


class _Clusters:
    """The names of one article while they are being put together."""

    def __init__(self, layout: Layout, names: Sequence[Name]) -> None:
        self.text = layout.text
        self.forms: dict[Words, list[Name]] = defaultdict(list)
        for name in names:
            self.forms[self._key(name)].append(name)
        self.bearers = {form: self._voted(found) for form, found in self.forms.items()}
        self.someone: list[Someone] = []
        self.by_word: dict[str, list[Someone]] = defaultdict(list)
        self.by_initials: dict[str, list[Someone]] = defaultdict(list)

    def _key(self, name: Name) -> Words:
        return _form(self.text[name.start : name.end])

    @staticmethod
    def _voted(found: Sequence[Name]) -> Bearer | None:
        votes: dict[Bearer, float] = defaultdict(float)
        for name in found:
            if name.bearer is not None:
                votes[name.bearer] += name.weight
        return max(votes, key=lambda b: votes[b], default=None)

    def all(self) -> tuple[Someone, ...]:
        long_first = sorted(self.forms, key=lambda w: (-len(w), self.forms[w][0].start))
        for form in long_first:
            if len(form) > 1:
                self._place(form)
        glosses = self._glosses()
        for form in long_first:
            if len(form) == 1:
                self._place_short(form, glosses)
        for one in self.someone:
            self._finish(one)
        return tuple(sorted(self.someone, key=lambda s: s.names[0].start))

    def _place(self, form: Words) -> None:
        """A name of several words: to the one it is a shorter name of, or to a new one."""
        bearer = self.bearers[form]
        near = [s for w in form if len(self.by_word[w]) <= MOST_ALIKE for s in self.by_word[w]]
        likely = {id(s): s for s in near}.values()
        if bearer == "person":
            fits = [s for s in likely if s.bearer == "person" and same_person(form, s.full)]
        else:
            fits = [s for s in likely if s.bearer == bearer and short_for_body(form, s.full)]
        self._give(form, fits[0] if len(fits) == 1 else self._new())

    def _place_short(self, form: Words, glosses: dict[str, Someone]) -> None:
        """A name of one word: an acronym, a surname, the first word of a company's name."""
        word, found = form[0], self.forms[form]
        if word in glosses:
            self._give(form, glosses[word])
            return
        fits = self._bearing(word, found)
        if not fits and self._surname_of_place(form):
            return
        if len(fits) > 1:
            self._share(found, fits)
            return
        self._give(form, fits[0] if fits else self._new())

    def _surname_of_place(self, form: Words) -> bool:
        """Somebody called Paris in an article that names Paris too: each place as the tagger saw it."""
        near = self.by_word[form[0]][: MOST_ALIKE + 1]
        people = [s for s in near if s.bearer == "person" and core(s.full)[-1] == form[0]]
        found = self.forms[form]
        text = self.text[found[0].start : found[0].end]
        if len(people) != 1 or text in places().countries:
            return False
        place = self._new()
        for name in found:
            (people[0] if name.bearer == "person" else place).take(name)
        if not place.names:
            self.someone.remove(place)
        return True

    def _bearing(self, word: str, found: Sequence[Name]) -> list[Someone]:
        text = self.text[found[0].start : found[0].end]
        place = (
            text in places().countries or text in places().capitals and self.bearers[(word,)] == "location"
        )
        surely = any(n.titled_from < n.start for n in found)
        near = self.by_word[word][: MOST_ALIKE + 1]
        people = [s for s in near if s.bearer == "person" and (not place or surely)]
        last = [s for s in people if core(s.full)[-1] == word]
        first = [s for s in people if core(s.full)[0] == word]
        exact = [s for s in self._bodies(word, place) if core(s.full) == (word,)] if not last else []
        if exact:  # "Acme" is rather "Acme AG" than somebody called Acme Lab
            return exact
        if last or first or people:
            voted = self.bearers[(word,)]
            if voted in ("person", None) or surely or not self._bodies(word, place):
                return last or first or people
        return self._bodies(word, place)

    def _bodies(self, word: str, place: bool) -> list[Someone]:
        if place or country_of(word.title()) or word in nouns().institutions - nouns().publishing:
            return []
        near = [s for s in self.by_word[word][:MOST_ALIKE] if s.bearer in ("organisation", None)]
        if word in nouns().publishing:
            return [s for s in near if s.full[-1] == word]
        acronym = [s for s in self.by_initials[word][:MOST_ALIKE] if s.bearer != "person" and s not in near]
        first = [s for s in near if core(s.full)[0] == word]
        return [s for s in first if len(core(s.full)) == 1] or first or acronym

    def _share(self, found: Sequence[Name], fits: Sequence[Someone]) -> None:
        """A surname that several have: by its title, by who was named so far, by who is named most."""
        known = {id(s): _Known(min(n.start for n in s.names), self._gender(s), _full_names(s)) for s in fits}
        nobody: Someone | None = None
        for name in found:
            one = self._meant(name, fits, known) if len(fits) <= MOST_ALIKE else None
            if one is None:
                nobody = nobody or self._new()
                nobody.name = "?"
                one = nobody
            one.take(name)

    def _meant(self, name: Name, fits: Sequence[Someone], known: Mapping[int, _Known]) -> Someone | None:
        title = self.text[name.titled_from : name.start].split()
        gender = gender_of(title[-1]) if title else None
        if gender is not None:
            agree = [s for s in fits if known[id(s)].gender == gender]
            fits = agree or [s for s in fits if known[id(s)].gender is None] or fits
        so_far = [s for s in fits if known[id(s)].first < name.start] or list(fits)
        if len(so_far) == 1:
            return so_far[0]
        full = sorted(so_far, key=lambda s: -known[id(s)].full)
        if known[id(full[0])].full >= FULL_SHARE * known[id(full[1])].full:
            return full[0]
        return _mainly(name, [(s, known[id(s)]) for s in so_far])

    def _gender(self, one: Someone) -> Gender | None:
        for name in one.names:
            title = self.text[name.titled_from : name.start].split()
            for word in title:
                found = gender_of(word)
                if found is not None:
                    return found
        if one.bearer == "person" and len(one.full) > 1:
            return gender_of_given(one.full[0])
        return None

    def _glosses(self) -> dict[str, Someone]:
        """ "World Health Organization (WHO)": the letters in brackets stand for the name before them."""
        found: dict[str, Someone] = {}
        for one in self.someone:
            for name in one.names:
                match = _GLOSS.match(self.text, name.end, name.end + 30)
                if match is not None and one.bearer != "person":
                    found.setdefault(match.group(1).casefold().replace(".", ""), one)
        return found

    def _new(self) -> Someone:
        one = Someone()
        self.someone.append(one)
        return one

    def _give(self, form: Words, one: Someone) -> None:
        for name in self.forms[form]:
            one.take(name)
        if len(form) > 1:
            self.by_initials[initials(form)].append(one)
        for word in form:
            if one not in self.by_word[word][-MOST_ALIKE - 1 :]:
                self.by_word[word].append(one)

    def _fullness(self, name: Name) -> tuple[int, bool, bool, int]:
        """What makes a name the one to call somebody by: its words, not shouted, seen by the tagger."""
        shouted = self.text[name.start : name.end].isupper() and name.end - name.start > 6
        return len(core(name.words)) * (not shouted), not shouted, name.seen, name.end - name.start

    def _doubt(self, one: Someone) -> None:
        """One word, never a title, never a full name: rather a company than a person, if anything says so."""
        names = one.names
        if one.bearer != "person" or any(len(n.words) > 1 or n.titled_from < n.start for n in names):
            full = [n for n in names if len(n.words) > 1]
            if one.bearer != "person" or any(n.titled_from < n.start for n in names):
                return
            if any(gender_of_given(n.words[0]) for n in full):
                return
        elif gender_of_given(names[0].words[0] if names[0].words else "") is not None:
            return
        one.doubted = True
        one.weight = max(one.votes.values())
        always_full = len(names) >= OFTEN and all(n.words == names[0].words for n in names)
        one.votes["person"] *= DOUBTED * (DOUBTED if always_full and len(names[0].words) > 1 else 1)
        one.votes["organisation"] += COMPANY * sum(self._like_company(n) for n in names)
        one.votes["location"] += COMPANY * sum(self._like_place(n) for n in names)

    def _like_company(self, name: Name) -> bool:
        """Whether the words around are those for a company: "X's founder", "the bank X", "X (NYSE)"."""
        behind = _BEHIND.match(self.text, name.end, name.end + 40)
        before = _BEFORE.search(self.text, max(0, name.titled_from - 20), name.titled_from)
        return (
            _TICKER.match(self.text, name.end, name.end + 12) is not None
            or behind is not None
            and behind.group(1).lower() in nouns().of_companies
            or before is not None
            and before.group(1).lower() in nouns().before_companies
        )

    def _like_place(self, name: Name) -> bool:
        """Whether the word before is one for a place: "in X", "neighbouring X"; not "in X's words"."""
        before = _BEFORE.search(self.text, max(0, name.titled_from - 20), name.titled_from)
        owning = self.text[name.end : name.end + 2] in ("’s", "'s")
        return before is not None and before.group(1).lower() in nouns().before_places and not owning

    def _finish(self, one: Someone) -> None:
        one.names.sort(key=lambda n: n.start)
        self._doubt(one)
        one.gender = self._gender(one)
        longest = max(one.names, key=self._fullness)
        text = self.text[longest.start : longest.end]
        one.country = places().countries.get(text) or places().capitals.get(text) or _government_of(text)
        text = places().written_out.get(text) or one.country or re.sub(r"[’']s?$", "", " ".join(text.split()))
        one.name = "" if one.name == "?" else text
