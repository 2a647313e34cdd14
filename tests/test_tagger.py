"""The tagger as shipped: spans slice, and nothing around an article changes what is found in it."""

from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.tagger import Tags
from onrecord.tagger.network import FOLDER
from onrecord.tagger.tagging import NetworkTagger
from onrecord.text.paragraphs import paragraphs

SAID = 'The mayor of Eldmoor, Anna Kovač, said on Tuesday that "the bridge will not open before June".'
TOLD = "“We are late,” she told reporters. “The steel did not come.”"
REPORT = f"{SAID}\n\n{TOLD}\n\nThe river rose again overnight."


@pytest.fixture(scope="module")
def tagger() -> NetworkTagger:
    """The tagger of the package, with two threads."""
    return NetworkTagger(threads=2)


def found(text: str, tags: Tags) -> list[tuple[list[str], list[str], list[str]]]:
    """Speaker, cue and content as words."""
    ranges = [(a.speaker, a.cue, a.content) for a in tags.attributions]
    return [tuple([text[s:e] for s, e in part] for part in a) for a in ranges]  # type: ignore[misc]


def test_a_plain_statement_is_found(tagger: NetworkTagger) -> None:
    """Who said it, the reporting word and what was said come out as stretches of the text."""
    [(speaker, cue, content)] = found(SAID, tagger.tag(SAID, [(0, len(SAID))]))
    assert "Kovač" in speaker[0]
    assert cue[0].startswith("said")
    assert "the bridge will not open before June" in content[0]


def test_a_quotation_in_two_pieces_is_one_statement(tagger: NetworkTagger) -> None:
    """The words before and after the reporting clause belong to the same cue."""
    [(speaker, cue, content)] = found(TOLD, tagger.tag(TOLD, [(0, len(TOLD))]))
    assert (speaker, cue[0].split()[0], len(content)) == (["she"], "told", 2)


def test_a_belief_is_a_thought(tagger: NetworkTagger) -> None:
    """The mode of a cue is told apart: belief is thought, saying is speech."""
    text = "Anna Kovač believes that the council will give in."
    assert [a.mode for a in tagger.tag(text, [(0, len(text))]).attributions] == ["thought"]
    assert [a.mode for a in tagger.tag(SAID, [(0, len(SAID))]).attributions] == ["speech"]


def test_names_are_found(tagger: NetworkTagger) -> None:
    """A person's name comes with its kind."""
    names = tagger.tag(SAID, [(0, len(SAID))]).names
    assert ("Anna Kovač", "person") in [(SAID[n.start : n.end], n.kind) for n in names]


def test_no_span_leaves_its_block(tagger: NetworkTagger) -> None:
    """Everything of one attribution lies in one of the blocks that were asked about."""
    blocks = paragraphs(REPORT)
    for a in tagger.tag(REPORT, blocks).attributions:
        spans = (*a.speaker, *a.cue, *a.content)
        assert any(all(start <= s < e <= end for s, e in spans) for start, end in blocks)


def test_threads_change_nothing(tagger: NetworkTagger) -> None:
    """One thread and three find the same, to the last digit."""
    text = "\n".join([REPORT] * 8)
    expected = NetworkTagger(threads=1).tag(text, paragraphs(text))
    assert tagger.tag(text, paragraphs(text)) == expected
    assert NetworkTagger(threads=3).tag(text, paragraphs(text)) == expected


def test_other_articles_change_nothing(tagger: NetworkTagger) -> None:
    """What is found in an article does not depend on what was read before it."""
    before = tagger.tag(REPORT, paragraphs(REPORT))
    other = "Nothing happened in Port Weem. " * 40
    tagger.tag(other, paragraphs(other))
    assert tagger.tag(REPORT, paragraphs(REPORT)) == before


def test_scores_are_probabilities(tagger: NetworkTagger) -> None:
    """Every score lies between nought and one."""
    tags = tagger.tag(REPORT, paragraphs(REPORT))
    scores = [s for a in tags.attributions for s in (a.score, a.mode_score)] + [n.score for n in tags.names]
    assert scores
    assert all(0 <= s <= 1 for s in scores)


CASES = [
    ("nothing", ""),
    ("blanks", " \n\t\n "),
    ("emoji before and inside", "👩‍⚕️👍🏽 Anna Kovač said “we 👍🏽 agree” on Monday."),
    ("Persian", "«ما آماده‌ایم» said Reza Tavan, the harbour master of Eldmoor."),
    ("combining characters", "Ana Kovac\u030c said the cafe\u0301 in Eldmoor would close."),
    ("a word of ten thousand letters", "a" * 10_000),
    ("a line of ten thousand characters", ("Anna Kovač said the bridge was late. " * 300)[:10_000]),
    ("a line of ten thousand without a full stop", ("she said no and " * 700)[:10_000]),
    ("only marks", "“”\"''«»"),
    ("surrogates replaced", "Anna \ufffd\ufffd said it was over."),
    ("controls", "Anna\x00 said\x07 it\u200b was\u2060 over."),
]


@pytest.mark.parametrize("name, text", CASES)
def test_any_text_is_taken(tagger: NetworkTagger, name: str, text: str) -> None:
    """Whatever the text, every span is a stretch of it without blanks at its edges."""
    tags = tagger.tag(text, paragraphs(text))
    for a in tags.attributions:
        assert a.content
        for start, end in (*a.speaker, *a.cue, *a.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


def test_a_combining_mark_stays_with_its_letter(tagger: NetworkTagger) -> None:
    """A mark the vocabulary does not know is part of the word before it."""
    text = "Ana Kovac\u030c said the bridge was late."
    [a] = tagger.tag(text, [(0, len(text))]).attributions
    assert [text[s:e] for s, e in a.speaker] == ["Ana Kovac\u030c"]


def test_the_name_tells_which_model(tagger: NetworkTagger) -> None:
    """The name holds a number and the beginning of the file's hash."""
    assert tagger.name.startswith("onrecord-tagger ")
    assert "(sha " in tagger.name


@pytest.mark.parametrize("missing", ["tagger.onnx", "labels.json", "tokenizer.json"])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, missing: str) -> None:
    """Without one of its files, or with a broken one, the tagger says which, and what to do."""
    for file in ("tagger.onnx", "labels.json", "tokenizer.json"):
        if file != missing:
            (tmp_path / file).symlink_to(FOLDER / file)
    with pytest.raises(ModelError, match=missing):
        NetworkTagger(tmp_path)
    (tmp_path / missing).write_bytes(b"{not a model")
    with pytest.raises(ModelError, match=missing):
        NetworkTagger(tmp_path)
