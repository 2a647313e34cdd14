"""What became of those who are counted: killed, wounded, arrested, said before the number or behind it."""

import re
from functools import cache

from onrecord.lang.quantities import quantities

REACH = 30  # code points before a figure: "severely wounded ", "killed or injured "
_OF_ONESELF = ("dead", "died", "missing", "homeless", "perished", "drowned", "unaccounted")
_ENDED = re.compile(
    r"\s*(?:[.,;:!?)\]\"”’–—\n-]|\Z)|\s(?:in|by|on|at|and|or|when|during|since|after|over|last|as|from|near|so|this|to|with"
    r"|who|while|per|each|every|across|inside|outside|including|under|because|there|here|for|within|along|but|is|was)\b"
)
_PLACED = re.compile(r"\b(?:in|at|to|across|on|from|over|near|for|within|during|after)\s\Z")
_SKIPPED = re.compile(r"(?:,\s(?:including|among them|most of them|mostly|many of them)\b[^,.;!?\n]{1,80},)?")

Range = tuple[int, int]


@cache
def _behind() -> re.Pattern[str]:
    context = quantities().context
    words, between = (
        "|".join(sorted(context[name], key=len, reverse=True)) for name in ("happened", "between_happened")
    )
    done = rf"((?:{words})(?:\s+(?:and|or)\s+(?:{words}))?)\b"
    return re.compile(rf"\s+((?:(?:{between})\s+){{0,6}}){done}")


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(quantities().context["doing"], key=len, reverse=True))
    return re.compile(
        rf"\b((?:{words})(?:\s+(?:and|or)\s+(?:{words}))?)\s\Z|\b(deaths?|killings?|arrests?|murders?|executions?)\sof\s\Z",
        re.IGNORECASE,
    )


def happened(text: str, figure: Range, start: int, end: int, *, human: bool) -> tuple[Range, str] | None:
    """Where it is said and the participle: "killing" -> "killed"; places and days are not what was killed."""
    near = max(start, figure[0] - REACH)
    last = text[near : figure[0]].rsplit(None, 1)[-1:]
    said = last and (last[0].lower() in quantities().context["doing"] or last[0] == "of")
    before = _before().search(text[near : figure[0]]) if said else None
    if before is not None:
        group = 1 if before[1] else 2
        at = near + before.start(group), near + before.end(group)
        return at, " ".join(_participle(word) for word in before[group].lower().split())
    skipped = _SKIPPED.match(text, figure[1], end)
    behind = _behind().match(text, skipped.end() if skipped else figure[1], end)
    if (
        behind is None
        or not behind[1]
        and behind[2] not in _OF_ONESELF
        and not _ENDED.match(text, behind.end())
    ):
        return None  # "one shell killed five"
    if not human and _PLACED.search(text[near : figure[0]]):
        return None  # "people in 21 cities were killed"
    return behind.span(2), behind[2].lower()


def _participle(word: str) -> str:
    """ "Killing", "kills", "deaths" as they are said of those who suffered it."""
    if word in ("and", "or"):
        return word
    nouns = {
        "death": "dead",
        "deaths": "dead",
        "killing": "killed",
        "killings": "killed",
        "claimed": "dead",
        "claiming": "dead",
        "claims": "dead",
    }
    if word in nouns:
        return nouns[word]
    done = quantities().context["happened"]
    stem = word.removesuffix("ing").removesuffix("s").removesuffix("ed")
    return next(
        (w for w in (word, f"{stem}ed", f"{stem}d", f"{stem[:-1]}ed", f"{stem}{stem[-1]}ed") if w in done),
        word,
    )
