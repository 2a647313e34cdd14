"""What dateparser makes of the same documents; it is a development dependency only."""

from datetime import datetime
from typing import Any

from bench.timex_values import Document, Given, shape


def dateparser_is_here() -> bool:
    try:
        import dateparser  # noqa: F401
    except ImportError:
        return False
    return True


def dateparser_value(words: str, day: str, gold: str) -> str | None:
    import dateparser

    options: Any = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(words, languages=["en"], settings=options)
    return _at_grain(found, gold) if found else None


def dateparser_in(document: Document) -> list[Given]:
    """What `search_dates` finds; it gives no offsets, so each is looked for behind the one before."""
    from dateparser.search import search_dates

    base: Any = {"RELATIVE_BASE": datetime.fromisoformat(document.day), "PREFER_DATES_FROM": "past"}
    at, given = 0, []
    for words, found in search_dates(document.text, languages=["en"], settings=base) or ():
        start = document.text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        over = [g for g in document.gold if g.start < at and start < g.end]
        given.append(Given(start, at, _at_grain(found, over[0].value if over else "")))
    return given


def _at_grain(found: datetime, gold: str) -> str:
    """A moment at the grain of the gold: its year, month, week, quarter or day."""
    year, week, _ = found.isocalendar()
    as_printed = {
        "month": f"{found:%Y-%m}",
        "year": f"{found:%Y}",
        "week": f"{year}-W{week:02}",
        "quarter": f"{found.year}-Q{(found.month + 2) // 3}",
        "decade": f"{found.year}"[: len(gold)],
        "reference": "PRESENT_REF",
    }
    return as_printed.get(shape(gold), f"{found:%Y-%m-%d}")
