"""Score a system's file, a baseline, or write what a system is given.

python -m bench.published SYSTEM.jsonl       score it on our invented events
python -m bench.published SYSTEM.jsonl --events dev
python -m bench.published --baseline identity
python -m bench.published --input            write the events without their gold, one a line
python -m bench.published --input --speakers ... but with who says what
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.corpora import MissingDataError
from bench.published.baselines import BASELINES
from bench.published.events import ChangedTextError, events, rows, without_gold
from bench.published.scores import NOTHING, Score, WrongAnswerError, score


def main(arguments: list[str] | None = None) -> int:
    """Print scores, or the input; 2 where something is wrong with the command or the file."""
    options = _options(arguments)
    try:
        known = events(options.events)
        if options.input:
            given = (without_gold(event, speakers=options.speakers) for event in known)
            print(*(json.dumps(event, ensure_ascii=False) for event in given), sep="\n")
            return 0
        print(*table(known, _answers(options, known)), sep="\n")
    except (MissingDataError, ChangedTextError, WrongAnswerError, OSError, ValueError, KeyError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    usage = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m bench.published", description=__doc__, formatter_class=usage)
    parser.add_argument("--events", choices=("own", "dev"), default="own")
    parser.add_argument("--speakers", action="store_true", help="with --input: say who speaks")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("system", nargs="?", type=Path, help="a file of answers, one event a line")
    asked.add_argument("--baseline", choices=BASELINES)
    asked.add_argument("--input", action="store_true")
    return parser.parse_args(arguments)


def _answers(options: argparse.Namespace, known: tuple[Any, ...]) -> dict[str, Any]:
    if options.baseline:
        return {event["event"]: BASELINES[options.baseline](event) for event in known}
    told = {one["event"]: one for one in rows(options.system)}
    unknown = sorted(set(told) - {event["event"] for event in known})
    if unknown:
        raise WrongAnswerError(f"{options.system}: no event is called {', '.join(unknown)}")
    return told


def table(known: tuple[Any, ...], answers: Mapping[str, Any]) -> Iterator[str]:
    """A row for each event and one for all; an event without an answer is an empty one."""
    width = max(len(event["event"]) for event in known)
    yield f"{'':{width}}  across articles:     all pairs: hard negatives"
    yield f"{'event':{width}}  P      R      F1     F1         merged"
    total = NOTHING
    for event in known:
        one = score(event, answers.get(event["event"], {}))
        total += one
        yield _row(event["event"], one, width)
    yield _row("all", total, width)


def _row(name: str, one: Score, width: int) -> str:
    found = one.across
    across = f"{found.precision:.3f}  {found.recall:.3f}  {found.f1:.3f}"
    return f"{name:{width}}  {across}  {one.pairs.f1:.3f}      {one.merged} of {one.negatives}"


if __name__ == "__main__":
    sys.exit(main())
