"""The events of the benchmark with the texts of their articles, and what of them a system is given."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import DATA, ROOT, needed

OWN = ROOT / "bench" / "variants"
DEV = DATA / "variants" / "dev.jsonl"
DEV_TEXTS = (DATA / "giveme5w1h" / "news_cluster_share.jsonl", DATA / "basil" / "basil_share.jsonl")
HIDDEN = ("speaker",)  # keys of an attribution that a system has to find out

Row = Mapping[str, Any]


class ChangedTextError(Exception):
    """A text is not the one the gold was made on; the message names the article."""


def events(which: str = "own") -> tuple[Row, ...]:
    """`own` (invented, in this folder), `dev` (real, where its data are), each article with its `text`."""
    if which == "dev":
        return read(needed(DEV), [needed(path) for path in DEV_TEXTS])
    if which != "own":
        raise ValueError(f"no events are called {which!r}; there are own and dev")
    return read(OWN / "events.jsonl", [OWN / "articles.jsonl"])


def read(gold: Path, texts: Sequence[Path]) -> tuple[Row, ...]:
    """The events of a file of gold; `texts` are files whose rows have `id` and `text`."""
    known = {row["id"]: row for path in texts for row in rows(path)}
    return tuple(_with_texts(event, known) for event in rows(gold))


def rows(path: Path) -> Iterator[Any]:
    """The objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _with_texts(event: Row, known: Mapping[str, Row]) -> Row:
    return {**event, "articles": [_with_text(one, known) for one in event["articles"]]}


def _with_text(article: Row, known: Mapping[str, Row]) -> Row:
    text = known[article["id"]]["text"]
    if hashlib.sha256(text.encode()).hexdigest() != article["text_sha256"]:
        raise ChangedTextError(f"{article['id']}: the text is not the one that was labelled")
    return {**article, "text": text}


def without_gold(event: Row, *, speakers: bool = False) -> Row:
    """What a system is given: articles, and attributions for those that only group, without who speaks."""
    hidden = () if speakers else HIDDEN
    attributions = [
        {key: value for key, value in one.items() if key not in hidden} for one in event["attributions"]
    ]
    return {"event": event["event"], "articles": event["articles"], "attributions": attributions}
