"""Sentences keep their quotations; paragraphs are lines."""

import builtins
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


CASES = [
    ["Lt. Gov. Jon Vale spoke at 5 p.m. on Monday.", "The U.N. left.", "He stayed."],
    ["“We go. We know why. Nobody asked,” he said.", "She left."],
    ["She said: “We go. We know why.”", "He left."],
    ["“We go. We know why.” Orlan said.", "He left."],
    ["“We go. We know why.” the minister of the north said.", "He left."],
    ["“We go. We know why.”", "Orlan said that nobody had asked her to.", "He left."],
    ['"First we go. Then we know. "', "He left."],
    ["“We know. They know.”", "“No,” she said."],
    ["She said ... “We go. We know why.”", "He left."],
    ["'We go. We know why,' he said.", "She left."],
    ["``We go. We know why,'' he said.", "She left."],
    ["He asked: “Why go?” and left.", "She stayed."],
]


@pytest.mark.parametrize("expected", CASES)
def test_sentences(expected: list[str]) -> None:
    """A quotation stays in one piece with its "he said"; what follows its closing mark anew is parted."""
    assert split(" ".join(expected)) == expected


FALLBACK = [CASES[0], CASES[1], CASES[2], CASES[3], CASES[5], CASES[6], CASES[7], CASES[9]]


@pytest.mark.parametrize("expected", FALLBACK)
def test_without_sentencex(expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where sentencex cannot be installed, rules do nearly the same."""
    known = builtins.__import__

    def without(name: str, *rest: object) -> ModuleType:
        if name == "sentencex":
            raise ImportError(name)
        return known(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert split(" ".join(expected)) == expected


def test_offsets_within_a_stretch() -> None:
    """Offsets count code points of the whole text, also behind characters outside the basic plane."""
    text = "\U0001f600\U0001f600 Before. He left. \U0001f600 She stayed. After."
    start, end = text.index("He"), text.index(" After")
    assert [text[a:b] for a, b in sentences(text, start, end)] == ["He left.", "\U0001f600 She stayed."]


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        st.sampled_from("aB .!?\n“”\"'…,\u00a0\U0001f600") | st.characters(exclude_categories=["Cs"]),
        max_size=80,
    )
)
def test_sentences_cover_any_text(text: str) -> None:
    """Sentences are in order and trimmed, and hold every character that is not blank."""
    found = sentences(text, 0, len(text))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_paragraphs() -> None:
    """Lines without the blanks around them, whatever ends them."""
    text = "  One \r\n\r\n\tTwo\rThree\u2028Four\n \n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One", "Two", "Three", "Four"]
    assert paragraphs(" \n\u00a0") == ()


@pytest.mark.parametrize("title", ["Ms", "Mr", "Messrs", "Sen", "Gov", "Atty"])
def test_a_title_ends_no_sentence(title: str) -> None:
    """A name follows it, and what was said of her must not stop before her name."""
    text = f"He did not know whether {title}. Orlan had been told. It rained."
    assert [text[s:e] for s, e in sentences(text, 0, len(text))][1:] == ["It rained."]
