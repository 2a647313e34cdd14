"""What the tagger says of a text: attributions and names, as offsets into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

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


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """What the network makes of each word where it stands: where words begin, in order, and their rows."""

    starts: NDArray[np.intp]
    rows: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tags:
    """All that was found, in text order; rules see no vectors."""

    attributions: tuple[Tagged, ...]
    names: tuple[TaggedName, ...]
    vectors: Vectors | None = field(default=None, compare=False, repr=False)


class Tagger(Protocol):
    """Anything that can tag the blocks (paragraphs, or contents for what is nested in them) of a text."""

    @property
    def name(self) -> str: ...

    def tag(self, text: str, blocks: Sequence[Range]) -> Tags: ...
