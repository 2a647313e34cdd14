"""Dates that do not go together: found where they are planted, and nowhere else."""

from dataclasses import replace

import pytest

from onrecord.attribution import attributions
from onrecord.dates import Dated, dates
from onrecord.record import DateReport, Evidence
from onrecord.text.layout import layout
from onrecord.text.zones import zones
from tests.fakes import FakeTagger, Said, article

METADATA, WEEKDAY, DIFFERS = "metadata-vs-content", "weekday-vs-date", "date-differs"


def dated(text: str, *said: Said, published: str | None = None, updated: str | None = None) -> Dated:
    """An article with these dates in its metadata, as it is dated."""
    found = article(text)
    found = replace(
        found,
        zones=zones(replace(found, zones=())),
        published_on=_stated(published, "published"),
        updated_on=_stated(updated, "modified"),
    )
    laid = layout(found)
    return dates(laid, attributions(laid, FakeTagger(*said)).attributions)


def _stated(value: str | None, place: str) -> DateReport:
    if value is None:
        return DateReport()
    return DateReport(
        value, None, "metadata", None, (Evidence("0123456789abcdef", place, None, None, value),)
    )


def kinds(text: str, published: str | None = None, updated: str | None = None) -> list[str]:
    """The kinds of the conflicts in a text."""
    found = dated(text, published=published, updated=updated).flags
    return [flag.kind for flag in found if flag.kind != "undated"]


PLANTED = [
    ("Crews shut the pier on Monday, 17 October 2023.", None, WEEKDAY),
    ("Crews shut the pier on Monday, 17 October.", "2023-10-18", WEEKDAY),
    ("Crews shut the pier on 17 October 2023, a Monday.", None, WEEKDAY),
    ("Crews shut the pier yesterday, the 14th.", "2023-10-18", DIFFERS),
    ("Crews shut the pier three days ago, on October 9.", "2023-10-18", DIFFERS),
    ("Crews came on 3 May 2023 and left the next day, 7 May.", "2023-05-18", DIFFERS),
    ("ARDEH, Oct. 3 (Kell News) - Crews shut the pier.", "2023-10-18", METADATA),
    ("(Kell News, 28 July) - Crews shut the pier.", "2023-07-20", METADATA),
    ("Crews shut the pier today, Tuesday 3 October.", "2023-11-07", METADATA),
    ("Crews will meet the mayor on Thursday, October 5.", "2023-11-07", METADATA),
    ("Crews must leave the pier by October 5.", "2023-11-07", METADATA),
    ("On Thursday, October 5, the people of Ardeh will vote.", "2023-11-07", METADATA),
    ("By October 5, crews must leave the pier.", "2023-11-07", METADATA),
    ("Talks resume in Ardeh on October 5.", "2023-11-07", METADATA),
    ("Kell, who takes office on October 5, named her crew.", "2023-11-07", METADATA),
    ("Tickets go on sale on October 5.", "2023-11-07", METADATA),
    ("The vote is only five days away, on October 5.", "2023-11-07", METADATA),
    ("Crews shut the pier on Tuesday, October 17, 2023.", "2023-10-03", METADATA),
    ("Crews shut the pier in Ardeh on October 17.", "2023-10-03", METADATA),
    ("Crews have left since 17 October 2023.", "2023-10-03", METADATA),
]


@pytest.mark.parametrize(("text", "published", "kind"), PLANTED)
def test_a_planted_conflict_is_found(text: str, published: str | None, kind: str) -> None:
    """One kind each."""
    assert kinds(text, published) == [kind]


