"""So many units away: "three weeks ago", "two days later", "days after", "on the eve of"."""

from typing import Literal

from onrecord.dates.expression import Of, Says, Shift, Unit
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import COUNT, counted
from onrecord.dates.grammar.which import AHEAD, BACK, CLAUSE_ENDS, unit_of

HALVES: dict[str, tuple[Unit, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
}


def shift(cut: Cut) -> Says | None:
    """So many units before or after now, the date spoken of, or an event."""
    unit = unit_of(cut)
    if unit is None:
        return None
    directions = [word.kind for word in cut if word.kind in BACK or word.kind in AHEAD]
    direction = directions[-1] if directions else "HENCE"  # "two days from now"
    sign: Literal[-1, 1] = -1 if direction in BACK else 1
    count = counted(cut) if cut.has("A", "SOME", "DAY", "NUM", "CARD") else None
    return Shift(None if count is None else sign * count, unit, _of(cut, direction), sign)


def half_shift(cut: Cut) -> Says | None:
    """ "Half a century ago", "a year and a half ago", "two and a half years later"."""
    units, direction = cut.all("UNIT"), list(cut)[-1].kind
    sign: Literal[-1, 1] = -1 if direction in BACK else 1
    if units == ["quarter", "century"]:
        return Shift(25 * sign, "year", _of(cut, direction), sign)
    smaller = HALVES.get(units[0]) if len(units) == 1 else None
    if smaller is None:
        return Shift(None, unit_of(cut) or "day", _of(cut, direction), sign) if len(units) == 1 else None
    unit, times = smaller
    whole = 0 if cut.words.kind(cut.first) == "HALF" else counted(cut)
    count = None if whole is None else sign * (whole * times + times // 2)
    return Shift(count, unit, _of(cut, direction), sign)


def from_weekday(cut: Cut) -> Says | None:
    """ "A week from Friday", "a week ago Friday": counted from a day that is itself to be settled."""
    sign: Literal[-1, 1] = -1 if cut.has("AGO") else 1
    count = counted(cut)
    return Shift(None if count is None else sign * count, unit_of(cut) or "day", "event", sign)


def _of(cut: Cut, direction: str) -> Of:
    if direction in ("AGO", "HENCE"):
        return "now"
    if direction in ("EARLIER", "LATER") or cut.after() in CLAUSE_ENDS:
        return "then"
    return "event"


def plural_shift(cut: Cut) -> Says | None:
    """ "Days later", "weeks ago", "hours after": nobody says how many."""
    return shift(cut) if cut.words.printed(cut.first).lower().endswith("s") else None


def hyphened(cut: Cut) -> Says | None:
    """ "Year-ago", "year-earlier": the same part of the year before."""
    if cut.one("UNIT") not in ("year", "month", "week", "quarter"):
        return None
    return Shift(-1, cut.one("UNIT"), "then", -1)


def eve(cut: Cut) -> Says | None:
    """ "On the eve of", "the day after": counted from an event."""
    if cut.has("EVE"):
        return Shift(-1, "day", "event", -1)
    unit = unit_of(cut)
    if unit is None or unit == "hour" or cut.after() in ("YESTERDAY", "TOMORROW", "LAST", "NEXT"):
        return None
    sign = -1 if cut.has("BEFORE") else 1
    of: Of = "then" if cut.after() in CLAUSE_ENDS else "event"
    return Shift(sign, unit, of, -1 if sign < 0 else 1)


RULES = (
    Rule(f"{COUNT} UNIT AGO ON? WEEKDAY", from_weekday),
    Rule(f"{COUNT} (OR SO|OR CARD)? UNIT (OR SO|OR CARD)? AGO TODAY?", shift),
    Rule(f"{COUNT} (OR SO)? UNIT (OR SO)? (EARLIER|LATER|BEFORE|AFTER|HENCE)", shift),
    Rule("HALF (A|HYPHEN)? UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule("A? UNIT (HYPHEN|OF A) UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} UNIT AND A HALF (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} AND A HALF UNIT (AGO|EARLIER|LATER)", half_shift),
    Rule(f"{COUNT} UNIT FROM (NOW|TODAY)", shift),
    Rule(f"{COUNT} UNIT FROM WEEKDAY", from_weekday),
    Rule("UNIT (AGO|LATER|EARLIER|BEFORE|AFTER)", plural_shift),
    Rule("THE? SAME? UNIT HYPHEN (AGO|EARLIER) ((ORD HYPHEN?)? UNIT|PERIOD)?", hyphened),
    Rule("THE? EVE OF", eve),
    Rule("THE UNIT (BEFORE|AFTER)", eve),
)
