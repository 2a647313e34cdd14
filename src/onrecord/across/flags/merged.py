"""Findings made flags: what several reports show at one place is one flag, told in one plain sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.across.flags.finding import Finding
from onrecord.record import Flag

NAMED = 4  # outlets a sentence names; the others are counted
IRREGULAR = {"{b} ha": "{b} have", "{b} applie": "{b} apply"}


def merged(found: Sequence[Finding]) -> Iterator[Flag]:
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
    outlets = list(dict.fromkeys(_outlet(f) for f in alike))
    says = first.says if len(outlets) == 1 else _of_many(first.says)
    told = says.format(a=first.pair.base.outlet, b=_listed(outlets), wa=first.shown_a(), wb=first.shown_b())
    rest = [f for f in findings if f not in alike]
    if not rest:
        return told
    others = list(dict.fromkeys(f"{_outlet(f)} “{f.shown_b()}”" for f in rest))
    more = [f"{len(others) - NAMED} more"] if len(others) > NAMED else []
    return f"{told.removesuffix('.')} ({'; '.join(others[:NAMED] + more)})."


def _outlet(finding: Finding) -> str:
    """What the other report is called; a second one of the same outlet is told from the first."""
    base, other = finding.pair.base, finding.pair.other
    if base.article == other.article:
        return f"{other.outlet} (elsewhere)"
    return f"{other.outlet} (another article)" if base.outlet == other.outlet else other.outlet


def _of_many(says: str) -> str:
    """The sentence for several reports: "have" for "has"."""
    return re.sub(r"(\{b\} (?:ha|\w+(?=s )))s\b", lambda m: IRREGULAR.get(m[1], m[1]), says)


def _listed(names: Sequence[str]) -> str:
    """ "A, B and C", and how many more."""
    if len(names) > NAMED:
        names = [*names[: NAMED - 1], f"{len(names) - NAMED + 1} others"]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
