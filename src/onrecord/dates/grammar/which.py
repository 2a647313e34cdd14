"""Words that say which one: last, this, next; before, after; and the unit they are said of."""

from typing import cast

from onrecord.dates.expression import Unit
from onrecord.dates.grammar.cut import Cut

WHICH = {"LAST": -1, "PAST": -1, "THIS": 0, "NEXT": 1, "COMING": 1}
WHOLE = {**WHICH, "CURRENT": 0, "LATEST": -1, "PREVIOUS": -1, "FOLLOWING": 1, "SAME": 0, "THAT": 0}
THEN = frozenset(("PREVIOUS", "FOLLOWING", "SAME", "THAT"))  # counted from the date spoken of
BACK = frozenset(("AGO", "EARLIER", "BEFORE"))
AHEAD = frozenset(("LATER", "AFTER", "HENCE"))
CLAUSE_ENDS = frozenset(("BREAK", "COMMA", "DOT", "CLOSE", "AND"))
WHICH_OF = "(LAST|PAST|THIS|NEXT|COMING|PREVIOUS|FOLLOWING|CURRENT|LATEST|SAME|THAT)"


def unit_of(cut: Cut) -> Unit | None:
    units = cut.all("UNIT")
    return cast("Unit", units[-1]) if units else None
