"""Figures of several articles that count the same thing: whether they agree, and if not, how they differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, groupby, product

from onrecord.across.amounts import fit, same
from onrecord.across.comparison import FigureGroup, Relation
from onrecord.across.counted import Counted, counted, may_differ, named_alike, other_scope, same_scope
from onrecord.across.explained import explained
from onrecord.record import Record

Group = tuple[Counted, ...]
Link = tuple[Counted, Counted]
Figures = Mapping[str, tuple[Counted, ...]]  # of each article


def figure_groups(records: Iterable[Record], utterances: Iterable[Sequence[str]]) -> tuple[FigureGroup, ...]:
    """`utterances` are the attribution ids of each; articles that share none are not of one event."""
    known = sorted(records, key=lambda record: record.article.id)
    sisters = _Sisters(known, utterances)
    figures = {record.article.id: counted(record) for record in known if record.article.id in sisters.all}
    groups = tuple(_groups(figures, sisters))
    several = [group for group in groups if _articles(group) > 1]
    made = [(group, _relation(group)) for group in several]
    made += [(one + two, "different-scope") for one, two in _scopes(groups, sisters)]
    return tuple(_numbered(made))


class _Sisters:
    """Which articles share an utterance, and which attributions do."""

    def __init__(self, records: Sequence[Record], utterances: Iterable[Sequence[str]]) -> None:
        article = {one.id: record.article.id for record in records for one in record.attributions}
        self.all: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()
        self._of: dict[str, set[int]] = defaultdict(set)
        for number, ids in enumerate(utterances):
            for id_ in ids:
                self._of[id_].add(number)
            self.pairs |= set(combinations(sorted({article[id_] for id_ in ids if id_ in article}), 2))
        self.all = {key for pair in self.pairs for key in pair}

    def one_statement(self, one: Counted, two: Counted) -> bool:
        """Whether those who give two figures say one thing."""
        if one.giver is None or two.giver is None:
            return False
        return not self._of[one.giver.id].isdisjoint(self._of[two.giver.id])

    def are(self, one: Counted, two: Counted) -> bool:
        """Whether two figures stand in one article or in sisters."""
        return two.article in self.beside[one.article]

    @cached_property
    def beside(self) -> Mapping[str, set[str]]:
        """Article -> itself and its sisters."""
        found: dict[str, set[str]] = {key: {key} for key in self.all}
        for first, second in self.pairs:
            found[first].add(second)
            found[second].add(first)
        return found


def _groups(figures: Figures, sisters: _Sisters) -> Iterator[Group]:
    """Figures of one scope that hang together, single ones too.

    Where an article has two numbers in a group, they are two things: only the same numbers stay together.
    """
    all_ = {one.id: one for some in figures.values() for one in some}
    links = list(_links(figures, sisters))
    linked: dict[str, list[Link]] = defaultdict(list)
    for one, two in links:
        linked[one.id].append((one, two))
    for group in _hanging_together(all_, links):
        if _is_of_one_thing(group):
            yield group
        else:
            inside = {one.id: one for one in group}
            alike = [(a, b) for id_ in inside for a, b in linked[id_] if same(a.amount, b.amount)]
            yield from _hanging_together(inside, alike)


def _is_of_one_thing(group: Group) -> bool:
    ordered = (list(some) for _, some in groupby(group, key=lambda one: one.article))  # by place already
    own = ((a.amount, b.amount) for some in ordered for a, b in combinations(some, 2))
    return all(same(a, b) or fit(a, b) for a, b in own)


def _hanging_together(all_: Mapping[str, Counted], links: Sequence[Link]) -> Iterator[Group]:
    head = {id_: id_ for id_ in all_}

    def top(id_: str) -> str:
        while head[id_] != id_:
            head[id_] = head[head[id_]]
            id_ = head[id_]
        return id_

    for one, two in links:
        low, high = sorted((top(one.id), top(two.id)))
        head[high] = low
    found: dict[str, list[Counted]] = defaultdict(list)
    for id_ in all_:
        found[top(id_)].append(all_[id_])
    for key in sorted(found):
        yield tuple(sorted(found[key], key=_by_place))


def _links(figures: Figures, sisters: _Sisters) -> Iterator[Link]:
    for some in figures.values():
        yield from ((a, b) for a, b in combinations(some, 2) if _repeats(a, b))
    for first, second in sorted(sisters.pairs):
        for one, two in product(figures[first], figures[second]):
            shared = sisters.one_statement(one, two)
            if same_scope(one, two, one_statement=shared) and (
                same(one.amount, two.amount) or _are_rivals(one, two, figures)
            ):
                yield one, two


def _are_rivals(one: Counted, two: Counted, figures: Figures) -> bool:
    """Whether two numbers stand for one thing: not where an article has both of them, each for its own."""
    if not may_differ(one, two):
        return False
    return not (_has_both(figures[one.article], one, two) or _has_both(figures[two.article], two, one))


def _has_both(some: Sequence[Counted], its: Counted, other: Counted) -> bool:
    """Whether the article of the first has the number of the other too, and not as a rival's."""
    likes = (x for x in some if same(x.amount, other.amount) and named_alike(x, other))
    return any(x.figure.kind != "measure" or x.given_by == its.given_by for x in likes)


