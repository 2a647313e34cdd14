"""Judgements in the order of time, and which of them stand: all that nobody has taken back."""

from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.across.comparison import Judgement
from onrecord.errors import UsageError

LAST_YEAR = 9000  # others are to come after any judgement, and a computer knows no year behind 9999


def moment(written: str) -> datetime:
    """A time as it is written in a judgement."""
    at = _time(written)
    if at is None or at.year > LAST_YEAR:
        raise UsageError(f"{written!r} is no time; write it as 2031-05-09T14:05:00+00:00")
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _time(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The earliest first; of one moment by their ids. Each once."""
    each = {one.id: one for one in judgements}
    return sorted(each.values(), key=lambda one: (moment(one.at), one.id))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody has taken back, in order; what took one back may itself be taken back."""
    ordered = in_order(judgements)
    undone: set[str] = set()
    kept: list[Judgement] = []
    for one in reversed(ordered):  # only a later judgement takes back an earlier one
        if one.id in undone:
            continue
        if one.undoes is not None:
            undone.add(one.undoes)
        else:
            kept.append(one)
    return kept[::-1]
