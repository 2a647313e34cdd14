"""The day something was said, the day it was passed on, and what relative dates are counted from."""

from dataclasses import replace

import pytest

from onrecord.attribution import attributions
from onrecord.dates import Dated, dates
from onrecord.record import DateReport, ZoneKind
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, Said, article

TUESDAY = "2023-10-17"
Zones = tuple[tuple[str, ZoneKind], ...]


def dated(text: str, *said: Said, published: str | None = TUESDAY, zones: Zones = ()) -> Dated:
    """What comes out when the tagger finds just this."""
    found = article(text, *zones)
    if published:
        found = replace(found, published_on=DateReport(published, None, "metadata"))
    laid = layout(found)
    return dates(laid, attributions(laid, FakeTagger(*said)).attributions)


def days(text: str, *said: Said, published: str | None = TUESDAY, zones: Zones = ()) -> list[str | None]:
    """The day of each statement, in text order."""
    return [a.said_on.value for a in dated(text, *said, published=published, zones=zones).attributions]


OWN_DAY = [
    ("Kell said on Monday the pier was shut.", "Kell", "2023-10-16"),
    ("Kell told reporters in Ardeh late Monday the pier was shut.", "Kell", "2023-10-16"),
    ("Kell on Monday said the pier was shut.", "Kell", "2023-10-16"),
    ("On Monday, Mayor Kell said the pier was shut.", "Mayor Kell", "2023-10-16"),
    ("On Monday, after crews left the harbour, Kell said the pier was shut.", "Kell", "2023-10-16"),
    ("In a speech in Ardeh on Monday, Kell said the pier was shut.", "Kell", "2023-10-16"),
    ("In a July 16 interview, Kell said the pier was shut.", "Kell", "2023-07-16"),
    ("In a post on Monday, Kell said the pier was shut.", "Kell", "2023-10-16"),
    ("Speaking on Monday, Kell said the pier was shut.", "Kell", "2023-10-16"),
    ("Kell wrote on October 3, 2022 the pier was shut.", "Kell", "2022-10-03"),
    ("A report released on Monday said the pier was shut.", "A report released on Monday", "2023-10-16"),
    ("Kell said last month the pier was shut.", "Kell", "2023-09"),
    # The day of something else:
    ("Kell, who resigned on Monday, said the pier was shut.", "Kell", None),
    ("Kell said after Monday's vote the pier was shut.", "Kell", None),
    ("After the storm on Monday, Kell said the pier was shut.", "Kell", None),
    ("Crews left on Monday, and Kell said the pier was shut.", "Kell", None),
    ("Kell, elected in 2010, said the pier was shut.", "Kell", None),
    ("Kell has said since Monday the pier was shut.", "Kell", None),
    ("Kell said of the raid on Monday the pier was shut.", "Kell", None),
    ("Kell will say on Friday the pier was shut.", "Kell", None),
    ("Kell said the pier was shut.", "Kell", None),
]


@pytest.mark.parametrize(("text", "speaker", "day"), OWN_DAY)
def test_a_day_is_that_of_the_saying_or_of_something_else(text: str, speaker: str, day: str | None) -> None:
    """Only a date that belongs to the cue dates what is said."""
    cue = next(c for c in ("said", "told", "wrote", "say") if f" {c} " in text)
    assert days(text, Said(speaker, cue, "the pier was shut")) == [day]


def test_a_date_in_the_words_is_not_theirs() -> None:
    """What is said to have happened on Monday need not have been said then."""
    assert days(
        "Kell said the pier was shut on Monday.", Said("Kell", "said", "the pier was shut on Monday")
    ) == [None]


def test_a_date_behind_a_quotation_is_that_of_the_saying() -> None:
    """ "…," Kell said on Sunday."""
    text = "“The pier is shut for now,” Kell said on Sunday."
    assert days(text, Said("Kell", "said", "The pier is shut for now,")) == ["2023-10-15"]


def test_a_participle_takes_the_day_of_its_clause() -> None:
    """ "posted a picture on Monday, writing …"."""
    text = "Kell posted a picture on Monday, writing the pier was shut."
    assert days(text, Said("Kell", "writing", "the pier was shut", "writing")) == ["2023-10-16"]


