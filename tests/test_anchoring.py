"""A passage is found again in a changed text, or told as lost; never is another one taken for it."""

import random
from dataclasses import replace
from unicodedata import combining

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.across.anchoring import Lost, anchored, target
from onrecord.across.typography import plain
from onrecord.record import Article, Span
from tests import edits, fakes

SAID = "Mayor Ana Ruiz said: “We will rebuild the bridge — before winter.” Captain Oss kept silent."
WORDS = "We will rebuild the bridge — before winter."
POOL = (
    "“We will rebuild the bridge,” said Ana Ruiz.",
    "“No comment,” he said.",
    "She added that 16 people had died.",
    "The council meets on Monday.",
    "He said that the fog was to blame — not the crew.",
)
FRESH = (
    "The bridge had been closed since May.",
    "“We shall see,” said the deputy.",
    "Nobody was hurt there.",
)


def found(text: str, words: str = WORDS, before: str = SAID) -> str:
    """What the words of one text are found to be in another, or why not."""
    own = fakes.article(before)
    sought = target(own, before.index(words), before.index(words) + len(words))
    there = anchored(sought, replace(fakes.article(text), id="other"), own)
    return there.text if isinstance(there, Span) else there.why


CHANGED = [
    # a changed text, and what is found there
    (SAID, WORDS),
    ("VELDEN. " + SAID, WORDS),
    (SAID.replace("Mayor", "Velden's mayor"), WORDS),
    (
        SAID.replace("“", '"').replace("”", '"').replace("—", "–"),
        "We will rebuild the bridge – before winter.",
    ),
    (SAID.replace("rebuild the", "rebuild  the\n"), "We will rebuild  the\n bridge — before winter."),
    (SAID.replace("We will", "We’ll"), "its words are no longer in the article"),
    (SAID.replace("winter", "winters"), "its words are no longer in the article"),
    ("The promise is old. " + WORDS, "its words stand in other surroundings now"),
    (f"{SAID} {SAID}", "its words stand in the article 2 times, and nothing tells which is meant"),
    (f"{SAID} Again in April: {WORDS}", WORDS),
]


@pytest.mark.parametrize("text, expected", CHANGED)
def test_words_are_found_by_themselves_and_what_stands_around_them(text: str, expected: str) -> None:
    """Whole words, in the same surroundings, and nowhere else as likely."""
    assert found(text) == expected


NUMBERS = [
    ("killed 5", "They killed 5, he said.", "They killed 5,000, he said."),
    ("killed 5", "They killed 5, he said.", "They killed 5.5, he said."),
    ("rose by 5", "It rose by 5, he said.", "It rose by 5%, he said."),
    ("5 were hurt", "He said 5 were hurt there.", "He said 15 were hurt there."),
    ("they did", "He said they did there.", "He said they didn't there."),
    ("they can", "He said they can there.", "He said they cannot there."),
]


@pytest.mark.parametrize("words, before, after", NUMBERS)
def test_a_number_or_word_that_goes_on_is_another(words: str, before: str, after: str) -> None:
    """The words are there as characters, but mean something else."""
    assert found(after, words, before) == "its words are no longer in the article"


def test_what_was_twice_is_not_taken_for_what_was_dropped() -> None:
    """Of two passages with the same words one is dropped: the other is not the one that was marked."""
    text = "“No comment,” said Ana Ruiz of the bridge. Then the captain rose. “No comment,” said he."
    rest = text.partition(". ")[2]
    assert "another place" in found(rest, "No comment", text) or "surroundings" in found(
        rest, "No comment", text
    )


def test_in_its_own_text_a_passage_keeps_its_place() -> None:
    """The same article has the same text, and there any place is clear, however often the words stand."""
    own = fakes.article("No. No. No.")
    assert anchored(target(own, 4, 7), own, own) == Span(4, 7, "No.")


def test_half_of_an_accent_is_no_difference() -> None:
    """A letter with an accent is the same in one character or in two; what nobody sees counts for nothing."""
    assert found(
        "He said: “The cafe\u0301 is o\u00adpen,” and left.",
        "café is open",
        "He said: “The café is open,” and left.",
    )
    shown = plain("cafe\u0301  open")
    assert (shown.text, shown.printed(0, 4)) == ("café open", (0, 5))


@given(seed=st.integers(0, 10**9))
def test_no_edit_puts_a_passage_on_another(seed: int) -> None:
    """However a text is edited, what is found is that very sentence, or one between the same sentences."""
    chance = random.Random(seed)
    text = edits.text_of([chance.choice(POOL) for _ in range(chance.randint(2, 9))])
    at = chance.randrange(len(text))
    own = edits.article(text)
    sought = target(own, *edits.place(text, at))
    changed = edits.edited(text, chance, edits=chance.randint(1, 4), fresh=FRESH)
    there = anchored(sought, edits.article(changed, typed=chance.random() < 0.3), own)
    if isinstance(there, Span):
        now = edits.sentence_at(changed, there.start, there.end)
        assert changed[now].number == text[at].number or edits.around(changed, now) == edits.around(text, at)


@given(st.text(), st.text(), st.integers(0, 99), st.integers(0, 99))
def test_any_text_can_be_looked_through(one: str, two: str, start: int, length: int) -> None:
    """Whatever the characters: what is found reads the same, but for half of a letter in the beginning."""
    assume(not combining(one[start : start + 1] or "x"))
    own, other = fakes.article(one), fakes.article(two + one)
    there = anchored(target(own, start, start + length), _other(other), own)
    assert (
        isinstance(there, Lost)
        or plain(there.text).text.strip() == plain(one[start : start + length]).text.strip()
    )


def _other(article: Article) -> Article:
    return replace(article, id="fedcba9876543210")
