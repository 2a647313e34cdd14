"""Which reports are of one utterance: 8 real events and 6 invented ones, leaving one event out.

On gold attributions: spans, cue and the speaker's name are given, so that only candidates, scores and groups
are measured. The weights are fitted on all other events, real and invented, each time.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.corpora import DATA, OUT, ROOT, needed
from bench.figures import Figure
from onrecord.across.features import Features
from onrecord.across.grouping import groups
from onrecord.across.profile import profiles
from onrecord.across.scoring import Scorer, scores, table
from onrecord.across.statement import Statement
from onrecord.across.units import rejoined, units
from onrecord.across.words import words_of
from onrecord.record import VERSION, Article, Attribution, DateReport, MadeWith, Named, Party, Record, Span
from onrecord.text.marks import marks
from onrecord.text.quotemarks import quotations

TEXTS = ("giveme5w1h/news_cluster_share.jsonl", "basil/basil_share.jsonl")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the gold, with its attributions as statements, in the order of the gold."""

    gold: Any
    statements: tuple[Statement, ...]

    @property
    def name(self) -> str:
        return str(self.gold["event"])


@cache
def dev() -> tuple[Event, ...]:
    """The 8 real events."""
    texts = {row["id"]: row for name in TEXTS for row in _rows(needed(DATA / name))}
    return tuple(_event(gold, texts) for gold in _rows(needed(DATA / "variants/dev.jsonl")))


@cache
def own() -> tuple[Event, ...]:
    """The 6 invented events of bench/variants."""
    folder = ROOT / "bench" / "variants"
    texts = {row["id"]: row for row in _rows(folder / "articles.jsonl")}
    return tuple(_event(gold, texts) for gold in _rows(folder / "events.jsonl"))


@cache
def mission() -> tuple[Event, ...]:
    """The two reports of one speech, with their full gold, in the form of an event: for training alone."""
    folder = needed(DATA / "mission")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {d["file"][:3]: (folder / d["file"]).read_bytes().decode() for d in gold["documents"]}
    rows = [
        {
            **{key: one[key] for key in ("content", "cue", "speaker_mention", "speaker", "said_on")},
            "id": f"{document['file'][:3]}:{one['id']}",
            "article": document["file"][:3],
            "form": one["quote_type"],
            "nested_in": one["parent"] and f"{document['file'][:3]}:{one['parent']}",
        }
        for document in gold["documents"]
        for one in document["statements"]
        if one["speaker"]
    ]
    utterances = [
        {"members": [{"attribution": m["ref"], "optional": m.get("optional")} for m in one["members"]]}
        for one in gold["variants"]
    ]
    event = {
        "event": "mission",
        "articles": [{"id": code, "outlet": "", "date": None} for code in texts],
        "attributions": rows,
        "utterances": utterances,
        "non_variants": [one["pair"] for one in gold["not_variants"]],
    }
    return (_event(event, {code: {"text": text} for code, text in texts.items()}),)


