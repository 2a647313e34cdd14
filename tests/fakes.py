"""Stand-ins of a few lines: an article out of a string, a tagger that says what it is told to."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Article, DateReport, Mode, Zone, ZoneKind
from onrecord.tagger import Tagged, TaggedName, Tags

Range = tuple[int, int]


def article(text: str, *zones: tuple[str, ZoneKind]) -> Article:
    """An article of body text; a literal passage can be given another zone."""
    other = [Zone(text.index(words), text.index(words) + len(words), kind) for words, kind in zones]
    return Article(
        id="0123456789abcdef",
        path="fake.txt",
        record=None,
        url=None,
        sha256="0" * 64,
        captured_on=None,
        version_of=None,
        outlet=None,
        authors=(),
        credits=(),
        title=None,
        language=None,
        analysed=True,
        published_on=DateReport(),
        updated_on=DateReport(),
        text=text,
        zones=tuple(_with_body(text, sorted(other, key=lambda z: z.start))),
    )


def _with_body(text: str, other: list[Zone]) -> list[Zone]:
    zones, at = [], 0
    for zone in [*other, Zone(len(text), len(text), "body")]:
        if text[at : zone.start].strip():
            zones.append(Zone(at, zone.start, "body"))
        if zone.start < zone.end:
            zones.append(zone)
        at = zone.end
    return zones


@dataclass(frozen=True)
class Said:
    """One find of the fake: literal words of the text, `|` between pieces."""

    speaker: str
    cue: str
    content: str
    mode: Mode = "speech"
    inner: bool = False  # only found on the second look, inside a content


class FakeTagger:
    """Finds what it is told to, in the blocks it is given."""

    name = "fake"

    def __init__(self, *said: Said, names: Sequence[TaggedName] = ()) -> None:
        self.said, self.names, self.calls = said, tuple(names), 0

    def tag(self, text: str, blocks: Sequence[Range]) -> Tags:
        """The finds whose words all stand in the blocks."""
        self.calls += 1
        found = [self._find(text, s) for s in self.said if s.inner == (self.calls > 1)]
        return Tags(tuple(t for t in found if _inside(t.content, blocks)), self.names)

    def _find(self, text: str, s: Said) -> Tagged:
        return Tagged(
            _places(text, s.speaker), _places(text, s.cue), _places(text, s.content), s.mode, 0.9, 0.9
        )


def _places(text: str, words: str) -> tuple[Range, ...]:
    return tuple((text.index(w), text.index(w) + len(w)) for w in words.split("|") if w)


def _inside(spans: Sequence[Range], blocks: Sequence[Range]) -> bool:
    return all(any(s <= a and b <= e for s, e in blocks) for a, b in spans)
