"""Some time up to now or from now on: "the past two days", "in recent weeks", "within 24 hours"."""

from onrecord.dates.expression import Says, Stretch
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.grammar.numbers import COUNT, counted
from onrecord.dates.grammar.which import unit_of

LEADS_STRETCH = frozenset(("IN", "OVER", "DURING", "FOR", "SINCE", "BY", "FROM", "OF"))


def stretch(cut: Cut) -> Says | None:
    """So many units up to now or from now on."""
    unit = unit_of(cut)
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
    unit = unit_of(cut)
    plural = cut.words.printed(cut.last - 1).lower().endswith("s")
    if unit is None or not plural or not _is_led(cut):
        return None
    return Stretch(None, unit, 1 if cut.has("COMING", "NEXT", "FOLLOWING") else -1)


RULES = (
    Rule(f"(THE|THIS)? (LAST|PAST|NEXT|COMING|PREVIOUS|FOLLOWING) {COUNT} UNIT", stretch),
    Rule(f"WITHIN (THE (NEXT|COMING)?)? {COUNT} UNIT", stretch),
    Rule("THE? (RECENT|COMING|NEXT|PAST|LAST|FOLLOWING|PREVIOUS) UNIT (AND UNIT)?", open_stretch),
)
