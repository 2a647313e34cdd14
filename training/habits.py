"""Spans of every corpus as PolNeAR draws them, so that one network learns one habit.

PolNeAR takes "that" and the quotation marks into the content, auxiliaries and adverbs into the cue ("has also
said"), and whoever is to act into the content ("urged the council to act"); our news labels do not. What
PolNeAR does now one way, now the other, and no scorer looks at, goes: a comma or colon at the end of a
speaker or cue.
"""

import re

Span = tuple[int, int]

LOOK = 60  # code points before a cue in which its auxiliaries stand
BEFORE_CUE = re.compile(
    r"\b(?:(?:(?:has|have|had|was|were|is|are|did|does|do|would|could|will|wo|ca)(?:n[’']t)?|be|been|being|can|may|might"
    r"|must|should|not|never|also|then|later|once|now|already|just|still|even|often|\w+ly)\s+)+$"
)
OPENING, CLOSING = re.compile(r"(?:``|''|[\"“‘'«„])$"), re.compile(r"''|[\"”’'»“]")


def one_habit(d: dict, corpus: str) -> dict:
    """The article with its spans redrawn."""
    for a in d["attributions"]:
        speaker = "source" if "source" in a else "speaker_mention"
        if corpus != "polnear":
            with_object(d["text"], a)
            a["content"] = [widened(d["text"], tuple(s), first=i == 0) for i, s in enumerate(a["content"])]
            taken = [tuple(s) for key in (speaker, "content") for s in a[key]]
            a["cue"] = [with_auxiliaries(d["text"], tuple(s), taken) for s in a["cue"]]
        for key in (speaker, "cue"):
            a[key] = [bare(d["text"], tuple(s)) for s in a[key]]
    return d


def with_object(text: str, a: dict) -> None:
    """`urged | the council | to act`: whoever is to act goes into the content."""
    for told in a.get("addressees", []):
        for start, end in told["mention"]:
            first = a["content"][0]
            if text[end : first[0]] == " " and text[first[0] :].startswith(("to ", "not to ")):
                a["content"] = [[start, first[1]], *a["content"][1:]]


def widened(text: str, span: Span, *, first: bool) -> Span:
    """A content with its "that", or with the marks around it."""
    start, end = span
    if first and re.search(r"\bthat[\s,]*$", text[max(0, start - 6) : start], re.IGNORECASE):
        return text.lower().rindex("that", 0, start), end
    before, after = OPENING.search(text[:start][-2:]), CLOSING.match(text[end : end + 2])
    return (start - len(before[0]), end + len(after[0])) if before and after else span


def with_auxiliaries(text: str, cue: Span, taken: list[Span]) -> Span:
    """A cue with the auxiliaries and adverbs right before it, as far as no other span holds them."""
    start, end = cue
    low = max([start - LOOK, 0, *(e for _, e in taken if e <= start)])
    before = BEFORE_CUE.search(text[low:start])
    return (low + before.start(), end) if before else cue


def bare(text: str, span: Span) -> Span:
    """Without a comma, colon or blank at its end."""
    start, end = span
    while end > start + 1 and text[end - 1] in ",:; \n":
        end -= 1
    return start, end
