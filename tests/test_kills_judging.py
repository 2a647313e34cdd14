"""Whoever is told that a judgement was taken finds it there, whatever happens to the program after that."""

import random
from pathlib import Path

import pytest

from tests.kills_judging import AT_MOST, Judging
from tests.test_compare import pile
from tests.test_store_judgements import kept


def killed(folder: Path, kills: int) -> Judging:
    """After so many kills, in stores of at most AT_MOST judgements and one process more."""
    chance, all_ = random.Random(kills), Judging(folder, random.Random())
    while all_.kills < kills:
        store = folder / f"{all_.kills}.db"
        kept(store, *pile()).close()
        judging = Judging(store, chance)
        while judging.kills + all_.kills < kills and len(judging.said) < AT_MOST:
            judging.run(judging.kills + 1)
        all_.kills += judging.kills
        all_.judged += judging.judged
        all_.faults += judging.faults
    return all_


@pytest.mark.slow
def test_ten_kills_while_judging(tmp_path: Path) -> None:
    """Nothing is lost or half written."""
    found = killed(tmp_path, 10)
    assert (found.kills, found.faults) == (10, [])
    assert found.judged > 10


@pytest.mark.soak
def test_five_hundred_kills_while_judging(tmp_path: Path) -> None:
    """The same, five hundred times."""
    found = killed(tmp_path, 500)
    print(found.judged, "judgements taken")
    assert (found.kills, found.faults) == (500, [])
