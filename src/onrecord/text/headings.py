"""Headlines and subheadings: lines in title case or without a full stop, and headlines run into the lead."""

import re

from onrecord.text.datelines import dateline_end
from onrecord.text.zone_words import zone_words

LONGEST_HEADLINE = 350  # characters
LONGEST_PLAIN = 160  # of a headline that is not in title case
LONGEST_SUBHEADING = 250
FEW_WORDS = 10  # of a subheading that is not in title case
FEWEST_TITLE_WORDS = 3
TITLE_SHARE = 0.85  # of the words that a title writes with a capital
MERGED_WORDS = (5, 45)  # words of a headline that is run into the first paragraph
LEAD_LOOKS_AHEAD = 16  # words behind it in which the report's own verb stands
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TOKEN = re.compile(r"\S+")
_STOPPED = re.compile(r"[.!?…:;,][\"”’'»)\]]*\Z")
_QUESTION = re.compile(r"[?!][\"”’'»)\]]*\Z")
_QUOTED = re.compile(r"[\"“”„«»]")
_PAST = re.compile(
    r"(?:said|told|warned|vowed|urged|called|announced|accused|rejected|denied|added|condemned|was|were|has|have|had)\b"
)


def is_title_case(line: str) -> bool:
    """Whether (nearly) every word that a title writes with a capital has one."""
    small = zone_words().small
    words = [word for word in _WORD.findall(line) if word.casefold() not in small]
    capital = sum(not word[0].islower() for word in words)
    return len(words) >= FEWEST_TITLE_WORDS and capital >= TITLE_SHARE * len(words)


def is_headline(line: str, *, title: str | None) -> bool:
    """Whether the first line of a text is its headline."""
    if title and _plain(line) == _plain(title):
        return True
    if len(line) > LONGEST_HEADLINE:
        return False
    if is_title_case(line) and not line.endswith(":"):
        return True
    return len(line) <= LONGEST_PLAIN and (not _STOPPED.search(line) or bool(_QUESTION.search(line)))


def is_subheading(line: str) -> bool:
    """Whether a line between paragraphs is a heading; a line that ends in a colon introduces what follows."""
    if (
        len(line) > LONGEST_SUBHEADING
        or not line[0].isalnum()
        and not _QUOTED.match(line)
        or line.endswith(":")
    ):
        return False
    if is_title_case(line):
        return not re.search(r"\.[\"”’'»)\]]*\Z", line)
    few = len(_WORD.findall(line)) <= FEW_WORDS
    return few and line[0].isupper() and not _STOPPED.search(line) and not _QUOTED.search(line)


def merged_headline(text: str, start: int, end: int, *, title: str | None) -> int:
    """Where a headline that is run into the first paragraph ends; `start` where there is none."""
    line = text[start:end]
    if title and line.startswith(title) and len(title) < len(line):
        return start + len(title)
    tokens = list(_TOKEN.finditer(line[: 2 * LONGEST_HEADLINE]))
    for number in range(MERGED_WORDS[0], min(MERGED_WORDS[1], len(tokens) - 4)):
        at = tokens[number].start()
        before = line[: tokens[number - 1].end()]
        if _begins_report(text, start + at, end) and _is_whole(before, [t[0] for t in tokens[number:]]):
            return start + len(before)
    return start


def _begins_report(text: str, at: int, end: int) -> bool:
    return text[at].isupper() and (
        dateline_end(text, at, end, early=False) > at
        or bool(re.match(r"[A-ZÀ-Þ][\w'’.-]*,? [\w'’(]", text[at:end]))
    )


def _is_whole(before: str, behind: list[str]) -> bool:
    """Whether the words before could be a headline, and those behind the beginning of a report."""
    if dateline_end(" ".join(behind[:12]), 0, LONGEST_PLAIN, early=False):
        return not _STOPPED.search(before) and not before.endswith(("—", "-", "–"))
    words = before.split()
    last = words[-1].strip("\"”’'»)]")
    if _STOPPED.search(before) or last.casefold() in zone_words().small or not last[-1:].isalnum():
        return False
    if is_title_case(before):
        rest = [
            word for word in behind[1:9] if word[0].isalpha() and word.casefold() not in zone_words().small
        ]
        return behind[0].casefold() in zone_words().small and sum(word[0].islower() for word in rest) >= 2
    follows = any(_PAST.match(word) for word in behind[:LEAD_LOOKS_AHEAD])
    named = {word.strip("'’s,") for word in words if word[0].isupper()} & {
        word.strip("'’s,") for word in behind[:8]
    }
    verb = any(word in zone_words().headline_verbs for word in words[1:])
    return verb and follows and bool(named) and last[0].islower()


def _plain(line: str) -> str:
    return " ".join(word.strip(".'’-") for word in _WORD.findall(line.casefold()))
