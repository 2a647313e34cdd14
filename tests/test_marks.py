"""Marks inside a content: what stands in quotation marks, brackets, glosses, ellipses, notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.readers import read_bytes
from onrecord.record import Mark
from onrecord.text.marks import marks


def found(text: str, *contents: str) -> list[tuple[str, str]]:
    """The kind and words of every mark in contents that stand in a text."""
    article = read_bytes(text.encode(), name=None).article
    spans = [article.span(text.index(content), text.index(content) + len(content)) for content in contents]
    return [(mark.kind, mark.text) for mark in marks(article, spans)]


def test_wholly_quoted() -> None:
    """A content inside marks is one quoted stretch, without the marks."""
    assert found("“We go,” he said.", "We go,") == [("quoted", "We go,")]


def test_partly_quoted() -> None:
    """Words in marks inside an indirect content."""
    text = "He said the north would answer if the “attacks” of the “so-called army” go on."
    content = text.removeprefix("He said ").removesuffix(".")
    assert found(text, content) == [("quoted", "attacks"), ("quoted", "so-called army")]


def test_inner_quotation() -> None:
    """A quotation in a quotation, and a gloss in round brackets."""
    content = "The north (Kell) will answer until this ‘old wound’ is closed,"
    assert found(f"“{content}” he said.", content) == [
        ("quoted", content),
        ("gloss", "(Kell)"),
        ("inner-quoted", "old wound"),
    ]


def test_words_deep_in_somebody_elses_quotation() -> None:
    """A nested content in the middle of a quotation is not quoted by its own speaker's marks."""
    assert found("“They claim the bridge is closed and nobody left,” he said.", "the bridge is closed") == []
    assert found("“I always say: ‘We go.’ And we did,” he said.", "We go.") == [("inner-quoted", "We go.")]


BRACKETS = [
    ("[Kell]", "bracket"),
    ("[i.e. the army of Kell]", "bracket"),
    ("[20]", "bracket"),
    ("[…]", "ellipsis"),
    ("[...]", "ellipsis"),
    ("(...)", "ellipsis"),
    ("...", "ellipsis"),
    ("…", "ellipsis"),
    (". . .", "ellipsis"),
    ("[sic]", "sic"),
    ("(sic)", "sic"),
    ("(Kell)", "gloss"),
    ("(the people of Kell)", "gloss"),
    ("(KNU)", "gloss"),
]


@pytest.mark.parametrize("words, kind", BRACKETS)
def test_brackets(words: str, kind: str) -> None:
    """Insertions, omissions and [sic] by what stands in the brackets."""
    content = f"the north {words} will answer"
    assert found(f"“{content},” he said.", content)[1:] == [(kind, words)]


NO_MARKS = ["(and why not)", "(2019)", "(K-Ardeh)", "(He laughed.)", "5:00", "U.N."]


@pytest.mark.parametrize("words", NO_MARKS)
def test_no_marks(words: str) -> None:
    """The speaker's own asides are no marks."""
    content = f"the north {words} will answer"
    assert found(f"“{content},” he said.", content)[1:] == []


def test_round_brackets_outside_quotations() -> None:
    """Outside marks a round bracket is the reporter's own sentence, no gloss."""
    assert found("He said the north (Kell) will answer.", "the north (Kell) will answer") == []


def test_footnote_marker() -> None:
    """A footnote number is told from an insertion."""
    text = "He said the north[2] will send [20] men"
    assert found(text, "the north[2] will send [20] men") == [("footnote", "[2]"), ("bracket", "[20]")]


def test_unbalanced() -> None:
    """An opening mark that never closes is marked itself; nothing counts as quoted by it."""
    assert found("He said “the north will answer.", "“the north will answer") == [("unbalanced", "“")]
    assert found("He said “the north will answer.", "the north will answer") == [("unbalanced", "“")]


def test_parts() -> None:
    """Every part of a parted content has its marks, in text order."""
    assert found("“We go,” he said, “and [they] stay.”", "We go,", "and [they] stay.") == [
        ("quoted", "We go,"),
        ("quoted", "and [they] stay."),
        ("bracket", "[they]"),
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        st.sampled_from("aB [](){}.…1“”\"'‘’\n") | st.characters(exclude_categories=["Cs", "Cc"]), min_size=1
    )
)
def test_marks_slice(text: str) -> None:
    """Every mark slices to its words, whatever the text."""
    text = f"He said: {text}"
    article = read_bytes(text.encode(), name=None).article
    for mark in marks(article, [article.span(9, len(text))]):
        assert mark == Mark(mark.start, mark.end, text[mark.start : mark.end], mark.kind)
        assert mark.text
