"""Through whom: who passed words on, and who reports the report."""

import pytest

from onrecord.attribution import attributions
from onrecord.attribution.passers import role_of
from onrecord.record import Attribution
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, Said, article


def found(text: str, *said: Said) -> tuple[Attribution, ...]:
    """What comes out when the tagger finds just this."""
    return attributions(layout(article(text)), FakeTagger(*said)).attributions


def links(a: Attribution) -> list[tuple[str, str]]:
    """Role and words of every link."""
    return [(link.role, " ".join(s.text for s in link.party.mention)) for link in a.chain]


IT_RAINED = "that it rained"
PASSED_ON = [
    ("Orlan said that it rained, according to the Vell Gazette.", "media", "the Vell Gazette"),
    ("Orlan said that it rained, as cited by Reuters.", "agency", "Reuters"),
    ("According to the Vell Gazette, Orlan said that it rained.", "media", "the Vell Gazette"),
    ("Orlan said in the Gazette article that it rained.", "media", "the Gazette article"),
    (
        "In a statement carried by state news agency VNA, Orlan said that it rained.",
        "agency",
        "state news agency VNA",
    ),
    ("In a statement released by his office, Orlan said that it rained.", "spokesperson", "his office"),
    ("Through a spokesman, Orlan said that it rained.", "spokesperson", "a spokesman"),
    ("Orlan said via his lawyer that it rained.", "spokesperson", "his lawyer"),
    ("Orlan said, using the @orlan account, that it rained.", "account", "@orlan"),
]


@pytest.mark.parametrize(("text", "role", "who"), PASSED_ON)
def test_whoever_passes_words_on_is_a_link(text: str, role: str, who: str) -> None:
    """Behind the statement, in front of it, or beside the cue."""
    (a,) = found(text, Said("Orlan", "said", IT_RAINED))
    assert links(a) == [(role, who)]
    assert a.chain[0].cue
    assert a.chain[0].attribution is None
    assert [p.mention[0].text for p in a.speakers] == ["Orlan"]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan said that it rained, according to Marek.",
        "Orlan said that it rained in a post on his page.",
        "Orlan said that it rained via a link.",
        "Orlan said that it rained, reported by nobody.",
        "Orlan told the Vell Gazette that it rained.",
        "In a statement issued by Orlan on Monday, Orlan said that it rained.",
    ],
)
def test_who_speaks_or_is_told_passes_nothing_on(text: str) -> None:
    """Persons, channels, listeners and the speaker are no links."""
    cue = "told" if "told" in text else "said"
    (a,) = found(text, Said("Orlan", cue, IT_RAINED))
    assert links(a) == []


QUOTED = [
    ("Orlan was quoted by state radio on Monday as saying that it rained.", "Orlan", "state radio"),
    (
        "Orlan is quoted in the Vell Gazette on Monday, May 3, 2021, as saying that it rained.",
        "Orlan",
        "the Vell Gazette",
    ),
    ("Orlan was quoted Friday by local media as saying that it rained.", "Orlan", "local media"),
    ("The Vell Gazette quoted Orlan as saying that it rained.", "Orlan", "The Vell Gazette"),
    ("He left early, the Gazette said, quoting Orlan as saying that it rained.", "Orlan", "the Gazette"),
    ("The port closed at noon, but it quotes Orlan as saying that it rained.", "Orlan", "it"),
]


@pytest.mark.parametrize(("text", "speaker", "who"), QUOTED)
def test_who_is_quoted_speaks_and_who_quotes_passes_on(text: str, speaker: str, who: str) -> None:
    """In the passive and in the active; the day is not part of either."""
    a = found(text, Said("Orlan", "as saying", IT_RAINED))[-1]
    assert [p.mention[0].text for p in a.speakers] == [speaker]
    assert links(a) == [("media", who)]
    assert "as saying" in [s.text for s in a.cue]


def test_whoever_stands_under_a_post_has_its_account() -> None:
    """`— Name (@handle)`."""
    text = "The port of Vell opens at last. — Anna Marek (@annamarek) May 3, 2021"
    (a,) = found(text, Said("Anna Marek (@annamarek)", "", "The port of Vell opens at last."))
    assert links(a) == [("account", "@annamarek")]
    assert a.speakers[0].mention[0].text == "Anna Marek"


