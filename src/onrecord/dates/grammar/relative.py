"""Dates counted from another: "yesterday", "two days later", "last week", "the past two years", "daily"."""

from typing import Literal, cast

from onrecord.dates.expression import Of, Recurrent, Says, Shift, Stretch, Unit, Vague, Weekday, Whole
from onrecord.dates.grammar.calendar import WHICH
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import COUNT, counted
from onrecord.lang.dates import english_dates

NAMED_DAYS = {"TODAY": 0, "TONIGHT": 0, "YESTERDAY": -1, "TOMORROW": 1}
WHOLE = {**WHICH, "CURRENT": 0, "LATEST": -1, "PREVIOUS": -1, "FOLLOWING": 1, "SAME": 0, "THAT": 0}
THEN = frozenset(("PREVIOUS", "FOLLOWING", "SAME", "THAT"))  # counted from the date spoken of
BACK = frozenset(("AGO", "EARLIER", "BEFORE"))
HALVES: dict[str, tuple[Unit, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
}
AHEAD = frozenset(("LATER", "AFTER", "HENCE"))
CLAUSE_ENDS = frozenset(("BREAK", "COMMA", "DOT", "CLOSE", "AND"))
LEADS_STRETCH = frozenset(("IN", "OVER", "DURING", "FOR", "SINCE", "BY", "FROM", "OF"))


def named_day(cut: Cut) -> Says | None:
    """Yesterday, today, tomorrow; "the day before yesterday"; not the paper "City Today"."""
    before, named = cut.printed_before(), cut.words.printed(cut.first)
    if named[:1].isupper() and before.lower() in english_dates().names_before:
        return None
    if named.istitle() and before[:1].isupper() and cut.before() == "X":
        return None
    steps = {"BEFORE": -1, "AFTER": 1}
    shift = sum(NAMED_DAYS.get(word.kind, 0) + steps.get(word.kind, 0) for word in cut)
    if cut.has("OVERNIGHT"):
        return Stretch(1, "day", -1)
    return Whole("day", shift)


def part_of_day(cut: Cut) -> Says | None:
    """ "This morning" is today, "last night" yesterday, "the next morning" the day after."""
    first = next(word.kind for word in cut if word.kind in WHOLE)
    then = first in THEN or first == "NEXT" and cut.has("THE")
    return Whole("day", WHOLE[first], "then" if then else "now")


def weekday(cut: Cut) -> Says | None:
    """A weekday with what says which one, unless it is part of a name: "Sunday Times", "Super Tuesday"."""
    if _is_title(cut):
        return None
    day = cut.one("WEEKDAY")
    shifts = [word.kind for word in cut if word.kind in WHOLE]
    if cut.has("UNIT"):
        return Weekday(day, None, WHOLE[shifts[-1]]) if cut.one("UNIT") == "week" and shifts else None
    if not shifts and cut.before() == "AS" and cut.before(2) in ("SOON", "EARLY"):
        return Weekday(day, "this")  # "as early as Tuesday"
    if not shifts:
        return Weekday(day)
    shift = WHOLE[shifts[-1]]
    then = shifts[-1] in THEN or shifts == ["NEXT"] and cut.has("THE")
    return Weekday(
        day, "last" if shift < 0 else "next" if shift > 0 else "this", of="then" if then else "now"
    )


def _is_title(cut: Cut) -> bool:
    lists = english_dates()
    last = cut.words.printed(cut.last - 1)
    after = cut.printed_after()
    two = f"{after} {cut.words.printed(cut.last + 1)}".lower()
    if after[:1].isupper() and (after.lower() in lists.papers or two in lists.papers):
        return True
    if cut.printed_before().lower() in lists.names_before:
        return True
    led = cut.before() in ("ON", "OPEN", "COMMA", "LAST", "NEXT", "THIS") or cut.last - cut.first > 1
    return last.lower() in lists.doubtful and not (led and cut.after() != "X")


def shift(cut: Cut) -> Says | None:
    """So many units before or after now, the date spoken of, or an event."""
    unit = _unit(cut)
    if unit is None:
        return None
    directions = [word.kind for word in cut if word.kind in BACK or word.kind in AHEAD]
    direction = directions[-1] if directions else "HENCE"  # "two days from now"
    sign: Literal[-1, 1] = -1 if direction in BACK else 1
    count = counted(cut) if cut.has("A", "SOME", "DAY", "NUM", "CARD") else None
    rough = cut.has("ABOUT", "SO", "SOME", "OR")
    return Shift(None if count is None else sign * count, unit, _of(cut, direction), sign, rough)


def _of(cut: Cut, direction: str) -> Of:
    if direction in ("AGO", "HENCE"):
        return "now"
    if direction in ("EARLIER", "LATER") or cut.after() in CLAUSE_ENDS:
        return "then"
    return "event"


def half_shift(cut: Cut) -> Says | None:
    """ "Half a century ago", "a year and a half ago", "two and a half years later"."""
    units, direction = cut.all("UNIT"), list(cut)[-1].kind
    sign: Literal[-1, 1] = -1 if direction in BACK else 1
    if units == ["quarter", "century"]:
        return Shift(25 * sign, "year", _of(cut, direction), sign, True)
    smaller = HALVES.get(units[0]) if len(units) == 1 else None
    if smaller is None:
        return Shift(None, _unit(cut) or "day", _of(cut, direction), sign, True) if len(units) == 1 else None
    unit, times = smaller
    whole = 0 if cut.words.kind(cut.first) == "HALF" else counted(cut)
    count = None if whole is None else sign * (whole * times + times // 2)
    return Shift(count, unit, _of(cut, direction), sign, True)


def from_weekday(cut: Cut) -> Says | None:
    """ "A week from Friday": counted from a day that is itself to be settled."""
    return Shift(counted(cut), _unit(cut) or "day", "event", 1)


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
    unit = _unit(cut)
    if unit is None or unit == "hour":
        return None
    sign = -1 if cut.has("BEFORE") else 1
    of: Of = "then" if cut.after() in CLAUSE_ENDS else "event"
    return Shift(sign, unit, of, -1 if sign < 0 else 1)


def whole(cut: Cut) -> Says | None:
    """A unit of the calendar: last week, this year, the same day, the following month."""
    unit = _unit(cut)
    kinds = [word.kind for word in cut if word.kind in WHOLE]
    if unit is None or unit == "hour" or cut.words.printed(cut.last - 1).lower().endswith("s"):
        return None
    direction = kinds[-1]
    next_then = direction == "NEXT" and cut.has("THE") and unit in ("day", "month")
    if direction == "PAST" and kinds == ["PAST"]:
        return Stretch(1, unit, -1)
    if unit == "day" and direction in ("LAST", "THIS", "CURRENT", "COMING", "LATEST", "PAST"):
        return None  # "the last day", "these days"
    if kinds[0] == "THAT" and len(kinds) > 1 and direction != "SAME":
        return None  # "said that last week …": the rule is tried again behind "that"
    if unit == "quarter" and direction == "LATEST":
        return Whole(unit, -1, the=True)
    return Whole(unit, WHOLE[direction], "then" if direction in THEN or next_then else "now")


def the_unit(cut: Cut) -> Says | None:
    """ "The quarter" is the one spoken of; "the end of the year" the one that runs."""
    unit = cut.one("UNIT")
    if unit == "quarter" and cut.after() != "OF":
        return Whole("quarter", 0, "then", the=True)
    if unit == "weekend":
        return Whole("weekend", 0, the=True)
    led = {"OF", "IN"} & {cut.before()} and cut.before(2) in (
        "END",
        "START",
        "EARLY",
        "LATE",
        "EARLIER",
        "LATER",
        "MID",
    )
    if led and unit == "day" and cut.before(2) not in ("START", "END"):
        return Whole("day", 0, "then", the=True)
    return Whole(unit, 0) if led and unit in ("week", "month", "year", "decade", "century") else None


def latest_period(_: Cut) -> Says | None:
    """ "The latest period" of a balance is a quarter."""
    return Whole("quarter", -1, the=True)


def unit_end(cut: Cut) -> Says | None:
    """ "Year-end", "month's end"."""
    unit = cut.one("UNIT")
    return Whole(unit, 0) if unit in ("week", "month", "quarter", "year", "decade", "century") else None


def stretch(cut: Cut) -> Says | None:
    """So many units up to now or from now on."""
    unit = _unit(cut)
    if unit is None:
        return None
    if not _is_led(cut):
        return None
    ahead = cut.has("NEXT", "COMING", "WITHIN", "FOLLOWING")
    return Stretch(counted(cut), unit, 1 if ahead else -1)


def _is_led(cut: Cut) -> bool:
    """Whether "last two weeks" is no verb with its object: "it will last two weeks"."""
    return not cut.has("LAST", "NEXT") or cut.has("THE", "THIS", "WITHIN") or cut.before() in LEADS_STRETCH


def open_stretch(cut: Cut) -> Says | None:
    """ "In recent weeks", "in the coming days": nobody says how many."""
    unit = _unit(cut)
    plural = cut.words.printed(cut.last - 1).lower().endswith("s")
    if unit is None or not plural or not _is_led(cut):
        return None
    return Stretch(None, unit, 1 if cut.has("COMING", "NEXT", "FOLLOWING") else -1)


def _unit(cut: Cut) -> Unit | None:
    units = cut.all("UNIT")
    return cast("Unit", units[-1]) if units else None


def recurs(cut: Cut) -> Says | None:
    """Daily, on Mondays; not the "Harbour Weekly"."""
    named = cut.printed_before()[:1].isupper() and cut.words.printed(cut.first).lower().endswith("ly")
    return None if named else every(cut)


def every(cut: Cut) -> Says | None:
    return Recurrent(cut.words.printed(cut.last - 1).lower())


def now(_: Cut) -> Says | None:
    return Vague("present")


def long_ago(_: Cut) -> Says | None:
    return Vague("past")


def future(_: Cut) -> Says | None:
    return Vague("future")


def the_past(cut: Cut) -> Says | None:
    """ "In the past"; not "the past two seasons"."""
    led = cut.after() == "X" and cut.before() == "IN"
    return Vague("past") if led or cut.after() in CLAUSE_ENDS else None


WHICH_OF = "(LAST|PAST|THIS|NEXT|COMING|PREVIOUS|FOLLOWING|CURRENT|LATEST|SAME|THAT)"
RULES = (
    Rule("EVERY X WEEKDAY", every),
    Rule("EVERY ORD? (UNIT|WEEKDAY|PARTOF|SEASON|MONTH)", every),
    Rule("RECURS", recurs),
    Rule("THE UNIT (BEFORE YESTERDAY|AFTER TOMORROW)", named_day),
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
    Rule(f"(THE|THIS)? (LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING) {COUNT} UNIT", stretch),
    Rule(f"WITHIN (THE (NEXT|COMING)?)? {COUNT} UNIT", stretch),
    Rule("THE? (RECENT|COMING|NEXT|PAST|LAST|FOLLOWING|PREVIOUS) UNIT (AND UNIT)?", open_stretch),
    Rule("(TODAY|YESTERDAY|TOMORROW|TONIGHT|OVERNIGHT)", named_day),
    Rule("THE? (LAST|THIS|NEXT|FOLLOWING|PREVIOUS|SAME|THAT) SAME? PARTOF", part_of_day),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF}? WEEKDAY DOT? (OF|IN)? {WHICH_OF} UNIT", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} WEEKDAY", weekday),
    Rule("WEEKDAY", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} FISCAL? UNIT", whole),
    Rule("UNIT (HYPHEN|POSS)? END", unit_end),
    Rule("THE LATEST PERIOD", latest_period),
    Rule("THE UNIT", the_unit),
    Rule("NOW", now),
    Rule("NOT LONG AGO", long_ago),
    Rule("LONG AGO", long_ago),
    Rule("THE? RECENT PAST", long_ago),
    Rule("RECENTLY", long_ago),
    Rule("THE PAST", the_past),
    Rule("THE X? FUTURE", future),
)
