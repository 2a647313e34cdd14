"""One direction of a pair: what one report has at a place, and what the other has instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.across.flags.atoms import Atom
from onrecord.across.flags.pair import Gap, Match, Pair
from onrecord.across.flags.telling import Telling
from onrecord.lang.comparing import comparing


@dataclass(frozen=True, slots=True)
class Side:
    """A place seen from one of two reports: `own` is what it has there, `there` what the other has."""

    pair: Pair
    gap: Gap
    turned: bool  # False: seen from the base

    @property
    def telling(self) -> Telling:
        return self.pair.other if self.turned else self.pair.base

    @property
    def facing(self) -> Telling:
        return self.pair.base if self.turned else self.pair.other

    @property
    def own(self) -> tuple[Atom, ...]:
        return self.gap.b if self.turned else self.gap.a

    @property
    def there(self) -> tuple[Atom, ...]:
        return self.gap.a if self.turned else self.gap.b

    @property
    def only(self) -> tuple[Atom, ...]:
        """Of its own words those the other has nowhere."""
        return self.gap.only_b if self.turned else self.gap.only_a

    @property
    def only_there(self) -> tuple[Atom, ...]:
        return self.gap.only_a if self.turned else self.gap.only_b

    @property
    def before(self) -> Match | None:
        """The word both have before this place: its number here, its number there."""
        return _turned(self.gap.before) if self.turned else self.gap.before

    @property
    def behind(self) -> Match | None:
        return _turned(self.gap.behind) if self.turned else self.gap.behind

    @property
    def matched(self) -> dict[int, int]:
        return self.pair.back if self.turned else self.pair.matched

    def number(self, atom: Atom) -> int:
        return self.telling.numbers[atom]

    def is_matched_there(self, atom: Atom) -> bool:
        """Whether the other report's word is one that both have."""
        return self.facing.numbers[atom] in self.matched.values()

    def next_carrying(self, atom: Atom) -> int | None:
        """The number of the next word that says something by itself, in the same sentence."""
        atoms = self.telling.atoms
        for i in range(self.number(atom) + 1, len(atoms)):
            if self.telling.is_cut(atoms[i - 1].end, atoms[i].start):
                return None
            if atoms[i].carries or atoms[i].is_number:
                return i
        return None

    def holds(self, atom: Atom) -> bool:
        """Whether what a word bears on is in the other report too."""
        follows = self.next_carrying(atom)
        return follows is not None and follows in self.matched

    @property
    def whole(self) -> tuple[tuple[int, int], ...]:
        """All its words at this place as one stretch."""
        return ((self.own[0].start, self.own[-1].end),)

    def opens_with(self, words: str) -> bool:
        """Whether its first word here is one of a list of `comparing().around`."""
        return bool(self.own) and self.own[0].plain in comparing().around[words]

    def shown(self, atom: Atom, near: int) -> tuple[tuple[int, int], ...]:
        """A word together with what it bears on, where that is near."""
        follows = self.next_carrying(atom)
        close = follows is not None and follows - self.number(atom) <= near
        last = self.telling.atoms[follows] if close and follows is not None else atom
        return ((atom.start, last.end),)

    def counterpart(self, atom: Atom, near: int) -> tuple[tuple[int, int], ...]:
        """What the other report has where these words stand, up to what they bear on."""
        follows = self.next_carrying(atom)
        atoms = self.facing.atoms
        if follows is None or follows not in self.matched or follows - self.number(atom) > near:
            return self.shown_there()
        last = atoms[self.matched[follows]]
        first = self.there[0] if self.there and self.there[0].start < last.end else last
        return ((first.start, last.end),)

    def shown_there(self) -> tuple[tuple[int, int], ...]:
        """The other's words at this place; where it has none, those around it."""
        atoms = self.facing.atoms
        if self.there:
            return ((self.there[0].start, self.there[-1].end),)
        places = [m[1] for m in (self.before, self.behind) if m is not None]
        return tuple((atoms[j].start, atoms[j].end) for j in sorted(set(places)))


def _turned(match: Match | None) -> Match | None:
    return None if match is None else (match[1], match[0])


def sides(pair: Pair) -> Iterator[Side]:
    """Every place of a pair, seen from both reports."""
    for gap in pair.gaps:
        yield Side(pair, gap, turned=False)
        yield Side(pair, gap, turned=True)
