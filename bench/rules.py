"""The rules tagger on PolNeAR's dev split: direct quotations, the trained one's recall of them, and the rest.

A direct quotation of the gold is an attribution whose content stands, to the last letter and digit, inside
closed quotation marks; of the records, one whose `form` is "direct". Spans of one content that only blanks
part are one span, since PolNeAR cuts some quotations at every full stop and others nowhere (the figure
"sentences apart" does without this); then blanks and punctuation at the edges are taken off, as PolNeAR's
scorer does. What counts is a span with exactly the same start and end; the distinct spans of all articles are
pooled.
"""

import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import DATA, SHARED, extract, extracted, needed, rows
from bench.figures import Figure
from bench.scorers import LABELS, f1, polnear_scores
from onrecord.text.quotemarks import quotations

CORPUS = "polnear/dev.jsonl"
Range = tuple[int, int]
Found = set[tuple[str, int, int]]  # article, start, end
Spans = Callable[[str, Sequence[Range]], frozenset[Range]]
Join = Callable[[str, Sequence[Range]], list[Range]]


def rules() -> Iterator[Figure]:
    """Direct quotations by rules alone; the trained tagger's recall of them; what rules do on all of it."""
    trained = extracted(CORPUS)
    alone = extract(trained.folder, "polnear-dev-rules", options=("--tagger", "rules"))
    spans: Spans = runpy.run_path(str(needed(SHARED / "score" / "score_polnear.py")))["spans"]
    dev = needed(DATA / CORPUS)
    gold, by_rules = gold_quotations(dev, spans), found_quotations(alone.records, spans)
    right = len(gold & by_rules)
    yield Figure("rules: direct quotations, content F1", _f1(gold, by_rules), len(gold))
    by_sentence = gold_quotations(dev, spans, join=apart)
    alike = _f1(by_sentence, found_quotations(alone.records, spans, join=apart))
    yield Figure("rules: direct quotations, content F1, sentences apart", alike, len(by_sentence))
    yield Figure("rules: direct quotations, precision", right / len(by_rules), len(by_rules))
    yield Figure("rules: direct quotations, recall", right / len(gold), len(gold))
    by_network = found_quotations(trained.records, spans)
    yield Figure(
        "rules: direct quotations, recall of the trained", len(gold & by_network) / len(gold), len(gold)
    )
    printed = polnear_scores(alone.records)
    yield from (f1(f"rules: polnear dev, {label} F1", printed, label) for label in LABELS)


def joined(text: str, content: Sequence[Range]) -> list[Range]:
    """The spans of a content in order, those that only blanks part as one."""
    made: list[Range] = []
    for start, end in sorted(content):
        if made and not text[made[-1][1] : start].strip():
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def apart(_: str, content: Sequence[Range]) -> list[Range]:
    """The spans as they are."""
    return list(content)


def gold_quotations(corpus: Path, spans: Spans, *, join: Join = joined) -> Found:
    """The direct quotations of the gold."""
    found: Found = set()
    for row in rows(corpus):
        text, name = str(row["text"]), str(row["id"]).replace("/", "_")
        quoted = [(q.start, q.end) for q in quotations(text) if q.closed and not q.depth]
        for attribution in _list(row["attributions"]):
            content = [(start, end) for start, end in attribution["content"]]
            if stands_inside(text, content, quoted):
                found |= {(name, *span) for span in spans(text, join(text, content))}
    return found


def found_quotations(records: Path, spans: Spans, *, join: Join = joined) -> Found:
    """The direct quotations of records; nested ones are left out, since the gold is flat."""
    found: Found = set()
    for record in rows(records):
        article: Mapping[str, Any] = record["article"]  # type: ignore[assignment]
        for attribution in _list(record["attributions"]):
            if attribution["form"] == "direct" and attribution["nested_in"] is None:
                content = [(span["start"], span["end"]) for span in attribution["content"]]
                name = Path(article["path"]).stem
                found |= {(name, *span) for span in spans(article["text"], join(article["text"], content))}
    return found


def stands_inside(text: str, content: Sequence[Range], quoted: Sequence[Range]) -> bool:
    """Whether every letter and digit of a content stands inside quotation marks, and there is one."""
    letters = [i for start, end in content for i in range(start, end) if text[i].isalnum()]
    return bool(letters) and all(any(start <= i < end for start, end in quoted) for i in letters)


def _f1(gold: Found, found: Found) -> float:
    return 2 * len(gold & found) / (len(gold) + len(found))


def _list(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value
