"""A quoted fragment that breaks off before its object: “a hundred times more” shops here, houses there."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.objects import are_apart, is_told_apart, shift
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling
from onrecord.lang.comparing import comparing
from onrecord.record import Mark

SHORTEST = 2  # words of a fragment that say something, or another one in the same article may be meant
LONGEST = 10  # words an object is looked for in


def governed(pair: Pair, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Fragments that end with a word that needs another, and what other reports' speakers say there.

    `texts` are the articles': what a fragment is applied to must stand in another one too.
    """
    for cut, full, turned in ((pair.other, pair.base, False), (pair.base, pair.other, True)):
        marks = cut.marks("quoted") if cut.attribution.form == "mixed" else ()
        found = next((one for mark in marks if (one := _shifted(cut, full, mark, texts))), None)
        if found is not None:
            yield shift(pair, *found, turned=turned)
            return


def _shifted(
    cut: Telling, full: Telling, mark: Mark, texts: Mapping[str, str]
) -> tuple[Sequence[Atom], Sequence[Atom], Sequence[Atom], Mark] | None:
    """The fragment's words in the other report, what they bear on there, and what here."""
    inside = [x for x in cut.atoms if mark.start <= x.start and x.end <= mark.end]
    keys = [x.key for x in inside if not x.light]
    if len(keys) < SHORTEST or inside[-1].plain not in comparing().around["governing"]:
        return None
    run = _run(full, keys, inside[-1])
    if not run or not full.is_quoted(run[0].start, run[-1].end):
        return None
    own, there = _object(cut, inside[-1]), _object(full, run[-1])
    if not own or not there or not are_apart(own, there) or not is_told_apart(cut, own, texts):
        return None
    return run, there, own, mark


def _run(telling: Telling, keys: Sequence[str], last: Atom) -> Sequence[Atom]:
    """The first place where a report has these words, with nothing between them but words that say little."""
    atoms = [x for x in telling.atoms if not x.light]
    starts = range(len(atoms) - len(keys) + 1)
    places = (atoms[i : i + len(keys)] for i in starts)
    found = next((place for place in places if [x.key for x in place] == list(keys)), [])
    if not found or not last.light:
        return found
    behind = telling.atoms[telling.numbers[found[-1]] + 1 :][:1]
    return [*found, *behind] if behind and behind[0].plain == last.plain else []


def _object(telling: Telling, last: Atom) -> Sequence[Atom]:
    """The words behind a fragment, up to the next clause or the next "in", "from" or "who"."""
    around, number = comparing().around, telling.numbers[last]
    found: list[Atom] = []
    for before, word in zip(telling.atoms[number:], telling.atoms[number + 1 :], strict=False):
        ends = word.plain in around["placing"] | around["relative"] | around["clauses"] | around["governing"]
        if ends or telling.is_cut(before.end, word.start) or len(found) == LONGEST:
            break
        found.append(word)
    return [x for x in found if x.carries]
