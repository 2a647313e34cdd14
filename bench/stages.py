"""What who, when and how many cost: the time of people, settings, dates and figures beside the tagger's.

usage: python -m bench.stages [--runs N]      all of PolNeAR's development articles, one process, one thread
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest.mock import patch

from bench.corpora import DATA, MissingDataError, needed, rows
from bench.figures import Figure, Floor, Row, judged
from bench.speed import told
from onrecord import pipeline
from onrecord.readers import read_bytes
from onrecord.tagger.tagging import NetworkTagger

SHARE = Floor(0.15, limit=True)  # of the tagger's time: people, dates and figures together
STAGES = ("people", "settings_of", "dates", "figures")  # as pipeline.extract_one calls them
TIMED = ("people", "dates", "figures")


def main() -> int:
    """Measure, print the table, end with 1 when the limit is passed."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.stages", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--runs", type=int, default=3)
    runs: int = parser.parse_args().runs
    try:
        texts = [str(row["text"]) for row in rows(needed(DATA / "polnear" / "dev.jsonl"))]
    except MissingDataError as error:
        print(f"stages: SKIPPED {error}")
        return 0
    table = list(measured(texts, runs))
    told(table)
    return int(any(row.verdict == "FAIL" for row in table))


def measured(texts: list[str], runs: int) -> Iterator[Row]:
    """Each stage's seconds as a share of the tagger's, the median of several runs."""
    spent = [_spent(texts) for _ in range(runs)]
    for stage in STAGES:
        share = median(one[stage] / one["tag"] for one in spent)
        yield judged(Figure(f"{stage}: share of the tagger's time", share, len(texts)), None)
    shares = [sum(one[stage] for stage in TIMED) / one["tag"] for one in spent]
    spread = f"from {min(shares):.2f} to {max(shares):.2f} in {runs} runs"
    yield judged(Figure("people, dates, figures: share", median(shares), len(texts), (spread,)), SHARE)


def _spent(texts: list[str]) -> Counter[str]:
    """Seconds in the tagger and in each stage, all articles together."""
    spent: Counter[str] = Counter()
    tagger = _Timed(NetworkTagger(threads=1), spent)
    with _all_timed(spent):
        for text in texts:
            pipeline.extract_one(read_bytes(text.encode(), name="-").article, tagger=tagger, reader=None)
    return spent


@contextmanager
def _all_timed(spent: Counter[str]) -> Iterator[None]:
    patches = [patch.object(pipeline, stage, _timed(stage, spent)) for stage in STAGES]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def _timed(stage: str, spent: Counter[str]) -> Callable[..., Any]:
    work = getattr(pipeline, stage)

    def run(*given: Any, **options: Any) -> Any:
        began = time.perf_counter()
        found = work(*given, **options)
        spent[stage] += time.perf_counter() - began  # type: ignore[assignment]
        return found

    return run


class _Timed:
    """A tagger that notes how long it takes."""

    def __init__(self, tagger: NetworkTagger, spent: Counter[str]) -> None:
        self.name, self._tagger, self._spent = tagger.name, tagger, spent

    def tag(self, *given: Any) -> Any:
        began = time.perf_counter()
        found = self._tagger.tag(*given)
        self._spent["tag"] += time.perf_counter() - began  # type: ignore[assignment]
        return found


if __name__ == "__main__":
    raise SystemExit(main())
