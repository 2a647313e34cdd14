"""The gate: every measured figure against its floor; one table, and exit 1 when a floor is missed.

usage: python -m bench.gate [--only GROUP] [--raise-floors] [--lower-floors REASON]

Floors stand in bench/floors.json, with the SHA-256 of the gold they were measured on. What cannot be measured
here (its data are not on this machine) is listed as skipped. `--raise-floors` lifts each floor that is
exceeded; a floor is lowered only with `--lower-floors REASON`, and the reason is kept in the file.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bench import (
    calibration,
    dates,
    derivation,
    ecbplus,
    flags,
    gap,
    inputs,
    languages,
    mission_pairs,
    own_gold,
    pages,
    rules,
    scorers,
    settings,
    slices,
    speakers,
    timex,
    variants,
    variants_raw,
)
from bench.corpora import DATA, ROOT, MissingDataError, sha256
from bench.figures import Figure, Floor, Row, judged, skipped

FLOORS = ROOT / "bench" / "floors.json"
SLACK = 0.01  # raised floors stay this far below the figure: another onnxruntime moves labels a little
CASES = 2  # and at least this many cases below it
Measure = Callable[[], Iterable[Figure | Row]]
MEASURES: dict[str, Measure] = {  # by the beginning of the names of its figures
    "examples": own_gold.examples,
    "unseen": own_gold.unseen,
    "hard": own_gold.hard,
    "polnear": scorers.polnear,
    "rules": rules.rules,
    "news": scorers.news,
    "mission": scorers.mission,
    "calibration": calibration.calibration,
    "pages": pages.pages,
    "spans": slices.slices,
    "inputs": inputs.inputs,
    "languages": languages.languages,
    "dates": dates.dates,
    "conflicts": dates.conflicts,
    "timex": timex.timex,
    "gap": gap.gap,
    "flags": flags.flags,
    "speakers": speakers.speakers,
    "settings": settings.settings,
    "derivation": derivation.derivation,
    "variants": variants.variants,
    "raw": variants_raw.variants_raw,
    "pairs": mission_pairs.mission_pairs,
    "ecbplus": ecbplus.ecbplus,
}


def main() -> int:
    """Measure, print, and say whether all floors hold."""
    options = _options()
    book = json.loads(FLOORS.read_text(encoding="utf-8"))
    table = list(_table(_floors(book), options.only))
    _print(table)
    for name in _changed(book["gold"]):
        print(f"the gold has changed since the floors were set: {name}")
    if options.raise_floors or options.lower_floors:
        _rewrite(book, table, options.lower_floors)
    return int(any(row.verdict == "FAIL" for row in table))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", choices=MEASURES, help="one group of figures")
    parser.add_argument("--raise-floors", action="store_true", help="lift each floor that is exceeded")
    parser.add_argument(
        "--lower-floors", metavar="REASON", help="lower each floor that is missed, and say why"
    )
    return parser.parse_args()


def _floors(book: Any) -> dict[str, Floor]:
    at_least = {name: Floor(value) for name, value in book["at_least"].items()}
    return at_least | {name: Floor(value, limit=True) for name, value in book["at_most"].items()}


def _table(floors: dict[str, Floor], only: str | None) -> Iterator[Row]:
    """One row for each figure, group by group, and one for each floor that could not be measured."""
    for group, measure in MEASURES.items():
        if only in (None, group):
            yield from _rows(
                group, measure, {name: f for name, f in floors.items() if name.startswith(group)}
            )


def _rows(group: str, measure: Measure, left: dict[str, Floor]) -> Iterator[Row]:
    why = "its data are not on this machine"
    try:
        for figure in measure():
            yield figure if isinstance(figure, Row) else judged(figure, left.pop(figure.name, None))
    except MissingDataError as missing:
        why = str(missing)
        if not left:
            yield skipped(f"{group}: all of it", None, why)
    yield from (skipped(name, floor, why) for name, floor in left.items())


def _print(table: list[Row]) -> None:
    width = max(len(row.name) for row in table)
    print(f"{'figure':{width}}    value        n    floor")
    for row in table:
        floor = "" if row.floor is None else f"{'<=' if row.floor.limit else '>='} {row.floor.value:g}"
        value = (
            "-" if row.value is None else str(row.value) if isinstance(row.value, int) else f"{row.value:.3f}"
        )
        print(f"{row.name:{width}} {value:>8} {row.n:>8} {floor:>8} {row.verdict:8} {row.remark}".rstrip())
    count = {verdict: sum(row.verdict == verdict for row in table) for verdict in ("PASS", "FAIL", "SKIPPED")}
    print(f"gates: {count['PASS']} passed, {count['FAIL']} failed, {count['SKIPPED']} skipped")


def _changed(gold: dict[str, str]) -> Iterator[str]:
    """Gold files that are here and are not the ones the floors were measured on."""
    for name, pinned in gold.items():
        path = ROOT / name if name.startswith("bench/") else DATA / name
        if path.exists() and sha256(path) != pinned:
            yield name


def _rewrite(book: Any, table: list[Row], reason: str | None) -> None:
    """Lift floors to just below their figures; with a reason, lower those that are missed as well."""
    for row in table:
        if row.value is None or row.floor is None or row.name not in book["at_least"]:
            continue
        reached = round(row.value - max(SLACK, CASES / row.n), 3)
        if reason and row.verdict == "FAIL":
            book["lowered"].append({"name": row.name, "from": row.floor.value, "to": reached, "why": reason})
            book["at_least"][row.name] = reached
        elif not reason and reached > row.floor.value:
            book["at_least"][row.name] = reached
    FLOORS.write_text(json.dumps(book, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