SOUND = [
    ("Crews shut the pier on Tuesday, 17 October 2023.", "2023-10-18"),
    ("Crews shut the pier on Tuesday, Oct. 17.", "2023-10-18"),
    ("Crews shut the pier yesterday, the 17th.", "2023-10-18"),
    ("Crews shut the pier about a week ago, on October 12.", "2023-10-18"),
    ("ARDEH, Oct. 17 (Kell News) - Crews shut the pier.", "2023-10-18"),
    ("Crews will meet the mayor on Thursday, October 26.", "2023-10-18"),
    ("Crews were to meet the mayor on October 5, but the talks fell through.", "2023-10-18"),
    ("The pier is shut ahead of the October 24 vote.", "2023-10-18"),
    ("Crews agreed to leave the pier on October 24.", "2023-10-18"),
    ("The vote was set for October 24, the mayor said.", "2023-10-18"),
    ("Crews looked to the November 8 vote.", "2023-10-18"),
    ("In 1752 Wednesday 2 September was followed by Thursday 14 September.", "2028-02-25"),
    ("Ten years after the fire, on 3 April 2017, crews planted a tree.", "2027-04-04"),
    ("Crews shut the pier on 24 October 2022.", "2023-10-18"),
    ("The vote was to take place on October 5 but was called off.", "2023-11-07"),
    ("Kell had said that the pier would open on October 5.", "2023-11-07"),
    ("The board will look into the fire of October 5.", "2023-11-07"),
    ("The court will hear how on October 5 the ferry sank.", "2023-11-07"),
    ("On October 5 Kell said that the pier will open.", "2023-11-07"),
    ("“We opened the pier today, 3 October,” a sign of 2019 said.", "2023-10-18"),
]


@pytest.mark.parametrize(("text", "published"), SOUND)
def test_what_goes_together_is_no_conflict(text: str, published: str) -> None:
    """Plans, history, quotations and loose counts are not taken for one."""
    assert kinds(text, published) == []


TWICE = [
    "The painter Ilse Brandt died in Velden on 4 May. A book lies out since the painter's death on 5 May.",
    "The treaty was signed in Ardeh on 4 May. Since the signing of the treaty on 5 May, all is calm.",
    "The mayor's letter is dated 4 May. Kell wrote the letter on 5 May, his spokeswoman said.",
    "Parliament rejected the law by 52 to 48 on 4 May. After Monday's vote, on 5 May, the minister left.",
    "Rebels attacked the barracks in Sundt on 4 May. The attack, on 5 May, was the deadliest of the war.",
    "A plane crashed near Rennoy on 4 May. The crash on 5 May was the second of the year.",
    "Police arrested the banker Otto Reiss on 4 May. Since his arrest on 5 May he has slept little.",
    "The probe Lark left Ardeh.\n\nLark was launched on 4 May.\n\nTimeline\n\n5 May: launch of Lark",
    "In her speech on 4 May, President Tova Lind promised a vote. Lind's speech on 5 May lasted two hours.",
    "The court sentenced Marek Dahl to nine years on 4 May. Dahl, who was sentenced on 5 May, will appeal.",
    "The bridge over the Sabar collapsed on 4 May. The day of the collapse, 5 May, was a Sunday.",
    "The foundation published its report on hunger on 4 May. The report, released on 5 May, has 300 pages.",
    "Ministers of Calder and Ivra met in Ardeh on 4 May. The meeting in Ardeh on 5 May was the first.",
    "Voters in Calder elected a mayor on 4 May. The election, which was held on 5 May, was quiet.",
    "The singer Lola Marsh married Ted Crane on 4 May. Since their wedding on 5 May they travel.",
    "Governor Pell apologised in a post on 4 May. The post, dated 5 May, was shared widely.",
]


@pytest.mark.parametrize("text", TWICE)
def test_one_happening_with_two_days_is_found(text: str) -> None:
    """By verb or noun, as the same people's or as what the reader knows already."""
    assert DIFFERS in kinds(text, "2024-05-09")


TWO_HAPPENINGS = [
    "The minister spoke in Ardeh on 4 May about taxes. In a speech in Garr on 5 May she spoke about schools.",
    "Kell met Ruiz in Ardeh on 4 May. They met again in Ardeh on 5 May, after a day of rest.",
    "The launch of the probe had been planned for 4 May. The probe was launched on 5 May, a day late.",
    "Police arrested Otto Reiss on 4 May. His brother, Karl Reiss, was arrested on 5 May.",
    "Police arrested two men in Garr on 4 May. A third man was arrested in Garr on 5 May.",
    "The attack on Sundt on 4 May killed nine soldiers. An attack on Halda on 5 May killed four.",
    "Rebels attacked the barracks on 4 May. The barracks were attacked again on 5 May.",
    "Ilse Brandt died on 4 May. Her death was announced on 5 May by her gallery.",
    "The letter is dated 4 May. The council received the letter on 5 May.",
    "The plane crashed on 4 May. Investigators came to the site of the crash on 5 May.",
    "Parliament voted on the budget on 4 May. Parliament voted on the pension law on 5 May.",
    "Kell resigned on 4 May. His deputy resigned on 5 May.",
    "The firm signed a pact with Calder on 4 May. The firm signed a pact with Ivra on 5 May.",
    "The interview was recorded on 4 May. The interview was broadcast on 5 May.",
    "The exhibition opened on 5 May, a day late. The opening had been set for 4 May.",
    "The summit began on 4 May. On 5 May, the second day of the summit, leaders spoke of grain.",
]


