"""What is counted from the dates told before it: "the next day"; "a year ago" beside a quarter."""

from dataclasses import dataclass

from onrecord.dates.calendar import exact, fields
from onrecord.dates.expression import Expression, Part, Shift, Weekday, Whole
from onrecord.dates.resolved import Resolved

REACH = 1500  # characters over which a quarter is still the one spoken of
NEAR = (
    500  # the same for days; of 35 in AQUAINT and WikiWars 33 nearer than this were right, farther off none
)
QUARTERS = ("33", "34", "35", "36")


@dataclass(slots=True)
class Before:
    """The dates of one text so far: the last one, the last day, the quarter it is about."""

    last: tuple[str, int] | None = None
    day: tuple[str, int] | None = None
    quarter: tuple[str, int] | None = None

    def anchor(self, expression: Expression, own: str | None) -> str | None:
        """What an expression is counted from, where the text's own day is `own`."""
        says, at = expression.says, expression.start
        if isinstance(says, Whole) and says.of == "then" and says.unit == "quarter":
            return _near(self.quarter, at, REACH) or _last_quarter(own)
        if isinstance(says, Shift) and says.unit == "year" and abs(says.count or 0) == 1:
            told = _near(self.quarter, at, REACH)
            if told or says.of == "now":
                return told or own
        if not expression.anaphoric:
            return own
        if isinstance(says, Weekday) or isinstance(says, Shift | Whole) and says.unit == "day":
            return _near(self.day, at, NEAR) or (own if isinstance(says, Whole) and says.the else None)
        return _near(self.last, at, NEAR)

    def take(self, expression: Expression, resolved: Resolved) -> None:
        """Remember what an expression came to; what is only compared with ("a year earlier") is not."""
        if resolved.value is None:
            return
        if exact(resolved.value):
            self.day = resolved.value, expression.start
        says = expression.says
        if isinstance(says, Part) and says.kind == "quarter":
            self.quarter = resolved.value, expression.start
        if not (isinstance(says, Shift | Whole) and says.of == "then" and says.unit != "day"):
            self.last = resolved.value, expression.start


def _near(told: tuple[str, int] | None, at: int, reach: int) -> str | None:
    return told[0] if told and at - told[1] <= reach else None


def _last_quarter(own: str | None) -> str | None:
    """The quarter that ended last."""
    year, month, _ = fields(own)
    if year is None or month is None:
        return None
    index = year * 4 + (month - 1) // 3 - 1
    return f"{index // 4}-{QUARTERS[index % 4]}"
