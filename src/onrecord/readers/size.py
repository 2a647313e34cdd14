"""The largest article that is read: anything beyond it is a pile or an accident, and would take minutes."""

from onrecord import settings
from onrecord.errors import ReadError


def check_size(text: str, largest: int) -> None:
    """Refuse a text, or a page's markup, of more characters than the user allows."""
    if len(text) > largest:
        raise ReadError(
            f"it has {len(text):,} characters, more than the {largest:,} of the largest article read; "
            f"split it, or allow more with {settings.LARGEST.option} {len(text)}",
            cause="too large",
        )
