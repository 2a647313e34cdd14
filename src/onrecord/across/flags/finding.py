"""A difference as it is found in two reports, before what others show too is put together with it."""

from dataclasses import dataclass

from onrecord.across.flags.pair import Gap, Pair

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What kind of difference, the words of the base and of the other report that show it, and the sentence.

    The sentence names the base as {a}, the others as {b}, with {wa} and {wb} for their words.
    """

    kind: str
    pair: Pair
    a: Ranges
    b: Ranges
    says: str
    gap: Gap | None = None
    words_a: str | None = None  # as they are quoted in the sentence; None: the text of `a`
    words_b: str | None = None

    def shown_a(self) -> str:
        return self.words_a or _quoted(self.pair.base.text, self.a)

    def shown_b(self) -> str:
        return self.words_b or _quoted(self.pair.other.text, self.b)


def _quoted(text: str, ranges: Ranges) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in ranges)
