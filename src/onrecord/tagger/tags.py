"""What the tagger says of a text: attributions and names, as offsets into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from onrecord.record import Mode

NameKind = Literal["person", "organisation", "location", "other"]
Range = tuple[int, int]  # code points of the text, half-open


@dataclass(frozen=True, slots=True)
class Tagged:
    """Somebody said to say something: stretches of the text, all of one block."""

    speaker: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    mode: Mode
    mode_score: float
    score: float
    rule: str | None = None  # the rule that found it; None: the network did


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name and what bears it."""

    start: int
    end: int
    kind: NameKind
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """All that was found, in text order."""

    attributions: tuple[Tagged, ...]
    names: tuple[TaggedName, ...]


class Tagger(Protocol):
    """Anything that can tag the blocks (paragraphs, or contents for what is nested in them) of a text."""

    @property
    def name(self) -> str: ...

    def tag(self, text: str, blocks: Sequence[Range]) -> Tags: ...
