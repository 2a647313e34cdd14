"""Whom an article names as where it has its report, or one statement of it, from."""

import re
from functools import cache, lru_cache

from onrecord.across.beside import around
from onrecord.across.outlets import called, named
from onrecord.across.statement import Statement
from onrecord.lang.copying import copying
from onrecord.record import Article, Evidence, Span

LEAD = 2  # paragraphs behind the title in which a named outlet is where the whole report is from
LINE = 90  # characters; a longer line is no byline
_PARAGRAPH = re.compile(r"[^\n]+")
_BRACKETED = re.compile(r"[(\[]\s*\Z")


def credits_whole(article: Article, other: Article) -> tuple[Evidence, ...]:
    """Where an article names another's outlet as that from which it has its report."""
    listed = _listed(article, other)
    places = named(article, other)
    return listed + tuple(article.evidence(s.start, s.end) for s in places if _heads(article, s))


def credits_statement(one: Statement, other: Article) -> tuple[Evidence, ...]:
    """The same for one statement: its paragraph names the other outlet, or its chain does."""
    article = one.record.article
    places = named(article, other)
    if not places:
        return _in_chain(one, other)
    near = around(article, one.attribution)
    beside = (s for s in places if near.start <= s.start and s.end <= near.end)
    spoken = [(s.start, s.end) for s in one.attribution.content]
    outside = (s for s in beside if not any(a <= s.start and s.end <= b for a, b in spoken))
    outside = (s for s in outside if _is_credited(article.text, s))
    return tuple(article.evidence(s.start, s.end) for s in outside) + _in_chain(one, other)


def _in_chain(one: Statement, other: Article) -> tuple[Evidence, ...]:
    """A link of the chain that was resolved to the other outlet, as "the newspaper" may be."""
    if not one.attribution.chain:
        return ()
    forms = called(other.outlet.name) if other.outlet is not None else frozenset()
    links = (link.party for link in one.attribution.chain if link.party.name)
    known = (p for p in links if p.name and not forms.isdisjoint(called(p.name)))
    return tuple(one.record.article.evidence(s.start, s.end) for p in known for s in p.mention)


def common_agency(one: Article, two: Article) -> tuple[Evidence, ...]:
    """The credits of two articles that name one agency or publisher, which is neither of them."""
    if not one.credits or not two.credits:
        return ()
    agencies = {form: credit for credit in one.credits for form in called(credit.name)}
    shared = [c for c in two.credits if not called(c.name).isdisjoint(agencies) and c.kind != "translator"]
    firsts = (agencies[form] for c in shared for form in sorted(called(c.name)) if form in agencies)
    return tuple(e for credit in (*firsts, *shared) for e in credit.evidence)


def _listed(article: Article, other: Article) -> tuple[Evidence, ...]:
    forms = called(other.outlet.name) if other.outlet is not None else frozenset()
    credits = (c for c in article.credits if c.kind != "translator" and not forms.isdisjoint(called(c.name)))
    return tuple(e for credit in credits for e in credit.evidence)


def _heads(article: Article, place: Span) -> bool:
    """Whether a name stands where credits stand: a byline, a dateline, the lead, "Reporting by"."""
    if _is_of_picture(article.text, place):
        return False
    if any(z.start <= place.start < z.end and z.kind in CREDITING for z in article.zones):
        return True
    leads, lines = _leads(article.text), _lines(article.text)
    if any(start <= place.start < end for start, end in leads):
        return _is_credited(article.text, place)
    before = article.text[max(place.start - 40, 0) : place.start].rsplit("\n")[-1].casefold()
    line = next((a, b) for a, b in lines if a <= place.start < b)
    short = line[1] - line[0] <= LINE and article.text[line[0] : line[0] + 3].casefold() == "by "
    return short or before.rstrip().removesuffix(" the").endswith(copying().origins)


CREDITING = frozenset({"byline", "dateline", "credit", "metadata"})


@lru_cache(maxsize=256)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _PARAGRAPH.finditer(text))


@lru_cache(maxsize=256)
def _leads(text: str) -> tuple[tuple[int, int], ...]:
    """The first paragraphs that are long enough to be of the report."""
    return tuple((a, b) for a, b in _lines(text) if b - a > LINE)[: LEAD - 1]


def _is_credited(text: str, place: Span) -> bool:
    """Whether an outlet is named as where something is from: "according to the Post", "(Reuters) -"."""
    if _is_of_picture(text, place):
        return False
    before, after = _patterns()
    return before.search(text, max(place.start - 30, 0), place.start) is not None or bool(
        after.match(text, place.end)
    )


def _is_of_picture(text: str, place: Span) -> bool:
    before = text[max(place.start - 20, 0) : place.start].casefold().rstrip().removesuffix("the").rstrip()
    return before.endswith(copying().pictures)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = "|".join(re.escape(word) for word in copying().before)
    after = "|".join(re.escape(word) for word in copying().after)
    return (
        re.compile(rf"(?:\b(?:{before})|[(\[—–])\s*(?:the\s+)?(?:[A-Z]+'s\s+)?\Z", re.IGNORECASE),
        re.compile(rf"(?:['’]s)?,?\s+(?:has\s+|have\s+|had\s+)?(?:{after})\b|\)\s*[-–—]", re.IGNORECASE),
    )
