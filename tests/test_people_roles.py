"""Which of several an office means: who was spoken of lately, who holds another office, who is apposed."""

import pytest

from tests.test_people import PERSON, settled

TWO = [("Ida Moe", PERSON), ("Ola Falk", PERSON)]
FAR = "The rain went on for days and nobody went out, and the streets were under water. " * 7

CASES = [
    # text, speaker, who
    ("Ida Moe left. Much was said of Ola Falk, the former mayor.", "the former mayor", "Ola Falk"),
    ("Actor Ida Moe left. " + FAR + "Ola Falk came. The actor said no.", "The actor", "Ola Falk"),
    ("Sen. Ida Moe met Mayor Ola Falk. The senator said no.", "The senator", "Ida Moe"),
    ("Ida Moe (R-Ohio) met Ola Falk. The Ohio Republican said no.", "The Ohio Republican", "Ida Moe"),
    ("Ida Moe left. The other man, his cousin Ola Falk, said no.", "his cousin Ola Falk", "Ola Falk"),
    ("Ola Falk came. Ola Falk spoke. The former minister said no.", "The former minister", "Ola Falk"),
]


PARTIES = "Ola Falk, a Democrat from Ohio, left. Ola Falk spoke. Ola Falk went. Ida Moe came."


def test_the_party_said_leaves_out_who_is_of_another() -> None:
    """No Democrat is "the Republican nominee", however often he is named."""
    (party, *_), _ = settled(
        f"{PARTIES} The Republican nominee said no.", "The Republican nominee", names=TWO
    )
    assert party.name == "Ida Moe"


def test_a_surname_behind_mr_is_no_noun() -> None:
    """ "Mr. King" is not the king."""
    text = "Ola Falk, the king, left. Mr. King said no."
    (party, *_), _ = settled(text, "Mr. King", names=TWO)
    assert party.name == "Mr. King"


@pytest.mark.parametrize(("text", "speaker", "who"), CASES)
def test_whom_an_office_means(text: str, speaker: str, who: str) -> None:
    """Apposed, described, not left behind: in that order."""
    (party, *_), _ = settled(text, speaker, names=TWO)
    assert party.name == who


def test_a_president_is_not_the_senator() -> None:
    """Who holds one office is not meant by another, however often he is named."""
    text = "President Ola Falk spoke. Falk left. The senator from Ohio said no."
    (party, *_), _ = settled(text, "The senator from Ohio", names=TWO)
    assert party.name == "The senator from Ohio"


def test_the_surname_alone_is_whom_the_article_is_about() -> None:
    """Of two of one surname the first brought in, once the other was not named for a while."""
    text = "Ola Falk met Ida Falk. " + FAR + "Falk said no."
    names = [("Ola Falk", PERSON), ("Ida Falk", PERSON), ("Falk", PERSON)]
    (_, _, party), _ = settled(text, "Falk", "Falk", "Falk", names=names)
    assert party.name == "Ola Falk"


def test_a_list_behind_a_name_is_no_description() -> None:
    """ "X, the Red Front and other groups" says nothing of X; nor does a building called after an imam."""
    text = "Ola Falk, the Imam Reza Hall in Velden, and Ida Moe, a judge, said no."
    _, entities = settled(text, "Ola Falk", names=TWO)
    said = {e.name: [d.text for d in e.descriptions] for e in entities}
    assert said["Ola Falk"] == []


def test_what_a_team_is_called_is_not_its_owner() -> None:
    """ "his team" is not the man."""
    (party, *_), _ = settled("Ola Falk left. Later his team said no.", "his team", names=TWO)
    assert party.name == "his team"


def test_who_is_the_noun_before_it() -> None:
    """ "the port workers who": they, not a name before them."""
    text = "Ola Falk met some harbour pilots who said no."
    (party, *_), _ = settled(text, "who", names=TWO)
    assert party.name == "some harbour pilots"


def test_who_goes_on_about_a_name_and_what_is_said_of_it() -> None:
    """ "X, a member of the council, who": X, not the council."""
    text = "They met Ida Moe, a baker and member of the harbour council, who said no."
    (party, *_), _ = settled(text, "who", names=TWO)
    assert party.name == "Ida Moe"


WHO = [
    "Ola Falk met Ida Moe, the seasoned old senior harbour reporter who said no.",
    "Ola Falk met Ida Moe (D-Ohio), who said no.",
    "Ola Falk left. Ida Moe was the first mayor who said no.",
]


@pytest.mark.parametrize("text", WHO)
def test_who_goes_back_past_a_long_noun_a_bracket_and_was(text: str) -> None:
    """Between a name and its "who" may stand what says who that is."""
    (party, *_), _ = settled(text, "who", names=TWO)
    assert party.name == "Ida Moe"


