"""The reports of one utterance: what of each is meant, how sure that is and why, and which is the fullest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from onrecord.across.comparison import Judgement, Standing, Variant
from onrecord.across.decided import reason
from onrecord.across.features import features, verbatim
from onrecord.across.grouping import Scores
from onrecord.across.profile import Profile
from onrecord.across.scoring import DISPUTED_VERBATIM, Scorer
from onrecord.across.statement import Statement
from onrecord.across.voices import voices
from onrecord.across.words import Word, words_of
from onrecord.record import Reason, Span

QUOTED = 3  # a quoted word counts as so many: a quotation is the base, but not one of two words of many
FULL = 0.9  # as many quoted words, as a share of the most: other translations are as full


@dataclass(frozen=True)
class Member:
    """A statement that reports an utterance, by all of its words or by a part of them (None: all)."""

    profile: Profile
    part: tuple[Span, ...] | None = None
    joined: Judgement | None = None  # by which somebody put it here

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def statement(self) -> Statement:
        return self.profile.statement

    @property
    def place(self) -> tuple[str, int, str]:
        """Its article and where it begins there: what everything about an utterance is ordered by."""
        return self.statement.article, self.profile.start, self.id

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that report the utterance."""
        return words_of(self.statement.text, self.part) if self.part else self.statement.words

    @cached_property
    def quoted(self) -> int:
        """How many of them are quoted; a block without marks is quoted too."""
        one = self.statement.attribution
        if one.form != "mixed":
            return len(self.words) if one.form == "direct" else 0
        inside = [mark for mark in one.marks if mark.kind == "quoted"]
        return sum(any(m.start <= w.start and w.end <= m.end for m in inside) for w in self.words)


def base_of(members: Sequence[Member]) -> Member:
    """The fullest of the quotations, else of the paraphrases; of equals the first by article and place."""
    return min(members, key=lambda one: (-QUOTED * one.quoted - len(one.words), one.place))


def fullest(members: Sequence[Member]) -> tuple[str, ...]:
    """The quotations that are as full as any, of each article one; none where all paraphrase."""
    most = max(one.quoted for one in members)
    found: dict[str, str] = {}
    for one in sorted(members, key=lambda one: (-one.quoted, one.place)):
        if most and one.quoted >= FULL * most:
            found.setdefault(one.statement.article, one.id)
    return tuple(sorted(found.values()))


def is_firm(one: Member, members: Sequence[Member]) -> bool:
    """Whether another report has the speaker too, or the very words; else only likeness speaks for it."""
    others = [other for other in members if other is not one]
    return not others or one.joined is not None or any(_as_firm(one, other) for other in others)


def _as_firm(one: Member, other: Member) -> bool:
    return (
        voices(one.statement, other.statement) in ("same", "alike")
        or verbatim(one.profile, other.profile) >= DISPUTED_VERBATIM
    )


def variants(
    members: Sequence[Member], base: Member, firm: Sequence[Member], scores: Scores, by: Scorer
) -> Iterator[Variant]:
    """In the order of the members."""
    for one in members:
        standing: Standing = "firm" if one in firm else "possible"
        reasons = (*_persons(one), *_reasons(one, members, scores, by))
        yield Variant(one.id, one.part or _fixed(one), standing, _similarity(one, base), reasons)


def _persons(one: Member) -> Iterator[Reason]:
    """Who put it here, and who decided what of the statement."""
    if one.joined is not None:
        yield reason("variant", one.joined, one.statement.article)
    yield from (why for why in one.statement.attribution.reasons if why.by == "person")


def _fixed(one: Member) -> tuple[Span, ...] | None:
    """Its words, where a person said that they are others than those in the record."""
    why = one.statement.attribution.reasons
    by_person = any(reason_.field == "content" and reason_.by == "person" for reason_ in why)
    return one.statement.attribution.content if by_person else None


def _similarity(one: Member, base: Member) -> float:
    """The words both have in one order, as a share of the words of both."""
    a, b = [w.stem for w in one.words], [w.stem for w in base.words]
    return 1.0 if one is base else 2 * LCSseq.similarity(a, b) / max(len(a) + len(b), 1)


def _reasons(one: Member, members: Sequence[Member], scores: Scores, by: Scorer) -> Iterator[Reason]:
    """The report it is most like, with the score of the two, and what of the features speaks for them."""
    others = [(_score(scores, one.id, other.id), other) for other in members if other is not one]
    if not others:
        return
    score, nearest = min(others, key=lambda pair: (-pair[0], pair[1].place))
    if not score and one.joined is not None:
        return  # nothing but that person speaks for it
    article = nearest.statement.record.article
    spans = nearest.part or nearest.statement.attribution.content
    evidence = tuple(article.evidence(span.start, span.end) for span in spans)
    yield Reason("variant", "model", "likeness", evidence, score)
    row = features(one.profile, nearest.profile)
    for name in by.telling(row):
        yield Reason("variant", "model", name, (), float(getattr(row, name)))


def _score(scores: Mapping[tuple[str, str], float], one: str, two: str) -> float:
    return scores.get((one, two) if one < two else (two, one), 0.0)
