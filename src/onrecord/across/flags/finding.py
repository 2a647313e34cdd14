"""A difference as it is found in two reports, before what others show too is put together with it."""

from dataclasses import dataclass

from onrecord.across.flags.pair import Gap, Pair
from onrecord.across.flags.side import Side

Ranges = tuple[tuple[int, int], ...]
WHERE = "{b} has “{wb}” where {a} has “{wa}”."


@dataclass(frozen=True, slots=True)
class Finding:
    """What kind of difference, the words of the base and of the other report that show it, and the sentence.

    The sentence names the base as {a}, the others as {b}, with {wa} and {wb} for their words.
    """

    kind: str
    pair: Pair
    a: Ranges
    b: Ranges
    says: str = WHERE
    gap: Gap | None = None
    words_a: str | None = None  # as they are quoted in the sentence; None: the text of `a`
    words_b: str | None = None

    def shown_a(self) -> str:
        """The base's words, as a sentence quotes them."""
        return self.words_a or _quoted(self.pair.base.text, self.a)

    def shown_b(self) -> str:
        """The other's words."""
        return self.words_b or _quoted(self.pair.other.text, self.b)


def seen(kind: str, side: Side, own: Ranges, there: Ranges, says: str | None = None) -> Finding:
    """A difference seen from one side: `own` are its words, `there` those of the other report.

    The sentence names this side as {one} with {own}, the other as {two} with {theirs}.
    """
    names = {"one": "{a}", "own": "{wa}", "two": "{b}", "theirs": "{wb}"}
    turned = {"one": "{b}", "own": "{wb}", "two": "{a}", "theirs": "{wa}"}
    told = says.format(**(turned if side.turned else names)) if says else WHERE
    a, b = (there, own) if side.turned else (own, there)
    return Finding(kind, side.pair, a, b, told, side.gap)


def _quoted(text: str, ranges: Ranges) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in ranges)
