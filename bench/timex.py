"""Date expressions of TimeBank: whether the value is right given the words; whether they are found and right.

Judged on the documents whose id has a SHA-1 that ends in 0-3, type DATE only; rules were chosen on others,
never on those whose SHA-1 begins with 0-3 either. The day an expression is counted from is the document's;
"a year earlier" is counted from the date before it. TIMEX3 values are made of ours: the week "1998-W05" of
a Monday to Sunday, the quarter "1989-Q3" of 1989-35, the season "1990-SU" of 1990-22, the decade "198" of
198X; PRESENT_REF, PAST_REF and FUTURE_REF of what names no day ("now", "recently", "several years ago").
The time of day is left out on both sides. What cannot be mapped counts as wrong: values the annotators left
open ("1989-WXX"), quarters of a company's own year, "current", "recent" and "future" beside a noun, which
are no dates here.
Beside it stands dateparser, given the words, and searching the text; its moment counts as right when it is at
whatever grain the gold has.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from bench.corpora import OUT
from bench.figures import Figure
from bench.timex_dateparser import dateparser_in, dateparser_is_here, dateparser_value
from bench.timex_values import Document, Given, Gold, read, same, shape, to_timex
from onrecord.dates.before import Before
from onrecord.dates.expression import Expression, Recurrent, Stretch
from onrecord.dates.find import find
from onrecord.dates.resolve import resolve
from onrecord.dates.resolved import Resolved
from onrecord.dates.tense import tense_of
from onrecord.readers import read_bytes
from onrecord.text.layout import Layout, layout
from onrecord.text.zones import zones

CORPUS = "timex/timebank.jsonl"
JUDGED = "0123"  # last figures of the SHA-1 of an id


def timex() -> Iterator[Figure]:
    """The figures of the gate, dateparser's beside them."""
    documents = [d for d in read(CORPUS) if ends_in(d.id, JUDGED)]
    ours = {d.id: ours_in(d) for d in documents}
    yield from _figures("timex", documents, ours, [_given_extent(d, g) for d, g in _dates(documents)])
    if dateparser_is_here():
        theirs = {d.id: dateparser_in(d) for d in documents}
        given = [dateparser_value(d.text[g.start : g.end], d.day, g.value) for d, g in _dates(documents)]
        yield from _figures("timex, dateparser", documents, theirs, given)
    (OUT / "timex.misses.txt").parent.mkdir(parents=True, exist_ok=True)
    (OUT / "timex.misses.txt").write_text(
        "\n".join(f"{cause}: {n}" for cause, n in causes(documents).most_common()), encoding="utf-8"
    )


def _figures(
    name: str, documents: Sequence[Document], found: dict[str, list[Given]], given: Sequence[str | None]
) -> Iterator[Figure]:
    dates = list(_dates(documents))
    right = sum(same(value, g.value) for value, (_, g) in zip(given, dates, strict=True))
    yield Figure(f"{name}: value right given the extent", right / len(dates), len(dates))
    hits = sum(any(_is_hit(f, g) for f in found[d.id]) for d, g in dates)
    claimed = [(d, f) for d in documents for f in found[d.id] if f.is_date]
    sound = sum(any(_is_hit(f, g) for g in d.gold) for d, f in claimed)
    yield Figure(f"{name}: found and right", hits / len(dates), len(dates))
    precision = sound / len(claimed) if claimed else 0.0
    yield Figure(f"{name}: right of the found", precision, len(claimed))


def _is_hit(found: Given, gold: Gold) -> bool:
    return found.start < gold.end and gold.start < found.end and same(found.value, gold.value)


def ends_in(id_: str, figures: str) -> bool:
    return hashlib.sha1(id_.encode()).hexdigest()[-1] in figures


def _dates(documents: Iterable[Document]) -> Iterator[tuple[Document, Gold]]:
    return ((d, g) for d in documents for g in d.gold if g.type == "DATE")


@cache
def laid_out(text: str) -> Layout:
    article = read_bytes(text.encode(errors="surrogatepass"), name=None).article
    return layout(replace(article, zones=zones(article)))


@cache
def ours_in(document: Document) -> list[Given]:
    """Every expression of a document with its TIMEX3 value; both ends of a span stand for themselves."""
    before, given = Before(), []
    for expression in find(document.text, 0, len(document.text)):
        for part in expression.parts:
            resolved = _resolved(part, document, before)
            before.take(part, resolved)
            given.append(Given(part.start, part.end, to_timex(part, resolved), _is_date(part)))
    return given


def _resolved(expression: Expression, document: Document, before: Before) -> Resolved:
    anchor = before.anchor(expression, document.day) or document.day
    tense = tense_of(laid_out(document.text), expression)
    return resolve(replace(expression, bound=None), anchor=anchor, tense=tense)


def _is_date(expression: Expression) -> bool:
    says = expression.says
    if isinstance(says, Recurrent) or expression.part is not None:
        return False
    return not (
        isinstance(says, Stretch) and says.count is not None and (says.count > 1 or says.unit != "year")
    )


def _given_extent(document: Document, gold: Gold) -> str | None:
    """The value given the words: as read in the text, or, where nothing was found, of the words alone."""
    over = [f for f in ours_in(document) if f.start < gold.end and gold.start < f.end]
    if over:
        right = [f.value for f in over if same(f.value, gold.value)]
        return right[0] if right else over[0].value
    alone = find(document.text, gold.start, gold.end)
    resolved = [(e, _resolved(e, document, Before())) for e in alone[:1]]
    return to_timex(*resolved[0]) if resolved else None


def causes(documents: Sequence[Document]) -> Counter[str]:
    """How often each kind of miss happens; the words are left out."""
    counts: Counter[str] = Counter()
    for d, g in _dates(documents):
        over = [f for f in ours_in(d) if f.start < g.end and g.start < f.end]
        if not over:
            counts["not found"] += 1
        elif not any(_is_hit(f, g) for f in over):
            counts[f"{shape(g.value)} read as {shape(over[0].value)}"] += 1
    for d in documents:
        for f in ours_in(d):
            if f.is_date and not any(f.start < g.end and g.start < f.end for g in d.gold):
                counts[f"found for nothing: {shape(f.value)}"] += 1
    return counts
