"""The same from raw text: the product reads the articles, finds the statements, says who is who, and groups.

The ceiling is what the gold's own groups reach on the statements that were found; grouping is judged by the
share of it that the product's groups reach. Outlets and days of the articles are given, as to a user.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from bench.corpora import DATA, OUT, extract, needed
from bench.figures import Figure
from bench.variants import Event, dev, own, scored
from onrecord.across.entities import members, somebodies
from onrecord.across.grouping import groups
from onrecord.across.profile import profiles
from onrecord.across.scoring import Scorer, scores
from onrecord.across.statement import Statement, statements
from onrecord.across.units import rejoined, units
from onrecord.exports.jsonl import from_json
from onrecord.record import Record

ALIKE = 0.5  # share of the characters of two contents that are in both, as the scorer wants it


def variants_raw() -> Iterator[Figure]:
    """Pairs of statements from two articles, end to end: the ceiling, and the share of it that is reached."""
    for name, some in (("dev", dev()), ("own", own())):
        yield from figures(f"raw {name}", some, records(some, f"variants-raw-{name}"))


def figures(name: str, events: Sequence[Event], found: Mapping[str, Record]) -> Iterator[Figure]:
    """The figures of events whose articles were read to these records, by the gold's ids of articles."""
    from training.train_scorer import leaving_out  # training needs the events of bench.variants

    every = (*dev(), *own())
    told = {event.name: prediction(event, found, leaving_out(event, every)) for event in events}
    best = {event.name: told[event.name] | {"clusters": ceiling(event, told[event.name])} for event in events}
    reached = scored(events, told, name)["total"]
    highest = scored(events, best, f"{name} ceiling")["total"]["cross_article"]["F1"]
    pairs = reached["cross_article"]
    n = pairs["tp"] + pairs["fn"]
    yield Figure(f"{name}: ceiling, F1", highest, n)
    yield Figure(f"{name}: pairs across articles, F1", pairs["F1"], n)
    yield Figure(f"{name}: share of the ceiling", pairs["F1"] / highest, n)
    yield Figure(f"{name}: hard negatives merged", reached["false_merges"], reached["non_variants"])


def prediction(event: Event, found: Mapping[str, Record], scorer: Scorer) -> dict[str, Any]:
    """The statements and groups of an event, in the scorer's form."""
    articles = {one["id"]: found[one["id"]] for one in event.gold["articles"]}
    code = {record.article.id: id_ for id_, record in articles.items()}
    made = list(statements(articles.values(), members(somebodies(articles.values()))))
    known = units(profiles(made))
    grouped = rejoined(groups(known, scores(known, scorer)))
    return {
        "attributions": [_row(one, code[one.article]) for one in made],
        "clusters": [list(group.ids) for group in grouped],
    }


def _row(one: Statement, article: str) -> dict[str, Any]:
    content = [[span.start, span.end] for span in one.attribution.content]
    return {"id": one.id, "article": article, "content": content, "speaker": ""}


def ceiling(event: Event, told: dict[str, Any]) -> list[list[str]]:
    """The gold's groups of those statements that were found."""
    judge = _judge()
    aligned = judge.align(judge.Gold(event.gold), told["attributions"], ALIKE)
    return of_gold(event.gold, {gold: found for found, gold in aligned.items()})


def of_gold(gold: Any, found: Mapping[str, str]) -> list[list[str]]:
    """The firm members of the gold's groups that were found, by the ids they were found with."""
    firm = ([m["attribution"] for m in u["members"] if not m.get("optional")] for u in gold["utterances"])
    return [[found[id_] for id_ in ids if id_ in found] for ids in firm]


@cache
def _judge() -> Any:
    """The scorer beside the gold, as a module."""
    spec = spec_from_file_location("score_variants", needed(DATA / "variants/score_variants.py"))
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def records(events: Sequence[Event], name: str) -> dict[str, Record]:
    """Article id of the gold -> record, as `onrecord extract` makes it with outlet and day given."""
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    paths = dict(_written(events, folder))
    made = extract(folder, name, files=sorted(paths), options=("--manifest", "manifest.csv"))
    with made.records.open(encoding="utf-8") as lines:
        return {paths[str(record.article.path)]: record for record in map(from_json, lines)}


def _written(events: Sequence[Event], folder: Path) -> Iterator[tuple[str, str]]:
    """The articles of events as files beside a manifest: the name of each and its id in the gold."""
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["path", "outlet", "date"])
        for event in events:
            texts = {one.article: one.text for one in event.statements}
            for one in event.gold["articles"]:
                path = one["id"].replace("/", "_") + ".txt"
                (folder / path).write_bytes(texts[one["id"]].encode())
                table.writerow([path, one["outlet"], one["date"] or ""])
                yield path, one["id"]


if __name__ == "__main__":
    for figure in variants_raw():
        print(f"{figure.name}: {figure.value:.3f} of {figure.n}")
