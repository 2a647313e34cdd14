"""Credits in credit lines and datelines."""

import pytest

from onrecord.readers.credits import agency, credits, is_credit_line

LINES = [
    ("Source: AFP", "agency", "AFP"),
    ("Source: The Anville Post", "republished-from", "The Anville Post"),
    ("© 2023 AFP", "agency", "AFP"),
    ("(Reuters)", "agency", "Reuters"),
    ("With files from The Canadian Press", "agency", "The Canadian Press"),
    ("The Associated Press contributed to this report.", "agency", "AP"),
    ("Translated by Ana Bell", "translator", "Ana Bell"),
    ("(Translated from the Arabic by Ana Bell.)", "translator", "Ana Bell"),
    ("Translation: Ana Bell", "translator", "Ana Bell"),
    (
        "This article was originally published by The Anville Post on May 3.",
        "republished-from",
        "The Anville Post",
    ),
    ("Republished with permission from Borough Times.", "republished-from", "Borough Times"),
]
WITHIN = [
    ("ANVILLE, May 3 (AFP) — The bridge stays closed.", "AFP"),
    ("ANVILLE, May 3, IRNA – The bridge stays closed.", "IRNA"),
    ("The bridge stays closed, she said. (AFP)", "AFP"),
    ("The bridge stays closed, she said. — Reuters", "Reuters"),
]
NONE = [
    "She told Reuters on Monday that the bridge stays closed.",
    "Source: a person close to the talks",
    "Reporting by Ana Bell; Editing by Jo Rey",
    "Copyright 2023 The Anville Post",
    "The book was published by Anvil Press in May.",
    "The mayor (left) — and nobody else — spoke.",
    "",
]


@pytest.mark.parametrize(("line", "kind", "name"), LINES)
def test_a_line_that_is_only_a_credit(line: str, kind: str, name: str) -> None:
    """The ways in which credit lines name an agency, a publisher or a translator."""
    assert [(credit.kind, credit.name) for credit in credits(line)] == [(kind, name)]
    assert is_credit_line(line)


@pytest.mark.parametrize(("line", "name"), WITHIN)
def test_an_agency_named_beside_the_report(line: str, name: str) -> None:
    """A dateline and the end of a paragraph may name the agency; such a line is no credit line."""
    assert [(credit.kind, credit.name) for credit in credits(line)] == [("agency", name)]
    assert not is_credit_line(line)


@pytest.mark.parametrize("line", NONE)
def test_a_mention_is_no_credit(line: str) -> None:
    """An agency that is spoken to, and an unnamed source, are credited with nothing."""
    assert credits(line) == ()
    assert not is_credit_line(line)


def test_several_names_are_several_credits_each_with_its_words() -> None:
    """Joint credits are split, and every one slices out of the text."""
    text = "The bridge stays closed.\n\nAFP/Reuters\nAFP"
    found = credits(text)
    assert [credit.name for credit in found] == ["AFP", "Reuters"]
    assert all(text[credit.evidence[0].start : credit.evidence[0].end] == credit.name for credit in found)


def test_only_the_stretches_given_are_looked_at() -> None:
    """A credit outside the stretches asked for is not found."""
    assert credits("(AFP)\n(Reuters)", within=[(6, 15)])[0].name == "Reuters"


def test_short_forms_are_matched_as_written() -> None:
    """An article is no agency because it begins with one's letters in small."""
    assert agency("AP") == "AP"
    assert agency("ap") is None
    assert agency("reuters") == "Reuters"
