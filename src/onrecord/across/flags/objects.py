"""A quoted fragment applied to something else: "a patchwork" is the budget here, the tram line there."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.flags.atoms import Atom, words_in
from onrecord.across.flags.bases import bases
from onrecord.across.flags.finding import Finding
from onrecord.across.flags.pair import Pair
from onrecord.across.flags.telling import Telling
from onrecord.lang.comparing import comparing
from onrecord.record import Mark

STEM = 4  # letters in common from which two words may be forms of one: Israel, Israeli
NAME = 4  # words that what a fragment is said of has at most: more are a clause
LONGEST = 8  # words of a fragment; a longer one brings its own object along


def objects(pair: Pair, texts: Mapping[str, str]) -> Iterator[Finding]:
    """The fragments of either report, each laid beside the same words in the other.

    `texts` are the articles': what a fragment is applied to must stand in another one too.
    """
    for cut, full, turned in ((pair.other, pair.base, False), (pair.base, pair.other, True)):
        if cut.attribution.form != "mixed" or cut.article == full.article:
            continue
        for mark in cut.marks("quoted"):
            found = _shifted(cut, full, mark, texts)
            if found is not None:
                yield shift(pair, *found, turned=turned)
                break


def _shifted(
    cut: Telling, full: Telling, mark: Mark, texts: Mapping[str, str]
) -> tuple[Sequence[Atom], Sequence[Atom], Sequence[Atom], Mark] | None:
    """The fragment's words in the other report, what they are said of there, and what here."""
    inside = [x for x in cut.atoms if mark.start <= x.start and x.end <= mark.end]
    keys = [x.key for x in _trimmed(inside)]
    if not keys or len(keys) > LONGEST or not any(x.carries for x in inside):
        return None
    at = _run(full.atoms, keys)
    if at is None:
        return None
    first, last = at, at + len(keys)
    own = _before(cut, cut.numbers[inside[0]]) or _placed(
        cut, cut.numbers[inside[0]], cut.numbers[inside[-1]] + 1
    )
    there = _before(full, first) or _placed(full, first, last)
    if not _is_thing(cut, own) or not _is_thing(full, there):
        return None
    if not are_apart(own, there) or not is_told_apart(cut, own, texts):
        return None
    return full.atoms[first:last], there, own, mark


def _is_thing(telling: Telling, words: Sequence[Atom]) -> bool:
    """Whether some words name somebody or something: they are few, and none of them is done or doubted."""
    if not words:
        return False
    all_ = telling.atoms[telling.numbers[words[0]] : telling.numbers[words[-1]] + 1]
    done = words[-1].plain.endswith("ed")
    return len(all_) <= NAME and not done and not any(x.sense for x in all_)


def is_told_apart(cut: Telling, own: Sequence[Atom], texts: Mapping[str, str]) -> bool:
    """Whether another article speaks of what the fragment is applied to."""
    others = [text for article, text in texts.items() if article != cut.article]
    return any(x.key in words_in(text) for text in others for x in own)


def _trimmed(atoms: Sequence[Atom]) -> Sequence[Atom]:
    first = next((n for n, x in enumerate(atoms) if not x.light), 0)
    return atoms[first:]


def _run(atoms: Sequence[Atom], keys: Sequence[str]) -> int | None:
    places = [
        i for i in range(len(atoms) - len(keys) + 1) if [x.key for x in atoms[i : i + len(keys)]] == keys
    ]
    return places[0] if places else None


def _before(telling: Telling, first: int) -> Sequence[Atom]:
    """What a fragment is said of: the words before it in its clause."""
    low = last = first
    while low:
        if _clause_ends(telling, low, inside=low < last):
            if telling.atoms[low].plain not in comparing().around["relative"]:
                break
            last = low  # a relative clause: what it belongs to stands before it
        low -= 1
    words = zip((None, *telling.atoms), telling.atoms, strict=False)
    return [x for small, x in list(words)[low:last] if x.carries and not _is_verb(small, x)]


def _is_verb(small: Atom | None, atom: Atom) -> bool:
    """ "To weed out" and "felt": a fragment is said of nothing that is done."""
    joins = not bases(atom.plain).isdisjoint(comparing().around["joining"])
    return joins or small is not None and small.plain == "to"


def _placed(telling: Telling, first: int, last: int) -> Sequence[Atom]:
    """Where nothing stands before it: "a catastrophe" in the camp."""
    atoms, high = telling.atoms, last
    opens = not first or _clause_ends(telling, first) or first == 1 and atoms[0].plain in ("a", "an", "the")
    if not opens or last == len(atoms) or atoms[last].plain not in comparing().around["placing"]:
        return []
    while high < len(atoms) and not _clause_ends(telling, high):
        high += 1
    return [x for x in atoms[last:high] if x.carries]


def _clause_ends(telling: Telling, at: int, *, inside: bool = False) -> bool:
    """Whether a clause ends before this word; `inside`: at a comma, too."""
    before, word = telling.atoms[at - 1], telling.atoms[at]
    comma = inside and "," in telling.text[before.end : word.start]
    return (
        comma
        or telling.is_cut(before.end, word.start)
        or not comparing().around["clauses"].isdisjoint((word.plain, before.plain))
    )


def are_apart(own: Sequence[Atom], there: Sequence[Atom]) -> bool:
    """Whether two things have no word, nor the beginning of one, in common."""
    return not any(x.key == y.key or x.plain[:STEM] == y.plain[:STEM] for x in own for y in there)


def shift(
    pair: Pair,
    words: Sequence[Atom],
    there: Sequence[Atom],
    own: Sequence[Atom],
    mark: Mark,
    *,
    turned: bool,
) -> Finding:
    """A fragment's words in the longer report, what they are said of there, and what around its mark."""
    full = ((there[0].start, there[-1].end), (words[0].start, words[-1].end))
    cut = ((own[0].start, own[-1].end), (mark.start, mark.end))
    cutting, whole = (pair.base, pair.other) if turned else (pair.other, pair.base)
    a, b = (cut, full) if turned else (full, cut)
    said = _safe(cutting.text[mark.start : mark.end])
    of_cut, of_full = (_safe(t.text[w[0].start : w[-1].end]) for t, w in ((cutting, own), (whole, there)))
    one, two = (of_cut, of_full) if turned else (of_full, of_cut)
    says = f"{{b}} has “{said}” said of “{two}”, {{a}} of “{one}”."
    return Finding("object-shift", pair, tuple(sorted(a)), tuple(sorted(b)), says)


def _safe(words: str) -> str:
    return " ".join(words.replace("{", "(").replace("}", ")").split())
