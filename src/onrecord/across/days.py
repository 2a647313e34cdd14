"""The day of an utterance by all its reports; days that disagree are kept, each with what speaks for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.across.outlets import shown
from onrecord.across.statement import Statement
from onrecord.dates.calendar import exact, fields
from onrecord.dates.conflict import WEEKDAYS, written
from onrecord.record import DateBasis, DateReport, Evidence, OtherDate

RANK: tuple[DateBasis, ...] = (
    "explicit",
    "given",
    "metadata",
    "relative",
    "inherited",
    "repeated",
    "bounded",
)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class _Dated:
    """A report that knows the day."""

    one: Statement
    day: date

    @property
    def on(self) -> DateReport:
        return self.one.attribution.said_on

    @property
    def rank(self) -> int:
        """How it knows: the day itself is better than one counted from another."""
        return RANK.index(self.on.basis) if self.on.basis in RANK else len(RANK)


def said_on(members: Sequence[Statement]) -> DateReport:
    """The day that is known best, then that of most articles; without a day where two are known as well."""
    dated = sorted(_dated(members), key=lambda known: (known.day, known.rank, known.one.id))
    if not dated:
        return _in_part(members)
    places = {known.day: _place(known.day, dated) for known in dated}
    best = min(dated, key=lambda known: (places[known.day], known.day, known.rank, known.one.id))
    firsts = {known.day: known for known in reversed(dated)}
    others = [firsts[day] for day in sorted(firsts) if day != best.day]
    if any(places[known.day] == places[best.day] for known in others):
        return _two_days([best, *others])
    against = (*(_against(known, best) for known in others), *_misfits(members, best))
    return _with_sisters(members, best, dated, against)


def _dated(members: Sequence[Statement]) -> Iterator[_Dated]:
    for one in members:
        day = exact(one.attribution.said_on.value)
        if day is not None:
            yield _Dated(one, day)


def _place(day: date, dated: Sequence[_Dated]) -> tuple[int, int]:
    """What a day has for it: how it is known at best, and in how many articles."""
    some = [known for known in dated if known.day == day]
    return min(known.rank for known in some), -len({known.one.article for known in some})


def _in_part(members: Sequence[Statement]) -> DateReport:
    """A month, or bounds, by the first report that has any."""
    known = (one for one in members if one.attribution.said_on.value or one.attribution.said_on.range)
    best = min(known, key=lambda one: (one.attribution.said_on.value is None, one.id), default=None)
    return best.attribution.said_on if best is not None else DateReport()


def _two_days(known: Sequence[_Dated]) -> DateReport:
    days = sorted(one.day.isoformat() for one in known)
    others = tuple(_against(one, known[1 if one is known[0] else 0]) for one in known)
    return DateReport(None, (days[0], days[-1]), "none", others=others)


def _against(known: _Dated, best: _Dated) -> OtherDate:
    outlets = shown(known.one.record.article), shown(best.one.record.article)
    why = f"{outlets[0]} has it on {written(known.day)}, {outlets[1]} on {written(best.day)}."
    return OtherDate("conflict", known.day.isoformat(), None, known.on.basis, known.on.evidence, why)


def _misfits(members: Sequence[Statement], best: _Dated) -> Iterator[OtherDate]:
    """Reports with another weekday than that of the day."""
    seen: set[str] = set()
    for one in sorted(members, key=lambda one: one.id):
        words = weekday_words(one)
        if words and exact(one.attribution.said_on.value) is None and not fits(one, best.day):
            name = shown(one.record.article)
            why = f"{name} says {words[0].text!r}; {written(best.day)} is a {WEEKDAYS[best.day.weekday()]}."
            if why not in seen:
                seen.add(why)
                yield OtherDate("conflict", None, None, "relative", words, why)


def _with_sisters(
    members: Sequence[Statement], best: _Dated, dated: Sequence[_Dated], against: tuple[OtherDate, ...]
) -> DateReport:
    """The day; where an article leaves it open and another one knows it, it is known by another article."""
    knowing = {known.one.article for known in dated}
    open_ = [one for one in members if one.article not in knowing and fits(one, best.day)]
    agreeing = [known for known in dated if known.day == best.day and known is not best]
    stated = [best.on.evidence, *(known.on.evidence for known in agreeing)]
    stated += [weekday_words(one) for one in sorted(open_, key=lambda one: one.id)]
    evidence = tuple(dict.fromkeys(e for some in stated for e in some))
    basis: DateBasis = "other-article" if open_ else best.on.basis
    return replace(best.on, basis=basis, evidence=evidence, others=(*best.on.others, *against))


def weekday_words(one: Statement) -> tuple[Evidence, ...]:
    """The words that date a report and name a day of the week."""
    return tuple(e for e in one.attribution.said_on.evidence if _WEEKDAY.search(e.text))


def fits(one: Statement, day: date) -> bool:
    """Whether a report without a day says something that this day is: "Tuesday", "14 November"."""
    on = one.attribution.said_on
    names = [m[1].capitalize() for e in on.evidence for m in _WEEKDAY.finditer(e.text)]
    if on.value is not None:
        year, month, number = fields(on.value.replace("XXXX", "0000"))
        return number == day.day and month == day.month and not year
    return bool(names) and WEEKDAYS[day.weekday()] in names and _within(on, day)


def _within(on: DateReport, day: date) -> bool:
    low, high = on.range or (None, None)
    return (low is None or low <= day.isoformat()) and (high is None or day.isoformat() <= high[:10])
