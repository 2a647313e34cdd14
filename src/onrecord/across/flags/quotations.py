"""Words in quotation marks that are not the same in two reports."""

from collections.abc import Iterator, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.cut import without_harmless
from onrecord.across.flags.elsewhere import stands_beside
from onrecord.across.flags.finding import Finding, Ranges
from onrecord.across.flags.pair import Gap, Match, Pair
from onrecord.across.flags.side import Side
from onrecord.across.flags.telling import Telling
from onrecord.lang.comparing import comparing

MOST = 3  # differences shown of one pair: two translations differ everywhere
TIMES = 3  # how many words may face one at the beginning or the end of a quotation
TRANSLATED = 0.55  # share of words below which quotations are two translations: words meet by chance
SMALL = 3  # words next to a beginning or an end, of which one must say something
AUXILIARY = ("be", "have", "do", "the", "a", "an")  # in place of a word: the clause is built in another way
IDLE = ("will", "can", "besides")  # classes whose words come and go with the tense


def quotations(pair: Pair, told: Sequence[Gap]) -> Iterator[Finding]:
    """Both quote, and not the same words; `told` are places where something else is told already."""
    found = [gap for gap in pair.gaps if gap not in told and _differs(pair, gap)]
    facing = [gap for gap in found if _lone(gap.only_a) and _lone(gap.only_b)] or found
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
    sizes = sorted((len(_lone(gap.only_a)), len(_lone(gap.only_b))))
    return sizes[0], sizes[1]


def _ranges(telling: Telling, words: Sequence[Atom], lone: Sequence[Atom], gap: Gap, side: int) -> Ranges:
    """From the first to the last word the other has not; where there is none, what stands there."""
    own = _lone(lone)
    if own:
        first, last = words.index(own[0]), words.index(own[-1]) + 1
        return telling.ranges(words[first:last])[:1]
    if words:
        return telling.ranges(words)[:1]
    ends = [telling.atoms[m[side]] for m in (gap.before, gap.behind) if m is not None]
    return ((ends[0].start, ends[-1].end),)


def _lone(words: Sequence[Atom]) -> list[Atom]:
    return [x for x in without_harmless(words) if x.carries or x.is_number or x.sense and x.sense not in IDLE]


def _differs(pair: Pair, gap: Gap) -> bool:
    """Whether both quote at this place, and words of one are missing in the other."""
    if gap.before is None and gap.behind is None and not (gap.a and gap.b):
        return False
    inside = gap.before is not None and gap.behind is not None
    if not inside and not (gap.a and gap.b and _comparable(len(_lone(gap.only_a)), len(_lone(gap.only_b)))):
        return False  # one begins later or ends earlier
    if not inside and not _meets(pair, gap) or _spelled_alike(pair, gap):
        return False  # they meet in a small word by chance; "work force" is "workforce"
    if bool(gap.a) != bool(gap.b) and stands_beside(Side(pair, gap, turned=not gap.a)):
        return False
    held = inside and all(_meets(pair, gap, side) for side in (-1, 1))
    if gap.a and gap.b and not held and not (_says(gap.a) and _says(gap.b)):
        return False
    if gap.a and gap.b and (all(x.key in AUXILIARY for x in gap.a) or all(x.key in AUXILIARY for x in gap.b)):
        return False
    if _moved(gap.a, gap.only_a) or _moved(gap.b, gap.only_b):
        return False
    quoted = _quoted(pair.base, gap.a, gap, 0) and _quoted(pair.other, gap.b, gap, 1)
    return quoted and bool(_lone(gap.only_a) or _lone(gap.only_b)) and not _dotted(pair, gap)


def _says(words: Sequence[Atom]) -> bool:
    """Whether one of them says something, or stands for somebody named elsewhere."""
    pronouns = comparing().around["many"] | comparing().around["one"]
    return any(x.carries or x.is_number or x.sense or x.plain in pronouns for x in words)


def _meets(pair: Pair, gap: Gap, step: int = 0) -> bool:
    """Whether a word that says something is among those both have before a place (-1) or behind it (1)."""
    step = step or (-1 if gap.before is not None else 1)
    i, j = (gap.before if step < 0 else gap.behind) or (0, 0)
    for near in range(SMALL):
        at = i + step * near
        if pair.matched.get(at) != j + step * near:
            return False
        if not pair.base.atoms[at].light:
            return True
    return False


def _spelled_alike(pair: Pair, gap: Gap) -> bool:
    """Whether both have the same letters there, parted in other places."""
    one, two = (_letters(t, _places(t, gap, side)) for t, side in ((pair.base, 0), (pair.other, 1)))
    return one == two


def _letters(telling: Telling, places: Sequence[Atom]) -> str:
    start, end = min(x.start for x in places), max(x.end for x in places)
    return "".join(c for c in telling.text[start:end].casefold() if c.isalnum())


def _moved(words: Sequence[Atom], lone: Sequence[Atom]) -> bool:
    """Whether all that is said here the other has too, in another place."""
    return any(x.carries or x.is_number for x in words) and not _lone(lone)


def _comparable(one: int, two: int) -> bool:
    """Whether as much stands on one side as on the other, at the beginning or the end."""
    return 0 < max(one, two) <= TIMES * max(1, min(one, two))


def _quoted(telling: Telling, words: Sequence[Atom], gap: Gap, side: int) -> bool:
    ends = [telling.atoms[m[side]] for m in (gap.before, gap.behind) if m is not None]
    return all(telling.is_quoted(x.start, x.end) for x in (*words, *ends))


def _dotted(pair: Pair, gap: Gap) -> bool:
    """Whether an ellipsis or a bracket stands there: that is told by itself."""
    return any(
        _between(telling, _places(telling, gap, side)) for telling, side in ((pair.base, 0), (pair.other, 1))
    )


def _places(telling: Telling, gap: Gap, side: int) -> list[Atom]:
    """The words of a place and those around it."""
    matches: list[Match] = [m for m in (gap.before, gap.behind) if m is not None]
    return [*(telling.atoms[m[side]] for m in matches), *((gap.a, gap.b)[side])]


def _between(telling: Telling, places: Sequence[Atom]) -> bool:
    low = min((x.start for x in places), default=0)
    high = max((x.end for x in places), default=0)
    return any(low <= m.start and m.end <= high for m in telling.marks("ellipsis", "bracket", "gloss"))