def _rows(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _event(gold: Any, texts: Any) -> Event:
    records = {one["id"]: _record(one, texts[one["id"]]["text"], gold) for one in gold["articles"]}
    made = {a.id: (r, a) for r in records.values() for a in r.attributions}
    speakers = {one["id"]: one["speaker"] for one in gold["attributions"]}
    return Event(
        gold, tuple(_statement(*made[one["id"]], speakers[one["id"]]) for one in gold["attributions"])
    )


def _statement(record: Record, one: Attribution, speaker: str) -> Statement:
    return Statement(one, record, words_of(record.article.text, one.content), (speaker,))


def _record(meta: Any, text: str, gold: Any) -> Record:
    day = DateReport(meta["date"], basis="given" if meta["date"] else "none")
    article = Article(
        meta["id"],
        None,
        None,
        None,
        "",
        None,
        None,
        Named(meta["outlet"]),
        (),
        (),
        None,
        "en",
        True,
        day,
        DateReport(),
        text,
        (),
    )
    quotes = quotations(text)
    rows = [one for one in gold["attributions"] if one["article"] == meta["id"]]
    found = [_attribution(one, article) for one in rows]
    marked = tuple(replace(a, marks=marks(article, a.content, quotes=quotes)) for a in found)
    return Record(VERSION, MadeWith("", None, None, None), article, marked, (), (), (), ())


def _attribution(row: Any, article: Article) -> Attribution:
    def spans(ranges: Sequence[Sequence[int]]) -> tuple[Span, ...]:
        return tuple(article.span(start, end) for start, end in ranges)

    party = Party(spans(row["speaker_mention"]), name=row["speaker"], named=True)
    return Attribution(
        row["id"],
        (party,),
        spans(row["cue"]),
        spans(row["content"]),
        form=row["form"],
        nested_in=row["nested_in"],
    )


def variants() -> Iterator[Figure]:
    """Pairs of statements from two articles, and hard negatives merged, on gold attributions."""
    from training.train_scorer import leaving_out

    events = (*dev(), *own())
    for name, some in (("variants dev", dev()), ("variants own", own())):
        grouped = {event.name: {"clusters": grouped_by(event, leaving_out(event, events))} for event in some}
        yield from _figures(name, some, grouped)


def grouped_by(event: Event, scorer: Scorer) -> list[list[str]]:
    """The product's groups of an event's statements."""
    known = units(profiles(event.statements))
    return [list(group.ids) for group in rejoined(groups(known, scores(known, scorer)))]


def _figures(name: str, events: Sequence[Event], grouped: dict[str, Any]) -> Iterator[Figure]:
    result = scored(events, grouped, name)["total"]
    pairs = result["cross_article"]
    yield Figure(f"{name}: pairs across articles, F1", pairs["F1"], pairs["tp"] + pairs["fn"])
    yield Figure(f"{name}: hard negatives merged", result["false_merges"], result["non_variants"])


def scored(events: Sequence[Event], told: dict[str, Any], name: str) -> Any:
    """What the scorer beside the gold says of what is told of each event."""
    scorer = needed(DATA / "variants/score_variants.py")
    with tempfile.TemporaryDirectory() as scratch:
        gold, found = Path(scratch) / "gold.jsonl", Path(scratch) / "found.jsonl"
        gold.write_text("".join(json.dumps(event.gold) + "\n" for event in events), encoding="utf-8")
        lines = (json.dumps({"event": key, **value}) + "\n" for key, value in told.items())
        found.write_text("".join(lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(found)]
        misses = subprocess.run([*command, "-v"], check=True, capture_output=True, text=True).stdout
        OUT.mkdir(exist_ok=True)
        (OUT / f"{name.replace(' ', '-')}.misses.txt").write_text(misses, encoding="utf-8")
        done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def examples(event: Event) -> Iterator[tuple[Features, bool]]:
    """Every candidate pair of one speaker, and whether the gold has it in one group; open ones left out."""
    together, open_ = _together(event.gold)
    speakers = {one.id: one.speakers for one in event.statements}
    for (one, two), row in table(profiles(event.statements)).items():
        pair = frozenset((one, two))
        if speakers[one] == speakers[two] and (pair in together or pair not in open_):
            yield row, pair in together


def _together(gold: Any) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs of firm members, and pairs that are neither right nor wrong."""
    firm, open_ = set(), _nested(gold)
    for utterance in gold["utterances"]:
        for one, two in combinations(utterance["members"], 2):
            pair = frozenset((one["attribution"], two["attribution"]))
            (open_ if one.get("optional") or two.get("optional") else firm).add(pair)
    return firm, open_


def _nested(gold: Any) -> set[frozenset[str]]:
    around = {one["id"]: one["nested_in"] for one in gold["attributions"]}
    return {frozenset((inner, outer)) for inner, outer in around.items() if outer}


if __name__ == "__main__":
    for figure in variants():
        print(f"{figure.name}: {figure.value:.3f} of {figure.n}")
