"""To whom something was said: in front of it, behind it, and where the cue is passive."""

import pytest

from onrecord.attribution import attributions
from onrecord.record import Attribution
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, Said, article


def only(text: str, said: Said) -> Attribution:
    """The one attribution that comes out when the tagger finds just this."""
    (found,) = attributions(layout(article(text)), FakeTagger(said)).attributions
    return found


def told(a: Attribution) -> list[str]:
    """The addressees as they stand in the text."""
    return [s.text for p in a.addressees for s in p.mention]


@pytest.mark.parametrize(
    ("behind", "addressee"),
    [
        ("reporters.", "reporters"),
        ("the Harbour Gazette on Monday.", "the Harbour Gazette"),
        ("cheering dockers in Vell.", "cheering dockers"),
        ("Anna Marek, who had asked.", "Anna Marek"),
    ],
)
def test_who_is_told_stands_behind_the_cue_of_a_quotation(behind: str, addressee: str) -> None:
    """Up to the day, the place or the clause that follows."""
    a = only(
        f"“We will rebuild the port,” he told {behind}", Said("he", "told", "“We will rebuild the port,”")
    )
    assert told(a) == [addressee]


def test_a_permission_is_nobody() -> None:
    """What somebody asks for was not spoken to."""
    a = only(
        "Orlan asked permission to build a new pier.",
        Said("Orlan", "asked", "permission to build a new pier"),
    )
    assert told(a) == []


def test_who_was_told_did_not_say_it() -> None:
    """The subject of a passive cue is the addressee, and the text does not say who spoke."""
    text = "The dockers were told to leave the pier."
    a = only(text, Said("The dockers", "were told", "to leave the pier"))
    assert told(a) == ["The dockers"]
    assert a.speakers == ()


def test_calling_something_a_name_is_said_to_nobody() -> None:
    """ "Called on" has an object that is spoken to, "called" has not."""
    a = only(
        "He called the old pier a ruin to be ashamed of.",
        Said("He", "called", "the old pier a ruin to be ashamed of"),
    )
    assert told(a) == []
