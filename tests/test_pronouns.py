"""Whom pronouns stand for: mentions, what is seen of them, and who is chosen."""

from collections.abc import Mapping

import pytest

from bench.gap import Case, f1, titled, with_names
from onrecord.people.given_names import gender_of_given
from onrecord.people.mention import Mention
from onrecord.people.pairs import features, pairs
from onrecord.people.pronouns import answers, antecedents
from onrecord.people.scene import scene

NAMES: Mapping[str, tuple[int, str | None]] = {
    "Anna Bell": (0, "person"),
    "Bell": (0, "person"),
    "Tom Ortiz": (1, "person"),
    "Ortiz": (1, "person"),
    "Norwick Rail": (2, "organisation"),
    "the residents": (3, "group"),
}
PRONOUNS = {"she": "f", "her": "f", "he": "m", "him": "m", "his": "m", "they": None, "it": None}


def mentions(text: str) -> tuple[Mention, ...]:
    """The names above and the pronouns of a text; every full stop ends a sentence."""
    found, at = [], 0
    while at < len(text):
        word = next((n for n in (*NAMES, *PRONOUNS) if text.startswith(n, at) and _free(text, at, n)), None)
        if word is not None:
            found.append(_mention(text, at, word))
        at += len(word or " ")
    return tuple(found)


def _free(text: str, at: int, word: str) -> bool:
    around = text[at - 1 : at] + text[at + len(word) : at + len(word) + 1]
    return not any(c.isalpha() for c in around)


def _mention(text: str, at: int, word: str) -> Mention:
    sentence = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    if word in PRONOUNS:
        gender = PRONOUNS[word]
        bearer = "person" if gender else None
        return Mention(at, at + len(word), "pronoun", word, bearer, gender, sentence=sentence)  # type: ignore[arg-type]
    entity, bearer = NAMES[word]  # type: ignore[assignment]
    kind = "name" if word[0].isupper() else "role"
    return Mention(
        at, at + len(word), kind, word.split()[-1].lower(), bearer, sentence=sentence, entity=entity
    )  # type: ignore[arg-type]


def stands_for(text: str, pronoun: str) -> str | None:
    """The words a pronoun is said to stand for; rules see no vectors."""
    found = antecedents(text, mentions(text), (), ())
    at = text.index(f" {pronoun} ") + 1
    named = found[at].antecedent
    return text[named.start : named.end] if named else None


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Anna", "f"), ("tom", "m"), ("Olena", "f"), ("Recep", "m"), ("Kim", None), ("Zzyx", None)],
)
def test_given_names_tell_a_gender(name: str, gender: str | None) -> None:
    """Women's and men's names of many languages are known, names of both are not."""
    assert gender_of_given(name) == gender


def test_a_woman_is_she() -> None:
    """Of a woman and a man, the first name tells which one "she" is."""
    text = "Anna Bell met Tom Ortiz. On the way home she called a friend."
    assert stands_for(text, "she") == "Anna Bell"


def test_a_man_is_he() -> None:
    """And "he" is the man, though the woman was named first."""
    text = "Anna Bell met Tom Ortiz. On the way home he called a friend."
    assert stands_for(text, "he") == "Tom Ortiz"


def test_a_company_is_nobodys_he() -> None:
    """A pronoun for a person never stands for an organisation."""
    text = "Norwick Rail cut the service. On Monday he called a friend."
    assert stands_for(text, "he") is None


def test_it_is_no_person() -> None:
    """Nor does "it" stand for a woman."""
    made = scene(text := "Anna Bell left. On Monday it was over.", mentions(text), (), ())
    assert len(pairs(made).pronoun) == 0


def test_a_pronoun_passes_its_answer_on() -> None:
    """The second "she" is whoever the first one is."""
    text = "Anna Bell met Tom Ortiz. Then she left. The next day, she was home again."
    found = antecedents(text, mentions(text), (), ())
    assert [r.antecedent.entity for r in found.values() if r.antecedent] == [0, 0]


def test_nothing_to_choose_from() -> None:
    """A pronoun alone stands for nobody, and a text without pronouns is no trouble."""
    assert stands_for("On Monday she called a friend.", "she") is None
    assert antecedents("Anna Bell left.", mentions("Anna Bell left."), (), ()) == {}


def test_pairs_do_not_grow_with_the_square() -> None:
    """A pronoun is held against those near it only, however many are named."""
    text = "Anna Bell met Tom Ortiz. Then she left. " * 200
    made = scene(text, mentions(text), (), ())
    found = pairs(made)
    assert len(found.pronoun) < 40 * 200
    assert len(features(made, found)) == len(found.pronoun)


def test_gap_adds_a_name_that_was_not_found() -> None:
    """Both names GAP asks about are candidates: persons, and not one and the same."""
    text = "Anna Bell met Lu Fen before she left."
    at = text.index("Lu Fen")
    made = with_names(mentions(text), text, [(0, 9), (at, at + 6)])
    named = [(text[m.start : m.end], m.bearer) for m in made if m.kind == "name"]
    assert named == [("Anna Bell", "person"), ("Lu Fen", "person")]
    assert len({m.entity for m in made if m.kind == "name"}) == 2


def test_gap_counts_every_name() -> None:
    """One hit, one miss and one false answer in two texts: F1 is one half."""
    hit: Case = ((True, False), (True, False), "she")
    wrong: Case = ((True, False), (False, True), "he")
    assert f1([hit, wrong]) == 0.5


def test_a_title_stands_on_top() -> None:
    """The page's title is a line of its own, without its bracket, and all offsets move along."""
    row = {"text": "Bo saw Al.", "url": "x/Bo_Lee_(actor)", "pronoun": [0, 2], "A": [0, 2], "B": [7, 9]}
    moved = titled(row)
    assert moved["text"] == "Bo Lee\n\nBo saw Al."
    assert moved["text"][slice(*moved["B"])] == "Al"


def test_a_long_text_passes_on_a_few() -> None:
    """However long a chain of pronouns gets, each keeps those who are likely only."""
    text = "Anna Bell met Tom Ortiz. Then she left. He saw that she ran. " * 100
    made = scene(text, mentions(text), (), ())
    assert max(len(chances) for chances in answers(made).values()) <= 100
