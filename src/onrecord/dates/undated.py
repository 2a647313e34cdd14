"""An article without a day of its own, whose "on Tuesday" nobody can settle."""

from collections.abc import Sequence

from onrecord.dates.anchors import Anchor
from onrecord.record import Attribution, DateExpression, Flag

NAMED = 3  # dates named in the sentence; the evidence has more
SHOWN = 20


def undated(
    anchor: Anchor, expressions: Sequence[DateExpression], attributions: Sequence[Attribution]
) -> tuple[Flag, ...]:
    """A flag with the dates that stay open for want of a day to count from."""
    if anchor.firm:
        return ()
    open_ = [
        e for e in expressions if e.on.basis == "relative" and e.on.value is None and e.on.anchor is None
    ]
    if not open_:
        return ()
    starts = {e.span.start for e in open_}
    dated = tuple(a.id for a in attributions if any(e.start in starts for e in a.said_on.evidence))
    words = ", ".join(dict.fromkeys(repr(e.span.text) for e in open_[:NAMED]))
    more = f" and {len(open_) - NAMED} more" if len(open_) > NAMED else ""
    why = (
        "bears no date"
        if anchor.value is None
        else "bears a date that may be that of its collection or is disputed"
    )
    evidence = tuple(one for e in open_[:SHOWN] for one in e.on.evidence)
    return (Flag("undated", dated, evidence, f"The article {why}: {words}{more} stay open."),)
