"""A run that is killed at any moment leaves every article in the store either whole or not at all."""

from pathlib import Path

import pytest

import onrecord
from tests import kills

SAID = "The mayor of Velden, Ana Ruiz, said on day {n}: “We will build bridge {n}.” Her deputy denied that."
PILE = 30


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of short articles."""
    folder = tmp_path_factory.mktemp("pile")
    for n in range(PILE):
        (folder / f"{n:03}.txt").write_text("\n\n".join(SAID.format(n=n * 10 + i) for i in range(4)))
    return folder


@pytest.fixture(scope="module")
def expected(pile: Path) -> frozenset[str]:
    """The records of the pile, as lines."""
    return frozenset(map(onrecord.to_json, onrecord.extract([pile], report=onrecord.Report())))


def killed(
    pile: Path, expected: frozenset[str], folder: Path, *, of_adding: int, of_writing: int
) -> list[str]:
    """The faults after so many kills of `onrecord add`, and of a process that only writes."""
    store, lines = folder / "kept.db", folder / "lines.jsonl"
    lines.write_text("".join(line + "\n" for line in sorted(expected)), encoding="utf-8")
    adding = kills.Killing(kills.add(store, pile), store, expected, seed=11)
    adding.run(of_adding)
    writing = kills.Killing(kills.write(store, lines), store, expected, seed=12)
    writing.run(of_writing)
    assert (adding.kills, writing.kills) == (of_adding, of_writing)
    return adding.faults + writing.faults


@pytest.mark.slow
def test_ten_kills(pile: Path, expected: frozenset[str], tmp_path: Path) -> None:
    """Killed ten times at random points and started again, nothing is lost, doubled or half written."""
    assert killed(pile, expected, tmp_path, of_adding=4, of_writing=6) == []


@pytest.mark.soak
def test_five_hundred_kills(pile: Path, expected: frozenset[str], tmp_path: Path) -> None:
    """The same, five hundred times."""
    assert killed(pile, expected, tmp_path, of_adding=150, of_writing=350) == []
