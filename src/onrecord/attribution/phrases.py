"""Who and with which word: subject and cue read off a short phrase, where a rule must say it."""

import re
from collections.abc import Iterator

from onrecord.lang import Language
from onrecord.text.layout import Range, trim

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_ADVERBIAL = re.compile(
    r"(?:According|At|In|On|After|Before|During|Earlier|Later|Meanwhile|However|But|And|Then|Speaking|Asked|For|Following"
    r"|Separately|Yesterday|Today|Last|By|Also)\b[^,:]*,\s+",
)
_POSSESSIVE = re.compile(r"((?:[A-Z][\w.-]*\s+)*\[?[A-Z][\w-]*['’]s?\]?|his|her|their)\s", re.ASCII)
_OF_SOMEBODY = re.compile(r"\b(?:by|from|of)\s+((?:the\s+)?(?:[A-Z][\w'’.-]*\s*)+)")
REFERS_BACK = re.compile(  # "comments that were made": no "that" before what was said
    r"that\s+(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|came|said|made|went|took)\b"
)
MAX_SUBJECT_WORDS = 25


def cue_words(text: str, start: int, end: int, language: Language) -> Iterator[Range]:
    """Reporting words (speech or writing) in a stretch, in order."""
    reporting = language.reporting
    for match in _WORD.finditer(text, start, end):
        if language.lemma(match.group()) in reporting:
            yield match.span()


def clause_start(text: str, start: int, at: int, breaks: re.Pattern[str]) -> int:
    """Where the clause around an offset begins: behind the last of the breaks, else at `start`."""
    return max((match.end() for match in breaks.finditer(text, start, at)), default=start)


def subject_before(text: str, start: int, cue_at: int) -> Range | None:
    """The words of a clause before its cue: "At dawn, the mayor of X said" -> "the mayor of X"."""
    while (match := _ADVERBIAL.match(text, start, cue_at)) is not None:
        start = match.end()
    start, end = trim(text, start, cue_at)
    while end > start and text[end - 1] in ",(–—-":
        end -= 1
    start, end = trim(text, start, end)
    words = len(_WORD.findall(text, start, end))
    return (start, end) if 0 < words <= MAX_SUBJECT_WORDS else None


def owner_in(text: str, start: int, end: int) -> Range | None:
    """The somebody of "Ali's speech", "remarks by Mayor Bo": the last possessive, else "by/of Name"."""
    found = [m.span(1) for m in _POSSESSIVE.finditer(text, start, end)]
    if found:
        return found[-1]
    by = _OF_SOMEBODY.search(text, start, end)
    return trim(text, *by.span(1)) if by else None
