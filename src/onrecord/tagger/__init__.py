"""What marks speakers, cues, contents and names in a text: a network, or rules where it cannot run."""

import warnings
from functools import cache

from onrecord.errors import TaggerWarning
from onrecord.tagger.choice import Choice, Name, choose
from onrecord.tagger.tags import NameKind, Range, Tagged, TaggedName, Tagger, Tags, Vectors

__all__ = [
    "Choice",
    "NameKind",
    "Range",
    "Tagged",
    "TaggedName",
    "Tagger",
    "Tags",
    "Vectors",
    "choose",
    "load",
    "settled",
]


def load(wanted: str | None = None, *, threads: int | None = None) -> Tagger:
    """The tagger for "trained", "rules" or "best" (see `choose`), read once.

    Raises ModelError when the trained one's files are missing or damaged; rules never stand in for those.
    """
    return _rules() if settled(wanted) == "rules" else _trained(threads)


def settled(wanted: str | None = None) -> Name:
    """The name `load` would go by; that it is rules because nothing else can run, a TaggerWarning tells."""
    choice = choose(wanted)
    if choice.notice is not None:
        _warn(choice.notice)
    return choice.name


@cache
def _warn(notice: str) -> None:
    """Once in a process."""
    warnings.warn(notice, TaggerWarning, stacklevel=4)


@cache
def _trained(threads: int | None) -> Tagger:
    from onrecord.tagger.tagging import NetworkTagger  # here, so that `onrecord --help` does not wait for it

    return NetworkTagger(threads=threads)


@cache
def _rules() -> Tagger:
    from onrecord.tagger.rules import RulesTagger

    return RulesTagger()
