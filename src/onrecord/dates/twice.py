"""One act with two days: a caption, heading or box gives another day than the text does."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from operator import attrgetter

from onrecord.dates.conflict import Conflict, nearest, shown, written
from onrecord.dates.expression import Calendar, Expression
from onrecord.dates.same import Place, same
from onrecord.dates.telling import Telling
from onrecord.lang import english, words
from onrecord.lang.dates import english_dates
from onrecord.lang.settings import english_settings

APART = 31  # days between two dates of one act; farther apart they are of two
SHARED, SHARE = 3, 0.4  # words, and share of the shorter, that two accounts of one act have in common
STEM = 4  # letters of a word that are compared
LONGEST = 400  # characters of a line that can be a caption, a heading or an entry of a box
DATED = 60  # dates of an article that are compared; one with more is a chronicle
_ENTRY = re.compile(r"\W*(?:on\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A date with the words of its line or sentence."""

    e: Expression
    day: date
    stems: frozenset[str]
    aside: bool  # in a caption, a heading or a box
    occasions: frozenset[str]  # the speeches and meetings it names
    back: frozenset[str]  # … and those of which the reader knows: "the speech"
    names: frozenset[str]


def twice(telling: Telling, today: date | None) -> Iterator[Conflict]:
    """Pairs of places that tell of the same act on different days."""
    told = list(_told(telling, today))
    if len(told) > DATED:
        return
    for one, other in combinations(told, 2):
        if 0 < abs((one.day - other.day).days) <= APART and _same_act(one, other):
            yield _conflict(telling, one, other)
    places = list(_places(telling, today))
    for place, again in same(places) if len(places) <= DATED else ():
        yield _conflict(telling, place, again)


def _conflict(telling: Telling, one: "_Told | Place", other: "_Told | Place") -> Conflict:
    text = telling.layout.text
    words_ = [text[t.e.start : t.e.end] for t in (one, other)]
    why = (
        f"The same seems to be told of twice: with {words_[0]!r}, {written(one.day)}, "
        f"and with {words_[1]!r}, {written(other.day)}."
    )
    evidence = shown(telling.layout.article, one.e, other.e)
    return Conflict("date-differs", evidence, why, other.day.isoformat())


def _places(telling: Telling, today: date | None) -> Iterator[Place]:
    """The days of the narrator, each with its sentence or line."""
    for (start, end), found in _lines(telling).items():
        for e in found:
            day = _day(e, today)
            if day is not None:
                text = telling.layout.text[start:end]
                yield Place(e, day, text, start, _is_aside(telling, e, start, end))


def _lines(telling: Telling) -> dict[tuple[int, int], list[Expression]]:
    """The narrator's dates by their sentence or line."""
    lines: dict[tuple[int, int], list[Expression]] = {}
    for e in telling.found:
        beside = telling.layout.block(e.start) is None and not _in_caption(telling, e)
        if not beside and not telling.quoted(e) and not e.bound and isinstance(e.says, Calendar):
            lines.setdefault(_line(telling, e), []).append(e)
    return lines


def _told(telling: Telling, today: date | None) -> Iterator[_Told]:
    for (start, end), found in _lines(telling).items():
        day = _day(found[0], today)
        text = telling.layout.text[start:end]
        if len(found) == 1 and day is not None and len(text) <= LONGEST and "@" not in text:
            aside = _is_aside(telling, found[0], start, end)
            yield _Told(
                found[0],
                day,
                _stems(text),
                aside,
                _nouns(text),
                _back(text),
                _names(text),
            )


def _line(telling: Telling, e: Expression) -> tuple[int, int]:
    """The sentence of a date, or where no sentences are read, its line."""
    sentence = telling.layout.sentence(e.start)
    if sentence is not None:
        return sentence
    text = telling.layout.text
    end = text.find("\n", e.end)
    return text.rfind("\n", 0, e.start) + 1, len(text) if end < 0 else end


def _day(e: Expression, today: date | None) -> date | None:
    says = e.says
    if not isinstance(says, Calendar) or says.day is None or says.month is None:
        return None
    at = today or (date(says.year, 1, 1) if says.year else None)
    return nearest(says, at) if at else None


def _is_aside(telling: Telling, e: Expression, start: int, end: int) -> bool:
    """Whether a line is a caption, a heading, or an entry that begins with its date."""
    layout = telling.layout
    block = layout.block(e.start)
    if block is None or block.kind in ("headline", "subheading"):
        return True
    text = layout.text
    if (start, end) != (block.start, block.end):
        return False
    entry = _ENTRY.match(text[start : e.start]) and text[e.end : end].lstrip()[:1] in (":", "–", "—", "-")
    return bool(entry) or not text[start:end].rstrip().endswith((".", "!", "?", "”", '"'))


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words, but those of dates."""
    language, dates = english(), english_dates()
    known = (language.lemma(w) for w in words(text) if w not in dates.weekdays and w not in dates.months)
    return frozenset(w[:STEM] for w in known if len(w) > 3)


def _nouns(text: str) -> frozenset[str]:
    settings = english_settings()
    return frozenset(w for w in words(text) if w in settings.channels or w in settings.occasions)


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=\w )[A-Z]\w+|^[A-Z]\w+(?= [A-Z])", text))


def _back(text: str) -> frozenset[str]:
    """The occasions that a sentence takes for known: "the speech", "his letter"."""
    low = words(text)
    back = english_settings().back
    return frozenset(w for before, w in pairwise(low) if before in back) & _nouns(text)


def _in_caption(telling: Telling, e: Expression) -> bool:
    zones = telling.layout.article.zones
    before = bisect_right(zones, e.start, key=attrgetter("start")) - 1
    return before >= 0 and zones[before].kind == "caption" and e.start < zones[before].end


def _same_act(one: _Told, other: _Told) -> bool:
    shared: Sequence[str] = tuple(one.stems & other.stems)
    least = min(len(one.stems), len(other.stems))
    close = len(shared) >= SHARED and len(shared) >= SHARE * least
    if one.aside and other.aside:
        return False
    return close and (one.aside or other.aside or bool(other.back))
