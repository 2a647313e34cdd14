"""What comparing a store again costs when ten articles came, beside comparing all of it; stage by stage.

usage: python -m bench.comparing_again [--size N]      attributions of the invented pile (bench/pile.py)

Seconds are of the processor. The second comparison must come to the same as one of everything at once.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import onrecord
from bench.figures import Figure, Floor, Row, judged
from bench.pile import Pile
from bench.speed import told
from onrecord.collection import CASE, Collection, now
from onrecord.record import Record
from onrecord.store import write

SIZE = 10_000
CAME = 10  # articles
SHARE = Floor(0.6, limit=True)  # of a whole comparison's time that one after ten articles may take


class Stages:
    """What each stage of a comparison took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._began = "", time.process_time()

    def __call__(self, stage: str) -> None:
        """The one before it is over."""
        at = time.process_time()
        if self._stage:
            self.seconds[self._stage] = at - self._began
        self._stage, self._began = stage, at

    @property
    def all(self) -> float:
        return sum(self.seconds.values())


def main() -> int:
    """Measure, print the table, end with 1 when the floor is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.comparing_again", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--size", type=int, default=SIZE)
    with tempfile.TemporaryDirectory() as folder:
        table = measured(Path(folder) / "s.db", list(Pile().records(parser.parse_args().size)))
    told(table)
    return int(any(row.verdict == "FAIL" for row in table))


def measured(store: Path, records: Sequence[Record]) -> list[Row]:
    """The figures of a store that is compared, added to, and compared again."""
    with Collection(store) as collection:
        _put(collection, records[:-CAME])
        without = store.stat().st_size
        first = _compared(collection)
        kept = store.stat().st_size - without
        _put(collection, records[-CAME:])
        again = _compared(collection)
        same = _plain(collection.comparison()) == _plain(onrecord.compare(records))
    number = sum(len(one.attributions) for one in records)
    rows = [judged(Figure("comparing a store: seconds", first.all, number), None)]
    rows += [judged(Figure(f"… {name}", spent, number), None) for name, spent in first.seconds.items()]
    rows += [judged(Figure(f"again, {CAME} articles came: seconds", again.all, number), None)]
    rows += [judged(Figure(f"… {name}", spent, number), None) for name, spent in again.seconds.items()]
    rows += [judged(Figure("… as a share of the first", again.all / first.all, number), SHARE)]
    rows += [judged(Figure("comes to the same as all at once", float(same), number), Floor(1.0))]
    return [*rows, judged(Figure("comparison: KiB for an attribution", kept / 1024 / number, number), None)]


def _put(collection: Collection, records: Sequence[Record]) -> None:
    for one in records:
        write.put(collection._db, one, key=None, case=CASE, at=now())


def _compared(collection: Collection) -> Stages:
    stages = Stages()
    collection.compare(stage=stages)
    stages("over")
    return stages


def _plain(comparison: onrecord.Comparison) -> object:
    """As JSON, without the ids that a store gives."""
    written = json.loads(onrecord.comparison_to_json(comparison))
    for one in written["utterances"]:
        del one["id"]
    return written


if __name__ == "__main__":
    sys.exit(main())
