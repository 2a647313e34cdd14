"""A passage found again: in its own text at its place, in a changed one by its words and those around it.

What is found has the words of the passage, whole; only typography may differ. Nothing is taken for it that
may as well be another passage of the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.across.comparison import Target
from onrecord.across.places import CONTEXT, Fit, Place, fit_of, places
from onrecord.across.typography import plain
from onrecord.record import Article, Span

# Two stretches of 32 characters that have nothing to do with each other are alike by .3-.5; one of which a
# word was changed by .75 and more.
FITS = 0.75  # how alike the words before a place must be, or those behind it, for it to be looked at
MARGIN = 0.3  # by how much the words on both sides together (0-2) must fit a place better than another's
TELLING = 16  # characters beside a passage that are not there by chance


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage that is not found, and why."""

    why: str


def target(article: Article, start: int, end: int) -> Target:
    """A passage of an article with the words around it."""
    text = article.text
    before, behind = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    return Target(article.id, "text", start, end, text[start:end], before, behind)


def anchored(sought: Target, article: Article, own: Article | None) -> Span | Lost:
    """Where a passage stands in an article; `own` is the one it was marked in, of which this is a version."""
    there = _at_its_place(sought, own) if own is not None else None
    if there is not None and own is not None and own.text == article.text:
        return article.span(there.start, there.end)
    found = list(places(sought.text, article.text))
    if not found:
        return Lost("its words are no longer in the article")
    fits = sorted(((fit_of(one, sought.prefix, sought.suffix), one) for one in found), key=_by_fit)
    (best, place), others = fits[0], [fit for fit, _ in fits[1:]]
    if best.surest < FITS and (sought.prefix or sought.suffix):
        return Lost("its words stand in other surroundings now")
    if others and not _stands_out(best, others):
        return Lost(f"its words stand in the article {len(found)} times, and nothing tells which is meant")
    if there is not None and own is not None and _is_another(found, there, sought, own):
        return Lost("its words stood in the article more than once, and what is left may be another place")
    if there is not None and own is not None and _is_rewritten(sought, article.text, own.text):
        return Lost("the words around it stand around other words too now")
    return article.span(place.start, place.end)


def _at_its_place(sought: Target, own: Article) -> Span | None:
    """The passage where it was marked, when that is still what stands there."""
    if sought.start is None or sought.end is None or own.text[sought.start : sought.end] != sought.text:
        return None
    return own.span(sought.start, sought.end)


def _by_fit(one: tuple[Fit, Place]) -> tuple[float, int]:
    return -one[0].both, one[1].start


def _stands_out(best: Fit, others: Sequence[Fit]) -> bool:
    """Whether a place fits on both sides, and no other one on either."""
    return best.poorest >= FITS and all(fit.surest < FITS for fit in others)


def _is_another(found: Sequence[Place], there: Span, sought: Target, own: Article) -> bool:
    """Whether the words stood at other places too of the article as it was, and these are not all clear now.

    There must be as many places as before, each of them in the surroundings of the one that it was in order.
    """
    before = list(places(sought.text, own.text))
    if all(one.start < there.end and there.start < one.end for one in before):
        return False
    return len(found) != len(before) or not all(
        _is_clear(place, nth, before) for nth, place in enumerate(found)
    )


def _is_rewritten(sought: Target, text: str, own: str) -> bool:
    """Whether what stood around the words stands around others: these changed, and the place is a copy."""
    sides = (
        (sought.prefix, sought.prefix + sought.text),
        (sought.suffix, sought.text + sought.suffix),
    )
    return any(_without(*side, text) > _without(*side, own) for side in sides)


def _without(beside: str, both: str, text: str) -> int:
    """How often what stood beside the words stands in a text without them."""
    sought, shown = plain(beside).text, plain(text).text
    return shown.count(sought) - shown.count(plain(both).text) if len(sought) >= TELLING else 0


def _is_clear(place: Place, nth: int, before: Sequence[Place]) -> bool:
    """Whether a place has the surroundings of the nth one of before on both sides, and those of no other."""
    fits = [fit_of(place, one.before, one.behind) for one in before]
    others = [fit.both for at, fit in enumerate(fits) if at != nth]
    own = fits[nth]
    return min(own.before, own.behind) >= FITS and own.both - max(others, default=0.0) >= MARGIN
