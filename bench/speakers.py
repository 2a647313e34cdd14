"""150 speakers of PolNeAR dev: whether the right party is found, by pronouns, offices and names.

The gold gives the words that name a speaker. Where an attribution has them, its party is judged; where none
has, the party those words are resolved to. Right is a name whose words contain, or are contained in, those of
the gold's name; nobody where a careful reader cannot tell.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bench.corpora import DATA, ROOT, needed, rows
from bench.figures import Figure
from onrecord.attribution import attributions
from onrecord.people import Known, people
from onrecord.readers import read_item
from onrecord.readers.item import Item
from onrecord.record import Party
from onrecord.tagger import Tagger, load
from onrecord.text.layout import layout
from onrecord.text.zones import zones

GOLD = ROOT / "bench" / "gold" / "speakers.jsonl"
LEFT_OUT = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "mr",
        "mrs",
        "ms",
        "dr",
        "president",
        "minister",
        "prime",
        "general",
        "spokesman",
        "spokeswoman",
    ]
)


def speakers() -> Iterator[Figure]:
    """The share of right parties: all, and by kind of mention."""
    gold = list(rows(needed(GOLD)))
    texts = {row["id"]: row["text"] for row in rows(needed(DATA / "polnear/dev.jsonl"))}
    by_article: dict[Any, list[Any]] = defaultdict(list)
    for row in gold:
        by_article[row["id"]].append(row)
    tagger = load()
    right: dict[int, bool] = {}
    for article, wanted in by_article.items():
        known = _known(str(texts[article]), tagger)
        right |= {id(row): _right(known, row) for row in wanted}
    yield _share("speakers, all: right party", gold, right)
    for group in ("pronoun", "role", "name"):
        yield _share(f"speakers, {group}s: right party", [r for r in gold if r["group"] == group], right)


def _known(text: str, tagger: Tagger) -> Known:
    article = read_item(Item("a.txt", None, text.encode())).article
    laid = layout(replace(article, zones=zones(article)))
    found = attributions(laid, tagger)
    return people(laid, found.attributions, found.names, found.vectors)


def _right(known: Known, row: Mapping[str, Any]) -> bool:
    start, end = row["mention"][0][0], row["mention"][-1][1]
    parties = [
        p
        for a in known.attributions
        for p in a.speakers
        if any(m.start < end and start < m.end for m in p.mention)
    ]
    golden = [row["party"]] if isinstance(row["party"], str) else row["party"] or []
    names = [p.name or _words_of(p, row) for p in parties or [known.party(start, end)]]
    if not golden:
        return not any(names)
    return any(_same(name, other) for name in names for other in [*golden, *row["others"]])


def _words_of(party: Party, row: Mapping[str, Any]) -> str:
    """What stands there; a pronoun names nobody."""
    return "" if row["group"] == "pronoun" else " ".join(s.text for s in party.mention)


def _same(a: str, b: str) -> bool:
    x, y = _words(a), _words(b)
    return bool(x) and bool(y) and (x <= y or y <= x)


def _words(name: str) -> frozenset[str]:
    plain = re.sub(r"\(.*?\)|['’]s\b", " ", unicodedata.normalize("NFKD", name).lower())
    return frozenset(re.sub(r"[^a-z0-9 ]+", " ", plain).split()) - LEFT_OUT


def _share(name: str, gold: Sequence[Mapping[str, Any]], right: Mapping[int, bool]) -> Figure:
    return Figure(name, sum(right[id(row)] for row in gold) / len(gold), len(gold))
