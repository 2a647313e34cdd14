"""Several people of one full name, told apart where their articles call them what cannot be one's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.across.called import Called
from onrecord.across.near import Near, token
from onrecord.across.spelled import sound
from onrecord.people.nouns import bearer_of, nouns, singular
from onrecord.people.phrase import content_words


@dataclass(frozen=True, slots=True)
class _Described:
    """The nouns of somebody's descriptions, and the names behind them: "mayor" and "Easthaven"."""

    heads: frozenset[str]
    names: frozenset[str]

    def with_(self, other: "_Described") -> "_Described":
        """Of both together."""
        return _Described(self.heads | other.heads, self.names | other.names)


def told_apart(same: Sequence[Called], near: Near) -> list[list[Called]]:
    """Those of one name by who they are; of whom nothing tells otherwise, with the one most articles name."""
    if not all(one.personal for one in same) or sum(bool(one.entity.descriptions) for one in same) < 2:
        return [list(same)]
    kept: list[tuple[list[Called], _Described]] = []
    known = [(group, _known(group)) for group in _sharing(same, near)]
    for group, said in sorted(known, key=lambda each: (not each[1].heads, -len(each[0]), each[0][0].order)):
        at = next((n for n, (_, told) in enumerate(kept) if not _contradict(told, said)), None)
        if at is None:
            kept.append((group, said))
        else:
            kept[at][0].extend(group)
            kept[at] = kept[at][0], kept[at][1].with_(said)
    return [group for group, _ in kept]


def _sharing(same: Sequence[Called], near: Near) -> list[list[Called]]:
    """Groups that share words of what they are called, or another name of their articles."""
    head = {one.id: one.id for one in same}

    def top(id_: str) -> str:
        while head[id_] != id_:
            head[id_] = head[head[id_]]
            id_ = head[id_]
        return id_

    first: dict[str, str] = {}
    for one in same:
        for mark in sorted(_marks(one, near)):
            head[top(one.id)] = top(first.setdefault(mark, one.id))
    groups: dict[str, list[Called]] = defaultdict(list)
    for one in same:
        groups[top(one.id)].append(one)
    return list(groups.values())


def _marks(one: Called, near: Near) -> Iterator[str]:
    yield from (f"name {name}" for name in near.entities(one.article.id, token(one)))
    for said in one.entity.descriptions:
        words = content_words(said.text.split())
        if len(words) > 1:
            yield " ".join(sorted(words))


def _known(group: Iterable[Called]) -> _Described:
    said = [tuple(d.text.split()) for one in group for d in one.entity.descriptions]
    names = (sound(w) for words in said for w in words[_stop(words) :] if w[0].isupper() and not _is_title(w))
    return _Described(
        frozenset(singular(words[_stop(words) - 1].strip(",.")) for words in said if words), frozenset(names)
    )


def _stop(words: Sequence[str]) -> int:
    """Where the noun ends: behind "mayor" in "the mayor of Easthaven"."""
    return next((i for i, w in enumerate(words) if i and w.lower() in nouns().prepositions), len(words))


def _is_title(word: str) -> bool:
    return bearer_of(word) is not None or word.lower() in nouns().ranks | nouns().qualifiers


def _contradict(one: _Described, two: _Described) -> bool:
    """Mayors of two places, a surgeon here and a striker there; offices change, and so do words for them."""
    if not one.names or not two.names or one.names & two.names:
        return False
    callings = nouns().persons - nouns().ranks - nouns().anybody
    return bool(one.heads & two.heads) or (one.heads | two.heads) <= callings