@pytest.mark.parametrize("text", TWO_HAPPENINGS)
def test_two_happenings_on_two_days_are_no_conflict(text: str) -> None:
    """Other people, plans, what follows, what is told of it, another one of the kind."""
    assert kinds(text, "2024-05-09") == []


def test_an_update_before_the_publication_shows_the_lines_that_say_so() -> None:
    """The words of the page are the evidence, where it has them."""
    text = "Pier shut\n\nPublished 30 June 2023\n\nUpdated 28 June 2023\n\nCrews shut the pier in Ardeh."
    (flag,) = dated(text, published="2023-06-30T08:00:00Z", updated="2023-06-28T08:00:00Z").flags
    assert flag.kind == METADATA
    assert {"30 June 2023", "28 June 2023"} <= {e.text for e in flag.evidence}


def test_one_act_with_two_days_is_found_in_a_box() -> None:
    """The list of dates gives another day than the report."""
    text = (
        "In a letter to the crews, dated 16 June, Mayor Kell resigned from the harbour board.\n\n"
        "The board met in Ardeh to hear of it, and said no more.\n\n"
        "14 June: Mayor Kell resigns from the harbour board in a letter\n"
    )
    assert kinds(text, "2023-06-21") == [DIFFERS]


def test_a_conflict_says_what_is_wrong_in_one_sentence() -> None:
    """With the words, the day they name, and what speaks against it."""
    (flag,) = dated("Crews shut the pier on Monday, 17 October 2023.").flags
    assert flag.explanation.startswith("The text says 'Monday, 17 October 2023'")
    assert "is a Tuesday, not a Monday" in flag.explanation
    assert [e.text for e in flag.evidence] == ["Monday, 17 October 2023"]


def test_a_date_in_conflict_keeps_both_readings() -> None:
    """The other one stands among its others."""
    (one,) = dated("Crews shut the pier on Monday, 17 October 2023.").expressions
    assert [o.kind for o in one.on.others] == ["conflict"]


def test_a_doubtful_publication_date_says_so() -> None:
    """It stays what the page says, with what the text says against it."""
    found = dated("Crews shut the pier on Tuesday, October 17, 2023.", published="2023-10-03")
    assert found.article.published_on.value == "2023-10-03"
    assert [o.kind for o in found.article.published_on.others] == ["conflict"]


def test_a_flag_names_the_statements_it_dates() -> None:
    """Whoever looks at the statement must see it."""
    text = "Kell said on Monday, 17 October 2023 the pier was shut."
    (flag,) = dated(text, Said("Kell", "said", "the pier was shut")).flags
    assert flag.attributions == ("0123456789abcdef:a1",)


def test_an_undated_article_says_what_it_leaves_open() -> None:
    """One flag, with the words and the statements they would date."""
    text = "Kell said on Tuesday the pier was shut."
    (flag,) = dated(text, Said("Kell", "said", "the pier was shut")).flags
    assert (flag.kind, flag.attributions) == ("undated", ("0123456789abcdef:a1",))
    assert "'Tuesday'" in flag.explanation


def test_what_was_said_after_the_publication_is_a_conflict() -> None:
    """A saying is past, whatever it announces."""
    text = "Kell announced on 19 May the pier was shut."
    (flag,) = dated(text, Said("Kell", "announced", "the pier was shut"), published="2023-05-12").flags
    assert (flag.kind, flag.attributions) == (METADATA, ("0123456789abcdef:a1",))
