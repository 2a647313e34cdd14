"""A process that judges, killed at random moments: what it said is decided must be there, and whole."""

import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import onrecord
from onrecord.across.judging import FEWEST, named

# Says each judgement when it is taken, not before; one kind after the other.
JUDGE = """
import sys
from itertools import count
from onrecord.across.comparison import Fix
from onrecord.collection import Collection

with Collection(sys.argv[1], create=False) as collection:
    said = [one.id for record in collection.records() for one in record.attributions]
    collection.undo(collection.judge("reject", said[:1], who="anna").id, who="anna")  # all is loaded
    print("begins", flush=True)
    for number in count():
        one, two = said[number % len(said)], said[(number + 1) % len(said)]
        made = [
            lambda: collection.judge("join", [one, two], who="anna", note=str(number)),
            lambda: collection.judge("fix", [one], Fix("speakers", ("Ana Ruiz", str(number))), who="bob"),
            lambda: collection.undo(last, who="bob"),
        ][number % 3]()
        last = made.id
        print(made.id, flush=True)
"""
LONGEST = 0.5  # seconds that a process is let judge
AT_MOST = 3_000  # judgements of one store; then another one is begun


@dataclass
class Judging:
    """Kills a process that judges, again and again; after each kill all it said is looked for."""

    store: Path
    chance: random.Random
    kills: int = 0
    said: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    judged: int = 0

    def run(self, kills: int) -> None:
        """Go on until there were so many kills."""
        while self.kills < kills:
            self._kill()
            self._look()

    def _kill(self) -> None:
        command = [sys.executable, "-c", JUDGE, str(self.store)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begins\n"
            time.sleep(self.chance.uniform(0, LONGEST))
            process.kill()
            lines = process.stdout.read().split("\n")
        self.kills += 1
        self.judged += len(lines) - 1
        self.said.update(lines[:-1])  # what stands behind the last line end was cut short

    def _look(self) -> None:
        with onrecord.open(self.store) as collection:
            made = collection.judgements()
            self.faults += (
                [f"orphaned: {one}" for one in collection.orphaned()] if self.kills % 50 == 0 else []
            )
        self.faults += [f"lost: {id_}" for id_ in self.said - {one.id for one in made}]
        self.faults += [f"half written: {one.id}" for one in made if named(one).id != one.id]
        self.faults += [f"half written: {one.id}" for one in made if len(one.targets) < FEWEST[one.kind]]
