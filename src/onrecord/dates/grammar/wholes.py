"""Days by name and whole units: "yesterday", "last Friday", "this morning", "last week", "year-end"."""

from onrecord.dates.expression import Says, Stretch, Weekday, Whole
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.which import THEN, WHICH, WHICH_OF, WHOLE, unit_of
from onrecord.lang.dates import english_dates

NAMED_DAYS = {"TODAY": 0, "TONIGHT": 0, "YESTERDAY": -1, "TOMORROW": 1}


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
        return Weekday(day, "next")  # "as early as Tuesday"
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


def whole(cut: Cut) -> Says | None:
    """A unit of the calendar: last week, this year, the same day, the following month."""
    unit = unit_of(cut)
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


def next_but_one(cut: Cut) -> Says | None:
    """ "The week before last", "the year after next"."""
    unit = unit_of(cut)
    if unit is None or unit in ("hour", "day"):
        return None
    return Whole(unit, -2 if cut.has("LAST") else 2)


def week_then_day(cut: Cut) -> Says | None:
    """ "Last week on Tuesday"."""
    which = next(word.kind for word in cut if word.kind in WHICH)
    return Weekday(cut.one("WEEKDAY"), None, WHICH[which]) if cut.one("UNIT") == "week" else None


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


def unit_end(cut: Cut) -> Says | None:
    """ "Year-end", "month's end"."""
    unit = cut.one("UNIT")
    return Whole(unit, 0) if unit in ("week", "month", "quarter", "year", "decade", "century") else None


def latest_period(_: Cut) -> Says | None:
    """ "The latest period" of a balance is a quarter."""
    return Whole("quarter", -1, the=True)


RULES = (
    Rule("THE UNIT (BEFORE LAST|AFTER NEXT)", next_but_one),
    Rule("(LAST|THIS|NEXT) UNIT ON? WEEKDAY", week_then_day),
    Rule("THE UNIT (BEFORE YESTERDAY|AFTER TOMORROW)", named_day),
    Rule("(TODAY|YESTERDAY|TOMORROW|TONIGHT|OVERNIGHT)", named_day),
    Rule("THE? (LAST|THIS|NEXT|FOLLOWING|PREVIOUS|SAME|THAT) SAME? PARTOF", part_of_day),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF}? WEEKDAY DOT? (OF|IN)? {WHICH_OF} UNIT", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} WEEKDAY", weekday),
    Rule("WEEKDAY", weekday),
    Rule(f"THE? {WHICH_OF}? {WHICH_OF} FISCAL? UNIT", whole),
    Rule("UNIT (HYPHEN|POSS)? END", unit_end),
    Rule("THE LATEST PERIOD", latest_period),
    Rule("THE UNIT", the_unit),
)
