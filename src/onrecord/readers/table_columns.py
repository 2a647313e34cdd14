"""Columns of tables: what they are called here, and what in other programs' tables."""

from collections.abc import Mapping

from onrecord.errors import UsageError

COLUMNS = ("url", "title", "text", "date", "outlet")


def mapping(written: str | None) -> Mapping[str, str]:
    """`text=body,date=day` as a mapping from our columns to the table's."""
    found = {}
    for pair in (written or "").split(",") if written else ():
        ours, _, theirs = (part.strip() for part in pair.partition("="))
        if ours not in COLUMNS or not theirs:
            raise UsageError(
                f"--columns: {pair!r} is not OURS=THEIRS, as in text=body; ours are {', '.join(COLUMNS)}"
            )
        found[ours] = theirs
    return found
