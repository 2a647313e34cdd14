"""Groups of statements become utterances: each with its reports, their collation, flags and origins.

The id of an utterance is that of its first report (by article id and place) with `:u1`, and `:u2` where that
report, through another part, is the first of another one too. It is a function of the set of reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.across.collate import Report, collate
from onrecord.across.comparison import Somebody, Speaker, Utterance
from onrecord.across.days import said_on
from onrecord.across.derivation import derivations
from onrecord.across.earlier import NOTHING, Earlier
from onrecord.across.extent import extents
from onrecord.across.first_report import first_report
from onrecord.across.flags import Telling, flags_of
from onrecord.across.grouping import Group, Scores
from onrecord.across.made_from import made_from
from onrecord.across.parts import part
from onrecord.across.profile import Profile
from onrecord.across.scoring import Scorer
from onrecord.across.statement import Statement
from onrecord.across.together import neighbours_together
from onrecord.across.variants import Member, base_of, fullest, is_firm, variants
from onrecord.record import Evidence, Setting

BASIS = ("stated", "inherited", "inferred")  # the surest first

Members = tuple[Member, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An utterance with the statements that surely report it, the base among them."""

    utterance: Utterance
    firm: tuple[Statement, ...]
    made_from: str | None = None  # digest; None where it is not to be kept


def utterances(
    profiles: Mapping[str, Profile],
    groups: Iterable[Group],
    scores: Scores,
    by: Scorer,
    names: Mapping[str, Somebody],
    earlier: Earlier = NOTHING,
) -> tuple[Told, ...]:
    """All of them, in the order of their first reports; `names` are those of the speakers' ids."""
    found = sorted(_members(profiles, groups), key=lambda some: [one.place for one in some])
    order = neighbours_together([[one.statement.article for one in some] for some in found])
    made = {at: _told_before(found[at], scores, by, names, earlier) for at in order}
    return tuple(each_flag_once(_numbered(made[at] for at in range(len(found)))))


def _members(profiles: Mapping[str, Profile], groups: Iterable[Group]) -> Iterator[Members]:
    """The reports of each utterance; what is in no group has one report only."""
    claims: dict[str, dict[int, frozenset[int]]] = defaultdict(dict)
    found = list(groups)
    joined = [dict(group.joined) for group in found]
    for number, group in enumerate(found):
        for id_, at in group.members:
            claims[id_][number] = at
    reports: dict[int, list[Member]] = defaultdict(list)
    for id_, own in claims.items():
        for number, at in zip(own, extents(profiles[id_], tuple(own.values())), strict=True):
            by = joined[number].get(id_)
            reports[number].append(Member(profiles[id_], part(profiles[id_], at) or None, by))
    yield from (tuple(sorted(some, key=lambda one: one.place)) for some in reports.values())
    yield from ((Member(one),) for one in profiles.values() if one.id not in claims)


def _told_before(
    members: Members, scores: Scores, by: Scorer, names: Mapping[str, Somebody], earlier: Earlier
) -> Told:
    """As it was made of the same things before, or made now."""
    digest = made_from(members, scores, names, earlier)
    known = earlier.utterance(digest) if digest is not None else None
    if known is None:
        return replace(_told(members, scores, by, names), made_from=digest)
    sure = {variant.attribution for variant in known.variants if variant.standing == "firm"}
    firm = tuple(one.statement for one in members if one.id in sure)
    return Told(replace(known, id=members[0].id), firm, digest)


def _told(members: Members, scores: Scores, by: Scorer, names: Mapping[str, Somebody]) -> Told:
    sure = [one for one in members if is_firm(one, members)]
    base = base_of(sure or members)
    sure = sure or [base]
    firm = tuple(one.statement for one in sure)
    others = [one for one in members if one is not base]
    copied = derivations([one.statement for one in members], {one.id: one.part for one in members})
    utterance = Utterance(
        id=members[0].id,
        speakers=_speakers([base, *sure], names),
        occasion=_setting([base, *sure], "occasion"),
        venue=_setting([base, *sure], "venue"),
        said_on=said_on(firm),
        variants=tuple(variants(members, base, sure, scores, by)),
        base=base.id,
        fullest=fullest(sure),
        first_report=first_report(firm, copied, base.id),
        derivations=copied,
        readings=collate(_report(base), [_report(one) for one in others]),
        flags=flags_of([Telling(one.statement, one.part) for one in _base_first(base, sure)]),
    )
    return Told(utterance, firm)


def _base_first(base: Member, sure: Sequence[Member]) -> Iterator[Member]:
    """What differs is told of reports that are surely of this utterance."""
    yield base
    yield from (one for one in sure if one is not base)


def _report(one: Member) -> Report:
    return Report(one.statement.attribution, one.statement.text, one.part)


def _speakers(members: Sequence[Member], names: Mapping[str, Somebody]) -> tuple[Speaker, ...]:
    """As the base tells it; where it leaves that open, as the first report that names somebody."""
    known = [one for one in members if any(names[id_].named for id_ in one.statement.speakers)]
    for one in (*known[:1], *members):
        if one.statement.speakers:
            return tuple(Speaker(id_, names[id_].name) for id_ in one.statement.speakers)
    parties = [party for one in members[:1] for party in one.statement.attribution.speakers]
    return tuple(Speaker(None, party.name) for party in parties)


def _setting(members: Sequence[Member], field: str) -> Setting | None:
    """The best known one; of equals that of the base."""
    found: list[Setting] = [
        one for m in members if (one := getattr(m.statement.attribution, field)) is not None
    ]
    return min(found, key=lambda one: BASIS.index(one.basis), default=None)


def _numbered(told: Iterable[Told]) -> Iterator[Told]:
    used: dict[str, int] = defaultdict(int)
    for one in told:
        first = one.utterance.id
        used[first] += 1
        yield replace(one, utterance=replace(one.utterance, id=f"{first}:u{used[first]}"))


def each_flag_once(told: Iterable[Told]) -> Iterator[Told]:
    """The same words of the same reports may stand in two utterances; the first one tells of them."""
    known: set[tuple[str, tuple[Evidence, ...]]] = set()
    for one in told:
        new = tuple(flag for flag in one.utterance.flags if (flag.kind, flag.evidence) not in known)
        known |= {(flag.kind, flag.evidence) for flag in new}
        if len(new) < len(one.utterance.flags):  # what others tell decides, not only what it was made from
            one = replace(one, utterance=replace(one.utterance, flags=new), made_from=None)
        yield one
