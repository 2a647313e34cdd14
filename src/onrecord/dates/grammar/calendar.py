"""Dates by the calendar: "Tuesday, October 17, 2023", "17th of October", "last September", "2016"."""

from onrecord.dates.calendar import real
from onrecord.dates.expression import Calendar, Expression, Says, Span
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import NUMBER, spoken_year
from onrecord.lang.dates import english_dates

MON = "(MONTH|FOREIGN) DOT?"
DAYS = "(DAY|ORD|CARD HYPHEN? ORD)"
YEARS = "((COMMA|OF|DE)? YEAR|(COMMA|OF)? (LAST|THIS|NEXT) UNIT)"
WHICH = {"LAST": -1, "PAST": -1, "THIS": 0, "NEXT": 1, "COMING": 1}
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
LEADS_YEAR = LEADS | {
    "OF",
    "BY",
    "TO",
    "AND",
    "FOR",
    "OPEN",
    "HYPHEN",
    "COMMA",
    "FISCAL",
    "ABOUT",
    "LAST",
    "NEXT",
}
PLAIN_YEARS = range(1900, 2036)
ROUND = range(1000, 2101, 100)  # "2000 people"; such a number needs a lead


def day_and_month(cut: Cut) -> Says | None:
    """A day of a month, in either order, with weekday and year where they are said."""
    day, month = _day(cut), cut.one("MONTH", "FOREIGN")
    year = cut.one("YEAR")
    if cut.printed_before().lower() in english_dates().names_before and not year:
        return None  # "the Long March 5"
    if day is None or not real(year or LEAP, month, day) or _counts(cut, year):
        return None
    if cut.has("FOREIGN") and year is None and cut.before() in ("X", "BREAK") and cut.after() == "X":
        return None  # "Rovers 3 Mars 1": a foreign name of a month needs more than a number
    if _other_unit(cut):
        return None
    event = _event(cut, month, day) if year is None else None
    year = year or _year_behind(cut)
    return Calendar(year, month, day, cut.one("WEEKDAY"), years=_years(cut), event=event)


def _event(cut: Cut, month: int, day: int) -> int | None:
    """The year of an event that is known by its day: "the Sept. 11 attacks"."""
    lists = english_dates()
    return lists.events.get(f"{month}-{day}") if cut.printed_after().lower() in lists.event_nouns else None


def _year_behind(cut: Cut) -> int | None:
    """The year said once for several days: "October 7 and 8, 2023"."""
    at = cut.last
    while cut.words.kind(at) in ("AND", "COMMA", "OR", "DAY") and at - cut.last < LIST:
        at += 1
    days = [i for i in range(cut.last, at) if cut.words.kind(i) == "DAY"]
    return cut.words.word(at).value if days and cut.words.kind(at) == "YEAR" else None


def _day(cut: Cut) -> int | None:
    days = [word for word in cut if word.kind in ("DAY", "ORD", "CARD")]
    return sum(word.value for word in days) if days else None


def _counts(cut: Cut, year: int | None) -> bool:
    """Whether the figure behind the month counts something: "in October 20 people"."""
    if year is not None or list(cut)[-1].kind != "DAY":
        return False
    glued = cut.after() == "HYPHEN" and cut.after(2) not in ("MONTH", "WEEKDAY", "DAY")
    return glued or cut.after() in ("UNIT", "COUNTED", "CARD")


def _years(cut: Cut) -> int | None:
    """ "October last year" is -1."""
    which = [WHICH[word.kind] for word in cut if word.kind in WHICH]
    return which[-1] if which and cut.one("UNIT") else None


def _other_unit(cut: Cut) -> bool:
    """Whether what is last or next is no year: "May last week"."""
    return any(unit != "year" for unit in cut.all("UNIT")[cut.has("OF") :])


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


def day_before_another(cut: Cut) -> Says | None:
    """The first of "3 and 5 May": the month stands with the second."""
    code, i = cut.words, cut.last
    while code.kind(i) in ("AND", "OR", "COMMA", "DAY", "ORD", "TO", "THE", "OF") and i - cut.last < 6:
        i += 1
    if code.kind(i) != "MONTH":
        return None
    day, month = cut.one("DAY", "ORD"), code.word(i).value
    at = i + 2 if code.kind(i + 1) == "COMMA" else i + 1
    year = code.word(at).value if code.kind(at) == "YEAR" else None
    return Calendar(year, month, day) if real(year or LEAP, month, day) else None


