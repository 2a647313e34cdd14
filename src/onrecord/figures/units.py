"""What a quantity is measured in: %, dollars, km, weeks, times, so much a day."""

import re
from dataclasses import replace

from onrecord.figures.ratios import in_so_many, multiple, share, times
from onrecord.figures.size import Size
from onrecord.lang.quantities import quantities

_UNIT = re.compile(
    r"[\s\u00a0-]{0,2}(°\s?[CF]\b|[%٪％°℃℉$€£](?!\d)|[^\W\d_]+(?:/[^\W\d_]+)?[²³]?)(?:[\s-]([^\W\d_]+))?(?:[\s-]([^\W\d_]+))?"
)
_OF_UNIT = re.compile(r"\s(?:of\s|of\san?\s|an?\s)([^\W\d_]+)(?:[\s-]([^\W\d_]+))?(?:[\s-]([^\W\d_]+))?")
_OLD = re.compile(r"[\s-]old(?:s)?\b")
_PER = re.compile(
    r"(?:\s+(per|an?|each|every)\s+|/)([a-z]+)\b(?!\s(?:ago|earlier|later|before|after|from)\b)(?:\s([a-z]+)\b)?"
)
_PER_NUMBER = re.compile(r"\s+per\s+(\d{1,3}(?:,\d{3})+|\d+|hundred|thousand|million)\b")
NEAR = 40  # code points in which a word tells pounds of weight from those of money
_WEIGHS = re.compile(r"\b(?:weigh\w*|lift\w*|carr(?:y|ies|ied|ying)|cargo|payload|haul\w*)\b")
_KILOS = re.compile(r"\sof\s|\s\(?(?:about\s|or\s)?[\d,.]+\s?(?:kg|kilo|tonnes|metric)")
_MAGNITUDE = re.compile(r"magnitude(?:[\s-]of)?[\s-]\Z", re.IGNORECASE)
_PERIOD = re.compile(r"\s+([a-z]+)\b(?!')")


def measured(text: str, found: Size, end: int) -> Size | None:
    """The quantity with its unit and kind; None where there is nothing to measure ("last Tuesday")."""
    sort = found.core.sort
    if sort == "past":
        return _period(text, found, end)
    if sort == "ordinal":
        return replace(found, kind="ordinal")
    if sort == "multiple":
        compared = multiple(text, found, end)
        return compared and _rated(text, compared, end)
    if sort == "more":
        return replace(found, comparator="more-than" if "more" in found.core.words else "less-than")
    for way in (times, in_so_many, _united):
        if (done := way(text, found, end)) is not None:
            return _rated(text, done, end)
    if sort == "part":
        return share(found)
    if text[max(0, found.start - 10) : found.start].lower().endswith("factor of "):
        return replace(found, kind="ratio", unit="times")
    return _rated(text, found, end)


def _period(text: str, found: Size, end: int) -> Size | None:
    """ "The past week" is one; "last week" is a date, "the past two weeks" are counted by their number."""
    match = _PERIOD.match(text, found.end, end)
    unit = quantities().units.get(match[1]) if match else None
    before = text[max(0, found.start - 5) : found.start].lower()
    if match is None or unit is None or unit[0] != "duration" or match[1].endswith("s"):
        return None
    if found.core.words.lower() == "last" and not before.endswith("the "):
        return None
    start = found.start - 4 if before.endswith("the ") else found.start
    return replace(found, start=start, end=match.end(), kind="duration", unit=unit[1])


def _united(text: str, found: Size, end: int) -> Size | None:
    """The number with a word of measure behind it; one other word may stand between: "two more weeks"."""
    of = _OF_UNIT.match(text, found.end, end) if found.core.sort in ("vague", "part", "spelled") else None
    match = of or _UNIT.match(text, found.end, end)
    known, between = quantities(), quantities().context["between"]
    if match is None:
        return None
    one, two, three = (word.lower() if word else "" for word in match.groups())
    for words, upto in ((f"{one} {two} {three}", 3), (f"{one} {two}", 2), (one.replace("° ", "°"), 1)):
        if words.strip() in known.units and (upto == 1 or match[upto]):
            return _with(text, found, words.strip(), match.end(upto), glued=match.start(1) == found.end)
    if one in between:
        for words, upto in ((f"{two} {three}", 3), (two, 2)):
            if words.strip() in known.units and match[upto]:
                return _with(text, found, words.strip(), match.end(upto), glued=False)
    if _MAGNITUDE.search(text[max(0, found.start - 14) : found.start]):
        return replace(found, kind="measure", unit="magnitude")
    return None


def _with(text: str, found: Size, word: str, upto: int, *, glued: bool) -> Size | None:
    kind, unit = quantities().units[word]
    if (
        found.kind == "money"
        and kind != "share"
        or len(word) == 1
        and word.isalpha()
        and not (glued and found.core.sort == "digits" or word == "m" and found.core.sort == "digits")
    ):
        return None
    if word == "pounds" and (
        _WEIGHS.search(text[max(0, found.start - NEAR) : found.start]) or _KILOS.match(text, upto)
    ):
        kind, unit = "measure", "lb"
    if kind == "share" and found.core.sort == "part":
        return None
    if kind == "duration" and (old := _OLD.match(text, upto)):
        upto = old.end()
    return replace(found, end=upto, kind=kind, unit=unit)  # type: ignore[arg-type]


def _rated(text: str, found: Size, end: int) -> Size:
    """ "$15 an hour", "5,000 a day", "12 per 100,000"."""
    if (number := _PER_NUMBER.match(text, found.end, end)) is not None:
        unit = f"{found.unit or ''} per {number[1]}".strip()
        return replace(found, end=number.end(), kind="rate", unit=unit)
    match = _PER.match(text, found.end, end)
    if match is None or found.kind == "ratio":
        return found
    word, upto = match[2], 2
    if f"{word} {match[3]}" in quantities().context["per_what"]:
        word, upto = f"{word} {match[3]}", 3
    if word in quantities().context["per_what"] or match[1] == "per":
        unit = f"{found.unit or ''} per {word}".strip()
        return replace(found, end=match.end(upto), kind="rate", unit=unit)
    return found
