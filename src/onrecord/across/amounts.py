"""How much a figure says: its bounds in one unit, and whether two figures can both be right."""

from dataclasses import dataclass

from onrecord.lang.scopes import scopes
from onrecord.record import Figure

ABOUT = 0.1  # "about 30" is not far from 30
OPEN = 2.0  # "more than 200" is hardly said of 400 and more
FRACTION = 0.15  # "about 30 %" is said of a third
SPAN = 5.0  # "hundreds" are up to 1,000
ROUND = 1000  # from here on counts are rounded
ROUGH = frozenset({"measure", "money", "rate", "share"})  # kinds that are rounded as they are told


@dataclass(frozen=True, slots=True)
class Amount:
    """What is measured, the number that is named, and the bounds that its wording leaves."""

    dimension: str
    named: tuple[float, ...]
    low: float
    high: float
    rough: bool  # of a kind that is rounded as it is told
    vague: bool  # "hundreds"


def amount(figure: Figure) -> Amount | None:
    """Of a figure with a number; "many more" has none."""
    named = tuple(v for v in (figure.low, figure.high) if v is not None)
    if not named:
        return None
    dimension, size = _unit(figure)
    low, high = _bounds(figure, named)
    values = tuple(dict.fromkeys(v * size for v in named))
    vague = figure.comparator is None
    return Amount(dimension, values, low * size, high * size, figure.kind in ROUGH, vague)


def _unit(figure: Figure) -> tuple[str, float]:
    kind, size = scopes().units.get(figure.unit or "", (figure.unit or "", 1.0))
    return f"{figure.kind} {kind}".strip(), size


def _bounds(figure: Figure, named: tuple[float, ...]) -> tuple[float, float]:
    """ "At least 25" reaches from there up, "about 30" a little to both sides."""
    low, high = named[0], named[-1]
    if figure.low is not None and figure.high is None:
        return low, low * (OPEN if figure.comparator is not None else SPAN)
    if figure.low is None and figure.high is not None:
        return (high * (1 - 2 * ABOUT) if figure.comparator == "nearly" else high / OPEN), high
    if figure.comparator == "about":
        off = FRACTION if figure.kind == "share" else ABOUT
        return low * (1 - off), high * (1 + off)
    return low, high


def same(one: Amount, two: Amount) -> bool:
    """Whether both name the same number, "about" and "nearly" or not."""
    return one.named == two.named


def fit(one: Amount, two: Amount) -> bool:
    """Whether one can say less precisely what the other says."""
    return (one.low <= two.high and two.low <= one.high) or _rounds(one, two) or _rounds(two, one)


def _rounds(one: Amount, two: Amount) -> bool:
    """Whether the first is the second as one rounds it: 4 for 4.2 tonnes, 12,000 for 12,340 people."""
    if len(one.named) != 1 or len(two.named) != 1 or two.named[0] == 0:
        return False
    off = abs(one.named[0] - two.named[0]) / abs(two.named[0])
    digits = len(f"{one.named[0]:.0f}".rstrip("0"))
    return off <= ABOUT / 2 and (one.rough or (digits <= 2 and one.named[0] >= ROUND))
