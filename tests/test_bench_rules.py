"""The gate's row of rules: what a direct quotation of the gold is."""

import pytest

from bench.rules import joined, stands_inside

TEXT = "“We leave. We stay,” he said. “Now.” They call it “a game” of dice."
QUOTED = [(1, 19), (31, 35), (51, 57)]


@pytest.mark.parametrize(
    "words, inside",
    [
        ("“We leave. We stay,”", True),
        ("We stay", True),
        ("“a game” of dice", False),
        ("he said", False),
        ("“", False),
    ],
)
def test_a_direct_quotation_has_every_letter_in_marks(words: str, inside: bool) -> None:
    """With its marks or without them, whole or in part; not with words from outside."""
    at = TEXT.index(words)
    assert stands_inside(TEXT, [(at, at + len(words))], QUOTED) is inside


def test_sentences_of_one_quotation_are_one_span() -> None:
    """Blanks do not part what is said; other words do."""
    assert joined(TEXT, [(30, 35), (11, 20), (0, 10)]) == [(0, 20), (30, 35)]
