"""An order in which sets that share members follow each other: what is known of a member is then at hand."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence


def neighbours_together(sets: Sequence[Collection[str]]) -> Iterator[int]:
    """Their numbers: all that have the first member, then all that have one that was met there, and so on."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, members in enumerate(sets):
        for one in members:
            having[one].append(number)
    told: set[int] = set()
    met: set[str] = set()
    for first in having:
        waiting = deque([first])
        while waiting:
            for number in having[waiting.popleft()]:
                if number not in told:
                    told.add(number)
                    yield number
                    waiting.extend(one for one in sets[number] if one not in met)
                    met.update(sets[number])
    yield from (number for number, members in enumerate(sets) if not members)
