"""What keeping costs: the share of the speed of `onrecord extract` that `onrecord add` keeps.

usage: python -m bench.adding [--runs N]      the two in turn, N times; the median of the shares counts

Both read PolNeAR's development articles as .txt, with two processes; the one prints records, the other writes
them into a new store. Then the same pile is added again, which must skip everything.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from bench.corpora import DATA, OUT, MissingDataError, needed, rows
from bench.figures import Figure, Floor, Row, judged
from bench.speed import told, written

SHARE = Floor(0.90)
WORKERS = "2"
STORE = OUT / "adding.db"


def main() -> int:
    """Measure, print the table, end with 1 when the floor is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.adding", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--runs", type=int, default=3)
    runs: int = parser.parse_args().runs
    try:
        texts = [str(row["text"]) for row in rows(needed(DATA / "polnear" / "dev.jsonl"))]
    except MissingDataError as error:
        print(f"adding: SKIPPED {error}")
        return 0
    table = measured(written(texts), len(texts), runs)
    told(table)
    return int(any(row.verdict == "FAIL" for row in table))


def measured(folder: Path, articles: int, runs: int) -> list[Row]:
    """The figures of several runs."""
    shares, agains = [], []
    for _ in range(runs):
        _begin_anew()
        extracting, adding = _seconds("extract", folder), _seconds("add", folder)
        shares.append(extracting / adding)
        agains.append(_seconds("add", folder))
    spread = f"from {min(shares):.2f} to {max(shares):.2f} in {runs} runs"
    return [
        judged(Figure("add: share of extract's speed", median(shares), runs, (spread,)), SHARE),
        judged(Figure("add, all of it there already: seconds", median(agains), articles), None),
        judged(Figure("store: KiB for an article", STORE.stat().st_size / 1024 / articles, articles), None),
    ]


def _begin_anew() -> None:
    for file in OUT.glob(f"{STORE.name}*"):
        file.unlink()


def _seconds(command: str, folder: Path) -> float:
    program = str(Path(sys.executable).with_name("onrecord"))
    kept = ["--store", str(STORE)] if command == "add" else []
    with (OUT / "adding.records.jsonl").open("wb") as out:
        began = time.perf_counter()
        subprocess.run(
            [program, command, "--quiet", "--workers", WORKERS, *kept, str(folder)], stdout=out, check=True
        )
        return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
