"""Figures of several articles: what agrees, what cannot both be right, what counts something else."""

from collections.abc import Sequence
from itertools import permutations

from onrecord.across.comparison import FigureGroup
from onrecord.across.figure_groups import figure_groups
from onrecord.record import Record
from tests.piled import report, utterance, with_figure
from tests.stored import says


def told(outlet: str, text: str, speaker: str, content: str, *, date: str = "2031-05-03") -> Record:
    """An article with one statement."""
    return report(outlet, date, text, says(text, speaker, "said", content))


AGENCY = with_figure(
    told(
        "Coastal Press",
        "Police said 25 people were injured in the crash.",
        "Police",
        "25 people were injured in the crash",
    ),
    "25 people",
    25,
    "people injured",
)
PAPER = with_figure(
    told(
        "Hill Gazette",
        "Police said the crash left 27 injured.",
        "Police",
        "the crash left 27 injured",
        date="2031-05-04",
    ),
    "27",
    27,
    "injured",
)


def groups(*records: Record) -> Sequence[FigureGroup]:
    """The groups where the first statements of all are one utterance."""
    return figure_groups(records, [utterance(*records)])


def test_two_numbers_of_the_same_are_a_conflict() -> None:
    """The sentence names outlets, givers, and that a later count may be another one."""
    (found,) = groups(AGENCY, PAPER)
    assert found.relation == "conflict"
    assert "25 people injured (Police in Coastal Press)" in found.explanation
    assert "27 injured (Police in Hill Gazette)" in found.explanation
    assert found.explanation.endswith("both cannot be right, unless the count was revised in between.")


def test_at_least_so_many_is_less_precise() -> None:
    """27 are at least 25."""
    text = "Police said at least 25 were injured in the crash."
    rough = told("Radio Velden", text, "Police", "at least 25 were injured in the crash")
    bound = with_figure(rough, "at least 25", 25, "injured", high=None, comparator="at-least")
    (found,) = groups(bound, PAPER)
    assert found.relation == "less-precise"


def test_the_same_number_agrees_with_or_without_about() -> None:
    """A hedge that is dropped is no other figure."""
    text = "Police said about 27 were injured in the crash."
    rough = told("Radio Velden", text, "Police", "about 27 were injured in the crash")
    (found,) = groups(with_figure(rough, "about 27", 27, "injured", comparator="about"), PAPER)
    assert (found.relation, found.counts) == ("agree", "injured")


def test_killed_against_killed_and_injured_is_another_scope() -> None:
    """Who counts the dead with the injured does not contradict who counts the injured alone."""
    text = "Police said 29 were killed or injured in the crash."
    both = with_figure(
        told("Radio Velden", text, "Police", "29 were killed or injured in the crash"),
        "29",
        29,
        "killed or injured",
    )
    (found,) = groups(both, PAPER)
    assert found.relation == "different-scope"


def test_units_of_one_kind_are_laid_side_by_side() -> None:
    """400 kilograms against 4.2 tonnes of the same."""
    text = "The firm said 400 kilograms of solvent had escaped."
    firm = told("Coastal Press", text, "The firm", "400 kilograms of solvent had escaped")
    small = with_figure(firm, "400 kilograms", 400, "solvent", kind="measure", unit="kg")
    text = "The office said 4.2 tonnes of solvent had left the tank."
    office = told("Hill Gazette", text, "The office", "4.2 tonnes of solvent had left the tank")
    large = with_figure(office, "4.2 tonnes", 4.2, "solvent", kind="measure", unit="tonnes")
    (found,) = groups(small, large)
    assert found.relation == "conflict"


def test_an_article_that_has_both_numbers_has_them_for_two_things() -> None:
    """21 girls are free and 197 are not: no conflict with a report of the 21."""
    text = "The ministry said 21 girls were freed. Of the girls in the camp 197 are waiting."
    both = told("Hill Gazette", text, "The ministry", "21 girls were freed")
    both = with_figure(with_figure(both, "21 girls", 21, "girls freed"), "197", 197, "girls")
    text = "The ministry said 21 girls were freed in the camp."
    one = with_figure(
        told("Coastal Press", text, "The ministry", "21 girls were freed in the camp"),
        "21 girls",
        21,
        "girls freed",
    )
    assert [(group.relation, len(group.members)) for group in groups(one, both)] == [("agree", 2)]


def test_articles_without_a_common_utterance_are_not_of_one_event() -> None:
    """Another crash has other injured."""
    assert figure_groups([AGENCY, PAPER], []) == ()


def test_groups_have_the_id_of_their_first_figure_in_any_order() -> None:
    """A group is a function of the set of articles."""
    orders = [figure_groups(some, [utterance(*some)]) for some in permutations((AGENCY, PAPER))]
    assert orders[0] == orders[1]
    assert orders[0][0].id == min(AGENCY.figures[0].id, PAPER.figures[0].id) + ":g1"
