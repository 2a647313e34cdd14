"""An invented pile of articles with their statements, of any size: what `bench/comparing.py` compares.

Nothing is taken from anybody's articles. Words are drawn as often as news has them (`across/rarity.json`),
names are made of syllables. Events fall on days of two years and have 1 to 40 articles; the articles of one
report the same utterances: word for word, cut, reworded or in part; a quarter are copies of an agency's text.
"""

import json
import pickle
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import resources
from itertools import accumulate
from math import log

from bench.written import WEEKDAYS, Paragraph, Piece, Plan, Somebody, written
from onrecord.record import Form, Record

SEED = 29
STATEMENTS = 10  # of each article
FIRST_DAY, DAYS = date(2031, 1, 1), 730
SPEAKERS, SURNAMES, GIVEN = 6_000, 2_500, 300
OUTLETS, AGENCIES = 80, 4
UNNAMED = 0.05  # of the statements
SIZES = {1: 55, 2: 15, 3: 10, 5: 8, 8: 6, 15: 4, 40: 2}  # articles of an event: how many events in a hundred
SHORT, SPELLED = 0.04, 0.02  # of the statements are of a surname alone, or of one that is spelled otherwise
COPIES = 0.25  # of an event's articles, where an agency has written one
TOPIC = 0.25  # of the words are the event's own
INVENTED = 0.05  # of the words stand in no table
LIGHT = 0.3  # of the words are the smallest ones, beyond those that the table gives
SMALLEST = ("the", "the", "of", "to", "a", "in", "for", "is", "was", "that", "with", "they")
OPENERS = ("and", "but", "because", "while")
CLAUSES = 0.05  # of the words open a clause
FORMS: tuple[Form, ...] = ("direct", "indirect", "mixed")
OFFICES = (
    "president",
    "prime minister",
    "defence minister",
    "mayor",
    "chief executive",
    "union leader",
    "coach",
)
OFFICIALS = ("a senior official", "a government official", "a spokesman", "a police officer", "a diplomat")
HARM = ("people killed", "people injured", "people arrested", "soldiers killed")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said once, and on which day."""

    who: Somebody
    words: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that several articles tell of."""

    day: date
    places: tuple[str, ...]
    topic: tuple[str, ...]
    said: tuple[Said, ...]