def test_an_undated_article_leaves_a_weekday_open() -> None:
    """The words are kept; nobody guesses the day."""
    found = dated(
        "Kell said on Tuesday the pier was shut.", Said("Kell", "said", "the pier was shut"), published=None
    )
    said_on = found.attributions[0].said_on
    assert (said_on.value, said_on.basis, said_on.evidence[0].text) == (None, "relative", "Tuesday")


def test_an_undated_article_gives_no_year_to_a_day() -> None:
    """A year in another sentence is not that of "October 7"."""
    found = dated("Since September 2022 crews have come and gone. Kell left on October 7.", published=None)
    assert [e.on.value for e in found.expressions if "7" in e.span.text] == ["XXXX-10-07"]


def test_a_line_that_may_be_the_day_of_collection_settles_no_weekday() -> None:
    """A metadata line weeks later would give a wrong day."""
    text = "date 2023-11-07\nKell said on Tuesday the pier was shut."
    found = article(text, ("date 2023-11-07", "metadata"))
    evidence = (found.evidence(5, 15),)
    found = replace(found, published_on=DateReport("2023-11-07", None, "metadata", None, evidence))
    laid = layout(found)
    said = FakeTagger(Said("Kell", "said", "the pier was shut"))
    out = dates(laid, attributions(laid, said).attributions)
    assert out.attributions[0].said_on.value is None


def test_a_dateline_is_what_weekdays_are_counted_from() -> None:
    """No other date is known."""
    text = "Pier shut in Ardeh\nOctober 17, 2023\nKell said on Monday the pier was shut."
    said = Said("Kell", "said", "the pier was shut")
    zones: Zones = (("October 17, 2023", "dateline"),)
    assert days(text, said, published=None, zones=zones) == ["2023-10-16"]


def test_a_dateline_dates_an_undated_article() -> None:
    """The article's own date is what its dateline says."""
    text = "October 17, 2023\nCrews shut the pier in Ardeh."
    found = dated(text, published=None, zones=(("October 17, 2023", "dateline"),))
    assert (found.article.published_on.value, found.article.published_on.basis) == (TUESDAY, "explicit")


def test_words_that_run_on_are_of_the_same_day() -> None:
    """The next paragraph of a quotation was said when the first was."""
    text = "“The pier is shut for now,” Kell said on Sunday.\n“It will open in the spring, we hope.”"
    found = dated(text, Said("Kell", "said", "The pier is shut for now,")).attributions
    assert [a.said_on.value for a in found] == ["2023-10-15"] * len(found)


def test_a_second_statement_is_not_dated_by_the_first() -> None:
    """ "Kell said on Monday … Kell said …" may be two days."""
    text = "Kell said on Monday the pier was shut.\nKell said crews were tired."
    said = (
        Said("Kell", "said", "the pier was shut"),
        Said("Kell said crews", "said crews", "crews were tired"),
    )
    assert days(text, *said) == ["2023-10-16", None]


def test_what_is_said_at_an_event_is_of_its_day() -> None:
    """A speech is told of with its day; what follows was said there."""
    text = "Ada Kell gave a speech in Ardeh on Monday.\nShe said the pier was shut.\nKell warned of fog."
    said = Said("She", "said", "the pier was shut"), Said("Kell warned", "warned", "of fog")
    assert days(text, *said) == ["2023-10-16", "2023-10-16"]


def test_a_meeting_dates_the_words_of_both_who_met() -> None:
    """Each section begins with its own day."""
    text = (
        "On October 3, 2023, Ada Kell met with Jon Marek in Ardeh and said the pier was shut.\n"
        "Marek replied crews were tired."
    )
    said = Said("Ada Kell", "said", "the pier was shut"), Said("Marek replied", "replied", "crews were tired")
    assert days(text, *said, published=None) == ["2023-10-03", "2023-10-03"]


def test_what_others_are_quoted_with_was_said_no_later() -> None:
    """The inner words have their own day, which is not told."""
    text = "Kell said on Monday that Marek claimed the pier was shut."
    said = (
        Said("Kell", "said", "Marek claimed the pier was shut"),
        Said("Marek", "claimed", "the pier was shut", inner=True),
    )
    found = {a.cue[0].text: a.said_on for a in dated(text, *said).attributions}
    assert found["said"].value == "2023-10-16"
    if "claimed" in found:
        assert (found["claimed"].value, found["claimed"].range) == (None, (None, "2023-10-16"))


