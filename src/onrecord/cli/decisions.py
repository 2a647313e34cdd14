"""What people decided, in words: for `onrecord judge list`, and beside what `onrecord show` shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.across.comparison import Judgement, Orphan, Target
from onrecord.across.standing import standing
from onrecord.cli.terminal import one_line
from onrecord.record import Record

if TYPE_CHECKING:  # looking something up does without what judging loads
    from onrecord.across.hearing import Heard
    from onrecord.across.judged import Judged
    from onrecord.collection import Collection

LONGEST = 60  # characters of a passage that are printed

Lines = Mapping[str, Sequence[str]]


def by_statement(seen: "Judged") -> Lines:
    """By the id of the statement what somebody decided about it; under the article's id what of all of it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)  # a later fix of a field takes the place
    for one in seen.heard:
        for article, fixed in one.fixes:
            words = f"{fixed.value.field}: {_words(fixed.value.to)}"
            found[fixed.attribution or article][fixed.value.field] = f"{words} — {signed(one.by)}"
        for at, some in enumerate(one.reports):
            for passage in some:
                found[passage.id][one.by.id] = f"{_about(one, at)} — {signed(one.by)}"
    return {id_: tuple(lines.values()) for id_, lines in found.items()}


def about(collection: "Collection", statements: Iterable[str]) -> Lines:
    """What was decided about statements of the store, by their ids."""
    articles = {id_.partition(":")[0] for id_ in statements} & collection.judged_articles()
    found: dict[str, Sequence[str]] = {}
    for article in sorted(articles):
        found |= by_statement(collection.seen(article))
    return found


def rejected(seen: "Judged", found: Record) -> tuple[str, ...]:
    """The statements of an article that somebody said are none."""
    gone = {p.id for one in seen.heard if one.by.kind == "reject" for some in one.reports for p in some}
    return tuple(one.id for one in found.attributions if one.id in gone)


def signed(one: Judgement) -> str:
    """Who decided, when, why, and the judgement's id."""
    note = f": {one_line(one.note)}" if one.note else ""
    return f"{one_line(one.who)}, {one_line(one.at[:10])}{note} ({one.id})"


def listed(
    judgements: Sequence[Judgement], orphans: Sequence[Orphan]
) -> Iterator[tuple[Judgement, list[str]]]:
    """Every judgement in a few lines, the first of which says what was decided."""
    holds = {one.id for one in standing(judgements)}
    undone = {one.undoes: one for one in judgements if one.undoes is not None}
    lost: dict[str, dict[int, str]] = defaultdict(dict)
    for orphan in orphans:
        lost[orphan.judgement][orphan.target] = orphan.why
    for one in judgements:
        lines = [f"{one.id}  {one_line(one.at[:19])}  {one_line(one.who)}: {what(one)}"]
        if one.note:
            lines.append(f"note: {one_line(one.note)}")
        for at, target in enumerate(one.targets):
            orphaned = f" — orphaned: {one_line(lost[one.id][at])}" if at in lost[one.id] else ""
            lines.append(passage(target) + orphaned)
        if one.id in undone and one.id not in holds:
            lines.append(f"undone by {signed(undone[one.id])}")
        yield one, lines


def what(one: Judgement) -> str:
    """What a judgement decides."""
    if one.value is not None:
        return f"fix {one.value.field}: {_words(one.value.to)}"
    return f"{one.kind} {one.undoes}" if one.undoes is not None else one.kind


def passage(target: Target) -> str:
    """A passage by its article and first words."""
    words = one_line(target.text)
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return f"{one_line(target.article)}: “{short}”" if words else f"{one_line(target.article)}, all of it"


def _words(to: Sequence[str]) -> str:
    return ", ".join(map(one_line, to)) or "left open"


def _about(one: "Heard", at: int) -> str:
    """What a judgement says of one of its targets."""
    others = [target for n, target in enumerate(one.by.targets) if n != at]
    if one.by.kind == "reject":
        return "rejected: no statement"
    same = "reports the same as" if one.by.kind == "join" else "does not report the same as"
    of = others if one.by.kind == "join" or at == 0 else one.by.targets[:1]
    return f"{same} {'; '.join(map(passage, of))}"
