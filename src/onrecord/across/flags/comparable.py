"""Whether who said something, and how, can be told from two reports: they must be of the same words."""

from onrecord.across.flags.pair import PARALLEL, pair_of
from onrecord.across.flags.telling import Telling


def are_comparable(one: Telling, two: Telling) -> bool:
    """Two articles with much the same words, both or neither of them inside what somebody else says."""
    return one.article != two.article and _is_inner(one) == _is_inner(two) and _are_alike(one, two)


def _are_alike(one: Telling, two: Telling) -> bool:
    """Whether they have words in common, more than one by chance; small ones do not count."""
    pair = pair_of(one, two)
    common = sum(not pair.base.atoms[i].light for i in pair.matched)
    return common > 1 and pair.share >= PARALLEL


def _is_inner(telling: Telling) -> bool:
    """Whether somebody else who is quoted passes it on."""
    return any(link.role == "speaker" for link in telling.attribution.chain)
