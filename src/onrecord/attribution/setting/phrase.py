"""How far the words of an occasion or a place go: "meeting with members of the club | at the harbour"."""

import re

from onrecord.lang import english
from onrecord.lang.settings import english_settings

MOST_WORDS = 14
_IN_PLACE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?(?:[^\W\d_a-z][\w'’-]*\s+){1,4}?(?=with\b)")
_WORD = re.compile(r"\s+((?:[A-Z]\.)+|[\w'’&.-]*[\w'’])")


def complement(text: str, noun: str, end: int, limit: int) -> int:
    """Where the words behind a noun that belong to it end: "of …", "with …", "for …"; `end` where none do."""
    place = _IN_PLACE.match(text, end, limit)
    start = place.end() if place else end
    first = _WORD.match(text, start, limit)
    known = english_settings()
    if first is None or first.group(1).lower() not in known.complements:
        journey = first is not None and first.group(1) == "to" and noun in known.journeys
        return phrase_end(text, first.end(), limit) if first is not None and journey else end
    return phrase_end(text, start, limit)


def phrase_end(text: str, end: int, limit: int) -> int:
    """Where the noun phrase ends that begins behind an offset."""
    known = english_settings()
    joints = known.complements | known.fresh | known.back | {"in", "and", "or"}
    reached = at = end
    before = ""
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, at, limit)
        if word is None or _ends(text, word, before, limit):
            break
        at, before = word.end(), word.group(1)
        if before.lower() not in joints:
            reached = at
    return reached


def _ends(text: str, word: re.Match[str], before: str, limit: int) -> bool:
    """Whether a word begins something else; "the envoy in Basel" is one."""
    written = word.group(1)
    low = written.lower()
    if low == "in" and before.islower() and before not in english_settings().gatherings:
        following = _WORD.match(text, word.end(), limit)
        return following is None or not following.group(1)[0].isupper()
    if low in ("and", "or"):
        following = _WORD.match(text, word.end(), limit)
        return following is None or not _begins_party(following.group(1))
    counted = bool(before) and (
        low in english_settings().counts or written.isdigit()
    )  # "the Herald | two days"
    return counted or low in english_settings().stops or _is_verb(written)


def _begins_party(written: str) -> bool:
    """A name, a determiner or a plural: what joins another party to one."""
    known = english_settings()
    low = written.lower()
    return written[0].isupper() or low in known.fresh or low in known.back or low.endswith("s")


def _is_verb(written: str) -> bool:
    """A verb such as "told" or "provided", by lists and ending; a name never is."""
    if not written.islower():
        return False
    lemma = english().lemma(written)
    return written.endswith("ed") or lemma != written and lemma in english().speech | english().writing
