"""The tagger's parts by themselves: features, windows, the path through the tags, spans."""

from itertools import pairwise

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord.tagger import decode
from onrecord.tagger.decode import best_path, spans
from onrecord.tagger.features import CAPITALISED, LOWER, QUOTED, UPPER, Pieces, pieces
from onrecord.tagger.links import Links, bucket
from onrecord.tagger.network import FOLDER, Network
from onrecord.tagger.windows import LONGEST, PACKED, windows

TAGS = ("O", "B-cue", "I-cue")
NO = -1e4


def block(words: int, *, stops: tuple[int, ...] = ()) -> Pieces:
    """A block of one-piece words, with full stops at some places."""
    ids = [1012 if i in stops else 2000 for i in range(words)]
    return Pieces(ids, [0] * words, list(range(words)), list(range(1, words + 1)), [True] * words)


def test_case_and_quotation_are_token_types() -> None:
    """Each word carries its case, and whether it stands inside quotation marks."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    text = 'Anna told NATO "we Know"'
    [p] = pieces(tokenizer, text, [(0, len(text))])
    kinds = {text[s:e]: t for s, e, t in zip(p.starts, p.ends, p.types, strict=True)}
    assert (kinds["Anna"], kinds["told"], kinds["NATO"]) == (CAPITALISED, LOWER, UPPER)
    assert (kinds["we"], kinds["Know"]) == (LOWER + QUOTED, CAPITALISED + QUOTED)


def test_offsets_count_code_points_of_the_whole_text() -> None:
    """A block's offsets start where the block starts, also behind emoji and accents."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    text = "👍🏽 é\nKovač spoke"
    [p] = pieces(tokenizer, text, [(5, len(text))])
    assert [text[s:e] for s, e in zip(p.starts, p.ends, strict=True)][-1] == "spoke"
    assert text[p.starts[0] : p.ends[0]].startswith("Ko")


def test_a_block_of_nothing_visible_has_no_pieces() -> None:
    """Zero-width characters are no words, and no mistake."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    [p] = pieces(tokenizer, "\u200b" * 50, [(0, 50)])
    assert len(p) == 0


def test_short_blocks_share_a_window() -> None:
    """Blocks are packed in order as long as they fit."""
    made = windows([block(50), block(60), block(30)])
    assert [w.ids.shape[1] for w in made] == [1 + 51 + 61, 1 + 31]
    assert sum(len(w.rows) for w in made) == 140


def test_a_long_block_is_cut_after_a_full_stop() -> None:
    """A block too long for any window ends its parts with a sentence; no piece is lost."""
    made = windows([block(600, stops=(199, 420))])
    assert [len(w.rows) for w in made] == [200, 221, 179]
    assert all(w.ids.shape[1] <= LONGEST for w in made)
    assert PACKED < LONGEST


def test_the_best_path_obeys_the_forbidden_steps() -> None:
    """A tag that cannot follow is not taken, however probable; each block starts anew."""
    scores = np.log(
        np.array([[0.6, 0.3, 0.1], [0.1, 0.1, 0.8], [0.1, 0.2, 0.7], [0.5, 0.4, 0.1]], np.float32)
    )
    steps = np.array([[0, 0, NO], [0, 0, 0], [0, 0, 0]], np.float32)
    start = np.array([0, 0, NO], np.float32)
    path = best_path(scores, np.array([2, 2]), steps, start)
    assert path.tolist() == [1, 2, 1, 0]


def test_blocks_of_any_length_are_decoded_as_if_alone() -> None:
    """Decoding many blocks at once gives what each gives by itself."""
    random = np.random.default_rng(7)
    lengths = np.array([3, 11, 1, 7, 7])
    scores = np.log(random.dirichlet([1, 1, 1], lengths.sum())).astype(np.float32)
    steps, start = random.normal(size=(3, 3)).astype(np.float32), np.zeros(3, np.float32)
    together = best_path(scores, lengths, steps, start)
    edges = np.concatenate([[0], np.cumsum(lengths)])
    alone = [best_path(scores[a:b], np.array([b - a]), steps, start) for a, b in pairwise(edges)]
    assert together.tolist() == np.concatenate(alone).tolist()


def test_a_long_block_has_the_best_path_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Going through thousands of words in runs side by side finds the path that one pass finds."""
    random = np.random.default_rng(8)
    lengths = np.array([decode.LONG + 1, 5, 10 * decode.LONG, decode.LONG + decode.RUN])
    scores = np.log(random.dirichlet([1, 1, 1], lengths.sum()))
    steps, start = random.normal(size=(3, 3)), np.array([0, 0, NO])
    steps[0, 2] = NO
    in_runs = best_path(scores, lengths, steps, start)
    monkeypatch.setattr(decode, "LONG", max(lengths))
    assert in_runs.tolist() == best_path(scores, lengths, steps, start).tolist()


def test_spans_end_with_their_block() -> None:
    """A span that reaches the end of a block does not run on into the next one."""
    path, scores = np.array([0, 1, 2, 2]), np.zeros((4, 3), np.float32)
    made = spans(path, scores, np.array([3, 1]), TAGS)
    assert [(s.first, s.last, s.label) for s in made] == [(1, 2, "cue"), (3, 3, "cue")]


def test_distances_fall_into_buckets_by_sign_and_size() -> None:
    """Near distances have a bucket each, far ones share one; before and after differ."""
    assert [bucket(d) for d in (-1, 0, 1, 4)] == [15, 16, 17, 20]
    assert bucket(5000) == bucket(6000) == 32
    assert bucket(-5000) == 0


def test_of_two_like_answers_the_nearer_one_is_taken() -> None:
    """In a long paragraph a far reporting word does not win over the one beside the content."""
    labels = Network().labels
    same = np.ones((400, 2 * labels.link_width * len(labels.links)), np.float32)
    best, chance = Links(labels, "content_cue", same).best(10, [350, 8])
    assert best == 1
    assert chance > 0.9


def test_without_candidates_the_answer_is_nobody() -> None:
    """A content in a block without cues belongs to none."""
    labels = Network().labels
    outputs = np.ones((5, 2 * labels.link_width * len(labels.links)), np.float32)
    assert Links(labels, "content_cue", outputs).best(2, []) == (None, 1.0)
