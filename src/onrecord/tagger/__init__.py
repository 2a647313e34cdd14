"""The network that marks speakers, cues, contents and names in a text."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.tagger.tags import NameKind, Range, Tagged, TaggedName, Tagger, Tags

if TYPE_CHECKING:
    from onrecord.tagger.tagging import NetworkTagger

__all__ = ["NameKind", "Range", "Tagged", "TaggedName", "Tagger", "Tags", "load"]


@cache
def load(*, threads: int | None = None) -> "NetworkTagger":
    """The tagger of the package, read once; raises ModelError when its files are missing or damaged."""
    from onrecord.tagger.tagging import NetworkTagger  # here, so that `onrecord --help` does not wait for it

    return NetworkTagger(threads=threads)
