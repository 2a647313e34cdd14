"""A comparison that is killed at any moment leaves the one before it as it was; the next run carries on."""

import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import onrecord
from onrecord.collection import Collection
from onrecord.store import write
from tests.stored import AT, assert_whole
from tests.test_compare import EXAMPLES

# Tells each stage, so that it can be killed in the one that writes.
COMPARER = """
import sys
from functools import partial
from onrecord.collection import Collection

with Collection(sys.argv[1], create=False) as collection:
    collection.compare(stage=partial(print, flush=True))
"""
WRITING = "writing\n"


@dataclass
class Killing:
    """A store with a comparison and articles that came after it; what is kept before and after comparing."""

    store: Path
    chance: random.Random
    before: str = ""
    after: str = ""
    lasts: float = 0.0
    writes: float = 0.0
    faults: list[str] = field(default_factory=list)
    outcomes: set[str] = field(default_factory=set)

    def prepare(self) -> None:
        """Compare all articles but two; then, in a copy, all of them."""
        read = list(onrecord.extract(EXAMPLES, tagger="rules", report=onrecord.Report()))
        with Collection(self.store) as collection:
            for one in read[2:]:
                write.put(collection._db, one, key=None, case="main", at=AT)
            collection.compare()
            for one in read[:2]:
                write.put(collection._db, one, key=None, case="main", at=AT)
        self.before = kept(self.store)
        copy = self.fresh("whole.db")
        self.lasts = run(copy, None, "")
        self.writes = run(self.fresh("again.db"), None, WRITING)
        self.after = kept(copy)

    def fresh(self, name: str) -> Path:
        """A copy of the store, before it is compared anew."""
        return Path(shutil.copy(self.store, self.store.with_name(name)))

    def kill(self, stage: str, longest: float) -> None:
        """Kill it at a random moment from a stage on; look at what is kept; let it come to its end."""
        copy = self.fresh("killed.db")
        run(copy, self.chance.uniform(0, longest), stage)
        found = kept(copy)
        self.outcomes.add("old" if found == self.before else "new" if found == self.after else "neither")
        run(copy, None, "")
        if kept(copy) != self.after:
            self.faults.append("the next run does not come to the same")
        for file in copy.parent.glob(copy.name + "*"):
            file.unlink()


def kept(store: Path) -> str:
    """The comparison, in a file that is sound."""
    with Collection(store, create=False) as collection:
        assert_whole(collection._db)
        return onrecord.comparison_to_json(collection.comparison())


def run(store: Path, kill_after: float | None, stage: str) -> float:
    """Compare, to the end or killed so long after a stage began; how long it took from there."""
    command = [sys.executable, "-c", COMPARER, str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        while stage and process.stdout.readline() not in (stage, ""):
            pass
        began = time.monotonic()
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
        return time.monotonic() - began


def killed(folder: Path, *, anywhere: int, writing: int) -> Killing:
    """After so many kills, and so many more while it was writing."""
    killing = Killing(folder / "s.db", random.Random(7))
    killing.prepare()
    for _ in range(anywhere):
        killing.kill("", killing.lasts)
    for _ in range(writing):
        killing.kill(WRITING, killing.writes)
    return killing


@pytest.mark.slow
def test_six_kills(tmp_path: Path) -> None:
    """Killed six times at random points, what is kept is the old comparison or the new one."""
    killing = killed(tmp_path, anywhere=2, writing=4)
    assert killing.before != killing.after
    assert killing.outcomes <= {"old", "new"}
    assert killing.faults == []


@pytest.mark.soak
def test_two_hundred_kills(tmp_path: Path) -> None:
    """The same, two hundred times; both outcomes happen."""
    killing = killed(tmp_path, anywhere=40, writing=160)
    assert killing.outcomes == {"old", "new"}
    assert killing.faults == []
