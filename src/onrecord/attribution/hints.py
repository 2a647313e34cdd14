"""The patterns of those who pass words on, made of the word lists."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.lang.relay import english_relay


def may_pass_on(words: str) -> bool:
    """Whether a word stands here that can lead to a link; nearly all stretches have none."""
    low = words.lower()
    for hint in _hints():  # asked of every statement: a generator would take twice as long
        if hint in low:
            return True
    return " by " in low and any(i in low for i in english_relay().issued)


@cache
def _hints() -> tuple[str, ...]:
    relay = english_relay()
    more = (
        *(
            "through ",
            "account",
            "channel @",
            "handle",
            "citing",
            "quot",
            "seen by",
            "obtained by",
            "reviewed by",
            "viewed by",
        ),
        *("leaked to", "in the article", " article", " story", " newspaper", "programme", "podcast", "(@"),
    )
    return (*more, *(f"{word} " for word in (*relay.behind, *relay.carried)))


@cache
def behind_words() -> re.Pattern[str]:
    """Behind what was said: "…, according to the Gazette", "…, as cited by Xinhua"."""
    relay = english_relay()
    return re.compile(
        rf"[,(–—“”\"]?\s*\b(?P<cue>(?:{_any(relay.behind)})|(?:as\s+)?(?:{_any(relay.carried)})\s+(?:by|in|on))\s+",
        re.IGNORECASE,
    )


@cache
def carried_by() -> re.Pattern[str]:
    """`carried by`, `published in`."""
    relay = english_relay()
    return re.compile(rf"\b(?P<cue>(?:{_any(relay.carried)})\s+(?:\w+ly\s+)?(?:by|in|on))\s+", re.IGNORECASE)


@cache
def issued_by() -> re.Pattern[str]:
    """`a statement released by`."""
    relay = english_relay()
    return re.compile(
        rf"\b(?:{_any(relay.messages)})\s+(?:[\w’'.-]+\s+){{0,5}}?(?P<cue>(?:{_any(relay.issued)})\s+(?:\w+ly\s+|to\s+(?:[\w’'-]+\s+){{1,4}}?)?by)\s+",
        re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
