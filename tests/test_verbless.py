"""Who said it where no verb says so."""

import pytest

from onrecord.attribution import attributions
from onrecord.record import Attribution
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, Said, article


def find(text: str, *said: Said) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of what comes out when the tagger finds just this."""
    return [words(one) for one in attributions(layout(article(text)), FakeTagger(*said)).attributions]


def words(one: Attribution) -> tuple[str, str, str]:
    """Speaker, cue and content as printed."""
    mention = [s.text for p in one.speakers for s in p.mention]
    return " ".join(mention), " ".join(s.text for s in one.cue), " | ".join(s.text for s in one.content)


CASES = [
    ("It was, in the words of one envoy, “a long night”.", ("one envoy", "in the words of", "a long night")),
    ("It was “a long night”, in the words of one envoy.", ("one envoy", "in the words of", "a long night")),
    ("It was, as Marek put it, “a long night”.", ("Marek", "as put it", "a long night")),
    ("“A long night,” as Marek later put it.", ("Marek", "as later put it", "A long night,")),
    ("“Who knows,” was how Marek put it.", ("Marek", "was how put it", "Who knows,")),
    ("Many left. “Same again,” from the baker.", ("the baker", "from", "Same again,")),
    (
        "The army's account: a single shot into the air.",
        ("The army's", "account", "a single shot into the air"),
    ),
    ("The minister's verdict? “Too late.”", ("The minister's", "verdict", "Too late.")),
    ("His answer: “Ask them.”", ("His", "answer", "Ask them.")),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_phrases_that_stand_for_a_verb(text: str, expected: tuple[str, str, str]) -> None:
    """The phrase is the cue, and whom it names the speaker."""
    assert expected in find(text)


def test_the_noun_holds_for_the_sentences_after_it() -> None:
    """In "The army's account: … The family's: …" both are accounts."""
    found = find("The army's account: a single shot. The family's: eleven rounds of fire.")
    assert ("The family's", "account", "eleven rounds of fire") in found


NO_STATEMENTS = [
    "The army's route: a single road into the hills.",
    "The reaction in the east? Shrugs, mostly.",
    "She bought “The Long Night” from the baker.",
    "As it was put to the vote, “The Long Night” was played.",
]


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_what_only_looks_alike(text: str) -> None:
    """A noun that is no utterance, a question without words in marks, and a purchase report nothing."""
    assert not [one for one in find(text) if one[0]]


def test_the_words_are_taken_out_of_another_statement() -> None:
    """What "as the host put it" reports is not also what somebody else said."""
    text = "The summit was “a buffet”, a guest said; as the host put it, “a historic deepening.”"
    found = find(text, Said("a guest", "said", "“a buffet”|“a historic deepening.”"))
    assert ("a guest", "said", "a buffet") in found
    assert ("the host", "as put it", "a historic deepening.") in found


def test_what_the_tagger_found_right_stays() -> None:
    """A statement of the same speaker with a cue of its own is left alone."""
    text = "It was, as Marek put it, “a long night”."
    assert find(text, Said("Marek", "put", "“a long night”")) == [("Marek", "put", "a long night")]
