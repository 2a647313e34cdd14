"""The count at the end: what was given is what was read, was unchanged, was set aside and was refused."""

from collections import Counter

FATES = ("read", "unchanged", "set aside", "refused")


class Tally:
    """Counts inputs by what became of them and why; nothing is lost without a count."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str | None]] = Counter()

    def add(self, fate: str, cause: str | None = None, *, times: int = 1) -> None:
        """Count an input."""
        if fate not in FATES:
            raise ValueError(f"{fate} is not one of {', '.join(FATES)}")
        self._counts[fate, cause] += times

    def of(self, fate: str) -> int:
        """How many inputs met this fate."""
        return sum(number for (one, _), number in self._counts.items() if one == fate)

    def line(self) -> str:
        """given 12 = read 10 + unchanged 0 + set aside 1 (no text 1) + refused 1 (not readable 1)."""
        return f"given {self._counts.total()} = " + " + ".join(map(self._told, FATES))

    def _told(self, fate: str) -> str:
        causes = sorted(
            f"{cause} {number}"
            for (one, cause), number in self._counts.items()
            if one == fate and cause is not None and number
        )
        return f"{fate} {self.of(fate)}" + (f" ({', '.join(causes)})" if causes else "")
