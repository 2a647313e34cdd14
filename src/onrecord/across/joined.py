"""Who was found to be whom: entities of several articles joined, and by which rule each was."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.across.called import Called
from onrecord.people.registry import Entry


class Joined:
    """Entities that are the same, while they are being found; two on the user's list are never one."""

    def __init__(self, everybody: Iterable[Called]) -> None:
        self.everybody = {one.id: one for one in everybody}
        self.rules: dict[str, set[str]] = defaultdict(set)  # entity -> why it is with others
        self._above = {id_: id_ for id_ in self.everybody}
        self._entries: dict[str, Entry | None] = {id_: one.entry for id_, one in self.everybody.items()}

    def head(self, id_: str) -> str:
        """The one that stands for all it is joined with."""
        while self._above[id_] != id_:
            self._above[id_] = self._above[self._above[id_]]
            id_ = self._above[id_]
        return id_

    def join(self, one: Called, two: Called, rule: str) -> None:
        """Two are the same, unless the list knows better."""
        a, b = self.head(one.id), self.head(two.id)
        known = self._entries[a], self._entries[b]
        if a == b or (None not in known and known[0] != known[1]):
            return
        self._above[b] = a
        self._entries[a] = known[0] or known[1]
        self.rules[two.id].add(rule)

    def join_all(self, same: Sequence[Called], rule: str) -> None:
        """All of some are the same."""
        for one in same[1:]:
            self.join(same[0], one, rule)

    def entry(self, id_: str) -> Entry | None:
        """Who on the list somebody is."""
        return self._entries[self.head(id_)]

    def groups(self) -> list[list[Called]]:
        """Everybody, each with those who are the same, in the order of the articles' ids."""
        found: dict[str, list[Called]] = defaultdict(list)
        for one in sorted(self.everybody.values(), key=lambda one: one.order):
            found[self.head(one.id)].append(one)
        return list(found.values())
