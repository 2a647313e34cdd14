"""A writing speaks for whoever put it out: "the statement said", "the report", "the letter"."""

import re
from bisect import bisect_left
from operator import itemgetter

from onrecord.people.cast import Cast, Choice
from onrecord.people.cluster import Someone
from onrecord.people.nouns import nouns, singular
from onrecord.people.phrase import Phrase
from onrecord.people.roles import nearest_name

_BY = re.compile(
    r"(?:,?[ \xa0](?:that[ \xa0]was|which[ \xa0]was)?)?[ \xa0]?"
    r"(?:issued|released|published|written|posted|signed|sent|put[ \xa0]out|carried|prepared|from)?"
    r"[ \xa0]?(?:\w+day[ \xa0])?(?:by|from|of)[ \xa0](?:the[ \xa0])?"
)
LATELY = 800  # code points back in which a body that spoke can be meant by its writing
FAR = 4000  # code points back in which a writing finds its issuer


def by_writing(cast: Cast, phrase: Phrase) -> Choice | None:
    """Whose writing it is: as its own words say, as the text said before, who else spoke through one."""
    own = [n for n in phrase.owners if cast.of(n).bearer in ("organisation", "person", "location")]
    if own:
        one = cast.of(own[0])
        return Choice(one, (own[0].start, own[0].end), "owner-of-writing", 0.8)
    if not phrase.definite:
        return None
    return _named_with_it(cast, phrase) or _spoke_through_it(cast, phrase) or _spoke_last(cast, phrase)


def _named_with_it(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "a report by X", "X's report", before."""
    noun = singular(phrase.head)
    low = max(0, phrase.start - FAR)
    for match in reversed(list(re.finditer(rf"\b{re.escape(noun)}\b", cast.text[low : phrase.start], re.I))):
        at = low + match.end()
        by = _BY.match(cast.text, at, at + 40)
        if by is not None:
            found = [n for n in cast.phrases.within(by.end(), by.end() + 80) if n.start - by.end() < 25]
            if found and cast.of(found[0]).bearer in _issuing(noun):
                return Choice(cast.of(found[0]), (found[0].start, found[0].end), "issuer-of-writing", 0.8)
        begin = low + match.start()
        owner = [
            n
            for n in cast.phrases.within(begin - 60, begin)
            if _just_before(cast.text, n.end, begin)
            or re.match(r"['’]s\b", cast.text[n.end : n.end + 3] or cast.text[n.end - 2 : n.end])
        ]
        if owner and cast.of(owner[-1]).bearer in _issuing(noun):
            return Choice(cast.of(owner[-1]), (owner[-1].start, owner[-1].end), "issuer-of-writing", 0.8)
    return None


def _spoke_through_it(cast: Cast, phrase: Phrase) -> Choice | None:
    """ "X said in a statement" before "the statement"."""
    noun = singular(phrase.head)
    for one, at in reversed(_speakers(cast, phrase.start)):
        if one.bearer not in _issuing(noun):
            continue
        sentence = cast.layout.sentence(at)
        if sentence is not None and re.search(rf"\b{re.escape(noun)}", cast.text[slice(*sentence)], re.I):
            return Choice(one, nearest_name(one, at + 1), "spoke-through-writing", 0.7)
    return None


def _spoke_last(cast: Cast, phrase: Phrase) -> Choice | None:
    """The body that spoke last, not long before, where nothing else is said of the writing."""
    if phrase.words:
        return None
    for one, at in reversed(_speakers(cast, phrase.start)):
        if phrase.start - at > LATELY:
            return None
        if one.bearer == "organisation" and one.names:
            return Choice(one, nearest_name(one, at + 1), "spoke-last", 0.5)
    return None


def _just_before(text: str, end: int, at: int) -> bool:
    """Whether at most one word stands between: "the Acme news release"."""
    between = text[end:at].split()
    return end < at and (
        not between
        or len(between) == 1
        and between[0].isalpha()
        and between[0].islower()
        and between[0] not in nouns().prepositions
    )


def _issuing(noun: str) -> tuple[str, ...]:
    """What can put out such a writing."""
    return ("organisation",) if noun in nouns().by_bodies else ("organisation", "person", "group")


def _speakers(cast: Cast, at: int) -> list[tuple[Someone, int]]:
    """Who speaks by name before an offset, and where, in order."""
    low = bisect_left(cast.said_by, at - FAR, key=itemgetter(0))
    return [(one, p) for p, one in cast.said_by[low : bisect_left(cast.said_by, at, key=itemgetter(0))]]


def is_writing(phrase: Phrase) -> bool:
    """Whether a phrase is said of a document."""
    return phrase.kind in ("role", "unnamed") and singular(phrase.head) in nouns().documents