COMMANDER = "The commander of the port"
SECOND = "a general known as Ola Falk"
WARNED = "A general warned us. “No,”"
ONE_OF = "One of his predecessors"
INTRODUCED = [
    # text, speakers, what the first is called
    ("A general warned of war. “No,” Ola Falk said.", ["A general", "Ola Falk"], "Ola Falk"),
    (f"{COMMANDER} warned us. General Ola Falk said no.", [COMMANDER, "General Ola Falk"], "Ola Falk"),
    ("A general warned us. Mayor Ola Falk said no.", ["A general", "Mayor Ola Falk"], "A general"),
    (f"Its general warned us. {SECOND}, said no.", ["Its general", SECOND], "Ola Falk"),
    (f"Port general warns\n\n{WARNED} Ola Falk said.", ["Port general", "A general", "Ola Falk"], "Ola Falk"),
    ("Ola Falk came. A general warned us. “No,” Falk said.", ["A general", "Falk"], "A general"),
    ("One of his predecessors left. President Ola Falk said no.", [ONE_OF, "President Ola Falk"], "Ola Falk"),
    (FAR + FAR + "The general warned us. “No,” Ola Falk said.", ["The general", "Ola Falk"], "The general"),
]


@pytest.mark.parametrize(("text", "speakers", "called"), INTRODUCED)
def test_somebody_described_first_is_who_speaks_next_by_name(
    text: str, speakers: list[str], called: str
) -> None:
    """Unless the name is not new, or of another office, or "the general" is spoken of far down."""
    (party, *_), _ = settled(text, *speakers, names=TWO)
    assert party.name == called


def test_what_somebody_new_is_called_is_a_description() -> None:
    """ "The general" below is whom "a general" turned out to be."""
    text = "A general warned of war. “No,” Ola Falk said. The general said so again."
    parties, _ = settled(text, "A general", "Ola Falk", "The general", names=TWO)
    assert {party.name for party in parties} == {"Ola Falk"}


KNOWN_AS = "The spokesman of the port, known as Commander Falk"


OPEN = [
    # text, speakers: the first is nobody who is named
    ("An aide, who declined to be named, left. “No,” Ola Falk said.", ["An aide", "Ola Falk"]),
    ("President Ola Falk left. Our next president said no.", ["Our next president"]),
    ("Ola Falk, a reporter, left. This reporter said no.", ["This reporter"]),
]


@pytest.mark.parametrize(("text", "speakers"), OPEN)
def test_who_is_not_named_or_not_yet_in_office_is_nobody_named(text: str, speakers: list[str]) -> None:
    """Nor is the one who tells the story."""
    (party, *_), _ = settled(text, *speakers, names=TWO)
    assert party.name == speakers[0]


def test_whom_and_who_are_said_of_one() -> None:
    """ "Bo, whom Ann called, and who": Bo; and "they" are not one man."""
    text = "We met Ola Falk, whom Ida Moe called, and who said no. They said so."
    parties, _ = settled(text, "who ", "They", names=TWO)
    assert [p.name for p in parties] == ["Ola Falk", None]


def test_a_word_before_minister_does_not_make_it_a_name() -> None:
    """ "Ex-minister" is whoever is named below; "an Acme hand" is not Acme, "None" is nobody's name."""
    text = "Ex-minister says no\n\nOla Falk said no. An Acme hand said so. None of them said so."
    speakers = ["Ex-minister", "Ola Falk", "An Acme hand", "None of them"]
    parties, _ = settled(text, *speakers, names=[*TWO, ("Acme", "organisation")])
    assert [p.name for p in parties] == ["Ola Falk", "Ola Falk", "An Acme hand", "None of them"]


BESIDE = [
    # text, speaker, who
    ("The water minister, Ola Falk, called it late.", "The water minister", "Ola Falk"),
    ("The water minister, Ola Falk said, called it late.", "The water minister", "The water minister"),
    (f"{KNOWN_AS}, said no.", KNOWN_AS, "Falk"),
    ("Its spokesman said no. The port sent its spokesman, Ola Falk.", "Its spokesman", "Its spokesman"),
]


@pytest.mark.parametrize(("text", "speaker", "who"), BESIDE)
def test_a_name_beside_an_office_is_who_holds_it(text: str, speaker: str, who: str) -> None:
    """Between commas; "its spokesman" is nobody's who is so called later on."""
    (party, *_), _ = settled(text, speaker, names=[*TWO, ("Falk", PERSON)])
    assert party.name == who
