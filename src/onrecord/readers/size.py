"""The largest article that is read: anything beyond it is a pile or an accident, and would take minutes."""

from onrecord import settings
from onrecord.errors import ReadError


def check_size(length: int, largest: int) -> None:
    """Refuse a text, or a page's markup, of more characters than the user allows."""
    if length > largest:
        raise ReadError(
            f"it has {length:,} characters, more than the {largest:,} of the largest article read; "
            f"split it, or allow more with {settings.LARGEST.option} {length}",
            cause="too large",
        )
