"""Whether what two reports have at one place stands for one thing, or they only meet there by chance."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.cut import without_harmless
from onrecord.across.flags.elsewhere import stands_beside
from onrecord.across.flags.pair import Gap, Pair
from onrecord.across.flags.side import Side
from onrecord.across.flags.telling import Telling
from onrecord.lang.comparing import comparing

# Read on news of three outlets each: below these, places at the end of a quotation are other sentences.
TIMES = 3  # how many words may face one at the beginning or the end of a quotation
SMALL = 3  # words next to a beginning or an end, of which one must say something
FEWEST = 3  # words in common beside an end that differs
LEAST = 0.3  # share of what both say that is in both, beside an end that differs
DROPPED = 0.4  # the same where one has nothing: else it is only a shorter report
IDLE = ("will", "can", "besides")  # classes whose words come and go with the tense


def are_counterparts(pair: Pair, gap: Gap) -> bool:
    """Whether the words of a place face each other, or one report leaves out what the other has there."""
    if _spelled_alike(pair, gap) or _moved(gap.a, gap.only_a) or _moved(gap.b, gap.only_b):
        return False
    inside = gap.before is not None and gap.behind is not None
    if not (gap.a and gap.b):
        return inside and _left_out(pair, gap)
    held = inside and pair.overall >= DROPPED and all(_meets(pair, gap, step) for step in (-1, 1))
    if not held and not (_says(gap.a) and _says(gap.b)):
        return False
    return _in_one_sentence(pair, gap) and (inside or _at_an_end(pair, gap))


def lone(words: Sequence[Atom]) -> list[Atom]:
    """Of words the other report has nowhere those that matter."""
    return [x for x in without_harmless(words) if x.carries or x.is_number or _matters(x)]


def _matters(atom: Atom) -> bool:
    return bool(atom.sense) and atom.sense not in IDLE and atom.plain != "any"


def _left_out(pair: Pair, gap: Gap) -> bool:
    """Whether one has the rest of the sentence, or of the sentences, and nothing of this close by."""
    one, two = (_ends_between(t, places(t, gap, n)) for t, n in ((pair.base, 0), (pair.other, 1)))
    return one == two and pair.overall >= DROPPED and not stands_beside(Side(pair, gap, turned=not gap.a))


def _in_one_sentence(pair: Pair, gap: Gap) -> bool:
    """Whether no sentence ends among words that differ: the next ones may be about something else."""
    if not (lone(gap.only_a) and lone(gap.only_b)):
        one, two = (_ends_between(t, places(t, gap, n)) for t, n in ((pair.base, 0), (pair.other, 1)))
        return one == two
    return not any(_ends_between(t, places(t, gap, n)) for t, n in ((pair.base, 0), (pair.other, 1)))


def _at_an_end(pair: Pair, gap: Gap) -> bool:
    """Whether a beginning or an end differs of what is else the same: one may begin later or end earlier."""
    one, two = len(lone(gap.only_a)), len(lone(gap.only_b))
    alike = pair.overall >= LEAST and len(pair.matched) >= FEWEST
    return alike and 0 < max(one, two) <= TIMES * max(1, min(one, two)) and _meets(pair, gap)


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


def places(telling: Telling, gap: Gap, side: int) -> list[Atom]:
    """The words of a place and the ones around it that both have, in their order."""
    matches = [m for m in (gap.before, gap.behind) if m is not None]
    found = [*(telling.atoms[m[side]] for m in matches), *((gap.a, gap.b)[side])]
    return sorted(found, key=lambda x: x.start)


def _ends_between(telling: Telling, words: Sequence[Atom]) -> bool:
    return any(telling.is_cut(x.end, y.start) for x, y in pairwise(words))


def _spelled_alike(pair: Pair, gap: Gap) -> bool:
    """Whether both have the same letters there, parted in other places: "work force", "workforce"."""
    one, two = (_letters(t, places(t, gap, side)) for t, side in ((pair.base, 0), (pair.other, 1)))
    return one == two


def _letters(telling: Telling, words: Sequence[Atom]) -> str:
    if not words:
        return ""
    return "".join(c for c in telling.text[words[0].start : words[-1].end].casefold() if c.isalnum())


def _moved(words: Sequence[Atom], only: Sequence[Atom]) -> bool:
    """Whether all that is said here the other has too, in another place."""
    return any(x.carries or x.is_number for x in words) and not lone(only)
