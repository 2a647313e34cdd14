"""Somebody told or urged where the tagger found nothing."""

import pytest

from onrecord.attribution import attributions
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, article

FOUND = [
    ("Mayor Orlan urged the crews to stay in port.", "Mayor Orlan", "urged", "the crews", "to stay in port"),
    (
        "The port has notified owners that it closes early.",
        "The port",
        "notified",
        "owners",
        "that it closes early",
    ),
    (
        "Marek said it was over and called on the council to act now.",
        "Marek",
        "called on",
        "the council",
        "to act now",
    ),
    ("It was late, and Orlan asked Marek whether it rained.", "Orlan", "asked", "Marek", "whether it rained"),
]


@pytest.mark.parametrize(("text", "who", "cue", "listener", "content"), FOUND)
def test_a_word_with_listener_and_complement_reports(
    text: str, who: str, cue: str, listener: str, content: str
) -> None:
    """Who, with which word, to whom and what, all in one clause."""
    a = attributions(layout(article(text)), FakeTagger()).attributions[-1]
    assert [p.mention[0].text for p in a.speakers] == [who]
    assert [s.text for s in a.cue] == [cue]
    assert [p.mention[0].text for p in a.addressees] == [listener]
    assert [s.text for s in a.content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan would urge the crews to stay in port.",
        "Orlan refused to tell the crews to stay in port.",
        "Orders to the crews to stay in port were lost.",
        "I urge the crews to stay in port.",
        "Orlan warned the plan would fail.",
        "Orlan informed the crews last month.",
    ],
)
def test_what_nobody_has_said_is_not_reported(text: str) -> None:
    """Wishes, nouns, what one does by saying so, and words without a complement."""
    assert attributions(layout(article(text)), FakeTagger()).attributions == ()
