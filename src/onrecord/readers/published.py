"""The publication date: what the user gave stands above what the page says, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from onrecord.readers.given import Given, given_date
from onrecord.record import DateReport, Evidence, OtherDate

DAY = len("2023-10-17")


def published_on(page: DateReport, given: Given, article: str) -> DateReport:
    """The date of an article, its evidence stamped with the article's id; the page's own among the others."""
    page = replace(
        page,
        evidence=stamped(page.evidence, article),
        others=tuple(replace(other, evidence=stamped(other.evidence, article)) for other in page.others),
    )
    if given.published is None:
        return page
    value = given_date(given.published, where=given.published_place)
    evidence = Evidence(article, given.published_place, None, None, given.published)
    others = (*_own(page, value), *page.others)
    return DateReport(value=value, basis="given", evidence=(evidence,), others=others)


def stamped(evidence: Sequence[Evidence], article: str) -> tuple[Evidence, ...]:
    """Evidence of a page, now of an article."""
    return tuple(replace(one, article=article) for one in evidence)


def _own(page: DateReport, given: str) -> tuple[OtherDate, ...]:
    """What the page itself says, as the other date beside the given one."""
    if page.value is None:
        return tuple(_no_date(one) for one in page.evidence)
    same = _agree(page.value, given)
    why = "the page gives the same day" if same else f"the page says {page.value}, the user {given}"
    kind: Literal["alternative", "conflict"] = "alternative" if same else "conflict"
    return (OtherDate(kind, page.value, page.range, page.basis, page.evidence, why),)


def _agree(one: str, other: str) -> bool:
    """Whether two dates can be the same day; 2023-10 agrees with every day of October."""
    short, long = sorted((one[:DAY], other[:DAY]), key=len)
    return long.startswith(short)


def _no_date(one: Evidence) -> OtherDate:
    """What stood where a date belongs and is none; it is kept as it was written."""
    why = f"{one.place} says {one.text!r}, which is no date"
    return OtherDate("alternative", None, None, "none", (one,), why)
