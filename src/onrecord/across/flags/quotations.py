"""Words in quotation marks that are not the same in two reports."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.counterparts import are_counterparts, lone, places
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Gap, Pair
from onrecord.across.flags.telling import Telling

MOST = 3  # differences shown of one pair: two translations differ everywhere
TRANSLATED = 0.55  # share of words below which quotations are two translations: words meet by chance
AUXILIARY = ("be", "have", "do", "the", "a", "an")  # in place of a word: the clause is built in another way


def quotations(pair: Pair, told: Sequence[Gap]) -> Iterator[Finding]:
    """Both quote, and not the same words; `told` are places where something else is told already."""
    found = [gap for gap in pair.gaps if gap not in told and _differs(pair, gap)]
    facing = [gap for gap in found if lone(gap.only_a) and lone(gap.only_b)] or found
    most = MOST if pair.share >= TRANSLATED else 1
    shown = sorted(facing, key=_weight, reverse=True)[:most]
    shown.sort(key=pair.gaps.index)
    if shown and not (shown[0].a and shown[0].b):
        yield _dropped(pair, shown[0])
    elif shown:
        a = tuple(r for gap in shown for r in _ranges(pair.base, gap.a, gap.only_a, gap, 0))
        b = tuple(r for gap in shown for r in _ranges(pair.other, gap.b, gap.only_b, gap, 1))
        says = "{b} quotes “{wb}” where {a} quotes “{wa}”."
        yield Finding(
            "quoted-words-differ", pair, a, b, says, shown[0], _joined(pair.base, a), _joined(pair.other, b)
        )


def _dropped(pair: Pair, gap: Gap) -> Finding:
    """Words that one leaves out without a sign."""
    a, b = _ranges(pair.base, gap.a, gap.only_a, gap, 0), _ranges(pair.other, gap.b, gap.only_b, gap, 1)
    says = "{b} leaves “{wa}” out of the quotation." if gap.a else "{a} leaves “{wb}” out of the quotation."
    return Finding("quoted-words-differ", pair, a, b, says, gap)


def _joined(telling: Telling, ranges: Ranges) -> str:
    return "”, “".join(" ".join(telling.text[start:end].split()) for start, end in ranges)


def _weight(gap: Gap) -> tuple[int, int]:
    """How much differs: the shorter side first."""
    sizes = sorted((len(lone(gap.only_a)), len(lone(gap.only_b))))
    return sizes[0], sizes[1]


def _ranges(telling: Telling, words: Sequence[Atom], only: Sequence[Atom], gap: Gap, side: int) -> Ranges:
    """From the first to the last word the other has not; where there is none, what stands there."""
    own = lone(only)
    if own:
        first, last = words.index(own[0]), words.index(own[-1]) + 1
        return telling.ranges(words[first:last])[:1]
    if words:
        return telling.ranges(words)[:1]
    ends = [telling.atoms[m[side]] for m in (gap.before, gap.behind) if m is not None]
    return ((ends[0].start, ends[-1].end),)


def _differs(pair: Pair, gap: Gap) -> bool:
    """Whether both quote at this place, and words of one are missing in the other."""
    if not are_counterparts(pair, gap) or any(_idle(words) for words in (gap.a, gap.b) if gap.a and gap.b):
        return False
    quoted = _quoted(pair.base, gap.a, gap, 0) and _quoted(pair.other, gap.b, gap, 1)
    return quoted and bool(lone(gap.only_a) or lone(gap.only_b)) and not _dotted(pair, gap)


def _idle(words: Sequence[Atom]) -> bool:
    return all(x.key in AUXILIARY for x in words)


def _quoted(telling: Telling, words: Sequence[Atom], gap: Gap, side: int) -> bool:
    ends = [telling.atoms[m[side]] for m in (gap.before, gap.behind) if m is not None]
    return all(telling.is_quoted(x.start, x.end) for x in (*words, *ends))


def _dotted(pair: Pair, gap: Gap) -> bool:
    """Whether an ellipsis or a bracket stands there: that is told by itself."""
    return any(
        _between(telling, places(telling, gap, side)) for telling, side in ((pair.base, 0), (pair.other, 1))
    )


def _between(telling: Telling, words: Sequence[Atom]) -> bool:
    low = min((x.start for x in words), default=0)
    high = max((x.end for x in words), default=0)
    return any(low <= m.start and m.end <= high for m in telling.marks("ellipsis", "bracket", "gloss"))