class Pile:
    """The same records for the same seed; a larger pile has more events on the same days."""

    def __init__(self, seed: int = SEED) -> None:
        self._draw = draw = random.Random(seed)
        table = resources.files("onrecord.across").joinpath("rarity.json")
        shares: dict[str, float] = json.loads(table.read_text(encoding="utf-8"))["shares"]
        self._words = list(shares)
        self._rare = [word for word, share in shares.items() if share < 0.1]
        self._often = list(accumulate(-log(1 - share) for share in shares.values()))
        given, surnames = ([self._name() for _ in range(size)] for size in (GIVEN, SURNAMES))
        self._speakers = [
            Somebody(f"{draw.choice(given)} {draw.choice(surnames)}", draw.choice(OFFICES), named=True)
            for _ in range(SPEAKERS)
        ]
        self._heard = list(accumulate(1 / (rank + 1) for rank in range(1, SPEAKERS + 1)))
        kinds = ("Ledger", "Post", "Courier")
        self._outlets = [f"The {self._name()} {draw.choice(kinds)}" for _ in range(OUTLETS)]
        self._agencies = [f"{self._name()} Press Agency" for _ in range(AGENCIES)]
        self._number = 0

    def records(self, attributions: int) -> Iterator[Record]:
        """At least so many attributions, and no article more; every record as another process sends it."""
        left = attributions
        while left > 0:
            size = self._draw.choices(list(SIZES), list(SIZES.values()))[0]
            for plan in self._plans(self._event(size), size):
                if left > 0:
                    record = written(plan)
                    left -= len(record.attributions)
                    yield pickle.loads(pickle.dumps(record))

    def _event(self, size: int) -> Event:
        draw = self._draw
        day = FIRST_DAY + timedelta(draw.randrange(DAYS))
        places = tuple(self._name() for _ in range(3))
        topic = (*draw.choices(self._rare, k=15), *places)
        cast = draw.choices(self._speakers, cum_weights=self._heard, k=draw.randint(2, 6))
        said = (self._said(cast, topic, day) for _ in range(8 + int(4 * size**0.7)))
        return Event(day, places, topic, tuple(said))

    def _said(self, cast: Sequence[Somebody], topic: Sequence[str], day: date) -> Said:
        draw, who = self._draw, self._draw.choice(cast)
        if draw.random() < UNNAMED:
            who = Somebody(draw.choice(OFFICIALS), "", named=False)
        words = self._wording(topic, 3 + int(draw.lognormvariate(2.8, 0.6)))
        return Said(who, tuple(words), day - timedelta(draw.choice((0, 0, 0, 1, 1, 2))))

    def _plans(self, event: Event, size: int) -> Iterator[Plan]:
        """Articles about an event; the copies have the text of the first, without its end, and credit it."""
        draw = self._draw
        first = self._plan(event, draw.choice(self._agencies) if size > 2 else draw.choice(self._outlets))
        yield first
        for _ in range(size - 1):
            plan = self._plan(event, draw.choice(self._outlets))
            if size > 2 and draw.random() < COPIES:
                kept = first.paragraphs[: len(first.paragraphs) - draw.randint(0, 4)]
                credit = Paragraph((("", f"Reporting by {first.outlet}"),))
                plan = replace(plan, agency=first.outlet, title=first.title, paragraphs=(*kept, credit))
            yield plan

    def _plan(self, event: Event, outlet: str) -> Plan:
        draw, known = self._draw, set[Somebody]()
        weights = [1 / (rank + 2) for rank in range(len(event.said))]
        order = sorted(range(len(weights)), key=lambda at: -(draw.random() ** (1 / weights[at])))
        told = [self._told(event.said[at], known) for at in sorted(order[:STATEMENTS])]
        narrated = [self._narrated(event) for _ in told]
        both = (one for pair in zip(told, narrated, strict=True) for one in pair)
        printed = event.day + timedelta(draw.choice((0, 0, 1, 1, 2)))
        self._number += 1
        title = " ".join(self._wording(event.topic, 8)).capitalize()
        return Plan(self._number, outlet, None, printed if draw.random() < 0.9 else None, title, tuple(both))

    def _told(self, said: Said, known: set[Somebody]) -> Paragraph:
        """A report of it: a quotation, whole or cut, a rewording, or a rewording that quotes some words."""
        draw, words = self._draw, list(said.words)
        form = draw.choices(FORMS, (35, 45, 20))[0]
        if form != "direct" and draw.random() < 0.7:
            words = self._reworded(words)
        elif draw.random() < 0.3:
            words = words[: max(len(words) * 2 // 3, 4)]
        speaker = self._as_named(said.who)
        who = self._called(speaker, known)
        day = said.day if draw.random() < 0.3 else None
        weekday = WEEKDAYS[said.day.weekday()]
        when: list[Piece] = [("", " on "), ("weekday", weekday)] if draw.random() < 0.4 else []
        return Paragraph((*self._sentence(form, words, who, when),), speaker, form, day)

    def _as_named(self, who: Somebody) -> Somebody:
        """Some articles have a surname alone, or spell it otherwise."""
        luck = self._draw.random()
        if not who.named or luck > SHORT + SPELLED:
            return who
        if luck < SHORT:
            return Somebody(who.name.split()[-1], "", named=True)
        return replace(who, name=f"{who.name}{who.name[-1]}")

    def _sentence(
        self, form: str, words: Sequence[str], who: Sequence[Piece], when: Sequence[Piece]
    ) -> Iterator[Piece]:
        text, cue = " ".join(words), ("cue", self._draw.choice(("said", "said", "told reporters", "added")))
        if form == "direct":
            yield from (("", "“"), ("quoted", f"{text},"), ("", "” "), *who, ("", " "), cue, *when, ("", "."))
            return
        yield from (*who, ("", " "), cue, *when, ("", " that "))
        if form == "indirect" or len(words) < 6:
            yield from (("content", text), ("", "."))
            return
        at = self._draw.randrange(1, len(words) - 3)
        yield ("content", " ".join(words[:at]))
        yield from (("", " “"), ("quoted", " ".join(words[at : at + 4])), ("", "”"))
        if words[at + 4 :]:
            yield from (("", " "), ("content", " ".join(words[at + 4 :])))
        yield ("", ".")

    def _called(self, who: Somebody, known: set[Somebody]) -> list[Piece]:
        """The office and the whole name at first, then the last word of it."""
        if not who.named:
            return [("speaker", who.name)]
        if who in known:
            return [("speaker", who.name.split()[-1])]
        known.add(who)
        if not who.office:
            return [("speaker", who.name)]
        return [("", "The "), ("office", who.office), ("", ", "), ("speaker", who.name), ("", ",")]

    def _reworded(self, words: Sequence[str]) -> list[str]:
        """Some words left out, some put otherwise."""
        draw = self._draw
        kept = [word if draw.random() < 0.75 else self._word(()) for word in words if draw.random() < 0.85]
        return kept if len(kept) > 1 else list(words)

    def _narrated(self, event: Event) -> Paragraph:
        draw = self._draw
        pieces: list[Piece] = [("", " ".join(self._wording(event.topic, draw.randint(8, 22))).capitalize())]
        pieces += [("", " in "), ("place", draw.choice(event.places)), ("", " ")]
        if draw.random() < 0.4:
            number = draw.choice((12, 12, 12, 14, 25, 25, 40))
            pieces += [("", "with "), ("figure", f"{number} {draw.choice(HARM)}"), ("", " ")]
        pieces += [("", " ".join(self._wording(event.topic, draw.randint(3, 12)))), ("", ".")]
        return Paragraph(tuple(pieces))

    def _wording(self, topic: Sequence[str], length: int) -> list[str]:
        words = [self._word(topic) for _ in range(length)]
        for at in range(1, length):
            if self._draw.random() < CLAUSES:
                words[at - 1 : at + 1] = [f"{words[at - 1]},", self._draw.choice(OPENERS)]
        return words

    def _word(self, topic: Sequence[str]) -> str:
        if self._draw.random() < LIGHT:
            return self._draw.choice(SMALLEST)
        luck = self._draw.random()
        if luck < INVENTED:
            return self._name().lower()
        if luck < INVENTED + TOPIC and topic:
            return self._draw.choice(topic)
        return self._draw.choices(self._words, cum_weights=self._often)[0]

    def _name(self) -> str:
        syllables = ("".join(map(self._draw.choice, ("bdfgklmnprstvz", "aeiou", "lnrst"))) for _ in range(2))
        return "".join(syllables).capitalize()
