"""Days and months by the calendar: "Tuesday, October 17, 2023", "17th of October", "last September"."""

from onrecord.dates.calendar import real
from onrecord.dates.expression import Calendar, Says
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import NUMBER, spoken_year
from onrecord.dates.grammar.which import WHICH
from onrecord.lang.dates import english_dates

MON = "(MONTH|FOREIGN) DOT?"
DAYS = "(DAY|ORD|CARD HYPHEN? ORD)"
YEARS = "((COMMA|OF|DE)? YEAR|(COMMA|OF)? (LAST|THIS|NEXT) UNIT)"
LIST = 7  # words that a list of days may take before the month or year they share
LEAP = 2024  # a year with a 29 February, to see whether day and month go together
# What leads a year or a month that could be another word: "in May", "of 2000", "early March".
LEADS = frozenset(
    (
        "IN",
        "SINCE",
        "UNTIL",
        "FROM",
        "DURING",
        "AFTER",
        "BEFORE",
        "BETWEEN",
        "EARLY",
        "LATE",
        "MID",
        "START",
        "END",
    )
)
ENDS = frozenset(("BREAK", "COMMA", "DOT", "CLOSE", "AND", "OR", "IN"))


def day_and_month(cut: Cut) -> Says | None:
    """A day of a month, in either order, with weekday and year where they are said."""
    day, month = _day(cut), cut.one("MONTH", "FOREIGN")
    year = cut.one("YEAR")
    if cut.printed_before().lower() in english_dates().names_before and not year:
        return None  # "the Long March 5"
    if day is None or not real(year or LEAP, month, day) or counts(cut, year):
        return None
    if cut.has("FOREIGN") and year is None and cut.before() in ("X", "BREAK") and cut.after() == "X":
        return None  # "Rovers 3 Mars 1": a foreign name of a month needs more than a number
    if _other_unit(cut):
        return None
    event = _event(cut, month, day) if year is None else None
    year = year or year_behind(cut)
    return Calendar(year, month, day, cut.one("WEEKDAY"), years=_years(cut), event=event)


def _event(cut: Cut, month: int, day: int) -> int | None:
    """The year of an event that is known by its day: "the Sept. 11 attacks"."""
    lists = english_dates()
    return lists.events.get(f"{month}-{day}") if cut.printed_after().lower() in lists.event_nouns else None


def year_behind(cut: Cut) -> int | None:
    """The year said once for several days: "October 7 and 8, 2023"."""
    at = cut.last
    while cut.words.kind(at) in ("AND", "COMMA", "OR", "DAY") and at - cut.last < LIST:
        at += 1
    days = [i for i in range(cut.last, at) if cut.words.kind(i) == "DAY"]
    return cut.words.word(at).value if days and cut.words.kind(at) == "YEAR" else None


def _day(cut: Cut) -> int | None:
    days = [word for word in cut if word.kind in ("DAY", "ORD", "CARD")]
    return sum(word.value for word in days) if days else None


def counts(cut: Cut, year: int | None) -> bool:
    """Whether the figure behind the month counts something: "in October 20 people"."""
    if year is not None or list(cut)[-1].kind != "DAY":
        return False
    glued = cut.is_hyphened() and cut.after(2) not in ("MONTH", "WEEKDAY", "DAY")
    return glued or cut.after() in ("UNIT", "COUNTED", "CARD")


def _years(cut: Cut) -> int | None:
    """ "October last year" is -1."""
    which = [WHICH[word.kind] for word in cut if word.kind in WHICH]
    return which[-1] if which and cut.one("UNIT") else None


def _other_unit(cut: Cut) -> bool:
    """Whether what is last or next is no year: "May last week"."""
    return any(unit != "year" for unit in cut.all("UNIT")[cut.has("OF") :])


def week_of_day(cut: Cut) -> Says | None:
    """ "The week of October 9", "the week ending 9 October"."""
    day, month, year = _day(cut), cut.one("MONTH"), cut.one("YEAR")
    if cut.one("UNIT") != "week" or day is None or not real(year or LEAP, month, day):
        return None
    return Calendar(
        year, month, day, week="to" if cut.has("ENDING") else "from" if cut.has("START") else "around"
    )


