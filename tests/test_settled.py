"""Days that a sister report settles, and days that disagree."""

from itertools import permutations

from onrecord.across.days import said_on
from onrecord.across.settled import settled_dates
from onrecord.record import Record
from tests.piled import first, report, with_date
from tests.stored import says


def told(outlet: str, when: str, value: str | None = None) -> Record:
    """An article in which the minister speaks on that day; None: the article does not know of which week."""
    text = f"The minister said {when} that the dam would hold."
    said = says(text, "The minister", "said", "the dam would hold")
    return with_date(report(outlet, None, text, said), when, value)


UNDATED = told("Radio Velden", "on Tuesday")
DATED = told("Hill Gazette", "on 17 October 2023", "2023-10-17")


def test_a_bare_weekday_is_settled_by_a_report_that_knows_the_day() -> None:
    """17 October 2023 is a Tuesday; both articles' words are the evidence."""
    own, tuesday = settled_dates([UNDATED, DATED], [first(UNDATED, DATED)])
    assert (tuesday.article, tuesday.date) == (UNDATED.article.id, f"{UNDATED.article.id}:d1")
    assert (tuesday.on.value, tuesday.on.basis) == ("2023-10-17", "other-article")
    assert [e.text for e in tuesday.on.evidence] == ["on Tuesday", "on 17 October 2023"]
    assert (own.date, own.on.range) == (None, ("2023-10-17", "2023-10-23"))


def test_the_utterance_has_the_day_with_the_evidence_of_both() -> None:
    """The same, of the utterance, in any order of its reports."""
    found = [said_on(some) for some in permutations(first(UNDATED, DATED))]
    assert found[0] == found[1]
    assert (found[0].value, found[0].basis) == ("2023-10-17", "other-article")


def test_another_weekday_is_a_conflict_and_settles_nothing() -> None:
    """A Wednesday is not that Tuesday."""
    other = told("Radio Velden", "on Wednesday")
    assert settled_dates([other, DATED], [first(other, DATED)]) == ()
    (against,) = said_on(first(other, DATED)).others
    assert against.why == "Radio Velden says 'on Wednesday'; 17 October 2023 is a Tuesday."


def test_two_days_known_as_well_leave_it_open() -> None:
    """Both days are kept beside it."""
    other = told("Coastal Press", "on 16 October 2023", "2023-10-16")
    on = said_on(first(other, DATED))
    assert (on.value, on.range) == (None, ("2023-10-16", "2023-10-17"))
    assert [o.value for o in on.others] == ["2023-10-16", "2023-10-17"]


def test_the_day_of_more_articles_is_taken_and_the_other_kept() -> None:
    """Two against one."""
    other = told("Coastal Press", "on 16 October 2023", "2023-10-16")
    third = told("Inland Post", "on October 17, 2023", "2023-10-17")
    on = said_on(first(other, DATED, third))
    assert (on.value, [o.why for o in on.others]) == (
        "2023-10-17",
        [f"Coastal Press has it on 16 October 2023, {_first_of(DATED, third)} on 17 October 2023."],
    )


def _first_of(*records: Record) -> str:
    """The outlet of the record with the lowest id."""
    outlet = min(records, key=lambda record: record.article.id).article.outlet
    assert outlet is not None
    return outlet.name


def test_a_day_without_a_year_has_it_from_a_sister() -> None:
    """ "17 October" of one is that of 2023 of the other."""
    other = told("Radio Velden", "on 17 October", "XXXX-10-17")
    _, settled = settled_dates([other, DATED], [first(other, DATED)])
    assert (settled.article, settled.on.value) == (other.article.id, "2023-10-17")
