"""A measured figure, its floor, and whether it holds."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["PASS", "FAIL", "SKIPPED", "TOLD"]  # told: it has no floor
SMALL = 10  # on fewer cases than this, one miss is allowed when it is named
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Figure:
    """A share of n (or, for limits, a count among n), and the misses by name where they are known."""

    name: str
    value: float | None
    n: int
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Floor:
    """The value a figure must reach, or, for a limit, must not exceed."""

    value: float
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the gate's table."""

    name: str
    value: float | None
    n: int
    floor: Floor | None
    verdict: Verdict
    remark: str = ""


def judged(figure: Figure, floor: Floor | None) -> Row:
    """Whether a figure holds; on few cases one miss is allowed when the misses are named."""
    verdict, remark = _verdict(figure, floor) if floor else ("TOLD", "")
    return Row(figure.name, figure.value, figure.n, floor, verdict, remark)


def skipped(name: str, floor: Floor | None, why: str) -> Row:
    return Row(name, None, 0, floor, "SKIPPED", why)


def _verdict(figure: Figure, floor: Floor) -> tuple[Verdict, str]:
    named = "; ".join(figure.misses)
    if figure.value is None:
        return "FAIL", "nothing to measure"
    if floor.limit:
        return ("PASS", "") if figure.value <= floor.value + ROUNDING else ("FAIL", named)
    if figure.value >= floor.value - ROUNDING:
        return "PASS", ""
    if figure.n < SMALL and figure.misses and _with_one_more(figure) >= floor.value - ROUNDING:
        return "PASS", f"missed by one of {figure.n}: {named}"
    return "FAIL", named


def _with_one_more(figure: Figure) -> float:
    assert figure.value is not None
    return (round(figure.value * figure.n) + 1) / figure.n
