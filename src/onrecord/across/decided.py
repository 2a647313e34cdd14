"""What a person decided, in the words of a record: the reason, and where it stands that somebody said so."""

from onrecord.across.comparison import Judgement
from onrecord.record import Evidence, Reason

PLACE = "judgement "  # before its id: where evidence stands that is no text of an article


def reason(field: str, by: Judgement, article: str | None) -> Reason:
    """Why a field says what it says: somebody decided it; the evidence is the note."""
    return Reason(field, "person", by.who, (evidence(by, article, by.note or ""),), None)


def evidence(by: Judgement, article: str | None, words: str) -> Evidence:
    """Words of a judgement."""
    return Evidence(article, PLACE + by.id, None, None, words)
