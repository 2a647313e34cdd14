"""Who gave a figure: the innermost statement said or written whose words hold it."""

from collections.abc import Iterator, Sequence

from onrecord.lang import english, words
from onrecord.record import Attribution, Span

GIVEN = ("speech", "writing")  # what somebody thinks is told by whoever tells it


def givers(places: Sequence[Span], attributions: Sequence[Attribution]) -> Iterator[str | None]:
    """For each place, in text order, the id of the attribution it is according to; None is the article."""
    held = sorted(
        (span.start, span.end, sum(s.end - s.start for s in a.content), a.id)
        for a in attributions
        if a.mode in GIVEN
        if not _cites_itself(a)
        for span in a.content
    )
    upto = 0
    open_: list[tuple[int, int, str]] = []
    for place in places:
        while upto < len(held) and held[upto][0] <= place.start:
            _, end, size, name = held[upto]
            open_ = [one for one in open_ if one[0] > place.start]
            open_.append((end, size, name))
            upto += 1
        around = [(size, name) for end, size, name in open_ if end >= place.end]
        yield min(around)[1] if around else None


def _cites_itself(inner: Attribution) -> bool:
    """ "According to the information we have", the minister said: the minister gives the figure."""
    mentions = (span.text for party in inner.speakers for span in party.mention)
    own = english().first_person
    return inner.nested_in is not None and any(not own.isdisjoint(words(text)) for text in mentions)
