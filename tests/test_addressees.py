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
        ("Channel 9 on Monday.", "Channel 9"),
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


TOLD = [  # text, speaker, cue, content as the tagger sees it, addressee, content as it should be
    (
        "Orlan told dockers from Vell it rained.",
        "Orlan",
        "told",
        "it rained",
        "dockers from Vell",
        "it rained",
    ),
    (
        "Orlan told him it rained in Vell.",
        "Orlan",
        "told",
        "him it rained in Vell",
        "him",
        "it rained in Vell",
    ),
    ("Orlan told the dockers he won.", "Orlan", "told the dockers", "he won", "the dockers", "he won"),
    ("Orlan told Vell Radio: “It rained.”", "Orlan", "told", "“It rained.”", "Vell Radio", "It rained."),
    (
        "Orlan warned U.S. envoys that it rained.",
        "Orlan",
        "warned",
        "that it rained",
        "U.S. envoys",
        "that it rained",
    ),
    ("Orlan urged Marek Jr. to leave.", "Orlan", "urged", "Marek Jr. to leave", "Marek Jr.", "to leave"),
    (
        "Orlan asked crews on Monday to leave.",
        "Orlan",
        "asked",
        "crews on Monday to leave",
        "crews",
        "to leave",
    ),
    (
        "Orlan called for the council to resign.",
        "Orlan",
        "called for",
        "the council to resign",
        "the council",
        "to resign",
    ),
    ("Orlan pleaded with owners to stay.", "Orlan", "pleaded with", "owners to stay", "owners", "to stay"),
    ("Orlan Urges Marek to Leave", "Orlan", "Urges", "Marek to Leave", "Marek", "to Leave"),
]


@pytest.mark.parametrize(("text", "who", "cue", "tagged", "addressee", "content"), TOLD)
def test_whoever_is_told_is_cut_off_cue_and_content(
    text: str, who: str, cue: str, tagged: str, addressee: str, content: str
) -> None:
    """Wherever the tagger left the words for them: between, in the cue, or in the content."""
    a = only(text, Said(who, cue, tagged))
    assert told(a) == [addressee]
    assert [s.text for s in a.content] == [content]
    assert addressee not in a.cue[0].text


DIRECTED = [
    ("Orlan wrote to the council that it rained.", "wrote", "that it rained", "the council"),
    ("“It rained,” Orlan said to Anna Marek on Monday.", "said", "“It rained,”", "Anna Marek"),
    (
        "Orlan said in an email sent to the Harbour Gazette that it rained.",
        "said",
        "that it rained",
        "the Harbour Gazette",
    ),
    (
        "Orlan wrote a letter this week to Envoy Marek, demanding that it end.",
        "demanding",
        "that it end",
        "Envoy Marek",
    ),
    ("In remarks to Vell Radio, Orlan said it rained.", "said", "it rained", "Vell Radio"),
    ("Orlan, who had spoken to our envoys, said it rained.", "said", "it rained", "our envoys"),
]


@pytest.mark.parametrize(("text", "cue", "content", "addressee"), DIRECTED)
def test_words_are_directed_to_whoever_stands_behind_to(
    text: str, cue: str, content: str, addressee: str
) -> None:
    """Behind the cue itself, or behind the message that the words stood in."""
    a = only(text, Said("Orlan", cue, content))
    assert told(a) == [addressee]
    assert [p.mention[0].text for p in a.speakers] == ["Orlan"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Orlan said to expect rain in Vell.", "said", "to expect rain in Vell"),
        ("Orlan agreed to the plan, saying it was good.", "agreed", "to the plan"),
        ("Orlan called for the ban to be lifted.", "called for", "the ban to be lifted"),
        ("Orlan warned the plan would fail.", "warned", "the plan would fail"),
        ("Orlan asked that it end.", "asked", "that it end"),
        ("Orlan issued a warning that it would rain.", "warning", "that it would rain"),
    ],
)
def test_what_is_spoken_of_is_not_spoken_to(text: str, cue: str, content: str) -> None:
    """No addressee is better than a wrong one."""
    assert told(only(text, Said("Orlan", cue, content))) == []


ASKED = [
    ("Asked whether it rained, Marek shrugged.", "", "Asked", "whether it rained", "Marek", []),
    ("When asked by Orlan if it rained, she nodded.", "Orlan", "asked", "if it rained", "she", ["Orlan"]),
    ("At noon they were told that it rained.", "", "told", "that it rained", "they", []),
    (
        "The crews, who have been informed that it rained, left.",
        "",
        "informed",
        "that it rained",
        "The crews",
        [],
    ),
    ("Marek has been urged by Orlan to leave.", "Orlan", "has been urged", "to leave", "Marek", ["Orlan"]),
]


@pytest.mark.parametrize(("text", "who", "cue", "content", "addressee", "speakers"), ASKED)
def test_who_was_asked_or_told_is_found_in_front_or_behind(
    text: str, who: str, cue: str, content: str, addressee: str, speakers: list[str]
) -> None:
    """The subject of the passive, or of the answer; whoever asked is the speaker, if anybody."""
    a = only(text, Said(who, cue, content))
    assert told(a) == [addressee]
    assert [p.mention[0].text for p in a.speakers] == speakers


def test_a_heading_names_both() -> None:
    """`X to Y: "…"`."""
    text = "Minister Orlan To Envoy Marek: “You Should Leave The Port Of Vell At Once”\n\nIt rained."
    a = only(text, Said("Minister Orlan", "", "“You Should Leave The Port Of Vell At Once”"))
    assert told(a) == ["Envoy Marek"]
