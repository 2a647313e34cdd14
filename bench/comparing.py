"""What comparing costs: seconds, memory and growth for 10,000, 30,000 and 100,000 attributions.

usage: python -m bench.comparing [SIZE…]      other sizes than those three, for which the floors are meant

Each size is one process of its own, which makes an invented pile (`bench/pile.py`) and compares it. Seconds
of the processor stand beside those of the clock, which others who share the machine lengthen.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib import import_module
from math import log
from typing import Any
from unittest.mock import patch

from bench.figures import Figure, Floor, Row, judged
from bench.pile import Pile
from bench.speed import told

SIZES = (10_000, 30_000, 100_000)
SECONDS, MEGABYTES, EXPONENT = Floor(300, limit=True), Floor(2048, limit=True), Floor(1.2, limit=True)
STAGES = (  # module where it is called, function; what is indented is a part of the one before it
    "pipeline.somebodies",
    "pipeline.profiles",
    "pipeline.units",
    "pipeline.scores",
    "  scoring.candidates",
    "pipeline.groups",
    "pipeline.utterances",
    "  utterances.derivations",
    "  utterances.first_report",
    "  utterances.collate",
    "  utterances.flags_of",
    "pipeline.figure_groups",
    "pipeline.settled_dates",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one size cost."""

    attributions: int
    articles: int
    utterances: int
    several: int  # of them have several reports
    most: int  # reports of one
    seconds: float
    processor: float
    megabytes: float
    before: float  # megabytes of the records alone
    stages: dict[str, float]  # seconds of the processor


def main() -> int:
    """Measure, print the table, end with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.comparing", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--here", action="store_true", help="one size, in this process; prints JSON")
    given = parser.parse_args()
    if given.here:
        print(json.dumps(asdict(compared(given.sizes[0]))))
        return 0
    runs = [_alone(size) for size in given.sizes]
    table = [*_costs(runs), *_judged(runs)]
    told(table)
    return int(any(row.verdict == "FAIL" for row in table))


def _alone(size: int) -> Run:
    """A run in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "bench.comparing", "--here", str(size)]
    return Run(**json.loads(subprocess.run(command, capture_output=True, check=True).stdout))


def compared(size: int) -> Run:
    """Make a pile of so many attributions, compare it, and say what that cost."""
    pipeline = import_module("onrecord.pipeline")
    records = list(Pile().records(size))
    before, stages = _megabytes(), Counter[str]()
    with ExitStack() as patches:
        for stage in STAGES:
            _time(stage, stages, patches)
        began = time.perf_counter(), time.process_time()
        comparison = pipeline.compare(records)
        seconds, processor = time.perf_counter() - began[0], time.process_time() - began[1]
    reports = [len(one.variants) for one in comparison.utterances]
    return Run(
        attributions=sum(len(one.attributions) for one in records),
        articles=len(records),
        utterances=len(reports),
        several=sum(n > 1 for n in reports),
        most=max(reports),
        seconds=seconds,
        processor=processor,
        megabytes=_megabytes(),
        before=before,
        stages={stage: stages[stage] for stage in STAGES},
    )


def _megabytes() -> float:
    """The most this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << (20 if sys.platform == "darwin" else 10)
    )


def _time(stage: str, spent: Counter[str], patches: ExitStack) -> None:
    """Note what a stage takes, wherever it is called from its module."""
    module, name = stage.strip().split(".")
    where = import_module(f"onrecord.{module}" if module == "pipeline" else f"onrecord.across.{module}")
    patches.enter_context(patch.object(where, name, _timed(getattr(where, name), stage, spent)))


def _timed(work: Callable[..., Any], stage: str, spent: Counter[str]) -> Callable[..., Any]:
    def run(*given: Any, **options: Any) -> Any:
        began = time.process_time()
        found = work(*given, **options)
        spent[stage] += time.process_time() - began  # type: ignore[assignment]
        return found

    return run


def _costs(runs: Sequence[Run]) -> Iterator[Row]:
    """For each size what it was and what it cost, stage by stage; then what one attribution costs."""
    for run in runs:
        name = f"{run.attributions:,}"
        shape = f"{run.utterances:,} utterances, {run.several:,} with several reports, {run.most} at most"
        yield _row(f"{name}: seconds of the clock", run.seconds, run, shape)
        yield _row(f"{name}: seconds of the processor", run.processor, run)
        yield _row(f"{name}: MB", run.megabytes, run, f"{run.before:.0f} of them before comparing")
    for stage in STAGES:
        costs = [run.stages[stage] / run.attributions * 1e6 for run in runs]
        remark = " -> ".join(f"{cost:.0f}" for cost in costs)
        yield _row(f"µs an attribution: {stage}", costs[-1], runs[-1], remark)


def _row(name: str, value: float, run: Run, remark: str = "") -> Row:
    return Row(name, value, run.attributions, None, "TOLD", remark)


def _judged(runs: Sequence[Run]) -> Iterator[Row]:
    last = runs[-1]
    yield judged(Figure("comparing: seconds", last.seconds, last.attributions), SECONDS)
    yield judged(Figure("comparing: MB", last.megabytes, last.attributions), MEGABYTES)
    if len(runs) > 1:
        yield judged(Figure("comparing: exponent of growth", exponent(runs), last.attributions), EXPONENT)


def exponent(runs: Sequence[Run]) -> float:
    """The slope of the processor's seconds over the attributions, both as logarithms, by least squares."""
    points = [(log(run.attributions), log(run.processor)) for run in runs]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return float(sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points))


if __name__ == "__main__":
    sys.exit(main())
