"""Drafts turned into records: order, ids, form, marks, parties, links."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from onrecord.attribution.draft import Draft, Drafts, Link, overlap
from onrecord.attribution.enclosing import enclosed
from onrecord.attribution.mode import polarity
from onrecord.lang import english, words
from onrecord.record import Attribution, ChainLink, Form, Party, PartyKind, Span, ZoneKind
from onrecord.tagger import TaggedName
from onrecord.text.layout import Layout, Range, word_count
from onrecord.text.marks import marks

ALL_QUOTED = 0.97  # share of letters and digits inside marks from which a content counts as direct
TITLE_WORDS = 3  # a capitalised name in marks this short does not make a content mixed
_CAPITAL = re.compile(r"[A-Z][\w’'-]+")


def finish(
    layout: Layout, drafts: Drafts, names: Sequence[TaggedName], *, numbered_from: int = 1
) -> tuple[Attribution, ...]:
    """The attributions in text order: first content character, longer content first, then cue."""
    ordered = sorted(drafts.kept, key=lambda d: (d.start, -(d.end - d.start), d.cue, d.key))
    names = sorted(names, key=attrgetter("start"))
    ids = {d.key: f"{layout.article.id}:a{n}" for n, d in enumerate(ordered, numbered_from)}
    found = tuple(_attribution(layout, d, ids, names) for d in ordered)
    return enclosed(found)


def _attribution(layout: Layout, d: Draft, ids: dict[int, str], names: Sequence[TaggedName]) -> Attribution:
    content = _spans(layout, d.content)
    return Attribution(
        id=ids[d.key],
        speakers=_parties(layout, d.speaker, d.antecedent, names),
        cue=_spans(layout, d.cue),
        content=content,
        addressees=_parties(layout, d.addressee, (), names),
        form=d.form or form(layout, d),
        mode=d.mode,
        polarity=polarity(layout, d),
        zone=_zone(layout, d),
        nested_in=ids.get(d.nested_in) if d.nested_in is not None else None,
        continues=ids.get(d.continues) if d.continues is not None else None,
        chain=tuple(_link(layout, link, names) for link in d.chain),
        marks=marks(layout.article, content, quotes=layout.near(*_extent(d.content))),
        confidence=d.score,
        reasons=d.reasons,
    )


def form(layout: Layout, d: Draft) -> Form:
    """Direct when all of the content stands inside marks of its own, indirect when none does."""
    depth = 1 if d.nested_in is not None and layout.around(d.start, d.end) is not None else 0
    near = (q for q in layout.near(d.start, d.end) if q.start < d.end and d.start < q.end)
    inside = [(q.start, q.end) for q in near if q.whole and q.depth >= depth]
    if not inside:
        return "indirect"
    if _letters(layout, d.content, inside) >= ALL_QUOTED * _letters(layout, d.content):
        return "direct"
    told = [r for r in inside if not _is_name(layout, r)]
    return "mixed" if _letters(layout, d.content, told) else "indirect"


def _extent(content: Sequence[Range]) -> Range:
    return min(s for s, _ in content), max(e for _, e in content)


def _letters(layout: Layout, content: Sequence[Range], inside: Sequence[Range] | None = None) -> int:
    """How many letters and digits of a content stand in one of these stretches; without any, in all."""
    count = 0
    for start, end in content:
        at = start
        for low, high in sorted(inside) if inside is not None else ((start, end),):
            at, until = max(at, low), min(high, end)
            count += sum(map(str.isalnum, layout.text[at:until]))
            at = max(at, until)
    return count


def _is_name(layout: Layout, r: Range) -> bool:
    """A film or nickname in marks: every word capitalised, and few of them."""
    found = layout.text[slice(*r)].split()
    return 0 < len(found) <= TITLE_WORDS and all(w[0].isupper() or w[0].isdigit() for w in found)


def _spans(layout: Layout, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(layout.article.span(s, e) for s, e in ranges)


def _zone(layout: Layout, d: Draft) -> ZoneKind:
    block = layout.block(d.start)
    return block.kind if block is not None else "body"


def _parties(
    layout: Layout, mention: Sequence[Range], antecedent: Sequence[Range], names: Sequence[TaggedName]
) -> tuple[Party, ...]:
    if not mention and not antecedent:
        return ()
    return (party(layout, mention, antecedent, names),)


def party(
    layout: Layout, mention: Sequence[Range], antecedent: Sequence[Range], names: Sequence[TaggedName]
) -> Party:
    """A party as its own words show it; who that is across the article is decided later."""
    by_words = tuple(mention) or tuple(antecedent)
    inside = [n for n in _near(names, *_extent(by_words)) if _holds(by_words, n) and n.kind != "location"]
    return Party(
        mention=_spans(layout, [_bare(layout, r) for r in mention]),
        antecedent=_spans(layout, antecedent),
        kind=_kind(layout, by_words, inside),
        named=bool(inside) or _looks_named(layout, by_words),
    )


def _bare(layout: Layout, r: Range) -> Range:
    """Without the comma that ends an apposition and the "that" before a clause: `that | her aunt |,`."""
    start, end = r
    words = layout.text[start:end].rstrip(" ,")
    kept = words.removeprefix("that ")
    return start + len(words) - len(kept), start + len(words)


def _near(names: Sequence[TaggedName], low: int, high: int) -> Sequence[TaggedName]:
    start = attrgetter("start")
    return names[bisect_left(names, low, key=start) : bisect_left(names, high, key=start)]


def _holds(spans: Sequence[Range], name: TaggedName) -> bool:
    return overlap(spans, ((name.start, name.end),)) == name.end - name.start


def _kind(layout: Layout, by_words: Sequence[Range], inside: Sequence[TaggedName]) -> PartyKind | None:
    language = english()
    said = words(" ".join(layout.text[s:e] for s, e in by_words))
    kinds = [n.kind for n in inside]
    if "person" in kinds or said in (["he"], ["she"], ["i"]):
        return "person"
    if "organisation" in kinds or any(w in language.organisations for w in said):
        return "organisation"
    if any(w in language.documents for w in said):
        return "document"
    return "group" if any(w in language.groups for w in said) else None


def _looks_named(layout: Layout, by_words: Sequence[Range]) -> bool:
    """A capital inside a sentence, away from its first word."""
    for start, end in by_words:
        for match in _CAPITAL.finditer(layout.text, start, end):
            first = (layout.sentence(match.start()) or (-1, -1))[0] == match.start()
            if not first and match.group().lower() not in english().pronouns:
                return True
            if first and word_count(layout.text, by_words) == 1 and match.group().lower() not in _COMMON:
                return True
    return False


_COMMON = english().pronouns | english().groups | english().roles | frozenset(("the", "a", "an"))


def _link(layout: Layout, link: Link, names: Sequence[TaggedName]) -> ChainLink:
    return ChainLink(link.role, party(layout, link.mention, (), names), _spans(layout, link.cue))