def day_behind_another(cut: Cut) -> Says | None:
    """The second of "May 3 and 4": the month stands with the first."""
    at = cut.first - 1
    while cut.words.kind(at) in ("AND", "COMMA", "OR", "DAY", "DOT") and cut.first - at < LIST:
        at -= 1
    days = [i for i in range(at, cut.first) if cut.words.kind(i) == "DAY"]
    if cut.words.kind(at) != "MONTH" or not days or cut.after() in ("X", "UNIT", "COUNTED", "CARD", "HYPHEN"):
        return None
    year, month, day = cut.one("YEAR"), cut.words.word(at).value, cut.one("DAY")
    year = year or _year_behind(cut)
    rising = cut.words.word(days[-1]).value < day
    return Calendar(year, month, day) if rising and real(year or LEAP, month, day) else None


def day_after_another(cut: Cut) -> Says | None:
    """The second of "May 3 and 5": the month stands with the first."""
    days, month, year = cut.all("DAY", "ORD"), cut.one("MONTH"), cut.one("YEAR")
    if not all(real(year or LEAP, month, day) for day in days) or days[0] >= days[1] or _counts(cut, year):
        return None
    return _span(cut, Calendar(year, month, days[0]), Calendar(year, month, days[1]))


def pair_of_days(cut: Cut) -> Says | None:
    """ "3-5 May", "May 3-5, 2021": from day to day."""
    first, last = cut.one("PAIR")
    month, year = cut.one("MONTH"), cut.one("YEAR")
    if not real(year or LEAP, month, first) or not real(year or LEAP, month, last):
        return None
    return _span(cut, Calendar(year, month, first), Calendar(year, month, last))


def two_days(cut: Cut) -> Says | None:
    """ "From 3 to 5 May", "between 3 and 5 May": from day to day."""
    days = cut.all("DAY", "ORD")
    month, year = cut.one("MONTH"), cut.one("YEAR")
    if not all(real(year or LEAP, month, day) for day in days):
        return None
    return _span(cut, Calendar(year, month, days[0]), Calendar(year, month, days[1]))


def pair_of_years(cut: Cut) -> Says | None:
    first, last = cut.one("PAIR")
    return _span(cut, Calendar(first), Calendar(last)) if first > 31 else None


def _span(cut: Cut, first: Says, last: Says) -> Span:
    start, end = cut.words.places[cut.first][0], cut.words.places[cut.last - 1][1]
    return Span(Expression(start, end, first), Expression(start, end, last))


def numeric(cut: Cut) -> Says | None:
    date: Calendar = cut.one("NUMDATE")
    weekday = cut.one("WEEKDAY")
    return (
        Calendar(date.year, date.month, date.day, weekday, other=date.other) if weekday is not None else date
    )


def year_alone(cut: Cut) -> Says | None:
    """A year in figures, where they are not more likely a number of something."""
    year = cut.one("YEAR")
    if cut.printed_before().lower() in english_dates().numbered:
        return None
    if cut.has("UNIT", "FISCAL") or cut.words.printed(cut.first)[:1] in "Ff":
        return Calendar(year) if cut.one("UNIT") in (None, "year") else None
    if cut.after() in ("COUNTED", "UNIT", "HYPHEN") and cut.before() != "IN":
        return None
    before = cut.before(2) if cut.before() == "HYPHEN" else cut.before()
    named = cut.before() == "THE" and cut.printed_after()[:1].isupper()  # "the 2000 Games"
    led = named or before in LEADS_YEAR or cut.after() in ("POSS", "CLOSE")
    if year in ROUND and not led or cut.before() == "NUM":
        return None
    if year not in PLAIN_YEARS:
        return Calendar(year) if before in LEADS and cut.after() != "X" else None
    return Calendar(year)


def year_in_words(cut: Cut) -> Says | None:
    year = spoken_year([word for word in cut if word.kind == "CARD"])
    return Calendar(year) if year else None


RULES = (
    Rule(f"PAIR OF? {MON} (COMMA? YEAR)?", pair_of_days),
    Rule(f"{MON} PAIR (COMMA? YEAR)?", pair_of_days),
    Rule(f"(DAY|ORD) (TO|UNTIL|HYPHEN) THE? (DAY|ORD) OF? {MON} (COMMA? YEAR)?", two_days),
    Rule(f"BETWEEN THE? (DAY|ORD) AND THE? (DAY|ORD) OF? {MON} (COMMA? YEAR)?", two_days),
    Rule(f"{MON} (DAY|ORD) (TO|UNTIL|HYPHEN) (DAY|ORD) (COMMA? YEAR)?", day_after_another),
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
    Rule("(DAY|ORD)(?= (COMMA|AND|OR|TO|DAY|ORD|THE|OF){1,6} MONTH)", day_before_another),
    Rule("DAY (COMMA? YEAR)?", day_behind_another),
    Rule("THE ORD", day_alone),
    Rule("PAIR", pair_of_years),
    Rule("THE? UNIT YEAR", year_alone),
    Rule("FISCAL UNIT? YEAR", year_alone),
    Rule("YEAR", year_alone),
    Rule(f"(THE UNIT)? {NUMBER}", year_in_words),
)
