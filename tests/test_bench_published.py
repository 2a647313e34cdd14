"""The published benchmark: what a system is given, and how its answers are scored."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.published.__main__ import main
from bench.published.baselines import identity
from bench.published.events import ChangedTextError, events, read, without_gold
from bench.published.scores import WrongAnswerError, score

EXAMPLE = Path(__file__).parent.parent / "bench" / "variants" / "answer.example.jsonl"


def attribution(id_: str, article: str, start: int, nested_in: str | None = None) -> dict[str, Any]:
    """One of ten characters."""
    return {
        "id": id_,
        "article": article,
        "content": [[start, start + 10]],
        "speaker": "Ann Orre",
        "nested_in": nested_in,
    }


# a1, b1 and c1 are one utterance, as d1 may be; a2 stands in a1; b2 is near, and another one.
TINY = {
    "event": "tiny",
    "articles": [],
    "attributions": [
        attribution("a1", "a", 0),
        attribution("a2", "a", 2, nested_in="a1"),
        *(attribution(f"{article}1", article, 0) for article in "bcd"),
        attribution("b2", "b", 50),
    ],
    "utterances": [
        {
            "members": [
                *({"attribution": f"{article}1", "part": None} for article in "abc"),
                {"attribution": "d1", "part": None, "optional": True},
            ]
        }
    ],
    "non_variants": [["a1", "b2", "said on another day"]],
}


def pairs(answer: dict[str, Any]) -> tuple[int, int, int, int]:
    """Pairs across articles that are right, wrong and missed, and hard negatives put together."""
    found = score(TINY, answer)
    return found.across.right, found.across.wrong, found.across.missed, found.merged


def test_pairs_of_the_golds_attributions() -> None:
    """Two of three pairs are missed; a hard negative is wrong, and counted by itself."""
    assert pairs({"clusters": [["a1", "b1"]]}) == (1, 0, 2, 0)
    assert pairs({"clusters": [["a1", "b1", "b2"]]}) == (1, 1, 2, 1)
    assert pairs({}) == (0, 0, 3, 0)


def test_what_is_open_is_neither_right_nor_wrong() -> None:
    """Optional members, and a report inside another one beside the other's group."""
    assert pairs({"clusters": [["a1", "b1", "c1", "d1"]]}) == (3, 0, 0, 0)
    assert pairs({"clusters": [["a2", "b1"]]}) == (0, 0, 3, 0)


def test_attributions_of_a_systems_own() -> None:
    """They are the gold's where half of all characters are in both; others are nobody's, and wrong."""
    own = [
        {"id": "1", "article": "a", "content": [[0, 9]], "speaker": "Ann Orre"},
        {"id": "2", "article": "b", "content": [[1, 10]], "speaker": None},
        {"id": "3", "article": "c", "content": [[5, 30]], "speaker": None},
    ]
    assert pairs({"attributions": own, "clusters": [["1", "2"]]}) == (1, 0, 2, 0)
    assert pairs({"attributions": own, "clusters": [["1", "2", "3"]]}) == (1, 2, 2, 0)


def test_a_cluster_of_what_is_not_there() -> None:
    """The event and the id are named."""
    with pytest.raises(WrongAnswerError, match="tiny: a cluster names 'x9'"):
        score(TINY, {"clusters": [["a1", "x9"]]})


def test_a_system_is_given_no_gold() -> None:
    """Texts and attributions, but neither who speaks nor what belongs together."""
    for event in map(without_gold, events()):
        assert list(event) == ["event", "articles", "attributions"]
        assert all("text" in one for one in event["articles"])
        assert not any("speaker" in one for one in event["attributions"])
    with_names = without_gold(events()[0], speakers=True)
    assert all(one["speaker"] for one in with_names["attributions"])


def test_texts_are_those_that_were_labelled(tmp_path: Path) -> None:
    """Another text under the same id is refused, by name."""
    gold, texts = tmp_path / "gold.jsonl", tmp_path / "texts.jsonl"
    gold.write_text(
        json.dumps({"event": "e", "articles": [{"id": "a", "text_sha256": "0"}]}), encoding="utf-8"
    )
    texts.write_text(json.dumps({"id": "a", "text": "Other words."}), encoding="utf-8")
    with pytest.raises(ChangedTextError, match="a: the text is not the one"):
        read(gold, [texts])


def test_the_same_words_are_one_answer() -> None:
    """The baseline that everybody can run again; its figure stands in the README."""
    found = [score(event, identity(event)) for event in events()]
    assert sum(one.across.right for one in found) == 19
    assert sum(one.merged for one in found) == 0


def test_the_example_file_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    """The command of the README, on the file it shows."""
    assert main([str(EXAMPLE)]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()[2:]}
    assert rows["ombra-dam"][:1] == ["1.000"]
    assert rows["mellin-junction"][:1] == ["1.000"]
    assert rows["kelmar-museum"][:3] == ["0.000", "0.000", "0.000"]


def test_a_file_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2, with the cause on standard error."""
    file = tmp_path / "answer.jsonl"
    file.write_text('{"event": "nowhere", "clusters": []}', encoding="utf-8")
    assert main([str(file)]) == 2
    assert "no event is called nowhere" in capsys.readouterr().err
