"""What a statement is compared by: the roots of its words with their weights, and its clauses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.across.clauses import Clause, clauses
from onrecord.across.rarity import Habits, weight
from onrecord.across.roots import heavy_roots, root_of
from onrecord.across.statement import Statement
from onrecord.across.words import written_words
from onrecord.record import Span

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+|[\r\n]+")
BESIDE = 250  # characters before and behind a statement that are looked at; 120-400 do as well
PARTS = 20  # "one in three" is a share, "one in 3,000" may be anything


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One statement, ready to be laid beside others."""

    statement: Statement
    roots: tuple[str, ...]  # one a word; "" for a light one
    stems: tuple[str, ...]  # one a word
    clauses: tuple[Clause, ...]
    fragments: tuple[tuple[str, ...], ...]  # stems in quotation marks, where others stand outside
    numbers: bool
    weights: Mapping[str, float]  # root -> its rarity in news, less where the article has it all the time
    around: tuple[
        str, ...
    ]  # roots of what stands around it in the article; a set would take six times the room

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return self.statement.id

    @property
    def start(self) -> int:
        """Where it begins in its article."""
        return self.statement.attribution.content[0].start

    @property
    def place(self) -> float:
        """The same, as a share of the article."""
        return self.start / max(len(self.statement.text), 1)


def profiles(statements: Iterable[Statement]) -> dict[str, Profile]:
    """Attribution id -> profile; each is a function of its own article, whatever else is compared."""
    found: dict[str, Profile] = {}
    for _, some in groupby(statements, key=lambda one: one.article):
        said = list(some)
        habits = Habits(_sentences(said[0].text))
        found.update((one.id, profile(one, roots(one), habits)) for one in said)
    return found


def _sentences(text: str) -> Iterator[set[str]]:
    """The roots of each sentence, as far as full stops and line ends tell."""
    start = 0
    for end in (*(match.start() for match in SENTENCE_END.finditer(text)), len(text)):
        words = list(written_words(text, [Span(start, end, "")]))
        start = end
        if words:
            yield heavy_roots(words)


def profile(statement: Statement, found: Sequence[str], habits: Habits) -> Profile:
    """`found` are its roots, `habits` what its article says all the time."""
    weights = {root: weight(root) * habits.share(root) for root in dict.fromkeys(found) if root}
    return Profile(
        statement,
        tuple(found),
        tuple(word.stem for word in statement.words),
        tuple(clauses(statement, found)),
        tuple(_fragments(statement)),
        any(root[0].isdigit() for root in weights),
        weights,
        tuple(sorted(_around(statement))),
    )


def profile_of_part(
    whole: Profile, part: Statement, found: Sequence[str], clauses: tuple[Clause, ...]
) -> Profile:
    """Some clauses of a statement by themselves; `found` are their roots."""
    return Profile(
        part,
        tuple(found),
        tuple(word.stem for word in part.words),
        clauses,
        tuple(_fragments(part)),
        any(root[0].isdigit() for root in found if root),
        {root: whole.weights[root] for root in dict.fromkeys(found) if root},
        tuple(sorted(_around(part))),
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


def _fragments(statement: Statement) -> Iterator[tuple[str, ...]]:
    for mark in statement.attribution.marks if statement.attribution.form != "direct" else ():
        inside = tuple(w.stem for w in statement.words if mark.start <= w.start and w.end <= mark.end)
        if mark.kind == "quoted" and inside:
            yield inside


def _around(statement: Statement) -> set[str]:
    """Roots of the words beside the content and between its spans."""
    spans, text = statement.attribution.content, statement.text
    edges = [max(spans[0].start - BESIDE, 0), *(at for s in spans for at in (s.start, s.end)), len(text)]
    edges[-1] = min(spans[-1].end + BESIDE, len(text))
    gaps = [Span(a, b, "") for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    return heavy_roots(written_words(text, gaps))
