"""Date expressions: what is found, what it says, and which day it means on Thursday, 19 October 2023."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.before import Before
from onrecord.dates.calendar import bounds, shifted
from onrecord.dates.expression import Calendar, Expression, Recurrent, Span, Tense, Vague, Weekday
from onrecord.dates.find import find
from onrecord.dates.holidays import day_of, easter
from onrecord.dates.resolve import resolve
from onrecord.dates.resolved import Resolved
from onrecord.dates.tense import tense_of
from onrecord.text.layout import layout
from tests.fakes import article

THURSDAY = "2023-10-19"


def found(text: str) -> list[str]:
    """The words of every expression."""
    return [text[e.start : e.end] for e in find(text, 0, len(text))]


def only(text: str) -> Expression:
    """The one expression of a text."""
    (expression,) = find(text, 0, len(text))
    return expression


def read(text: str, *, anchor: str | None = THURSDAY, tense: Tense | None = None) -> Resolved:
    """What the only expression of a text comes to."""
    return resolve(only(text), anchor=anchor, tense=tense)


def test_it_ends_where_the_words_end() -> None:
    """An expression is the words of the date, with "early" and the hour, without the preposition."""
    text = "It began late on Tuesday, Oct. 17, and by Friday at 5 p.m. it was over."
    assert found(text) == ["late on Tuesday, Oct. 17", "Friday at 5 p.m."]


def test_only_the_stretch_is_read() -> None:
    """What stands outside the stretch does not count."""
    text = "On Monday it rained. On Tuesday it snowed."
    (expression,) = find(text, 20, len(text))
    assert text[expression.start : expression.end] == "Tuesday"


VALUES = [
    ("It opened on Tuesday, October 17, 2023.", "2023-10-17"),
    ("It opened on 17 October 2023.", "2023-10-17"),
    ("It opened on the 17th of October 2023.", "2023-10-17"),
    ("It opened on Oct. 17.", "2023-10-17"),
    ("It opened on March eighth.", "2023-03-08"),
    ("It opened on Oct.14.", "2023-10-14"),
    ("ARDEH, October 17 -- It opened.", "2023-10-17"),
    ("It opened last week on Tuesday.", "2023-10-10"),
    ("It opened in H1 2022.", "2022-40"),
    ("It opened the year before last.", "2021"),
    ("It opened on the 17th.", "2023-10-17"),
    ("It opened on 2023-10-17.", "2023-10-17"),
    ("It opened on 17.10.2023.", "2023-10-17"),
    ("It opened on 13/10/2023.", "2023-10-13"),
    ("File 20231017 was opened.", "2023-10-17"),
    ("Elle ouvrit le 17 octobre 2023.", "2023-10-17"),
    ("Abrió el 7 de octubre de 2023.", "2023-10-07"),
    ("Es begann am 17. Oktober 2023.", "2023-10-17"),
    ("It opened in October 2023.", "2023-10"),
    ("It opened in May.", "2023-05"),
    ("It opened in March. Nobody came.", "2023-03"),
    ("It may open as early as May.", "2023-05"),
    ("It opened in October last year.", "2022-10"),
    ("It opened in 2016.", "2016"),
    ("It opened in fiscal 2016.", "2016"),
    ("It opened in nineteen ninety-seven.", "1997"),
    ("It opened in the 1990s.", "199X"),
    ("It opened in the 20th century.", "19XX"),
    ("It opened in Q3 2022.", "2022-35"),
    ("It opened in the third quarter of 2022.", "2022-35"),
    ("It opened in the second half of 2022.", "2022-41"),
    ("It opened in the summer of 2021.", "2021-22"),
    ("It opened last summer.", "2023-22"),
    ("It opened today.", "2023-10-19"),
    ("It opened yesterday afternoon.", "2023-10-18"),
    ("It opens tomorrow.", "2023-10-20"),
    ("It opened the day before yesterday.", "2023-10-17"),
    ("It opened this morning.", "2023-10-19"),
    ("It opened last night.", "2023-10-18"),
    ("It opened on Monday night.", "2023-10-16"),
    ("It opened early Tuesday.", "2023-10-17"),
    ("It opened last Friday.", "2023-10-13"),
    ("It opens next Monday.", "2023-10-23"),
    ("It opened on Monday of last week.", "2023-10-09"),
    ("It may open as early as Tuesday.", "2023-10-24"),
    ("It opened three days ago.", "2023-10-16"),
    ("It opened two months ago.", "2023-08"),
    ("It opened a year and a half ago.", "2022-04"),
    ("It opened a decade ago.", "2013"),
    ("It opened half a century ago.", "1973"),
    ("It opened last month.", "2023-09"),
    ("It opened last year.", "2022"),
    ("It opened on Christmas Day.", "2023-12-25"),
    ("It opened last Christmas.", "2022-12-25"),
    ("It opened on New Year’s Eve 2019.", "2019-12-31"),
    ("It opened on Thanksgiving 2019.", "2019-11-28"),
    ("It opened on Good Friday 2024.", "2024-03-29"),
    ("The Sept. 11 attacks changed it.", "2001-09-11"),
    ("The 9/11 attacks changed it.", "2001-09-11"),
]


@pytest.mark.parametrize("text, value", VALUES)
def test_value(text: str, value: str) -> None:
    """One expression, one value; what is partial stays partial."""
    assert read(text).value == value


RANGES = [
    ("It rained earlier this week.", ("2023-10-16", "2023-10-19")),
    ("It rained last week.", ("2023-10-09", "2023-10-15")),
    ("It rained in the week of October 11.", ("2023-10-09", "2023-10-15")),
    ("It rained in the week ending 11 October.", ("2023-10-05", "2023-10-11")),
    ("It rained at the weekend.", ("2023-10-14", "2023-10-15")),
    ("It rained overnight.", ("2023-10-18", "2023-10-19")),
    ("It rained earlier this month.", ("2023-10-01", "2023-10-19")),
    ("It rained for the past two days.", ("2023-10-17", "2023-10-19")),
    ("It rained within 24 hours.", ("2023-10-19", "2023-10-20")),
    ("It rained in recent days.", (None, "2023-10-19")),
    ("It has rained since September.", ("2023-09-01", None)),
    ("It must be dry by Friday.", (None, "2023-10-20")),
    ("It rained before 2019.", (None, "2019-01-01")),
    ("It rained in early October.", ("2023-10-01", "2023-10-10")),
    ("It rained at the end of March 2023.", ("2023-03-21", "2023-03-31")),
    ("It rained from 2010 to 2014.", ("2010-01-01", "2014-12-31")),
    ("It rained in 2010-14.", ("2010-01-01", "2014-12-31")),
    ("It rained from Monday to Wednesday.", ("2023-10-16", "2023-10-18")),
    ("It rained between 3 and 5 May.", ("2023-05-03", "2023-05-05")),
    ("It rained on May 3-5, 2021.", ("2021-05-03", "2021-05-05")),
    ("It rained from Nov. 30 to Jan. 2, 2021.", ("2020-11-30", "2021-01-02")),
    ("It rained three weeks ago.", ("2023-09-25", "2023-10-01")),
]


@pytest.mark.parametrize("text, between", RANGES)
def test_interval(text: str, between: tuple[str | None, str | None]) -> None:
    """What is no single date is an interval, open where the words leave it open."""
    assert read(text).range == between


NO_DATES = [
    "He may march on.",
    "Mr. May said so.",
    "Theresa May spoke.",
    "April Jones spoke.",
    "They won 3-2 and drew 1-1.",
    "Call 555-0199 or 020-7946-0018.",
    "It is open 24/7.",
    "It cost $2,010.",
    "Some 2000 people came.",
    "The F-16 and the A-10 flew.",
    "The 16-year-old left.",
    "He came at 5 p.m.",
    "She is in her 30s.",
    "The Sunday Times said so.",
    "The second man sat in the sun.",
    "He spent a third of it.",
    "Room 2016 was shut.",
    "Resolution 1973 was passed.",
    "The fall of the city shook them.",
    "It was 40% in 12 of 17 places.",
    "USA Today said so.",
    "USA TODAY said so.",
    "The Harbour Weekly said so.",
    "The chancellor and May last met.",
    "It will last two weeks.",
    "The Long March 5 flew.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    """Prices, scores, models, ages, hours alone and words that only look like dates are none."""
    assert found(text) == []


def test_undated_weekday_stays_open() -> None:
    """Without an anchor "Tuesday" is no day; which weekday it is stays known."""
    assert read("It rained on Tuesday.", anchor=None) == Resolved(rule="weekday open")
    assert only("It rained on Tuesday.").says == Weekday(1)


def test_undated_month_and_day() -> None:
    """Without a year, and without an anchor to take it from, the year is open."""
    assert read("It rained on 17 October.", anchor=None).value == "XXXX-10-17"


def test_partial_anchor() -> None:
    """A year that is known gives a month its year, and a weekday nothing."""
    assert read("It rained in September.", anchor="2021").value == "2021-09"
    assert read("It rained on Tuesday.", anchor="2021").value is None


def test_weekday_of_the_same_day() -> None:
    """ "Thursday" in a Thursday article is that day, or else a week before."""
    resolved = read("It rained on Thursday.")
    assert (resolved.value, [other.value for other in resolved.others]) == ("2023-10-19", ["2023-10-12"])


def test_last_is_never_the_same_day() -> None:
    """ "Last Thursday" in a Thursday article is a week before."""
    assert read("It rained last Thursday.").value == "2023-10-12"


def test_tense_decides_on_a_weekday() -> None:
    """What will be on Monday lies ahead."""
    assert read("They will meet on Monday.", tense="future").value == "2023-10-23"
    assert read("They met on Monday.", tense="past").value == "2023-10-16"


NEAREST = [
    ("on December 30", "2023-01-02", None, "2022-12-30"),
    ("on January 3", "2023-12-28", None, "2024-01-03"),
    ("in March", "2023-12-28", "past", "2023-03"),
    ("in March", "2023-12-28", "future", "2024-03"),
]


@pytest.mark.parametrize("text, anchor, tense, value", NEAREST)
def test_year_of_the_anchor(text: str, anchor: str, tense: Tense | None, value: str) -> None:
    """A year nobody says is that of the nearest such date; the tense decides when both are far."""
    assert read(text, anchor=anchor, tense=tense).value == value


def test_weekday_against_date() -> None:
    """A weekday that does not go with its date is a conflict, and the day it would be is kept."""
    (other,) = read("It rained on Tuesday, October 18, 2023.").others
    assert (other.kind, other.value) == ("conflict", "2023-10-17")
    assert other.why == "2023-10-18 was a Wednesday, the text says Tuesday"


def test_weekday_finds_the_year() -> None:
    """A weekday beside day and month tells the year: 17 July was a Sunday in 2022."""
    assert read("It rained on Sunday, July 17.").value == "2022-07-17"


def test_weekday_beside_a_day_just_past() -> None:
    """The days around the anchor are of its year; a weekday that does not go with them is a slip."""
    resolved = read("It rained on Monday, October 17.")
    assert (resolved.value, [other.kind for other in resolved.others]) == ("2023-10-17", ["conflict"])


def test_a_week_further() -> None:
    """ "Last Monday" and "next Saturday" on a Thursday may be of this week or of another."""
    assert [other.value for other in read("It rained last Monday.").others] == ["2023-10-09"]
    assert [other.value for other in read("They sail next Saturday.").others] == ["2023-10-28"]


def test_hours() -> None:
    """An hour ago is today, 24 hours ago yesterday, 30 hours ago one of two days."""
    assert read("It rained an hour ago.").value == "2023-10-19"
    assert read("It rained 24 hours ago.").value == "2023-10-18"
    assert read("It rained 30 hours ago.").range == ("2023-10-17", "2023-10-18")


def test_at_the_ends_of_the_calendar() -> None:
    """Nothing lies before the first day."""
    assert read("It rained last Friday.", anchor="0001-01-01").value is None


def test_either_order() -> None:
    """10/11/2023 may be a day of October or of November."""
    resolved = read("It rained on 10/11/2023.")
    assert [resolved.value, *(other.value for other in resolved.others)] == ["2023-10-11", "2023-11-10"]


def test_impossible_days_are_no_dates() -> None:
    """There is no 30 February and no 17.13.2023."""
    assert found("It rained on 17.13.2023.") == []
    assert found("It rained on February 30, 2023.")[0] == "February"


def test_counted_from_the_date_before() -> None:
    """ "The next day" and "two days later" are counted from the date told before them."""
    assert [e.anaphoric for e in find("On Monday it rained; the next day it snowed.", 0, 44)] == [False, True]
    assert read("Two days later it snowed.", anchor="2023-10-02").value == "2023-10-04"
    assert only("The following Friday it snowed.").anaphoric


def test_counted_from_an_event() -> None:
    """ "Days after the vote" and "on the eve of the vote" wait for the event, and stay open."""
    for text in ("It rained days after the vote.", "It rained on the eve of the vote."):
        assert only(text).of_event
        assert read(text).value is None


def test_before_remembers() -> None:
    """A quarter that is spoken of makes "a year earlier" a quarter, too."""
    text, before = "Sales rose in the third quarter from a year earlier.", Before()
    quarter, earlier = find(text, 0, len(text))
    before.take(quarter, resolve(quarter, anchor=THURSDAY))
    assert resolve(earlier, anchor=before.anchor(earlier, THURSDAY)).value == "2022-35"


def test_before_forgets() -> None:
    """ "The next day" far from any date stays open."""
    text, before = "It rained on Monday." + " Nobody came." * 60 + " The next day it snowed.", Before()
    monday, next_day = find(text, 0, len(text))
    before.take(monday, resolve(monday, anchor=THURSDAY))
    assert before.anchor(next_day, THURSDAY) is None


def test_days_that_share_a_month() -> None:
    """In "May 3 and 4" and "3 and 4 May" both days have the month."""
    for text in ("It rained on May 3 and 4, 2021.", "It rained on 3 and 4 May 2021."):
        says = [e.says for e in find(text, 0, len(text))]
        assert says == [Calendar(2021, 5, 3), Calendar(2021, 5, 4)]


def test_a_number_behind_a_month_may_count_something() -> None:
    """ "In October 20 people died" is October, not the 20th."""
    assert read("In October 20 people died.").value == "2023-10"


def test_again_and_again_and_some_time() -> None:
    """ "Every Friday" and "recently" are kept, and are no day."""
    assert isinstance(only("It rains every Friday.").says, Recurrent)
    assert isinstance(only("It rained recently.").says, Vague)


def test_foreign_month_needs_a_day() -> None:
    """Mars is a month only beside a day."""
    assert found("It flies to Mars next month.") == ["next month"]


def test_span_has_two_ends() -> None:
    """From Monday to Wednesday is one expression with two parts."""
    whole = only("It rained from Monday to Wednesday.")
    assert isinstance(whole.says, Span)
    assert len(whole.parts) == 2


def test_no_date_over_an_empty_line() -> None:
    """A date does not run on into the next paragraph."""
    assert found("It rained in May\n\n3 men drowned in June.") == ["May", "June"]


def test_holidays_by_rule() -> None:
    """Easter moves; Memorial Day is the last Monday of May."""
    assert easter(2024).isoformat() == "2024-03-31"
    assert str(day_of("memorial day", 2023)) == "2023-05-29"


def test_shifting_keeps_the_kind() -> None:
    """A quarter a year before is a quarter; 31 March a month before ends with February."""
    assert shifted("1989-35", -1, "year") == "1988-35"
    assert shifted("2023-03-31", -1, "month") == "2023-02-28"
    assert shifted("2023-33", -1, "quarter") == "2022-36"


def test_first_and_last_day() -> None:
    """Every closed value has a first and a last day; winter runs into the next year."""
    assert str(bounds("2023-24")) == "(datetime.date(2023, 12, 1), datetime.date(2024, 2, 29))"
    assert bounds("XXXX-10-17") is None


PIECES = [
    "the", "last", "next", "this", "early", "mid-", "the_end_of", "in", "on", "by", "since", "from", "to",
    "between", "and", "until", "May", "Oct.", "17", "17th", "3", "31", "2023", "1000", "9999", "Monday",
    "week", "weeks", "year", "century", "quarter", "third", "half", "winter", "of", "two", "three",
    "hundred", "ago", "later", "before", "after", "days", "hours", "a", "few", "1990s", "Q3", "Christmas",
    ",", "-", "10/11/2023", "2023-10-17", "5", "p.m.", "night", "overnight", "now", "fiscal", "nineteen",
    "ninety-seven", "'", "'s", ".", "\n\n", "every", "weekend", "previous", "same", "that", "year-end",
    "today", "Sunday’s", "02/30/2023", "99/99/9999",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_text(pieces: list[str]) -> None:
    """Whatever the words, expressions lie in order, apart from each other, and can be resolved."""
    text = " ".join(pieces).replace("_", " ")
    expressions = find(text, 0, len(text))
    edges = [edge for e in expressions for edge in (e.start, e.end)]
    assert edges == sorted(edges)
    for anchor in (None, THURSDAY, "0001-01-01", "9999-12-31", "2023", "2023-35", "199X"):
        for expression in expressions:
            resolved = resolve(expression, anchor=anchor)
            assert resolved.value is None or bounds(resolved.value) or "X" in resolved.value


@pytest.mark.parametrize("unit", ["1 and ", "May ", "the last ", "3-", "12/", "early ", "a ", "two ", "\n "])
def test_hostile_text(unit: str) -> None:
    """Words of dates over and over take no longer than prose."""
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    find(text, 0, len(text))
    assert time.process_time() - begin < 5


TENSES: list[tuple[str, Tense | None]] = [
    ("Kell will sail on Monday.", "future"),
    ("Kell agreed to sail on Monday.", "future"),
    ("Kell said he would sail on Monday.", "future"),
    ("The race was postponed until Monday.", "future"),
    ("They looked at Monday’s ruling.", "past"),
    ("They will wait for Monday’s ruling.", "future"),
    ("Kell sailed on Monday.", "past"),
]


@pytest.mark.parametrize("text, tense", TENSES)
def test_tense(text: str, tense: Tense | None) -> None:
    """What somebody undertakes, or what is put off, lies ahead."""
    assert tense_of(layout(article(text)), only(text)) == tense


def test_a_post_of_a_day_is_not_after_it() -> None:
    """ "Post" bounds a date only with a hyphen."""
    assert [e.bound for e in find("a post on Monday, a post Monday, the post-2015 era", 0, 50)] == [
        None,
        None,
        "after",
    ]


def test_the_name_of_a_programme_is_no_date() -> None:
    """ "Today" and "Tonight" are what programmes are called."""
    assert find("Kell told the Today programme and NBC's “Tonight” show", 0, 60) == ()