def test_the_day_words_were_passed_on_is_not_the_day_they_were_said() -> None:
    """ "was quoted by state radio on Monday as saying": the link is dated, the words only bounded."""
    text = "Kell was quoted by state radio on Monday as saying that the pier was shut."
    (a,) = dated(text, Said("Kell", "was quoted|as saying", "the pier was shut")).attributions
    assert [link.on.value for link in a.chain] == ["2023-10-16"]
    assert (a.said_on.value, a.said_on.range) == (None, (None, "2023-10-16"))


def test_yesterday_in_a_quotation_is_counted_from_the_day_it_was_said() -> None:
    """Not from the day of publication."""
    text = "“I was there yesterday with a crew,” Kell said on Sunday."
    found = dated(text, Said("Kell", "said", "I was there yesterday with a crew,"))
    assert {e.span.text: e.on.value for e in found.expressions} == {
        "yesterday": "2023-10-14",
        "Sunday": "2023-10-15",
    }


def test_yesterday_in_a_quotation_of_an_unknown_day_stays_open() -> None:
    """The article's day is not that of the words."""
    text = "“I was there yesterday with a crew,” Kell said."
    found = dated(text, Said("Kell", "said", "I was there yesterday with a crew,"))
    assert [e.on.value for e in found.expressions] == [None]


def test_the_next_day_is_counted_from_the_date_before_it() -> None:
    """An explicit date of the same passage is what anaphoric ones hang on."""
    found = dated("Crews came on October 3, 2023. They left the next day.", published=None)
    assert [e.on.value for e in found.expressions] == ["2023-10-03", "2023-10-04"]


def test_every_date_says_why() -> None:
    """A day that was found by a rule carries its reason."""
    (a,) = dated(
        "Kell said on Monday the pier was shut.", Said("Kell", "said", "the pier was shut")
    ).attributions
    assert [r.name for r in a.reasons if r.field == "said_on"] == ["beside-the-cue"]


def test_a_link_of_a_chain_is_of_the_day_of_its_statement() -> None:
    """Whoever quotes others passed their words on when he spoke."""
    text = "Kell said on Monday that Marek claimed the pier was shut."
    said = (
        Said("Kell", "said", "Marek claimed the pier was shut"),
        Said("Marek", "claimed", "the pier was shut", inner=True),
    )
    found = dated(text, *said).attributions
    links = [link.on.value for a in found for link in a.chain if link.attribution]
    assert set(links) <= {"2023-10-16"}


WRITINGS = [
    ("The court handed down its ruling on Monday. The ruling said the pier was shut.", "2023-10-16"),
    ("In a report released on Monday, crews were blamed. The report said the pier was shut.", "2023-10-16"),
    ("On Monday crews filed a suit. The suit said the pier was shut.", "2023-10-16"),
    # Another one, another day, no coming out:
    ("Crews filed a suit on Monday. In May Kell won a suit. The suit said the pier was shut.", None),
    ("Crews read the report on Monday. The report said the pier was shut.", None),
    ("Kell issued a report on the overnight raid. The report said the pier was shut.", None),
]


@pytest.mark.parametrize(("text", "day"), WRITINGS)
def test_what_a_writing_says_is_of_the_day_it_came_out(text: str, day: str | None) -> None:
    """Where the sentence before tells of that."""
    paper = next(p for p in ("The ruling", "The report", "The suit") if f"{p} said" in text)
    assert days(text, Said(paper, "said", "the pier was shut")) == [day]


PLANS = [
    ("Kell said the board would shut the pier last month.", "2023-09"),
    ("Kell said the board would shut the pier next month.", None),
    ("Kell said the board would take more than last month.", None),
    ("Kell said the board would shut what crews opened last month.", None),
]


@pytest.mark.parametrize(("text", "day"), PLANS)
def test_a_past_day_behind_a_plan_is_that_of_the_saying(text: str, day: str | None) -> None:
    """What would be done cannot have been done last month."""
    assert days(text, Said("Kell", "said", text[len("Kell said ") : -1])) == [day]


def test_an_ordinal_beside_a_relative_day_that_nothing_is_counted_from() -> None:
    """In "yesterday, the 14th" of an article without a day the ordinal is no expression of its own."""
    found = dated("Kell resigned in an interview yesterday, the 14th, hours after the vote.", published=None)
    assert found.expressions
