"""Parts of a year and runs of years: "the third quarter of 2022", "last summer", "the 1990s"; holidays."""

from onrecord.dates.expression import Holiday, Part, Says
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import NUMBER, spoken_year
from onrecord.dates.grammar.which import WHICH

YEAR_OF = "(OF|IN|COMMA)? THE? FISCAL? (YEAR|(LAST|THIS|NEXT|PAST|CURRENT) FISCAL? UNIT)"
LEADS_SEASON = frozenset(("IN", "DURING", "SINCE", "UNTIL", "BY", "EARLY", "LATE", "MID", "OF", "OVER"))
LEAST_PLAIN = 50


def quarter(cut: Cut) -> Says | None:
    """A quarter or half by its number, with the year that is said."""
    units = cut.all("UNIT")
    half = cut.has("HALF")
    if not half and "quarter" not in units or any(unit not in ("quarter", "year") for unit in units):
        return None
    number = cut.one("ORD", "QTR")
    if number is None:
        number = 2 if half and cut.has("LAST") else None
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    counted = [word for word in cut if word.kind in WHICH or word.kind == "CURRENT"]
    years = WHICH.get(counted[-1].kind, 0) if counted and "year" in units else None
    if half and years is None and not cut.has("YEAR"):
        return None
    return Part("half" if half else "quarter", number, cut.one("YEAR"), years)


def quarter_by_letter(cut: Cut) -> Says | None:
    return Part("quarter", cut.one("QTR"), cut.one("YEAR"))


def half_by_letter(cut: Cut) -> Says | None:
    return Part("half", cut.one("HALFYEAR"), cut.one("YEAR"))


def decade(cut: Cut) -> Says | None:
    """ "The 1990s", "the ’80s"; not "in his 30s" and "30s"."""
    in_full = len(cut.words.printed(cut.last - 1)) > len("80s")
    led = cut.words.printed(cut.first).lower() == "the" or cut.has("APOS")
    early = cut.one("YEARS") % 100 < LEAST_PLAIN and not cut.has("APOS")  # "temperatures in the 30s"
    return Part("decade", cut.one("YEARS")) if in_full or led and not early else None


def century(cut: Cut) -> Says | None:
    number = sum(cut.all("ORD", "CARD"))
    return Part("century", number) if cut.one("UNIT") == "century" and 0 < number < 22 else None


def season(cut: Cut) -> Says | None:
    """A season; "fall" and "spring" are other words unless something says which."""
    which = next((WHICH[word.kind] for word in reversed(list(cut)) if word.kind in WHICH), None)
    units, year = cut.all("UNIT"), cut.one("YEAR")
    if cut.has("PAIR"):
        year = cut.one("PAIR")[0]
        return Part("season", cut.one("SEASON"), year) if year > 31 else None
    if cut.has("CARD"):
        year = spoken_year([word for word in cut if word.kind == "CARD"])
        return Part("season", cut.one("SEASON"), year) if year else None
    if units and units != ["year"]:
        return None
    if units:
        return Part("season", cut.one("SEASON"), None, which)
    led = cut.before() in LEADS_SEASON
    if year is None and which is None and (not led or cut.after() in ("OF", "X") and not cut.has("THE")):
        return None
    if year is None and which is None and cut.after() == "OF":
        return None  # "the fall of the city"
    return Part("season", cut.one("SEASON"), year, which=which)


def holiday(cut: Cut) -> Says | None:
    which = next((WHICH[word.kind] for word in cut if word.kind in WHICH), 0)
    return Holiday(cut.one("HOLIDAY"), cut.one("YEAR"), which)


RULES = (
    Rule(f"THE? FISCAL? ORD HYPHEN? FISCAL? (UNIT|HALF) {YEAR_OF}", quarter),
    Rule("THE? (YEAR|(LAST|THIS|NEXT) UNIT POSS) FISCAL? ORD HYPHEN? (UNIT|HALF)", quarter),
    Rule(f"THE LAST HALF {YEAR_OF}", quarter),
    Rule("THE? FISCAL? ORD HYPHEN? FISCAL? UNIT(?! OF THE (X|UNIT))", quarter),
    Rule("QTR (OF|COMMA)? YEAR", quarter_by_letter),
    Rule("HALFYEAR (OF|COMMA)? YEAR", half_by_letter),
    Rule("YEAR QTR", quarter_by_letter),
    Rule("QTR", quarter_by_letter),
    Rule("THE? YEARS", decade),
    Rule("THE? APOS YEARS", decade),
    Rule("THE? (CARD HYPHEN)? ORD HYPHEN? UNIT", century),
    Rule("(THE|THIS)? (LAST|PAST|THIS|NEXT|COMING) SEASON", season),
    Rule("THE? SEASON (OF|COMMA)? (YEAR|(LAST|THIS|NEXT) UNIT)", season),
    Rule("THE? SEASON (OF|COMMA)? PAIR", season),
    Rule(f"THE? SEASON OF? {NUMBER}", season),
    Rule("THE? SEASON", season),
    Rule("(LAST|PAST|THIS|NEXT|COMING)? HOLIDAY (COMMA? YEAR)?", holiday),
)
