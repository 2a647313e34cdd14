"""What a figure counts, so that it can be laid beside those of other articles."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.across.amounts import Amount, amount
from onrecord.across.roots import heavy_roots, root_of
from onrecord.across.words import Word, words_of, written_words
from onrecord.lang.scopes import scopes
from onrecord.record import Attribution, Figure, Record, Span

AROUND = 90  # characters on either side of a figure within its sentence
SHARED = 2  # roots beside what is counted that two figures without an outcome must share
TELLING = 4  # the same where the texts do not say what is counted
FAR = 2.0  # times; numbers farther apart are of two things, unless both say of which
BOUND = frozenset({"duration", "ratio", "ordinal"})  # kinds compared only within one statement


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A figure with its amount, what becomes of those counted, who they are, and the words around."""

    figure: Figure
    record: Record
    giver: Attribution | None
    amount: Amount
    outcomes: frozenset[str]
    nouns: frozenset[str]
    part: frozenset[str]
    around: frozenset[str]

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def article(self) -> str:
        return self.record.article.id

    @property
    def given_by(self) -> str:
        """Who gave it, as the article names them; "" for the article itself."""
        parties = self.giver.speakers if self.giver is not None else ()
        names = (party.name or " ".join(span.text for span in party.mention) for party in parties)
        return ", ".join(filter(None, names))


def counted(record: Record) -> tuple[Counted, ...]:
    """The figures of an article that have an amount, those that only number things left out."""
    givers = {one.id: one for one in record.attributions}
    found = (_counted(figure, record, givers) for figure in record.figures)
    return tuple(one for one in found if one is not None)


def _counted(figure: Figure, record: Record, givers: Mapping[str, Attribution]) -> Counted | None:
    much = amount(figure)
    if much is None or figure.kind == "ordinal":
        return None
    said = _said(figure)
    outcomes = frozenset(o for w in said for o in scopes().outcomes.get(w.same, ()))
    skipped = scopes().anybody | scopes().part | scopes().numbers | scopes().outcomes.keys()
    telling = (w for w in said if not w.light and w.same not in skipped and w.same[0].isalpha())
    nouns = frozenset(root_of(w) for w in telling)
    part = frozenset(w.same for w in said if w.same in scopes().part) | _taken_out(figure.span.text)
    return Counted(
        figure,
        record,
        givers.get(figure.according_to or ""),
        much,
        outcomes,
        nouns,
        part,
        _around(record.article.text, figure.span),
    )


def _taken_out(words: str) -> frozenset[str]:
    """`{"of"}` for "four of the injured", who are not all of them."""
    *before, last = [w.same for w in words_of(words, (Span(0, len(words), words),))] or [""]
    return frozenset({"of"} & set(before)) if last in scopes().outcomes else frozenset()


def _said(figure: Figure) -> tuple[Word, ...]:
    """The words that say what is counted."""
    counts = figure.counts.name if figure.counts is not None else ""
    text = f"{figure.span.text} {counts}" if figure.kind == "count" else counts
    words = words_of(text, (Span(0, len(text), text),))
    return tuple(w for w in words if w.same != (figure.unit or ""))


def _around(text: str, span: Span) -> frozenset[str]:
    low, high = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
    before = max(text.rfind(stop, low, span.start) for stop in (". ", "\n", "” ", '" '))
    after = [at for stop in (". ", "\n") if (at := text.find(stop, span.end, high)) >= 0]
    low, high = max(before, low), min([*after, high])
    return frozenset(heavy_roots(written_words(text, (Span(low, high, ""),))))


def same_scope(one: Counted, two: Counted, *, one_statement: bool) -> bool:
    """Whether two figures count the same thing; `one_statement`: both stand in reports of one utterance."""
    if one.amount.dimension != two.amount.dimension or one.part != two.part:
        return False
    if one.outcomes and two.outcomes and one.outcomes != two.outcomes:
        return False
    named = bool(one.nouns & two.nouns)
    if one_statement:
        return named or not (one.nouns and two.nouns) or one.outcomes == two.outcomes != frozenset()
    if one.figure.kind in BOUND:
        return False
    if one.outcomes and two.outcomes:
        return named or not (one.nouns and two.nouns)
    near = len((one.around & two.around) - one.nouns)
    if not one.nouns and not two.nouns:
        return near >= TELLING
    return named and (one.figure.kind == "measure" or near >= SHARED)


def other_scope(one: Counted, two: Counted) -> bool:
    """Whether the one counts some of those that the other counts: the injured, the killed and injured."""
    if one.amount.dimension != two.amount.dimension or not (one.outcomes & two.outcomes):
        return False
    if one.nouns and two.nouns and not (one.nouns & two.nouns):
        return False
    if one.outcomes == two.outcomes:
        return one.part != two.part
    return not one.part and not two.part


def named_alike(one: Counted, two: Counted) -> bool:
    """Whether two figures may be of the same people or things, by what they are called."""
    named = not (one.nouns and two.nouns) or bool(one.nouns & two.nouns)
    return one.amount.dimension == two.amount.dimension and named


def may_differ(one: Counted, two: Counted) -> bool:
    """Whether two numbers can be told of one thing: it is named alike, or the numbers are not far apart."""
    if (one.outcomes and one.outcomes == two.outcomes) or (one.nouns and one.nouns == two.nouns):
        return True
    low, high = sorted((one.amount.named[0], two.amount.named[0]))
    return high <= FAR * low
