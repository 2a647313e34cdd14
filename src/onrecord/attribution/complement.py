"""What somebody is told, behind the words for them: "to leave", "that it rained", "about the storm"."""

import re

TIME = 60  # code points that a day, a place or a call takes there
_TIME = re.compile(
    r",?\s*\b(?:on|late|early|earlier|last|this|next|later|again|repeatedly|also|yesterday|today|tonight|previously|in|at|during"
    r"|via|by|over|through|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r",?\s*(?:\([^()\n]{1,40}\),?\s*)?(?:not\s+)?to\s+"
    r"(?!the\b|an?\b|his\b|her\b|their\b|our\b|its\b|this\b|these\b|those\b)[a-z“\"]"
)
_TO_DO_IN_TITLE = re.compile(r",?\s*(?:Not\s+|not\s+)?[Tt]o\s+[A-Za-z]")
_TO_BE = re.compile(r"\s+(?:not\s+)?to\s+be\s", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s*(?:that|whether|if|how|what|why|when|where|who|which)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:about|of|over|on|against|for|into|that)\s", re.IGNORECASE)
_FOR = re.compile(r"\s+for\s")
_SUBJECT = re.compile(
    r"\s*(?:(?i:i|he|she|it|they|we|you|there|the|an?|this|these|those|his|her|their|its|our|my)|[A-Z][\w-]+)(?:['’]\w+)?\s"
)
_QUOTE = re.compile(r"\s*[:,]?\s*[“\"‘]")
_CLAUSAL = frozenset(  # verbs behind whose object a clause follows without "that"
    (
        "tell",
        "warn",
        "inform",
        "assure",
        "remind",
        "promise",
        "notify",
        "reassure",
        "convince",
        "persuade",
        "advise",
    )
)


def complement_at(text: str, verb: str, at: int, end: int) -> int | None:
    """Where what was said begins behind the object that the network took for a part of it."""
    clause = verb in _CLAUSAL and _SUBJECT.match(text, at, end)
    for found in (_CLAUSE.match(text, at, end), _TO_DO.match(text, at, end), _QUOTE.match(text, at, end)):
        if found:
            return first_letter(text, at, end)
    if _TIME.match(text, at, end):
        for blank in re.finditer(r"\s", text[at : min(end, at + TIME)]):
            behind = at + blank.start()
            asked = verb == "ask" and _FOR.match(text, behind, end)
            if asked or any(p.match(text, behind, end) for p in (_CLAUSE, _TO_DO, _QUOTE)):
                return first_letter(text, behind, end)
    return first_letter(text, at, end) if clause or _ABOUT.match(text, at, end) else None


def _to_do(text: str, at: int) -> bool:
    return bool(_TO_DO.match(text, at) or _TO_DO_IN_TITLE.match(text, at))


def first_letter(text: str, at: int, end: int) -> int:
    """Past blanks, commas and colons."""
    while at < end and text[at] in " ,:\n":
        at += 1
    return at


def does_something(text: str, at: int) -> bool:
    """Whether "to leave" stands here, and no "to be lifted"."""
    return _to_do(text, at) and not _TO_BE.match(text, at)


def complement_in_title(text: str, at: int, end: int) -> int | None:
    """The same in a heading, where every word has a capital: "to Leave"."""
    return first_letter(text, at, end) if _TO_DO_IN_TITLE.match(text, at, end) else None
