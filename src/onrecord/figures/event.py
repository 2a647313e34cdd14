"""What a toll belongs to, where its sentence says so: "in the attack on the harbour", "since the riots"."""

import re
from functools import cache

from onrecord.lang.quantities import quantities

REACH = 160  # code points to either side of a figure
Range = tuple[int, int]


@cache
def _phrase() -> re.Pattern[str]:
    events = "|".join(sorted(quantities().context["events"], key=len, reverse=True))
    name = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}"
    return re.compile(
        rf"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Aa]fter|[Ff]rom|[Bb]y|[Ff]ollowing|[Ww]hen)\s"
        rf"(?:when\s)?((?:(?:the|an?|this|that|last|its|his|their|recent|two|[A-Z]\w+(?:['’]s)?|[a-z]+(?:['’]s)?|[a-z]+-[a-z]+)\s){{0,4}}(?:{events})"
        rf"(?:\s(?:on|in|at|of|against|near|between)\s(?:the\s)?(?:{name}|[a-z]+))?)\b"
    )


def event(text: str, figure: Range, sentence: Range) -> Range | None:
    """The event nearest to a figure in its sentence."""
    start, end = max(sentence[0], figure[0] - REACH), min(sentence[1], figure[1] + REACH)
    found = [
        m.span(1) for m in _phrase().finditer(text, start, end) if not figure[0] <= m.start(1) < figure[1]
    ]
    return min(found, key=lambda at: _distance(at, figure), default=None)


def _distance(at: Range, figure: Range) -> int:
    return at[0] - figure[1] if at[0] >= figure[1] else figure[0] - at[1]
