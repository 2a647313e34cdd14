"""How fast `onrecord extract` is, as a share of the network's bare forward pass; and its peak memory.

usage: python -m bench.speed [--runs N]       end to end and the limit in turn, N times; the median counts

Both sides see the same texts (PolNeAR's development articles as .txt) and count each word piece once. The
limit: paragraphs packed to 128 pieces, batches of 8 of like length, two threads, nothing else. End to end:
the whole command, with two processes, and the bytecode that an installed one has. So the share means the
same on every machine.
"""

import argparse
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bench.corpora import DATA, OUT, MissingDataError, needed, rows
from bench.figures import Figure, Floor, Row, judged
from onrecord.tagger.features import pieces
from onrecord.tagger.network import FOLDER
from onrecord.tagger.windows import Window, windows
from onrecord.text.paragraphs import paragraphs

SHARE = Floor(0.50)
MEMORY = Floor(1.0, limit=True)  # GiB, all processes together
THREADS = 2
BATCH = 8
GIB = 2**30


def main() -> int:
    """Measure, print the table, end with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    runs: int = parser.parse_args().runs
    try:
        texts = [str(row["text"]) for row in rows(needed(DATA / "polnear" / "dev.jsonl"))]
    except MissingDataError as error:
        print(f"speed: SKIPPED {error}")
        return 0
    table = measured(texts, runs)
    told(table)
    return int(any(row.verdict == "FAIL" for row in table))


def told(table: list[Row]) -> None:
    """Print the table of a measure of speed."""
    for row in table:
        floor = "" if row.floor is None else f"{'<=' if row.floor.limit else '>='} {row.floor.value:g}"
        print(f"{row.name:42} {row.value or 0:10.2f} {floor:>8} {row.verdict:8} {row.remark}".rstrip())


def measured(texts: list[str], runs: int) -> list[Row]:
    """The figures of several runs; each share is of the limit measured right beside it."""
    folder = written(texts)
    _extract(folder / "000.txt")  # writes the bytecode
    packed, total = _packed(texts)
    limits, ours, peaks = [], [], []
    for _ in range(runs):
        limits.append(total / _forward(packed))
        seconds, peak = _extract(folder)
        ours.append(total / seconds)
        peaks.append(peak / GIB)
    shares = [mine / limit for mine, limit in zip(ours, limits, strict=True)]
    spread = f"from {min(shares):.2f} to {max(shares):.2f} in {runs} runs"
    return [
        judged(Figure("limit: word pieces/s, bare network", median(limits), total), None),
        judged(Figure("end to end: word pieces/s", median(ours), total), None),
        judged(Figure("end to end: articles/s", median(ours) / total * len(texts), len(texts)), None),
        judged(Figure("end to end: share of the limit", median(shares), runs, (spread,)), SHARE),
        judged(Figure("peak memory, GiB, all processes", max(peaks), runs), MEMORY),
    ]


def written(texts: list[str]) -> Path:
    """The texts as files in a folder."""
    folder = OUT / "speed"
    folder.mkdir(parents=True, exist_ok=True)
    for i, text in enumerate(texts):
        (folder / f"{i:03}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


def _packed(texts: list[str]) -> tuple[list[Window], int]:
    """Every text's windows, and the number of its word pieces."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    made = [w for text in texts for w in windows(pieces(tokenizer, text, paragraphs(text)))]
    return sorted(made, key=lambda w: w.ids.shape[1]), sum(len(w.rows) for w in made)


def _forward(packed: list[Window]) -> float:
    """Seconds for the network alone, after a warm-up."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(
        str(FOLDER / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
    )
    batches = [_padded(packed[i : i + BATCH]) for i in range(0, len(packed), BATCH)]
    for batch in batches[: len(batches) // 10]:
        session.run(None, batch)
    began = time.perf_counter()
    for batch in batches:
        session.run(None, batch)
    return time.perf_counter() - began


def _padded(group: list[Window]) -> dict[str, np.ndarray]:
    longest = max(w.ids.shape[1] for w in group)
    fill = lambda a: np.pad(a, ((0, 0), (0, longest - a.shape[1])))  # noqa: E731
    return {
        "ids": np.concatenate([fill(w.ids) for w in group]),
        "types": np.concatenate([fill(w.types) for w in group]),
    }


def _extract(path: Path) -> tuple[float, int]:
    """Seconds and peak bytes of the whole command, started afresh."""
    program = str(Path(sys.executable).with_name("onrecord"))
    command = [program, "extract", "--quiet", "--workers", str(THREADS), str(path)]
    with (OUT / "speed.records.jsonl").open("wb") as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, env=_installed())
        watch = _Memory(process.pid)
        watch.start()
        code = process.wait()
        seconds = time.perf_counter() - began
    if code:
        raise RuntimeError(f"onrecord extract ended with {code}")
    return seconds, watch.peak


def _installed() -> dict[str, str]:
    """The environment with a place for bytecode, whatever it says of that."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(OUT / "bytecode")}


class _Memory(threading.Thread):
    """Watches what a process and its children hold in memory, until the first one ends (Linux only)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0

    def run(self) -> None:
        while Path(f"/proc/{self.pid}").exists():
            self.peak = max(self.peak, sum(_resident(pid) for pid in _family(self.pid)))
            time.sleep(0.05)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(d for child in children for d in _family(int(child)))]


def _resident(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    sys.exit(main())
