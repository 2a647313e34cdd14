"""Years alone: "in 2016", "fiscal 2016", "2010-14", "nineteen ninety-seven"; not "2000 people"."""

from onrecord.dates.expression import Calendar, Says
from onrecord.dates.grammar.calendar import LEADS
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.day_lists import span
from onrecord.dates.grammar.numbers import NUMBER, spoken_year
from onrecord.lang.dates import english_dates

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


def pair_of_years(cut: Cut) -> Says | None:
    first, last = cut.one("PAIR")
    return span(cut, Calendar(first), Calendar(last)) if first > 31 else None


def year_alone(cut: Cut) -> Says | None:
    """A year in figures, where they are not more likely a number of something."""
    year = cut.one("YEAR")
    if cut.printed_before().lower() in english_dates().numbered:
        return None
    if cut.has("UNIT", "FISCAL") or cut.words.printed(cut.first)[:1] in "Ff":
        return Calendar(year) if cut.one("UNIT") in (None, "year") else None
    if (cut.after() in ("COUNTED", "UNIT") or cut.is_hyphened()) and cut.before() != "IN":
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
    Rule("PAIR", pair_of_years),
    Rule("THE? UNIT YEAR", year_alone),
    Rule("FISCAL UNIT? YEAR", year_alone),
    Rule("YEAR", year_alone),
    Rule(f"(THE UNIT)? {NUMBER}", year_in_words),
)
