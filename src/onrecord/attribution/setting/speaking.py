"""Channels that no noun names: posts shown with their account, and "speaking to the paper", "speaking at"."""

import re

from onrecord.attribution.setting.narration import Narration
from onrecord.lang import words
from onrecord.lang.settings import english_settings
from onrecord.record import Setting

SIGNED = 120  # code points behind a post in which its account stands
_ACCOUNT = re.compile(r"\W{0,3}\s*(?:pic\.\S+\s+)?[—–-]\s*[^@\n]{1,60}\((@\w{1,30})\)")
_LINK = re.compile(r"\b(?:pic\.)?twitter\.com/\w+|\bt\.co/\w+")
_SPEAKING = re.compile(
    r"\b(?:[Ss]peaking|[Tt]estifying|[Tt]estified|[Aa]ppearing)\s+(?P<how>to|with|on|at|before)\s+(?P<whom>(?:[\w'’.-]+\s+){0,5}?[\w'’.-]*\w)(?=[,;]|\.?$|\.\s|\s+(?:on|in|last|after|about|ahead|following|from|during)\b)"
)


def posted(told: Narration, i: int) -> Setting | None:
    """`… — Ana Orlan (@orlan) May 1, 2021`: the account or link behind the words of a post."""
    a, text = told.attributions[i], told.layout.text
    end = a.content[-1].end
    signed = _ACCOUNT.match(text, end, end + SIGNED)
    linked = _LINK.search(text, a.content[-1].start, end + 2) if signed is None and not a.cue else None
    if signed is None and linked is None:
        return None
    span = signed.span(1) if signed else linked.span() if linked else (end, end)
    return Setting(None, "post", "stated", (told.layout.article.evidence(*span),))


def speaking(told: Narration, i: int) -> Setting | None:
    """`Speaking to the Herald, he said`: an interview; at a place or before people: a speech."""
    for start, end in told.parts[i]:
        match = _SPEAKING.search(told.layout.text, start, end)
        if match is None:
            continue
        heard = words(match["whom"])
        interview = any(
            w.removesuffix("'s").removesuffix("’s") in english_settings().interviewers for w in heard
        )
        if interview and match["how"] in ("to", "with", "on"):
            evidence = told.layout.article.evidence(*match.span())
            return Setting(None, "interview", "inferred", (evidence,))
        if match["how"] in ("at", "before"):
            evidence = told.layout.article.evidence(match.start(), match.start("how") - 1)
            return Setting(None, "speech", "inferred", (evidence,))
    return None
