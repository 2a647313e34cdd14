"""What an analyst must look at between the reports of one utterance; `flags_of` is the way in.

Every other report is laid against the base (`pair`); each module finds one family of differences. One place
of the alignment gives one flag: what is told first in FINDERS is told. What several reports show is one flag.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from onrecord.across.flags.amounts import dates, figures, vague
from onrecord.across.flags.antecedents import antecedents
from onrecord.across.flags.brackets import brackets
from onrecord.across.flags.claims import claims
from onrecord.across.flags.cut import ellipsis, partial
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.loaded import loaded
from onrecord.across.flags.modality import bound, modality
from onrecord.across.flags.negation import negation
from onrecord.across.flags.objects import objects
from onrecord.across.flags.pair import Gap, Pair
from onrecord.across.flags.qualifier import qualifier
from onrecord.across.flags.quotations import quotations
from onrecord.across.flags.restriction import restriction
from onrecord.across.flags.scope import scope
from onrecord.across.flags.setting import setting
from onrecord.across.flags.telling import Telling
from onrecord.record import Flag

__all__ = ["Telling", "flags_of"]

NEARER = 0.8  # share of words in common from which a quotation is cut from another report than the base
MANY = {"{b} ha": "{b} have", "{b} applie": "{b} apply"}
OF_THE_WORDS: tuple[Callable[[Pair], Iterable[Finding]], ...] = (
    figures,
    vague,
    dates,
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
    if len(tellings) < 2:
        return ()
    base, others = tellings[0], sorted(tellings[1:], key=lambda t: t.id)
    texts = {t.article: t.text for t in tellings}
    found = [f for other in others for f in _of_pair(Pair(base, other), texts)]
    found += [
        f for pair in _nearer(base, others) for f in (*objects(pair, texts), *ellipsis(pair), *partial(pair))
    ]
    found += setting((base, *others))
    found += claims(sorted(tellings, key=lambda t: t.id))
    return tuple(_merged(found))


def _nearer(base: Telling, others: Sequence[Telling]) -> Iterator[Pair]:
    """Reports that cut a quotation, each with the one they cut, where that is not the base."""
    for cut in others:
        if cut.attribution.form != "indirect":
            pairs = [
                Pair(full, cut)
                for full in others
                if full.article != cut.article and len(full.atoms) > len(cut.atoms)
            ]
            best = max(pairs, key=lambda p: (p.share, p.base.id), default=None)
            if best is not None and best.share > max(NEARER, Pair(base, cut).share):
                yield best


def _of_pair(pair: Pair, texts: Mapping[str, str]) -> list[Finding]:
    found = list(objects(pair, texts))
    if not found and pair.is_parallel:
        found = list(_word_by_word(pair))
    if not any(f.kind == "modality-differs" for f in found):
        found += bound(pair)
    return found


def _word_by_word(pair: Pair) -> Iterator[Finding]:
    told: list[Gap] = []
    for find in OF_THE_WORDS:
        for finding in find(pair):
            if finding.gap is None or finding.gap not in told:
                yield finding
                told += [finding.gap] if finding.gap is not None else []
    yield from quotations(pair, told)


def _merged(found: Sequence[Finding]) -> Iterator[Flag]:
    """What several reports show at one place of the base is one flag."""
    ordered = sorted(found, key=_place)
    for _, group in groupby(ordered, key=_place):
        yield _flag(list(group))


def _place(finding: Finding) -> tuple[int, int, str, str, str]:
    start, end = finding.a[0][0], finding.a[-1][1]
    return start, end, finding.kind, finding.pair.base.id, finding.says


def _flag(findings: Sequence[Finding]) -> Flag:
    first = findings[0]
    base = first.pair.base
    evidence = [base.evidence(*r) for r in first.a]
    evidence += [f.pair.other.evidence(*r) for f in findings for r in f.b]
    ids = (base.id, *(f.pair.other.id for f in findings))
    return Flag(first.kind, tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(evidence)), _sentence(findings))


def _sentence(findings: Sequence[Finding]) -> str:
    """One plain sentence; reports that have the same words are named together."""
    first = findings[0]
    alike = [f for f in findings if f.shown_b() == first.shown_b()]
    outlets = list(dict.fromkeys(f.pair.other.outlet for f in alike))
    says = first.says if len(outlets) == 1 else _of_many(first.says)
    told = says.format(a=first.pair.base.outlet, b=_listed(outlets), wa=first.shown_a(), wb=first.shown_b())
    rest = [f for f in findings if f not in alike]
    if not rest:
        return told
    others = "; ".join(f"{f.pair.other.outlet} “{f.shown_b()}”" for f in rest)
    return f"{told.removesuffix('.')} ({others})."


def _of_many(says: str) -> str:
    """The sentence for several reports: "have" for "has"."""
    return re.sub(r"(\{b\} (?:ha|\w+(?=s )))s\b", lambda m: MANY.get(m[1], m[1]), says)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
