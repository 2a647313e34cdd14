"""Who passes words on: what kind of link a few words name, if they name one."""

import re
from functools import cache

from onrecord.lang.relay import english_relay
from onrecord.readers.credits import agency
from onrecord.record import ChainRole

_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|official|state)\s+", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]*")
_AGENCY = re.compile(r"\b(?:news|press|wire)\s+(?:agency|service)\b", re.IGNORECASE)


def role_of(words: str) -> ChainRole | None:
    """The role of whoever these words name in a chain; None where they name no medium and no go-between."""
    relay, low = english_relay(), words.lower()
    if words.lstrip("([ ").startswith("@") or _holds(low, relay.accounts):
        return "account"
    if _holds(low, relay.officials):
        return "spokesperson"
    if _AGENCY.search(words) or any(agency(part) for part in _names(words)):
        return "agency"
    if _holds(low, relay.media) or any(part in relay.titles for part in _CAPITALISED.findall(words)):
        return "media"
    return "document" if _holds(low, relay.documents) else None


def _names(words: str) -> list[str]:
    """The words without what stands before a name, and the last names in them."""
    bare = words
    while (article := _ARTICLE.match(bare)) is not None:
        bare = bare[article.end() :]
    parts = bare.split()
    return [bare.removesuffix("'s").removesuffix("’s"), *(part.strip("'’,") for part in parts[-1:])]


def _holds(low: str, words: tuple[str, ...]) -> bool:
    return _pattern(words).search(low) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words)})(?:'s|’s)?\b")
