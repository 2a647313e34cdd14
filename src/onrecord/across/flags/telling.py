"""One report as flags look at it: its words in classes, what of them is quoted, what stands around them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.across.flags.atoms import Atom, atoms_of
from onrecord.across.statement import Statement
from onrecord.record import Attribution, Evidence, Mark, Span

EDITORS = ("bracket", "gloss", "sic", "footnote")  # marks that hold words of the outlet, not of the speaker
LINE = 12  # more characters between two words of a content: a cue stands there
_CUT = re.compile(r"[.!?;:—–]|\n| - ")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A report of an utterance: a statement, or the part of one (None is all of it)."""

    statement: Statement
    part: tuple[Span, ...] | None = None
    atoms: tuple[Atom, ...] = field(init=False, compare=False, repr=False)
    numbers: Mapping[Atom, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        atoms = _atoms(self)
        object.__setattr__(self, "atoms", atoms)
        object.__setattr__(self, "numbers", {atom: n for n, atom in enumerate(atoms)})

    @property
    def id(self) -> str:
        return self.attribution.id

    @property
    def attribution(self) -> Attribution:
        return self.statement.attribution

    @property
    def text(self) -> str:
        return self.statement.text

    @property
    def article(self) -> str:
        return self.statement.article

    @property
    def outlet(self) -> str:
        """What a sentence calls it."""
        article = self.statement.record.article
        return (
            article.outlet.name if article.outlet else (article.path or "another report").rpartition("/")[2]
        )

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.part or self.attribution.content

    def marks(self, *kinds: str) -> tuple[Mark, ...]:
        """The marks of these kinds that stand in its words."""
        return tuple(
            m
            for m in self.attribution.marks
            if m.kind in kinds and any(s.start < m.end and m.start < s.end for s in self.spans)
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether words stand inside quotation marks; a block without marks is quoted too."""
        inside = [m for m in self.attribution.marks if m.kind == "quoted"]
        if self.attribution.form == "direct":
            return True
        return any(m.start <= start and end <= m.end for m in inside)

    def is_cut(self, start: int, end: int) -> bool:
        """Whether a sentence, or a part of it that stands by itself, ends between two words."""
        return end - start > LINE or bool(_CUT.search(self.text, start, end))

    def ranges(self, atoms: Sequence[Atom]) -> tuple[tuple[int, int], ...]:
        """Words that follow each other as stretches that no sentence ends in."""
        found: list[tuple[int, int]] = []
        for atom in atoms:
            if found and not self.is_cut(found[-1][1], atom.start):
                found[-1] = (found[-1][0], atom.end)
            else:
                found.append((atom.start, atom.end))
        return tuple(found)

    def evidence(self, start: int, end: int) -> Evidence:
        """Words of its article, as evidence."""
        return self.statement.record.article.evidence(start, end)


def _atoms(telling: Telling) -> tuple[Atom, ...]:
    """Its words without those an editor put in brackets, and without addresses on the web."""
    out = [(m.start, m.end) for m in telling.marks(*EDITORS)]
    out += [m.span() for s in telling.spans for m in _ADDRESS.finditer(telling.text, s.start, s.end)]
    found = atoms_of(telling.text, telling.spans)
    return tuple(a for a in found if not any(start <= a.start and a.end <= end for start, end in out))
