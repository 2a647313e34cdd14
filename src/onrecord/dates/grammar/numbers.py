"""Counts and years written in figures or words: "two", "a few", "twenty-four", "nineteen ninety-seven"."""

from onrecord.dates.grammar.cut import Cut
from onrecord.dates.words import Word

NUMBER = "CARD (HYPHEN? CARD){0,3}"
COUNT = f"((ABOUT|OVER) THAN?)? (A? SOME (OF THE)?|A CARD?|DAY|NUM|{NUMBER})"
SPOKEN_CENTURIES = range(11, 21)  # "nineteen ninety-seven", "twenty twenty"


def counted(cut: Cut) -> int | None:
    """The number a count names; None for "a few"."""
    words = [word for word in cut if word.kind in ("SOME", "A", "DAY", "NUM", "CARD")]
    if any(word.kind == "SOME" for word in words):
        return 2 if _couple(cut) else None
    figures = [word.value for word in words if word.kind in ("DAY", "NUM")]
    if figures:
        return int(figures[0])
    cards = [word for word in words if word.kind == "CARD"]
    return summed(cards) if cards else 1


def _couple(cut: Cut) -> bool:
    return any(cut.words.printed(i).lower() == "couple" for i in range(cut.first, cut.last))


def summed(words: list[Word]) -> int:
    """Number words put together: "twenty four", "two hundred fifty"."""
    total = 0
    for word in words:
        total = max(total, 1) * word.value if word.value >= 100 else total + word.value
    return total


def spoken_year(words: list[Word]) -> int | None:
    """A year in words: "nineteen ninety-seven", "two thousand", "twenty nineteen"."""
    values = [word.value for word in words]
    if len(values) >= 2 and values[0] in SPOKEN_CENTURIES and 10 <= sum(values[1:]) <= 99:
        return int(values[0] * 100 + sum(values[1:]))
    if values[:2] == [2, 1000] and sum(values[2:]) < 100:
        return 2000 + int(sum(values[2:]))
    return None
