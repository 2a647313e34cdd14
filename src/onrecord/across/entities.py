"""Who is whom across articles: entities of single articles that are the same person or body.

A name is joined with the same name; with another spelling, initials or a single word of it only between
articles that share something, and only where it can mean nobody else. The user's list goes before all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.across.called import Called, name_words
from onrecord.across.comparison import Role, Somebody
from onrecord.across.full_names import join_full_names
from onrecord.across.joined import Joined
from onrecord.across.near import Near
from onrecord.across.short_names import join_short_names
from onrecord.across.unnamed_alike import join_unnamed
from onrecord.people.names import folded
from onrecord.people.registry import Entry, Registry
from onrecord.record import PartyKind, Reason, Record

SCORES = {"on-list": 1.0, "same-name": 0.95, "like-name": 0.9, "short-name": 0.85, "described-alike": 0.7}


def somebodies(records: Iterable[Record], registry: Registry | None = None) -> tuple[Somebody, ...]:
    """Everybody, by the id of the first member; the same for the same articles in any order."""
    everybody = list(_everybody(records, registry))
    named = [one for one in everybody if one.named]
    near, joined = Near(everybody), Joined(everybody)
    _join_listed(named, joined)
    forms = join_full_names([one for one in named if len(one.words) > 1], near, joined)
    join_short_names([one for one in named if len(one.words) == 1], forms, near, joined)
    join_unnamed([one for one in everybody if not one.named and not one.entity.named], near, joined)
    return tuple(_somebody(group, joined) for group in joined.groups())


def members(everybody: Iterable[Somebody]) -> dict[str, str]:
    """From entities of single articles to those across articles."""
    return {member: one.id for one in everybody for member in one.members}


def _everybody(records: Iterable[Record], registry: Registry | None) -> Iterator[Called]:
    for record in sorted(records, key=lambda record: record.article.id):
        for entity in record.entities:
            entry = registry.by_name.get(folded(entity.name)) if registry is not None else None
            yield Called(entity, record.article, entry)


def _join_listed(named: Sequence[Called], joined: Joined) -> None:
    first: dict[tuple[str, ...], Called] = {}
    for one in named:
        if one.entry is not None:
            key = (one.entry.name, *(x for pair in one.entry.ids for x in pair))
            joined.join(first.setdefault(key, one), one, "on-list")


def _somebody(group: Sequence[Called], joined: Joined) -> Somebody:
    entry = joined.entry(group[0].id)
    return Somebody(
        id=group[0].id,
        name=entry.name if entry is not None else _name(group),
        kind=entry.kind if entry is not None else _kind(group),
        named=entry is not None or any(one.entity.named for one in group),
        same_as=entry.ids if entry is not None else (),
        roles=_roles(entry),
        members=tuple(one.id for one in group),
        reasons=tuple(_reasons(group, joined)),
    )


def _name(group: Sequence[Called]) -> str:
    """The fullest name, of these the one of most articles, and that in capitals last."""
    often = Counter(one.entity.name for one in group)
    return min(often, key=lambda n: (-len(name_words(n)), len(n) > 6 and n.isupper(), -often[n], len(n), n))


def _kind(group: Sequence[Called]) -> PartyKind | None:
    often = Counter(one.entity.kind for one in group if one.entity.kind is not None)
    return min(often, key=lambda kind: (-often[kind], kind), default=None)


def _roles(entry: Entry | None) -> tuple[Role, ...]:
    return tuple(Role(o.role, o.from_, o.to) for o in entry.offices) if entry is not None else ()


def _reasons(group: Sequence[Called], joined: Joined) -> Iterator[Reason]:
    """One for each rule, with the words of the first member and of those that the rule joined."""
    for rule, score in SCORES.items():
        by_rule = [one for one in group[1:] if rule in joined.rules[one.id]]
        if rule in joined.rules[group[0].id]:
            by_rule = by_rule or [group[1]]
        if by_rule:
            yield Reason(
                "members", "rule", rule, tuple(e for o in (group[0], *by_rule) for e in o.shown()), score
            )
