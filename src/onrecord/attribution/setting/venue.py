"""Where something was said: the place behind an occasion, a cue or "speaking"; none that is talked about."""

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.setting.narration import Narration
from onrecord.attribution.setting.occasion import extent, occasion_in
from onrecord.attribution.setting.scenes import Scene
from onrecord.attribution.setting.times import MONTH, TIME, WEEKDAY
from onrecord.lang import english, words
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution, Setting
from onrecord.text.layout import Range

MOST = 2  # places one inside the other: "at the university in Basel"
_NAME = r"[^\W\d_a-z][\w'’.-]*\w(?:(?:\s+(?:of|de|al|el|the|and|for)){0,2}\s+[^\W\d_a-z][\w'’-]*\w){0,5}"
_SIDE = (
    r"(?:the\s+)?(?:(?:central|northern|southern|eastern|western|downtown|nearby|port|holy|capital)\s+){0,2}"
    r"(?:(?:city|town|capital|village|province)\s+of\s+)?"
)
_ON_THE_WAY = "|".join(rf"(?<={journey}\s)" for journey in sorted(english_settings().journeys))
_IN = re.compile(
    rf",?\s*\b(?:in|In(?=\s+(?:court|parliament)\b)|(?:{_ON_THE_WAY})to)\s+{_SIDE}(?P<place>{_NAME}(?:,\s+{_NAME}(?=\s*(?:[,.;]|$)))?|court\b|parliament\b)"
)
_PLAIN = r"(?:[\w'’-]+\s+){0,3}?(?P<noun>[a-z]+)\b"
_AT = re.compile(
    r",?\s*\b(?:[Aa]t|[Oo]utside|[Ii]nside|aboard|near|from(?=\s+(?:the|his|her)\s))\s+"
    rf"(?P<place>(?:(?:the|a|an|his|her|its|their)\s+)?(?:{_NAME}|{_PLAIN})(?:\s+of\s+(?:the\s+)?{_NAME})?)"
)
_SPEAKING = re.compile(
    r"\b(?:speaking|spoke|speaks|spoken|standing|appearing)\b"
    r"(?:\s+(?:to|with|before)\s+(?:the\s+)?(?:reporters|journalists|media|press|crowds?|supporters))?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\d{1,3}\]")  # the number of a footnote
_FOLLOWING = re.compile(r"\s([a-z]+)\b")
_LATER_WORD = re.compile(r"[\s,]+([^\W\d_a-z]\w*)")
_TITLES = frozenset(title.capitalize() for title in english().titles)
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "quoted", "cited", "called"))
_DAY_BEHIND = re.compile(rf"[\s,]+(?:{WEEKDAY}|{MONTH})$")
_ABBREVIATED = re.compile(rf"(?:\.[A-Z]|,\s(?:{'|'.join(english_settings().abbreviated)}))$")


def stated_venue(told: Narration, i: int, shown: Scene) -> Setting | None:
    """The place that the words beside one attribution state."""
    for start, limit in _positions(told, i, shown):
        places = list(_places(told.layout.text, start, limit))
        if places:
            evidence = tuple(told.layout.article.evidence(*_bare(told.layout.text, p)) for p in places)
            return Setting(", ".join(" ".join(e.text.split()) for e in evidence), None, "stated", evidence)
    return None


def _positions(told: Narration, i: int, shown: Scene) -> Iterator[Range]:
    """Where a place can follow: an occasion, a channel, "speaking", the cue; or where the sentence begins."""
    a, parts = told.attributions[i], told.parts[i]
    found = occasion_in(told, i, shown)
    if found is not None:
        yield _until(told, found.end)
        yield _until(told, extent(told, i, found)[1])
    for s in (*shown.settings, *shown.before):
        if s.channel and s.channel != "document" and s.binding and s.name is None:
            yield _until(told, s.end)
    for start, end in parts:
        for match in _SPEAKING.finditer(told.layout.text, start, end):
            yield match.end(), end
    yield from _behind_cue(a, parts)
    if parts and parts[0][0] == told.frames[i][0]:
        yield parts[0]


def _behind_cue(a: Attribution, parts: Sequence[Range]) -> Iterator[Range]:
    for cue in a.cue:
        if not _is_spoken(cue.text):
            continue
        at = cue.end
        spans = sorted(s for p in (*a.addressees, *a.speakers) for s in ((m.start, m.end) for m in p.mention))
        for start, end in spans:
            if 0 <= start - at <= 1:
                at = end
        yield from ((at, end) for start, end in parts if start <= at <= end)


def _is_spoken(cue: str) -> bool:
    """ "Said in Basel", never "wrote in the Gazette" or "was reported in Basel"."""
    found = words(cue)
    return bool(found) and english().lemma(found[-1]) in english().speech and not _PASSIVE & set(found)


def _until(told: Narration, at: int) -> Range:
    sentence = told.layout.sentence(at - 1)
    return at, sentence[1] if sentence else at


def _places(text: str, at: int, limit: int) -> Iterator[Range]:
    for _ in range(MOST):
        while (skipped := _NOTE.match(text, at, limit) or TIME.match(text, at, limit)) is not None:
            at = skipped.end()
        match = _IN.match(text, at, limit) or _AT.match(text, at, limit)
        if match is None or not _is_place(match):
            return
        place = _trimmed(text, *match.span("place"))
        following = _FOLLOWING.match(text, place[1], limit)
        if following is not None and _is_event(following[1]):
            return  # "at the Harbour Union congress"
        if following is not None and following[1] in english_settings().places:
            place = place[0], following.end()
        yield place
        at = place[1]


def _first(place: str) -> str:
    return place.split()[0].strip(",.").lower()


def _is_event(word: str) -> bool:
    known = english_settings()
    return word in known.occasions or word in known.channels


def _trimmed(text: str, start: int, end: int) -> Range:
    """Without a day, a title or a new sentence behind it; with the full stop of "N.H."."""
    for word in _LATER_WORD.finditer(text, start, end):
        title = word[1] in _TITLES and "," in word.group()
        if title or word[1].lower() in english().pronouns:
            end = word.start()
            break
    while (day := _DAY_BEHIND.search(text, start, end)) is not None:
        end = day.start()
    return start, end + 1 if _ABBREVIATED.search(text, start, end) and text[end : end + 1] == "." else end


def _is_place(match: re.Match[str]) -> bool:
    known = english_settings()
    place = match["place"]
    last = place.split()[-1].lower()
    if "noun" in match.re.groupindex and match["noun"]:
        return match["noun"] in known.places
    first = re.sub(r"^(?:the|a|an|his|her|its|their)\s+", "", place, flags=re.IGNORECASE)
    if first in ("court", "parliament"):
        return True
    if (
        not first[0].isupper()
        or first.split()[0].strip(",.") in known.languages
        or _first(first) in known.no_places
    ):
        return False
    return not _is_event(last) and last not in known.interviewers


def _bare(text: str, place: Range) -> Range:
    start, end = place
    for determiner in ("the ", "a ", "an "):
        if text[start:end].lower().startswith(determiner):
            return start + len(determiner), end
    return place