def _repeats(one: Counted, two: Counted) -> bool:
    """Whether an article gives the same figure twice, as in its headline."""
    return same(one.amount, two.amount) and same_scope(one, two, one_statement=False)


def _relation(group: Group) -> Relation:
    """Of all members: one pair that cannot both be right makes it a conflict."""
    amounts = dict.fromkeys(one.amount for one in group)
    pairs = list(combinations(amounts, 2))
    if all(same(a, b) for a, b in pairs):
        return "agree"
    if all(same(a, b) or fit(a, b) for a, b in pairs):
        vague = any(a.vague and b.vague and not same(a, b) for a, b in pairs)
        return "undetermined" if vague else "less-precise"
    return "conflict"


def _scopes(groups: Sequence[Group], sisters: _Sisters) -> Iterator[tuple[Group, Group]]:
    """Groups of which one counts a part of what the other counts, in two articles at least."""
    for first, second in _near_each_other(groups, sisters):
        if not any(other_scope(a, b) for a, b in product(_kinds(first), _kinds(second))):
            continue
        near = ((a, b) for a, b in product(first, second) if sisters.are(a, b) and other_scope(a, b))
        pair = next(near, None)
        if pair is not None and not same(pair[0].amount, pair[1].amount) and _articles(first + second) > 1:
            yield first, second


def _near_each_other(groups: Sequence[Group], sisters: _Sisters) -> Iterator[tuple[Group, Group]]:
    """Pairs of groups that say what became of somebody, in one article or in sisters; in their order."""
    with_outcomes = [group for group in groups if any(one.outcomes for one in group)]
    places: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(with_outcomes):
        for article in {one.article for one in group}:
            places[article].append(number)
    for number, group in enumerate(with_outcomes):
        beside = {key for one in group for key in sisters.beside[one.article]}
        behind = {n for key in beside for n in places[key] if n > number}
        yield from ((group, with_outcomes[n]) for n in sorted(behind))


def _kinds(group: Group) -> Iterable[Counted]:
    """One of each that count alike, so that large groups need not be gone through."""
    return {(one.amount.dimension, one.outcomes, one.nouns, one.part): one for one in group}.values()


def _articles(group: Group) -> int:
    return len({one.article for one in group})


def _by_place(one: Counted) -> tuple[str, int, str]:
    return one.article, one.figure.span.start, one.id


def _numbered(made: Iterable[tuple[Group, Relation]]) -> Iterator[FigureGroup]:
    """The id of a group is that of its first figure and a number, as a figure may stand in several."""
    used: dict[str, int] = defaultdict(int)
    ordered = sorted(made, key=lambda each: ([_by_place(one) for one in each[0]], each[1]))
    for group, relation in ordered:
        first = group[0].id
        used[first] += 1
        named = [one.figure.counts.name for one in group if one.figure.counts is not None]
        members = tuple(dict.fromkeys(one.id for one in group))
        id_ = f"{first}:g{used[first]}"
        yield FigureGroup(id_, named[0] if named else None, members, relation, explained(group, relation))
