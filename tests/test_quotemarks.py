"""Quotation marks: every common style, across paragraphs, and the ones that never pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotemarks import Quotation, quotations


def inside(text: str) -> list[str]:
    """What stands inside marks."""
    return [text[q.start : q.end] for q in quotations(text) if q.closed]


def only(text: str) -> Quotation:
    """The one quotation there is."""
    (q,) = quotations(text)
    return q


CASES = [
    ("“We won,” she said. “Again.”", ["We won,", "Again."]),
    ('"We won," she said. "Again."', ["We won,", "Again."]),
    ("‘We won’t go,’ she said.", ["We won’t go,"]),
    ("'We won't go,' she said.", ["We won't go,"]),
    ("``We won,'' she said.", ["We won,"]),
    ("''We won,'' she said.", ["We won,"]),
    ("« Oui », dit-elle.", [" Oui "]),
    ("»Ja«, sagte sie.", ["Ja"]),
    ("„Nein“, sagte sie.", ["Nein"]),
    ("”Ja”, sa hon.", ["Ja"]),
    ("「はい」と言った。", ["はい"]),
    ('Orlan " is doomed." The end', [" is doomed."]),
    ("“She told me, ‘go home,’ and I left.”", ["She told me, ‘go home,’ and I left.", "go home,"]),
    ("\"She told me, 'go home,' and I left.\"", ["She told me, 'go home,' and I left.", "go home,"]),
    ("“first “inner” out”", ["first “inner” out", "inner"]),
    ("Orlan Says 'We Answer; Let's Answer; Today'; Calls", ["We Answer; Let's Answer; Today"]),
    ("‘The students’ vote’s over.’", ["The students’ vote’s over."]),
    ('Oddly “mixed" marks', ["mixed"]),
    ("She liked '''the old one,''' he said.", ["'the old one,'", "the old one,"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_common_styles_pair(text: str, expected: list[str]) -> None:
    """Curly, straight, single, double, typewriter and foreign marks pair, inner ones inside outer ones."""
    assert inside(text) == expected


NONE = [
    "the students' vote",
    "'Tis the '90s",
    "He is 6'2\" tall",
    "rock 'n' roll",
    "It's theirs, isn't it",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    """Apostrophes, elisions, feet and inches open nothing."""
    assert inside(text) == []


def test_a_mark_repeated_on_each_paragraph_runs_on() -> None:
    """Opening marks on every paragraph and one closing mark: one quotation in pieces, none unbalanced."""
    pieces = quotations("“One.\n\n“Two.\n\n“Three,” she said.")
    assert [(q.closed, q.continues, q.runs_on) for q in pieces] == [
        (True, False, True),
        (True, True, True),
        (True, True, False),
    ]


def test_paragraphs_without_marks_between_belong_to_the_quotation() -> None:
    """A lone closing mark two paragraphs on shows that the one between is quoted too."""
    assert inside('"One.\n\nTwo.\n\nThree," she said.') == ["One.", "Two.", "Three,"]


def test_a_line_break_inside_marks_does_not_part_them() -> None:
    """A single line break is no paragraph."""
    assert inside('"We came.\nWe saw," she said.') == ["We came.\nWe saw,"]


def test_an_opening_mark_that_never_closes_is_unbalanced_and_harmless() -> None:
    """It ends with its paragraph and the next quotation pairs as if nothing had been."""
    found = quotations("“We go, she said.\n\nThey call it “fair” there.")
    assert [(q.closed, q.start) for q in found] == [(False, 1), (True, 33)]


TO_END = [
    ("“We go. It is late.", True),  # opens the paragraph
    ("She told us: “We go. It is late.", True),
    ("They call it “fair there.", False),
    ("“we go, she said.", False),  # no sentence begins here
    ("“We go,” she said.", False),  # it closes
]


@pytest.mark.parametrize(("text", "to_end"), TO_END)
def test_a_mark_left_open_may_mean_the_rest_of_its_paragraph(text: str, to_end: bool) -> None:
    """Where it opens the paragraph or follows a colon; it stays unbalanced."""
    last = quotations(text)[-1]
    assert last.to_end is to_end
    assert not (last.to_end and last.closed)


def test_a_stray_closing_mark_is_kept_as_an_empty_unbalanced_one() -> None:
    """It is said to be there, and holds no words."""
    q = only("They left” early.")
    assert (q.closed, q.opener, q.start, q.end) == (False, "", 9, 9)


def test_an_inner_quotation_has_depth_one() -> None:
    """Depth counts the quotations around."""
    assert [q.depth for q in quotations("“He said ‘go’ twice.”")] == [0, 1]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=60))
def test_any_jumble_of_marks_gives_stretches_inside_the_text(text: str) -> None:
    """No jumble of marks raises, and every stretch lies inside the text in order."""
    found = quotations(text)
    assert all(0 <= q.start <= q.end <= len(text) for q in found)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
