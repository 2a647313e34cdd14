"""Which attribution of the gold a system's own attribution is: by the characters of their contents."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.published.gold import characters

ALIKE = 0.5  # characters in both by characters in either


def aligned(gold: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The system's id -> the gold's: one to one, the most alike first, of equals the same speaker."""
    candidates = []
    for number, known in enumerate(gold):
        own = characters(known["content"])
        for at, one in enumerate(found):
            other = characters(one["content"]) if one["article"] == known["article"] else frozenset()
            alike = len(own & other) / len(own | other) if own & other else 0.0
            if alike >= ALIKE:
                same = (one.get("speaker") or "").casefold() == known["speaker"].casefold()
                candidates.append((-alike, not same, number, at, one["id"], known["id"]))
    taken: dict[str, str] = {}
    for *_, id_, meant in sorted(candidates):
        if id_ not in taken and meant not in taken.values():
            taken[id_] = meant
    return taken
