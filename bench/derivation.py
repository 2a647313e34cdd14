"""Who has it from whom, who was first, figures side by side: on gold groups of invented and real events.

The groups and their parts are given, so that only what is told of a group is measured. The figures of the
invented articles are what `extract` finds in them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from bench.figures import Figure
from bench.variants import Event, dev, own
from onrecord.across.comparison import Derivation, FigureGroup
from onrecord.across.derivation import derivations
from onrecord.across.figure_groups import figure_groups
from onrecord.across.first_report import first_report
from onrecord.across.statement import Statement
from onrecord.pipeline import extract_one
from onrecord.record import Record, Span
from onrecord.tagger import load

COPY = re.compile(r"\bcop(?:y|ied)\b")
FITTING = {  # what a gold kind between two articles may be called between two of their statements
    "verbatim": {"verbatim"},
    "rewritten": {"rewritten", "verbatim"},
    "other-translation": {"other-translation"},
}
Utterance = tuple[Any, list[Statement], tuple[Derivation, ...]]


def derivation() -> Iterator[Figure]:
    """Copies, independent pairs, first reports, figures."""
    told = {event.name: list(_told(event)) for event in (*own(), *dev())}
    yield _marked(told)
    yield from _pairs(told)
    yield from _firsts(told)
    yield from _side_by_side()


def _told(event: Event) -> Iterator[Utterance]:
    """Each gold group with its firm members and the derivations between all."""
    by_id = {one.id: one for one in event.statements}
    for group in event.gold["utterances"]:
        members = [by_id[m["attribution"]] for m in group["members"]]
        parts = {m["attribution"]: _spans(by_id[m["attribution"]], m.get("part")) for m in group["members"]}
        optional = {m["attribution"] for m in group["members"] if m.get("optional")}
        yield group, [m for m in members if m.id not in optional], derivations(members, parts)


def _spans(one: Statement, part: Sequence[Sequence[int]] | None) -> tuple[Span, ...] | None:
    return tuple(one.record.article.span(start, end) for start, end in part) if part else None


def _marked(told: dict[str, list[Utterance]]) -> Figure:
    """Groups of real events whose notes say that a report is a copy: whether one is found."""
    rows = [
        (f"{event.name} {group['id']}", any(d.kind == "verbatim" for d in found))
        for event in dev()
        for group, _, found in told[event.name]
        if any(COPY.search(note) for note in group.get("notes", ()))
    ]
    return _share("derivation: copies marked in the dev notes found", rows)


def _pairs(told: dict[str, list[Utterance]]) -> Iterator[Figure]:
    """Pairs of invented articles: the dependent ones found and directed, the others called copies."""
    found, false = [], []
    for event in own():
        article = {one.id: one.article for one in event.statements}
        all_ = [d for _, _, some in told[event.name] for d in some]
        for one, two, kind in event.gold["copies"]:
            between = [d for d in all_ if {article[d.from_], article[d.to]} == {one, two}]
            if kind == "independent":
                false.append((f"{one} {two}", any(d.kind == "verbatim" for d in between)))
            else:
                way = kind != "other-translation"
                right = [d for d in between if d.kind in FITTING[kind] and d.directed is way]
                found.append((f"{one} {two}", any(not way or article[d.from_] == one for d in right)))
    yield _share("derivation: dependent articles found", found)
    yield _count("derivation: independent pairs called verbatim", false)


def _firsts(told: dict[str, list[Utterance]]) -> Iterator[Figure]:
    right, wrong = [], []
    for event in own():
        gold = {row["utterance"]: row["attribution"] for row in event.gold["first_report"]}
        article = {one.id: one.article for one in event.statements} | {None: None}
        for group, members, found in told[event.name]:
            if group["id"] in gold:
                first = article[first_report(members, found).attribution]
                name = f"{event.name} {group['id']}"
                right.append((name, first == article[gold[group["id"]]]))
                wrong.append((name, first not in (None, article[gold[group["id"]]])))
    yield _share("derivation: first reports right, open where open", right)
    yield _count("derivation: wrong firsts", wrong)


def _side_by_side() -> Iterator[Figure]:
    """Figures that the gold lays side by side: whether one group has them, in that relation."""
    rows, tagger = [], load()
    for event in own():
        given = {one.article: one.record for one in event.statements}
        records = {k: extract_one(r.article, tagger=tagger, reader=None) for k, r in given.items()}
        groups = figure_groups(
            records.values(), [_found_in(records, event, g) for g in event.gold["utterances"]]
        )
        places = {f.id: (key, f.span, (f.low, f.high)) for key, r in records.items() for f in r.figures}
        for gold in event.gold["figures"]:
            if len(set(gold["articles"])) > 1:
                good = any(_is_told(gold, group, places) for group in groups)
                rows.append((f"{event.name} {gold['relation']}: {gold['why']}", good))
    yield _share("derivation: figures laid side by side", rows)


def _found_in(records: dict[str, Record], event: Event, group: Any) -> list[str]:
    """The attributions `extract` found where the gold has the members of a group."""
    by_id = {one.id: one for one in event.statements}
    found = []
    for member in group["members"]:
        one = by_id[member["attribution"]]
        spans = _spans(one, member.get("part")) or one.attribution.content
        here = records[one.article].attributions
        found += [a.id for a in here if any(_meet(s, t) for s in a.content for t in spans)]
    return found


def _is_told(gold: Any, group: FigureGroup, places: dict[str, Any]) -> bool:
    named = [Span(start, end, key) for key, start, end in gold["spans"]]
    inside = [places[id_] for id_ in group.members]
    meant = [
        (key, value) for key, span, value in inside if any(s.text == key and _meet(s, span) for s in named)
    ]
    if len({key for key, _ in meant}) < 2:
        return False
    same = any(a[1] == b[1] and a[0] != b[0] for a, b in combinations(meant, 2))
    return group.relation == gold["relation"] or (gold["relation"] == "agree" and same)


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _share(name: str, rows: Sequence[tuple[str, bool]]) -> Figure:
    misses = tuple(row for row, good in rows if not good)
    return Figure(name, sum(good for _, good in rows) / (len(rows) or 1), len(rows), misses)


def _count(name: str, rows: Sequence[tuple[str, bool]]) -> Figure:
    bad = tuple(row for row, is_bad in rows if is_bad)
    return Figure(name, len(bad), len(rows), bad)


if __name__ == "__main__":
    for figure in derivation():
        print(f"{figure.name}: {figure.value} of {figure.n}", *figure.misses, sep="\n    ")
