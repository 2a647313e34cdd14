"""What marks stand further on in a paragraph, counted once: a line may hold a million of them."""

from collections.abc import Sequence

from onrecord.text.markchars import Mark


class Ahead:
    """Answers about the marks behind the one with a given number."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._balance: dict[str, list[int]] = {"double": [], "single": []}
        self._next_single: list[Mark | None] = []
        self._last_closer = -1  # of the single family
        balance, following = {"double": 0, "single": 0}, None
        for i in range(len(marks) - 1, -1, -1):
            mark = marks[i]
            for family, counted in balance.items():
                self._balance[family].append(counted)
            self._next_single.append(following)
            balance[mark.family] += (mark.closes and not mark.opens) - (mark.opens and not mark.closes)
            if mark.family == "single":
                following = mark
                if mark.closes and self._last_closer < 0:
                    self._last_closer = i

    def closing(self, i: int, family: str) -> int:
        """How many more marks behind it only close than only open."""
        return self._balance[family][-1 - i]

    def single(self, i: int) -> Mark | None:
        """The next single mark."""
        return self._next_single[-1 - i]

    def single_closes(self, i: int) -> bool:
        """Whether any single mark behind it may close."""
        return self._last_closer > i