def month_and_year(cut: Cut) -> Says | None:
    """A month of a year; "the month of April"."""
    units = [unit for unit in cut.all("UNIT") if unit != "year"]
    if units not in ([], ["month"]) or units and cut.has(*WHICH) and cut.one("UNIT") != "month":
        return None
    years = None if units and "year" not in cut.all("UNIT") else _years(cut)
    return Calendar(cut.one("YEAR"), cut.one("MONTH", "FOREIGN"), years=years)


def month_and_spoken_year(cut: Cut) -> Says | None:
    year = spoken_year([word for word in cut if word.kind == "CARD"])
    return Calendar(year, cut.one("MONTH")) if year else None


def month_alone(cut: Cut) -> Says | None:
    """A month by its name; one that could be another word needs a word that leads it."""
    which = next((WHICH[word.kind] for word in cut if word.kind in WHICH), 0)
    name = next(cut.words.printed(i) for i in range(cut.first, cut.last) if cut.words.kind(i) == "MONTH")
    if not cut.has(*WHICH) and name.lower() in english_dates().doubtful and not _led(cut):
        return None
    return Calendar(month=cut.one("MONTH"), which=which)


def _led(cut: Cut) -> bool:
    joints = ("HYPHEN", "TO", "AND", "UNTIL", "OR", "COMMA")
    if (
        cut.after() in joints
        and cut.after(2) == "MONTH"
        or cut.before() in joints
        and cut.before(2) == "MONTH"
    ):
        return True
    before = cut.before(2) if cut.before() in ("THE", "HYPHEN", "OF") else cut.before()
    if cut.before() == "AS" and cut.before(2) in ("EARLY", "SOON", "LATE"):
        return True
    if before in LEADS:
        ends = cut.words.kind(cut.last - 1) == "DOT"  # "in April. There"
        return ends or not (
            cut.printed_after()[:1].isupper() and cut.after() == "X"
        )  # "in April Smith's view"
    if cut.before() in ("A", "THE"):  # "a June agreement"
        return cut.after() == "X" and cut.printed_after().islower()
    return cut.before() in ("OF", "BY", "TO", "FOR") and cut.after() in ENDS


def day_alone(cut: Cut) -> Says | None:
    """ "On the 17th": a day of the month that is spoken of."""
    ends = cut.after() not in ("X", "UNIT", "HYPHEN", "HALF", "COUNTED", "PARTOF", "MONTH", "CARD", "ORD")
    led = cut.has("WEEKDAY") or cut.before() in ("ON", "BY", "UNTIL", "SINCE", "FROM")
    figures = cut.words.printed(cut.last - 1)[:1].isdigit()
    day = cut.one("ORD")
    return Calendar(day=day, weekday=cut.one("WEEKDAY")) if ends and led and figures and day <= 31 else None


def numeric(cut: Cut) -> Says | None:
    date: Calendar = cut.one("NUMDATE")
    weekday = cut.one("WEEKDAY")
    return (
        Calendar(date.year, date.month, date.day, weekday, other=date.other) if weekday is not None else date
    )


RULES = (
    Rule(f"THE? UNIT (OF|ENDING|START) {MON} THE? {DAYS} (COMMA? YEAR)?", week_of_day),
    Rule(f"THE? UNIT (OF|ENDING|START) THE? {DAYS} OF? {MON} (COMMA? YEAR)?", week_of_day),
    Rule(f"(WEEKDAY DOT? COMMA? ON?)? THE? {DAYS} (OF|DE)? {MON} {YEARS}?", day_and_month),
    Rule(f"(THIS|NEXT|LAST)? COMING? (WEEKDAY DOT? COMMA?)? {MON} THE? {DAYS} {YEARS}?", day_and_month),
    Rule("DAY DOT FOREIGN YEAR?", day_and_month),
    Rule(f"THE UNIT OF MONTH DOT? {YEARS}?", month_and_year),
    Rule(f"MONTH DOT? {YEARS}", month_and_year),
    Rule(f"MONTH (COMMA|OF)? {NUMBER}", month_and_spoken_year),
    Rule("(WEEKDAY COMMA?)? NUMDATE", numeric),
    Rule("(LAST|PAST|THIS|NEXT|COMING) MONTH DOT?", month_alone),
    Rule("MONTH DOT?", month_alone),
    Rule("WEEKDAY COMMA? THE ORD", day_alone),
    Rule("THE ORD", day_alone),
)
