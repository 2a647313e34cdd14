"""What an analyst must look at between the reports of one utterance; `flags_of` is the way in.

Every other report is laid against the base (`pair`); each module finds one family of differences. A place of
the alignment gives one flag: of several, the first in OF_THE_WORDS. What several reports show is one flag.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.across.flags.amounts import dates, figures, vague
from onrecord.across.flags.antecedents import antecedents
from onrecord.across.flags.brackets import brackets
from onrecord.across.flags.claims import claims
from onrecord.across.flags.cut import ellipsis, partial
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.governed import governed
from onrecord.across.flags.loaded import loaded
from onrecord.across.flags.merged import merged
from onrecord.across.flags.modality import bound, modality
from onrecord.across.flags.negation import negation
from onrecord.across.flags.objects import objects
from onrecord.across.flags.pair import Gap, Pair, pair_of
from onrecord.across.flags.parties import parties
from onrecord.across.flags.qualifier import qualifier
from onrecord.across.flags.quotations import quotations
from onrecord.across.flags.restriction import restriction
from onrecord.across.flags.scope import scope
from onrecord.across.flags.setting import setting
from onrecord.across.flags.telling import Telling
from onrecord.record import Flag

__all__ = ["Telling", "flags_of"]

MOST = 8  # reports that others may be cut from: of a hundred the eight longest
OVERALL = 0.6  # of two passages of one article, before they are one thing told twice
NEARER = 0.8  # share of words in common from which a quotation is cut from another report than the base
Finder = Callable[[Pair], Iterable[Finding]]
OF_AMOUNTS: tuple[Finder, ...] = (figures, vague, dates)
OF_REPEATS: tuple[Finder, ...] = (*OF_AMOUNTS, negation, modality, scope, brackets)
OF_THE_WORDS: tuple[Finder, ...] = (
    *OF_AMOUNTS,
    ellipsis,
    partial,
    negation,
    modality,
    scope,
    brackets,
    antecedents,
    qualifier,
    loaded,
    restriction,
)


def flags_of(tellings: Sequence[Telling]) -> tuple[Flag, ...]:
    """The flags of one utterance; the first report is the base the others are laid against."""
    outer = _without_inner(tellings)
    if len(outer) < 2:
        return ()
    base, others = outer[0], sorted(outer[1:], key=lambda t: t.id)
    texts = {t.article: t.text for t in tellings}
    found = [f for other in others for f in _of_pair(pair_of(base, other), texts)]
    found += _cut_from_another(base, others, texts, found)
    found += [*parties((base, *others)), *setting((base, *others))]
    found += claims(sorted(outer, key=lambda t: t.id))
    return tuple(merged(found))


def _without_inner(tellings: Sequence[Telling]) -> list[Telling]:
    """Without statements that stand inside another one of these: of the same words the outer ones tell."""
    known = {t.id for t in tellings}
    return [t for t in tellings if t.attribution.nested_in not in known]


def _cut_from_another(
    base: Telling, others: Sequence[Telling], texts: Mapping[str, str], told: Sequence[Finding]
) -> Iterator[Finding]:
    """What the base cannot show: quotations cut from another report, such as another translation."""
    known = {(f.kind, f.pair.other.id) for f in told}
    for pair in _nearer(base, others):
        for found in (*objects(pair, texts), *governed(pair, texts), *ellipsis(pair), *partial(pair)):
            if (found.kind, pair.other.id) not in known:
                yield found


def _nearer(base: Telling, others: Sequence[Telling]) -> Iterator[Pair]:
    """Reports that quote, each with the longer one that has nearly all its words, if that is not the base."""
    longest = sorted(others, key=lambda t: (-len(t.atoms), t.id))[:MOST]
    for cut in (t for t in others if t.attribution.form != "indirect"):
        longer = (t for t in longest if t.article != cut.article and len(t.atoms) > len(cut.atoms))
        best = max((pair_of(full, cut) for full in longer), key=lambda p: (p.share, p.base.id), default=None)
        if best is not None and best.share > max(NEARER, pair_of(base, cut).share):
            yield best


def _of_pair(pair: Pair, texts: Mapping[str, str]) -> list[Finding]:
    found = list(objects(pair, texts)) or list(governed(pair, texts))
    once = pair.base.article == pair.other.article
    if not found and pair.is_parallel:
        found = list(_word_by_word(pair, _finders(pair) if once else OF_THE_WORDS))
    if not once and not any(f.kind == "modality-differs" for f in found):
        found += bound(pair)
    return found


def _finders(pair: Pair) -> tuple[Finder, ...]:
    """What is looked for between two passages of one article, of which the second is often only shorter."""
    return OF_AMOUNTS if pair.overall < OVERALL else OF_REPEATS


def _word_by_word(pair: Pair, finders: Sequence[Finder]) -> Iterator[Finding]:
    told: list[Gap] = []
    for find in finders:
        for finding in find(pair):
            if finding.gap is None or finding.gap not in told:
                yield finding
                told += [finding.gap] if finding.gap is not None else []
    if finders is not OF_AMOUNTS:
        yield from quotations(pair, told)
