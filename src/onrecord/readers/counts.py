"""Counting: what was given is what was read, was unchanged, was set aside and was refused; with causes."""

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from onrecord.readers.item import Fate

FATES: tuple[Fate, ...] = get_args(Fate)


class Counts:
    """Counts things of one sort by what became of them and why."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Fate, str | None]] = Counter()

    def add(self, fate: Fate, cause: str | None = None, *, times: int = 1) -> None:
        """Count one, or several with the same fate."""
        if fate not in FATES:
            raise ValueError(f"{fate} is not one of {', '.join(FATES)}")
        self._counts[fate, cause] += times

    @property
    def given(self) -> int:
        """How many there were."""
        return self._counts.total()

    def of(self, fate: Fate) -> int:
        """How many met this fate."""
        return sum(number for (one, _), number in self._counts.items() if one == fate)

    def causes(self, fate: Fate) -> dict[str, int]:
        """Why, and how often, in alphabetical order."""
        found = {c: n for (one, c), n in self._counts.items() if one == fate and c is not None and n}
        return dict(sorted(found.items()))

    def line(self) -> str:
        """given 12 = read 10 + unchanged 0 + set aside 1 (no text 1) + refused 1 (damaged 1)."""
        return f"given {self.given} = " + " + ".join(map(self._told, FATES))

    def as_dict(self) -> dict[str, object]:
        """The same for programs: each fate with its number and causes."""
        fates = {
            fate.replace(" ", "_"): {"number": self.of(fate), "causes": self.causes(fate)} for fate in FATES
        }
        return {"given": self.given, **fates}

    def _told(self, fate: Fate) -> str:
        causes = ", ".join(f"{cause} {number}" for cause, number in self.causes(fate).items())
        return f"{fate} {self.of(fate)}" + (f" ({causes})" if causes else "")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not read as an article, and what the user was told about it."""

    path: str | None
    record: str | None
    fate: Fate
    cause: str | None
    message: str


class Report:
    """What became of everything a run was given: inputs, and the items inside those that hold several."""

    def __init__(self) -> None:
        self.inputs = Counts()
        self.items = Counts()
        self.problems: list[Problem] = []
        self.left_out = 0  # statements less sure than was asked for
        self._inside: Counts = Counts()  # of the input being walked through

    def take(
        self,
        path: str | None,
        record: str | None,
        fate: Fate,
        cause: str | None = None,
        message: str | None = None,
    ) -> None:
        """Count one outcome; that of an archive, feed or table comes after those of its items."""
        if message is not None:
            self.problems.append(Problem(path, record, fate, cause, message))
        if record is not None:
            self.items.add(fate, cause)
            self._inside.add(fate, cause)
            return
        if fate == "read" and self._inside.of("unchanged") and not self._inside.of("read"):
            fate = "unchanged"
        self.inputs.add(fate, cause)
        self._inside = Counts()

    def leave_out(self, statements: int) -> None:
        """Count statements of what was read that are less sure than was asked for."""
        self.left_out += statements

    @property
    def refused(self) -> bool:
        """Whether anything was refused, at either level."""
        return bool(self.inputs.of("refused") or self.items.of("refused"))

    @property
    def any_kept(self) -> bool:
        """Whether anything was read, now or before, at either level."""
        return any(level.of(fate) for level in (self.inputs, self.items) for fate in ("read", "unchanged"))

    def lines(self) -> tuple[str, ...]:
        """The count of the inputs; where some held several items that of the items; what was left out."""
        inside = (f"items inside them: {self.items.line()}",) if self.items.given else ()
        unsure = (f"statements left out as less sure: {self.left_out}",) if self.left_out else ()
        return (self.inputs.line(), *inside, *unsure)

    def as_dict(self) -> dict[str, object]:
        """The report for programs; `onrecord … --report FILE` writes it as JSON."""
        problems = [
            {"path": p.path, "record": p.record, "fate": p.fate, "cause": p.cause, "message": p.message}
            for p in self.problems
        ]
        return {
            "inputs": self.inputs.as_dict(),
            "items": self.items.as_dict(),
            "statements_left_out": self.left_out,
            "problems": problems,
        }
