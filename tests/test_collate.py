"""Collation: what each report has for each stretch of the base, and nothing lost on either side."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.collate import Report, collate
from onrecord.across.words import words_of
from onrecord.record import Attribution, Form, Mark, Span


def report(text: str, name: str = "a", form: Form = "indirect") -> Report:
    """A report whose content is all of its text; what stands in “ ” is marked as quoted."""
    marks = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start)
        marks.append(Mark(start + 1, end, text[start + 1 : end], "quoted"))
        start = text.find("“", end)
    whole = (Span(0, len(text), text),)
    return Report(Attribution(name, (), (), whole, form=form, marks=tuple(marks)), text)


def told(base: str, *others: str) -> list[tuple[str, ...]]:
    """Each reading as the words of the base and `kind: words` of every other report."""
    reports = [report(text, str(n)) for n, text in enumerate(others)]
    return [
        tuple(
            words if one.kind == "base" else f"{one.kind}: {words}".rstrip()
            for one in reading.witnesses
            for words in [" … ".join(span.text for span in one.spans)]
        )
        for reading in collate(report(base, "base"), reports)
    ]


def test_the_same_words_are_one_reading() -> None:
    """Case, punctuation, quotation marks, spelling habits and numbers in words make no difference."""
    assert told("“We won’t apologise to Twenty men,”", "we won't apologize to 20 men") == [
        ("We won’t apologise to Twenty men", "same: we won't apologize to 20 men")
    ]


def test_words_are_reworded_dropped_and_added() -> None:
    """What stands in the same place is another wording; what has no counterpart is dropped or added."""
    assert told("the port is lost for good", "the harbour is lost") == [
        ("the", "same: the"),
        ("port", "reworded: harbour"),
        ("is lost", "same: is lost"),
        ("for good", "dropped:"),
    ]
    assert told("the port is lost", "the port is finally lost") == [
        ("the port is", "same: the port is"),
        ("", "added: finally"),
        ("lost", "same: lost"),
    ]


def test_another_form_of_a_word_is_another_wording() -> None:
    """`kills` for `killed` is no agreement to the letter."""
    assert ("killed", "reworded: kills") in told("the storm killed nine", "the storm kills nine")


def test_a_clause_in_another_place_is_moved() -> None:
    """The words are there, but not where the base has them."""
    assert told(
        "after the long war ended we rebuilt the port", "we rebuilt the port after the long war ended"
    ) in (
        [
            ("after the long war ended", "moved: after the long war ended"),
            ("we rebuilt the port", "same: we rebuilt the port"),
        ],
        [
            ("after the long war ended", "same: after the long war ended"),
            ("we rebuilt the port", "moved: we rebuilt the port"),
        ],
    )


def test_a_word_does_not_stand_for_a_passage() -> None:
    """What a short paraphrase has no room for is dropped; other reports are still told word by word."""
    base = "we lost women and children and old men and all our cattle and the harvest of two years"
    readings = told(base, "we lost everything", base.replace("cattle", "sheep"))
    assert ("women and children and", "reworded: everything", "same: women and children and") in readings
    assert ("cattle", "dropped:", "reworded: sheep") in readings


def test_a_rewording_is_not_cut_by_another_report() -> None:
    """Where one report agrees inside words that another puts in its own way, the stretch stays whole."""
    readings = told("they shall pay a heavy price", "they shall suffer dearly", "they shall pay a big price")
    assert readings[1][:2] == ("pay a heavy price", "reworded: suffer dearly")


def test_quoted_and_paraphrased_words_are_told_apart() -> None:
    """All, part or none of what a report has stands inside marks; nothing where it has no words."""
    base = report("the talks “were a farce” and must end", "base")
    (_, witness), *_ = (r.witnesses for r in collate(base, [report("the talks were a farce", "b")]))
    assert witness.quoted == "none"
    quoted = [r.witnesses[0].quoted for r in collate(base, [report("nothing of it", "b")])]
    assert set(quoted) <= {"all", "part", "none"}
    assert [r.witnesses[1].quoted for r in collate(base, [report("the talks", "b")])][-1] is None


VOCABULARY = ("the", "port", "is", "lost", "we", "will", "rebuild", "it", "9", "nine", "men", "of", "war’s")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=30)


@given(WORDS, st.lists(WORDS, max_size=3))
def test_every_word_stands_in_its_reading_once(base: Sequence[str], others: Sequence[Sequence[str]]) -> None:
    """Each word of the base once and in order; each word of every other report once; spans slice the text."""
    texts = [" ".join(base), *(" ".join(words) for words in others)]
    reports = [report(text, str(n)) for n, text in enumerate(texts)]
    readings = collate(reports[0], reports[1:])
    for n, one in enumerate(reports):
        spans = [span for reading in readings for span in reading.witnesses[n].spans]
        assert all(one.text[span.start : span.end] == span.text for span in spans)
        seen = [word for span in spans for word in words_of(one.text, (span,))]
        assert sorted(seen, key=lambda w: w.start) == list(words_of(one.text, one.spans))
        if n == 0:
            assert [w.start for w in seen] == sorted(w.start for w in seen)
