"""Through what, on what occasion and where something was said; inherited while the text runs on about it."""

from collections.abc import Callable, Sequence

from onrecord.attribution.setting.runs import runs
from onrecord.record import Attribution, Party
from onrecord.text.layout import Layout

__all__ = ["runs", "settings_of"]


def settings_of(
    layout: Layout, attributions: Sequence[Attribution], party: Callable[[int, int], Party]
) -> tuple[Attribution, ...]:
    """Set channel, occasion, venue, listeners and translation; `party` tells whom a stretch of text names."""
    return tuple(attributions)