def test_who_cites_is_not_who_spoke() -> None:
    """Nor who saw the letter."""
    text = (
        "According to a diver cited by the Vell Gazette, it rained. A letter seen by Reuters says it snowed."
    )
    first, second = found(
        text,
        Said("a diver cited by the Vell Gazette", "According to", "it rained"),
        Said("A letter seen by Reuters", "says", "it snowed"),
    )
    assert [first.speakers[0].mention[0].text, second.speakers[0].mention[0].text] == ["a diver", "A letter"]
    assert links(first) == [("media", "the Vell Gazette")]
    assert links(second) == [("agency", "Reuters")]


def test_a_medium_that_names_the_speaker_makes_no_statement_of_its_own() -> None:
    """The tagger takes the speaker's name for what the medium said."""
    text = "According to the Vell Gazette, Mayor Anna Orlan, the chief of the port, said that it rained."
    (a,) = found(
        text,
        Said("the Vell Gazette", "According to", "Mayor Anna Orlan, the chief of the port,"),
        Said("Anna Orlan", "said", IT_RAINED),
    )
    assert links(a) == [("media", "the Vell Gazette")]
    assert a.speakers[0].mention[0].text.startswith("Mayor Anna Orlan")


def test_who_reports_a_report_is_in_its_chain() -> None:
    """With the id of the attribution around it; what passed that on comes after it."""
    said = "“On Monday Marek told me by phone that it rained in all of Vell,”"
    text = f"{said} Orlan said, according to the Vell Gazette."
    outer, inner = found(
        text,
        Said("Orlan", "said", said),
        Said("Marek", "told", "that it rained in all of Vell", inner=True),
    )
    assert inner.nested_in == outer.id
    assert links(inner) == [("speaker", "Orlan"), ("media", "the Vell Gazette")]
    assert [link.attribution for link in inner.chain] == [outer.id, outer.id]
    assert [s.text for s in inner.chain[0].cue] == ["said"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("the official Xinhua news agency", "agency"),
        ("AFP", "agency"),
        ("Vell's state television", "media"),
        ("the Harbour Gazette", "media"),
        ("its X account", "account"),
        ("her lawyer", "spokesperson"),
        ("the mayor of Vell", None),
        ("Anna Orlan", None),
    ],
)
def test_words_tell_the_role(words: str, role: str | None) -> None:
    """Names of media and agencies, and nouns for go-betweens."""
    assert role_of(words) == role


def test_what_runs_on_came_through_the_same_hands() -> None:
    """The next paragraph of a quotation has the link too, by the words that name it in the first."""
    said = "“It rained in all of Vell,” Orlan said, according to the Vell Gazette."
    text = f"{said}\n\n“It poured in the old port.”"
    first, second = found(text, Said("Orlan", "said", "“It rained in all of Vell,”"))
    assert second.continues == first.id
    assert second.chain[0].party.mention == ()
    assert [s.text for s in second.chain[0].party.antecedent] == ["the Vell Gazette"]
    assert second.chain[0].cue == ()


BETWEEN = [
    ("It rained, the Vell newspaper reported, citing a diver.", "citing", "a diver", ["the Vell newspaper"]),
    ("In a letter read out by her son, Orlan said it rained.", "said", "Orlan", ["her son"]),
    (
        "“It rained,” Orlan said through an interpreter, according to a pool report.",
        "said",
        "Orlan",
        ["an interpreter", "a pool report"],
    ),
    ("It quoted many, with Orlan saying it rained.", "saying", "Orlan", ["It"]),
]


@pytest.mark.parametrize(("text", "cue", "speaker", "between"), BETWEEN)
def test_go_betweens_are_told_from_speakers(text: str, cue: str, speaker: str, between: list[str]) -> None:
    """Nearest the speaker first."""
    content = next(c for c in ("“It rained,”", "It rained", "it rained") if c in text)
    a = found(text, Said(speaker, cue, content))[0]
    assert [who for _, who in links(a)] == between
    assert [p.mention[0].text for p in a.speakers] == [speaker]
