"""Which report of an utterance came first, where dates and credits settle it; else why they do not."""

from collections.abc import Mapping, Sequence

from onrecord.across.comparison import Derivation, FirstReport
from onrecord.across.credited import credits_statement, credits_whole
from onrecord.across.kinship import kinship
from onrecord.across.moments import LATE, Moment, before, doubted, earlier, moment
from onrecord.across.outlets import listed, shown
from onrecord.across.statement import Statement


def first_report(
    members: Sequence[Statement], known: Sequence[Derivation], base: str | None = None
) -> FirstReport:
    """The first of them; copies of one text count once, and none is first before what it credits.

    `base` is the report that stands for its article where an article has several.
    """
    reports = _one_an_article(members, base)
    left = _not_derived(reports, _made_from(reports, members, known))
    candidates = tuple(sorted(one.id for one in left.values()))
    if len(reports) < 2:
        return FirstReport(None, candidates, "Only one article reports it.")
    if len(left) == 1:
        (one,) = left.values()
        return _credited(one, reports, candidates)
    return _by_dates(left, candidates)


def _one_an_article(members: Sequence[Statement], base: str | None) -> dict[str, Statement]:
    """Article -> the report that stands for it: the base, else the longest, else the first."""
    found: dict[str, Statement] = {}
    for one in sorted(members, key=lambda one: (one.id != base, -len(one.words), one.id)):
        found.setdefault(one.article, one)
    return found


def _made_from(
    reports: Mapping[str, Statement], members: Sequence[Statement], known: Sequence[Derivation]
) -> set[tuple[str, str]]:
    """Pairs of articles of which the second is made from the first, or says so."""
    article = {one.id: one.article for one in members}
    within = (d for d in known if d.directed and d.from_ in article and d.to in article)
    found = {(article[d.from_], article[d.to]) for d in within}
    for one in members:
        for key, other in reports.items():
            if key != one.article and credits_statement(one, other.record.article):
                found.add((key, one.article))
    for key, one in reports.items():
        others = (k for k in reports if k != key)
        found |= {(k, key) for k in others if credits_whole(one.record.article, reports[k].record.article)}
    return found


def _not_derived(reports: dict[str, Statement], pairs: set[tuple[str, str]]) -> dict[str, Statement]:
    """Reports of articles that are made from no other one; all, where each is made from another."""
    mutual = {pair for pair in pairs if pair[::-1] in pairs}
    made = {to for from_, to in pairs - mutual}
    left = {key: one for key, one in reports.items() if key not in made}
    return left or reports


def _credited(one: Statement, reports: Mapping[str, Statement], candidates: tuple[str, ...]) -> FirstReport:
    """The only report that is made from no other, unless one that names it is of an earlier day."""
    name = shown(one.record.article)
    before_it = [other for other in reports.values() if earlier(other.record, one.record)]
    if before_it:
        why = f"{_names(before_it)} is dated before {name}'s report, and yet made from it or from {name}."
        return FirstReport(None, candidates, why)
    return FirstReport(one.id, candidates, f"The others name {name} or are made from its report.")


def _by_dates(left: Mapping[str, Statement], candidates: tuple[str, ...]) -> FirstReport:
    undated = [one for one in left.values() if moment(one.record) is None]
    if undated:
        return FirstReport(None, candidates, _undated(undated))
    dated = sorted(left.values(), key=lambda one: (_moment(one).first, one.id))
    first, others = dated[0], dated[1:]
    if any(_moment(one).first - _moment(first).last > LATE for one in others):
        return FirstReport(None, candidates, _late(dated))
    firsts = [one for one in dated if all(one is o or before(_moment(one), _moment(o)) for o in dated)]
    if firsts:
        return FirstReport(firsts[0].id, candidates, _dated(firsts[0]))
    return FirstReport(None, candidates, _tied(dated))


def _moment(one: Statement) -> Moment:
    found = moment(one.record)
    assert found is not None
    return found


def _undated(some: Sequence[Statement]) -> str:
    names = _names(some)
    if any(doubted(one.record) for one in some):
        return f"The date of {names} is in doubt."
    return f"Nothing says when {names} published." if len(some) == 1 else f"Nothing dates {names}."


def _late(dated: Sequence[Statement]) -> str:
    last = dated[-1]
    on = last.record.article.published_on.value
    return f"{shown(last.record.article)}'s date, {on}, is so late that it may be the day it was collected."


def _dated(first: Statement) -> str:
    on = first.record.article.published_on.value
    return f"{shown(first.record.article)}'s report is dated {on}, the others later."


def _tied(dated: Sequence[Statement]) -> str:
    first = dated[0]
    tied = [one for one in dated if not before(_moment(first), _moment(one))]
    if any(kinship(first.text, one.text).one_text for one in tied if one is not first):
        return f"{_names(tied)} have one text, and their dates do not tell which had it first."
    return f"{_names(tied)} are too near in time to tell them apart."


def _names(some: Sequence[Statement]) -> str:
    return listed(sorted({shown(one.record.article) for one in some}))
