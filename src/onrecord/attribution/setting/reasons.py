"""Why a setting is what it is: stated beside the statement, or inherited from one before it."""

from onrecord.record import Reason, Setting, Translation

SCORES = {"stated": 0.9, "inherited": 0.7, "inferred": 0.6}


def reason(field: str, found: Setting | Translation | None) -> Reason | None:
    """The reason for one field, None where it is unknown."""
    if found is None:
        return None
    basis = found.basis if isinstance(found, Setting) else "stated"
    return Reason(field, "rule", f"{field}-{basis}", found.evidence, SCORES[basis])
