"""The gate's rows of settings: what counts as found."""

from typing import Any

from bench.settings import f1, judged, matched


def given(start: int, end: int) -> list[dict[str, Any]]:
    """One setting with its evidence."""
    return [{"evidence": [{"start": start, "end": end}]}]


def test_a_setting_is_right_on_words_it_shares_with_the_gold() -> None:
    """Other words are another setting; where the gold names no words, any will do."""
    assert judged([[5, 9]], True, given(7, 12)) == (True, True, True)
    assert judged([5, 9], True, given(20, 25)) == (True, True, False)
    assert judged(None, True, given(20, 25)) == (True, True, True)
    assert judged(None, False, given(20, 25)) == (False, True, False)


def test_f1_counts_what_is_wanted_given_and_right() -> None:
    """Of two wanted and two given one is right."""
    figure = f1("x", [(True, True, True), (True, False, False), (False, True, False)])
    assert (figure.value, figure.n) == (0.5, 2)


def test_statements_are_matched_by_their_contents() -> None:
    """Thought is left out on both sides."""
    gold = [{"content": [[0, 10]], "mode": "speech"}, {"content": [[20, 30]], "mode": "thought"}]
    ours = [
        {"content": [{"start": 0, "end": 9}], "mode": "speech"},
        {"content": [{"start": 20, "end": 30}], "mode": "thought"},
    ]
    assert list(matched(gold, ours)) == [(gold[0], ours[0])]
