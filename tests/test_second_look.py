"""Which contents the network looks at once more."""

import pytest

from onrecord.attribution.draft import Draft, Drafts
from onrecord.attribution.second_look import second_look

LOOKED_AT = [
    "the driver told us to get out of the bus at once",
    "I told them that the pier would be shut for a year",
    "in Velden he has never denied that the pier was his idea",
]
PASSED_OVER = [
    "he told us to get out",  # too short
    "the pier will be open again before the winter is over",
    "I think the pier will be open again before the winter",
    "we don’t really want a pier that nobody in Ardeh needs",
    "the pier is the last in the United States of that age",
    "the council will try to open the pier before the winter",
]


@pytest.mark.parametrize("text", LOOKED_AT)
def test_looked_at(text: str) -> None:
    """A word that may report something inside is worth a look."""
    assert second_look(text, Drafts((Draft(0, ((0, len(text)),)),))) == [(0, len(text))]


@pytest.mark.parametrize("text", PASSED_OVER)
def test_passed_over(text: str) -> None:
    """Few words, what somebody does in saying it, names, and words that hardly ever report."""
    assert second_look(text, Drafts((Draft(0, ((0, len(text)),)),))) == []


def test_a_cue_that_has_its_content() -> None:
    """A word that is a cue already gives no second attribution."""
    text = LOOKED_AT[0]
    told = (text.index("told"), text.index("told") + 4)
    drafts = Drafts((Draft(0, ((0, len(text)),)), Draft(1, ((told[1] + 1, len(text)),), cue=(told,))))
    assert second_look(text, drafts) == []
