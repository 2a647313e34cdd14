"""What a statement is compared by: the roots of its words with their weights, and its clauses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.rarity import Habits, weight
from onrecord.across.roots import root_of
from onrecord.across.statement import Statement
from onrecord.lang.likeness import likeness

ENDS = frozenset(".!?;:—–…")
SHORT = 2  # a clause with fewer words that carry something belongs to its neighbour
APART = 8  # more characters than this between two words: other words stand there
PARTS = 20  # "one in three" is a share, "one in 3,000" may be anything


@dataclass(frozen=True, slots=True)
class Clause:
    """Words first … last of a statement (last not included), and its roots that carry something."""

    first: int
    last: int
    roots: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One statement, ready to be laid beside others."""

    statement: Statement
    roots: tuple[str, ...]  # one a word; "" for a light one
    stems: tuple[str, ...]  # one a word
    clauses: tuple[Clause, ...]
    fragments: tuple[tuple[str, ...], ...]  # stems in quotation marks, where others stand outside
    names: frozenset[str]  # roots of words with a capital letter
    general: Mapping[str, float]  # root -> its rarity in ordinary news
    local: Mapping[str, float]  # root -> the same, less where this speaker says it all the time

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return self.statement.id


def profiles(statements: Iterable[Statement]) -> dict[str, Profile]:
    """Attribution id -> profile; a speaker's habits are told from these statements alone."""
    known = [(one, roots(one)) for one in statements]
    said: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for one, found in known:
        said[one.speakers].append(found)
    habits = {speakers: Habits(all_) for speakers, all_ in said.items()}
    return {one.id: profile(one, found, habits[one.speakers]) for one, found in known}


def profile(statement: Statement, found: Sequence[str], habits: Habits) -> Profile:
    """`found` are its roots, `habits` what its speaker is in the habit of saying."""
    general = {root: weight(root) for root in dict.fromkeys(found) if root}
    local = {root: value * habits.share(root) for root, value in general.items()}
    return Profile(
        statement,
        tuple(found),
        tuple(word.stem for word in statement.words),
        tuple(_clauses(statement, found)),
        tuple(_fragments(statement)),
        frozenset(_names(statement, found)),
        general,
        local,
    )


def roots(statement: Statement) -> tuple[str, ...]:
    """The root of each word, "" for one that carries little; "one in three" and "a third" are 1/3."""
    found = ["" if word.light else root_of(word) for word in statement.words]
    for at, word in enumerate(statement.words):
        if word.same in ("in", "of") and _is_share(found[at - 1 : at] + found[at + 1 : at + 2]):
            found[at - 1 : at + 2] = [f"{found[at - 1]}/{found[at + 1]}", "", ""]
        elif word.same in ("third", "thirds"):
            of = found[at - 1] if at and found[at - 1] in ("1", "2") else ""
            found[at] = f"{of or 1}/3"
            found[at - bool(of)] = "" if of else found[at]
    return tuple(found)


def _is_share(numbers: Sequence[str]) -> bool:
    return (
        len(numbers) > 1
        and all(n.isdecimal() for n in numbers)
        and int(numbers[0]) < int(numbers[1]) <= PARTS
    )


def _clauses(statement: Statement, found: Sequence[str]) -> Iterator[Clause]:
    """The words cut at full stops and before what opens a clause; what is too short stays together."""
    first, size = 0, len(statement.words)
    for at in range(1, size + 1):
        long = _carries(found[first:at]) and _carries(found[at:])
        if at == size or (long and _opens(statement, at)):
            yield Clause(first, at, frozenset(filter(None, found[first:at])))
            first = at


def _carries(found: Sequence[str]) -> bool:
    return sum(map(bool, found)) >= SHORT


def _opens(statement: Statement, at: int) -> bool:
    """Whether a clause may begin with this word."""
    before, word, known = statement.words[at - 1], statement.words[at], likeness()
    between = statement.text[before.end : word.start]
    if len(between) > APART or not ENDS.isdisjoint(between):
        return True
    if word.same not in known.openers:
        return "," in between and word.same in known.subjects
    follows = statement.words[at + 1].same if at + 1 < len(statement.words) else ""
    return "," in between or word.same not in known.linking or follows in known.subjects


def _fragments(statement: Statement) -> Iterator[tuple[str, ...]]:
    for mark in statement.attribution.marks if statement.attribution.form != "direct" else ():
        inside = tuple(w.stem for w in statement.words if mark.start <= w.start and w.end <= mark.end)
        if mark.kind == "quoted" and inside:
            yield inside


def _names(statement: Statement, found: Sequence[str]) -> Iterator[str]:
    """Roots of words with a capital that does not stand for the beginning of a sentence or a quotation."""
    for at, (word, root) in enumerate(zip(statement.words, found, strict=True)):
        before = statement.text[max(word.start - 2, 0) : word.start]
        if at and root and statement.text[word.start].isupper() and BEGINS.isdisjoint(before):
            yield root


BEGINS = frozenset('.!?“"‘…:')
