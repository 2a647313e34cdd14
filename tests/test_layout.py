"""Paragraphs as the later stages see them."""

import pytest

from onrecord.text.layout import LONGEST_BLOCK, layout
from tests.fakes import article


def blocks(text: str) -> list[str]:
    """The text of each block."""
    return [text[b.start : b.end] for b in layout(article(text)).blocks]


def test_a_line_is_a_paragraph() -> None:
    """Blank lines and line breaks part alike where sentences end."""
    assert blocks("It rained.\nOrlan left.\n\nMarek stayed.") == [
        "It rained.",
        "Orlan left.",
        "Marek stayed.",
    ]


def test_a_sentence_broken_over_lines_is_one_block() -> None:
    """A line that goes on with a small letter after no full stop."""
    assert blocks("Orlan said the\nold port\nis lost.") == ["Orlan said the\nold port\nis lost."]


def test_a_line_that_goes_on_behind_closing_marks_is_joined() -> None:
    """The reporting clause of a quotation, on a line of its own."""
    assert blocks("“It rained.”\nsaid Orlan.\niPhones were lost.")[0] == "“It rained.”\nsaid Orlan."


def test_a_wrapped_text_is_read_by_its_blank_lines() -> None:
    """Mail programs break lines at a column, before capitals too."""
    line = "and then the mayor of the town of Vell went on to tell the Harbour"
    text = "\n".join([line] * 8) + ".\n\n" + "\n".join(["Marek " + line] * 3) + "."
    assert [b.count("\n") for b in blocks(text)] == [7, 2]


def test_a_headline_is_not_joined_to_the_line_below() -> None:
    """It ends without a full stop, and what follows begins with a capital."""
    assert blocks("Port lost in storm\nDecember 16, 2031\nOrlan left.")[0] == "Port lost in storm"


def test_a_file_in_one_line_is_cut_into_blocks() -> None:
    """Nothing is lost by it, and no block is longer than a paragraph can be."""
    text = "It rained all day. " * 4000
    parts = blocks(text)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, parts)) <= LONGEST_BLOCK


CUT = {  # a line too long for a paragraph, and whether it is read
    "prose": ("Ana Ruiz said on Monday that the bridge of Velden will be built. " * 300, True),
    "dialogue": ("“No,” said Ana. “We will build it,” said Bo, “and soon.” She did not answer. " * 300, True),
    "apostrophes": ("The boys' boats weren't the mayor's, said Bo. " * 400, True),
    "packed data": ("iVBORw0KGgoAAAANSUhEUgAA" * 1000, False),
    "a row of signs": (". - * " * 4000, False),
    "single letters": ("a b c d " * 3000, False),
    "a row of quotation marks": ("“so ”it " * 3000, False),
}


@pytest.mark.parametrize("line, read", CUT.values(), ids=CUT)
def test_a_line_too_long_for_a_paragraph(line: str, read: bool) -> None:
    """Of a line that no paragraph is as long as, only what is made of words is read."""
    assert bool(blocks(line)) == read
