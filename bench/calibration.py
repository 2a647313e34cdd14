"""What confidence is worth: how far it is, on average, from the share of attributions that are right.

The ten bins behind each figure are left in bench/out/calibration-….txt.
"""

from collections.abc import Iterator

from bench.corpora import DATA, OUT, extracted, needed, rows
from bench.figures import Figure
from bench.reliability import Case, error, judged, table
from onrecord.exports.jsonl import from_json

CORPORA = {"polnear dev": "polnear/dev.jsonl", "news dev": "news/dev.jsonl"}
FLAT = ("polnear dev",)  # no nested attributions in the gold, so those found are no errors and left aside


def calibration() -> Iterator[Figure]:
    """The calibration error on each corpus, and on its parts by form and by mode."""
    for name, file in CORPORA.items():
        needed(DATA / file)
        cases = list(_cases(file, flat=name in FLAT))
        (OUT / f"calibration-{name.replace(' ', '-')}.txt").write_text("\n".join(table(cases)) + "\n")
        yield Figure(f"calibration: {name}", error(cases), len(cases))
        for part, some in sorted(_parts(cases).items()):
            yield Figure(f"calibration: {name}, {part}", error(some), len(some))


def _cases(file: str, *, flat: bool) -> Iterator[Case]:
    """Every attribution found in a corpus, and whether it is right."""
    gold = {str(row["id"]).replace("/", "_") + ".txt": row["attributions"] for row in rows(DATA / file)}
    with extracted(file).records.open(encoding="utf-8") as lines:
        for record in map(from_json, lines):
            marked = gold[str(record.article.path)]
            assert isinstance(marked, list)
            yield from judged([a for a in record.attributions if not (flat and a.nested_in)], marked)


def _parts(cases: list[Case]) -> dict[str, list[Case]]:
    parts: dict[str, list[Case]] = {}
    for case in cases:
        for part in (case.attribution.form, case.attribution.mode):
            parts.setdefault(part, []).append(case)
    return parts
