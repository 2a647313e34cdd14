"""Every text of every corpus: its spans, and the same bytes from any number of workers and in any order.

usage: python -m bench.soak [CORPUS …]      names as in bench/corpora.py; all of them without one
"""

import random
import sys

from bench.corpora import MissingDataError, extract, extracted
from bench.slices import CORPORA, measured, name

WORKERS = (2, 4)
SEED = 17


def main() -> int:
    """Go through the corpora; say of each what held, and end with 1 when anything did not."""
    faults = skipped = passed = 0
    for corpus in sys.argv[1:] or CORPORA:
        try:
            wrong = faults_of(corpus)
        except MissingDataError as error:
            print(f"{corpus}: SKIPPED {error}")
            skipped += 1
            continue
        print(f"{corpus}: {'; '.join(wrong) or 'PASS'}", flush=True)
        faults += bool(wrong)
        passed += not wrong
    print(f"soak: {passed} passed, {faults} failed, {skipped} skipped")
    return int(bool(faults))


def faults_of(corpus: str) -> list[str]:
    """What does not hold for one corpus, in words."""
    first = extracted(corpus)
    figure = measured(corpus, first.records)
    wrong = [f"unsound span: {miss}" for miss in figure.misses]
    alone = first.records.read_bytes()
    short = name(corpus).replace("/", "-")
    for workers in WORKERS:
        again = extract(first.folder, f"{short}-{workers}-workers", workers=workers)
        if again.records.read_bytes() != alone:
            wrong.append(f"{workers} workers give other bytes than one")
    files = sorted(file.name for file in first.folder.iterdir())
    random.Random(SEED).shuffle(files)
    shuffled = extract(first.folder, f"{short}-shuffled", files=files).records.read_bytes()
    if sorted(shuffled.splitlines()) != sorted(alone.splitlines()):
        wrong.append("another order gives other records")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
