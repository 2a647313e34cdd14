"""The user's list laid over the names of an article: who is on it, under which name, in which office then."""

from bisect import insort
from collections.abc import Sequence

from onrecord.people.alike import core
from onrecord.people.cluster import Someone
from onrecord.people.descriptions import Description
from onrecord.people.nouns import singular
from onrecord.people.phrase import Phrase
from onrecord.people.registry import Entry, Registry

SURE = 100.0  # votes that an entry's kind weighs: more than the tagger ever gives


def enlist(someone: Sequence[Someone], registry: Registry) -> list[Someone]:
    """Those of the article, each who is on the list once and called what the list calls them."""
    kept: list[Someone] = []
    listed: dict[str, Someone] = {}
    for one in someone:
        entry = _entry(one, registry)
        if entry is None:
            kept.append(one)
        elif entry.name in listed:
            _join(listed[entry.name], one)
        else:
            listed[entry.name] = one
            _call(one, entry)
            kept.append(one)
    return kept


def offices(one: Someone, day: str | None) -> list[Description]:
    """What the list says somebody was on a day, read like a description that stands nowhere."""
    if one.entry is None:
        return []
    held = [o for o in one.entry.offices if o.held_on(day)]
    return [Description(-1, -1, o.head, o.words) for o in held]


def by_office(phrase: Phrase, registry: Registry, day: str | None) -> Entry | None:
    """The only one on the list whose office a phrase of two words and more names."""
    head = singular(phrase.head)
    words = phrase.words | {head}
    rows = registry.by_office.get(head, ()) if len(words) > 1 else ()
    fits = {e.name: e for said, e, office in rows if words <= said and office.held_on(day)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _entry(one: Someone, registry: Registry) -> Entry | None:
    """The entry of somebody's fullest name, else of any."""
    forms = sorted({w for n in one.names for w in (n.words, core(n.words))}, key=lambda w: (-len(w), w))
    return next((found for words in forms if (found := registry.by_name.get(words)) is not None), None)


def _call(one: Someone, entry: Entry) -> None:
    one.entry, one.name, one.doubted = entry, entry.name, False
    if entry.kind in ("person", "organisation", "group", "account", "document"):
        one.votes[entry.kind] += SURE


def _join(one: Someone, other: Someone) -> None:
    for name in other.names:
        insort(one.names, name, key=lambda n: n.start)
