"""Processes that write into a store, killed at random points and started again, until everything is in it."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import onrecord
from onrecord.record import Record

# Writes records that are found already, one after the other: nearly all its time goes into writing, so that
# nearly every kill falls into a write.
WRITER = """
import sys
from onrecord.collection import Collection
from onrecord.exports.jsonl import from_json
from onrecord.pipeline import Outcome
from onrecord.readers.item import Item

with Collection(sys.argv[1]) as collection, open(sys.argv[2], encoding="utf-8") as lines:
    print("begins", flush=True)
    for line in lines:
        record = from_json(line)
        item = Item(record.article.path, None, record.article.text)
        for one in collection.fresh([item]):
            collection.take(Outcome(one.path, None, "read", found=record, key=getattr(one, "key", None)))
"""


def write(store: Path, lines: Path) -> list[str]:
    """The command that writes the records of a file of lines into a store."""
    return [sys.executable, "-c", WRITER, str(store), str(lines)]


def add(store: Path, pile: Path) -> list[str]:
    """`onrecord add` as a user types it."""
    return [sys.executable, "-m", "onrecord", "add", "--quiet", "--store", str(store), str(pile)]


@dataclass
class Killing:
    """Kills a command at random moments; whenever it comes to its end, its store is judged, another begun."""

    command: Sequence[str]
    store: Path
    expected: frozenset[str]  # every record that must be there in the end, as lines
    seed: int
    kills: int = 0
    rounds: int = 0
    faults: list[str] = field(default_factory=list)

    def run(self, kills: int) -> None:
        """Go on until the command has been killed so many times, and end with a whole run."""
        chance = random.Random(self.seed)
        lasts = self._timed()
        while self.kills < kills:
            if self._killed_after(chance.uniform(0, lasts)):
                self.kills += 1
                self.faults += faults(self.store, self.expected, whole=False)
            else:
                self._judge()
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL)
        self._judge()

    def _timed(self) -> float:
        began = time.monotonic()
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL)
        lasts = time.monotonic() - began
        self._judge()
        return lasts

    def _killed_after(self, seconds: float) -> bool:
        """Start the command and kill it; False when it came to its end before that."""
        with subprocess.Popen(self.command, stdout=subprocess.DEVNULL) as process:
            try:
                code = process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                return True
        if code:
            self.faults.append(f"a run that was not killed ended with {code}")
        return False

    def _judge(self) -> None:
        self.rounds += 1
        self.faults += faults(self.store, self.expected, whole=True)
        for file in self.store.parent.glob(self.store.name + "*"):
            file.unlink()


def faults(store: Path, expected: frozenset[str], *, whole: bool) -> list[str]:
    """What is lost, doubled or half written in a store, in words; before the end only the latter two."""
    if not store.exists():
        return ["there is no store"] if whole else []
    with onrecord.open(store) as collection:
        lines = [onrecord.to_json(_as_extracted(record)) for record in collection.records()]
        stats = collection.stats()
    wrong = []
    if len(set(lines)) != len(lines):
        wrong.append(f"doubled: {len(lines) - len(set(lines))}")
    if not set(lines) <= expected:
        wrong.append(f"altered or half written: {len(set(lines) - expected)}")
    statements = sum(len(json.loads(line)["attributions"]) for line in lines)
    if stats.attributions != statements or stats.articles != len(lines):
        wrong.append(
            f"half written: {stats.attributions} attributions in the tables, {statements} in the records"
        )
    if whole and set(lines) < expected:
        wrong.append(f"lost: {len(expected - set(lines))}")
    return wrong


def _as_extracted(record: Record) -> Record:
    assert record.article.version_of is None
    return record
