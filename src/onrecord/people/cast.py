"""Everybody of one article: who is named where, what is said of them, who was mentioned last."""

import re
from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from onrecord.people.cluster import Someone, cluster
from onrecord.people.descriptions import Description, descriptions
from onrecord.people.enlisted import enlist, offices
from onrecord.people.names import Name, find_names
from onrecord.people.nouns import singular
from onrecord.people.phrase import Phrase, Phrases
from onrecord.people.registry import Entry, Registry
from onrecord.record import Attribution
from onrecord.tagger import TaggedName, Vectors
from onrecord.text.layout import Layout, Range

_OPENS = re.compile(r"(?:[.!?:\n“][”\"')]?\s*|^)(?:The )?$")


@dataclass(frozen=True, slots=True)
class Choice:
    """Who a mention was found to be, by which words and rule, how surely; nobody when it stays open."""

    one: Someone | None
    antecedent: Range | None
    rule: str
    score: float


@dataclass(slots=True, eq=False)
class Cast:
    """What the rules look at; grows as mentions are settled."""

    layout: Layout
    attributions: Sequence[Attribution]
    someone: list[Someone]
    phrases: Phrases
    said_of: dict[int, list[Description]]
    of_name: Mapping[int, Someone]  # by where the name begins
    registry: Registry | None = None  # the user's list of people
    vectors: Sequence[Vectors] = ()  # what the tagger makes of each word
    unnamed: list[Someone] = field(default_factory=list)  # known by their words only
    of_noun: dict[str, list[tuple[Someone, Description]]] = field(
        default_factory=dict
    )  # by each word said of them
    of_head: dict[str, list[Someone]] = field(default_factory=dict)  # bodies by the noun in their names
    said_by: list[tuple[int, Someone]] = field(default_factory=list)  # named speakers, and where, in order
    places: dict[int, list[int]] = field(default_factory=dict)  # by id: where mentioned, in order
    speaks: dict[int, list[int]] = field(default_factory=dict)  # by id: where it is a speaker
    settled: dict[int, Someone] = field(default_factory=dict)  # by where the words of a party begin
    opens: dict[int, list[int]] = field(default_factory=dict)  # by id: where it begins a sentence

    @property
    def text(self) -> str:
        return self.layout.text

    @property
    def day(self) -> str | None:
        """The day the article was published, as far as it is known."""
        value = self.layout.article.published_on.value
        return value[:10] if value else None

    def of(self, name: Name) -> Someone:
        """Who bears a name."""
        return self.of_name[name.start]

    def last(self, one: Someone, at: int) -> int | None:
        """Where one is mentioned last before an offset."""
        found = self.places[id(one)]
        i = bisect_left(found, at)
        return found[i - 1] if i else None

    def following(self, one: Someone, at: int) -> int | None:
        """Where one is mentioned next behind an offset."""
        found = self.places[id(one)]
        i = bisect_left(found, at + 1)
        return found[i] if i < len(found) else None

    def times(self, one: Someone, low: int, high: int) -> int:
        """How often one is mentioned in a stretch."""
        found = self.places[id(one)]
        return bisect_left(found, high) - bisect_left(found, low)

    def spoke(self, one: Someone, low: int, high: int) -> int:
        """How often one is the speaker in a stretch."""
        found = self.speaks.get(id(one), [])
        return bisect_left(found, high) - bisect_left(found, low)

    def opened(self, one: Someone, low: int, high: int) -> int:
        """How often one begins a sentence in a stretch."""
        found = self.opens.get(id(one), [])
        return bisect_left(found, high) - bisect_left(found, low)

    def led(self, one: Someone, at: int) -> int | None:
        """Where one spoke or began a sentence last before an offset."""
        found = [
            f[i - 1]
            for f in (self.speaks.get(id(one), []), self.opens.get(id(one), []))
            if (i := bisect_left(f, at))
        ]
        return max(found, default=None)

    def around(self, low: int, high: int) -> list[Someone]:
        """Those who are named in a stretch, each once."""
        return list({id(one): one for one in map(self.of, self.phrases.within(low, high))}.values())

    def mention(self, one: Someone, at: int, *, speaker: bool = False) -> None:
        """Put down one more place where somebody is mentioned."""
        found = self.places.setdefault(id(one), [])
        if at not in found[-1:]:
            insort(found, at)
        if speaker:
            insort(self.speaks.setdefault(id(one), []), at)
            if not one.names:
                insort(self.said_by, (at, one), key=itemgetter(0))

    def describe(self, one: Someone, description: Description) -> None:
        """Put down one more thing that is said of somebody."""
        self.said_of.setdefault(id(one), []).append(description)
        for word in description.words | {singular(description.head)}:
            self.of_noun.setdefault(word, []).append((one, description))

    def call_in(self, entry: Entry) -> Someone:
        """Somebody on the user's list whom the article does not name."""
        known = next((one for one in self.someone if one.entry == entry), None)
        if known is not None:
            return known
        one = Someone(name=entry.name, entry=entry)
        one.votes[entry.kind] += 1.0
        self.someone.append(one)
        self.places[id(one)] = []
        return one

    def add(self, phrase: Phrase) -> Someone:
        """Somebody new, known by these words only."""
        one = Someone(name=self.text[phrase.start : phrase.end])
        if phrase.bearer is not None:
            one.votes[phrase.bearer] += 1.0
        one.called_after = bool(phrase.owners) and phrase.bearer == "organisation"
        self.someone.append(one)
        self.unnamed.append(one)
        self.places[id(one)] = [phrase.start]
        return one


def _heads(words: Sequence[str]) -> Sequence[str]:
    """The noun of a body's name: "bank" of "Central Bank", "ministry" of "Ministry of Fish"."""
    return [*words[-1:], *(words[i] for i in range(len(words) - 1) if words[i + 1] == "of")]


def cast(
    layout: Layout,
    attributions: Sequence[Attribution],
    tagged: Sequence[TaggedName],
    vectors: Sequence[Vectors] = (),
    registry: Registry | None = None,
) -> Cast:
    """Names found and grouped, with what is said of their bearers."""
    names = find_names(layout, tagged)
    someone = list(cluster(layout, names))
    if registry is not None:
        someone = enlist(someone, registry)
    speaking = frozenset(p.mention[0].start for a in attributions for p in a.speakers if p.mention)
    made = Cast(
        layout,
        attributions,
        someone,
        Phrases(layout.text, names, {n.start: one.bearer for one in someone for n in one.names}),
        descriptions(layout.text, someone, speaking),
        {n.start: one for one in someone for n in one.names},
        registry,
        vectors,
    )
    for one in someone:
        if one.entry is not None:
            made.said_of.setdefault(id(one), []).extend(offices(one, made.day))
    made.places = {id(one): [n.start for n in one.names] for one in someone}
    for one in someone:
        made.opens[id(one)] = [
            n.start for n in one.names if _OPENS.search(layout.text, max(0, n.titled_from - 8), n.titled_from)
        ]
    for one in someone:
        for word in _heads(one.full):
            made.of_head.setdefault(word, []).append(one)
        for description in {(d.head, d.words): d for d in made.said_of.get(id(one), ())}.values():
            for word in description.words | {singular(description.head)}:
                made.of_noun.setdefault(word, []).append((one, description))
    for span in (s for a in attributions for p in a.speakers for s in p.mention):
        read = made.phrases.read(span.start, span.end)
        if read.name is not None:
            insort(made.speaks.setdefault(id(made.of(read.name)), []), read.name.start)
            insort(made.said_by, (read.name.start, made.of(read.name)), key=itemgetter(0))
    return made
