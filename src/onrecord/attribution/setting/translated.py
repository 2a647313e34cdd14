"""Words said in another language: from which, translated by whom, where the text or a credit says so."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.attribution.setting.narration import Narration
from onrecord.lang.settings import english_settings
from onrecord.record import Evidence, Translation

_HINT = re.compile(r"[Tt]ransl|interpreter|\bin\s+[A-Z]")
_CAPITALISED = r"[^\W\d_a-z](?:[\w'’.&-]*\w)?"
_BY = rf"(?P<by>(?:the\s+)?{_CAPITALISED}(?:\s+(?:of\s+|for\s+)?{_CAPITALISED}){{0,5}})"


_SAID = (
    "speaking|spoke|speaks|said|says|saying|told|wrote|written|writing|posted|tweeted|asked|replied|added|delivered|given"
    "|conducted|speech|statement|interview|address|post|tweet|message|remarks|letter|reporters"
)
_NO_NOUN = (  # "in German | newspapers" names no language
    r"(?!-|\s+(?!(?:on|at|to|that|and|but|with|as|via|through|during|last|before|after)\b)\w)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tongue = rf"(?P<tongue>{'|'.join(english_settings().languages)})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b[Tt]ranslated\s+from\s+(?:the\s+)?(?:original\s+)?{tongue}(?:\s+(?:original\s+)?by\s+{_BY})?",
            rf"\b[Tt]ranslated\s+by\s+{_BY}",
            rf"\b(?:{tongue}\s+)?[Tt]ranslation\s+(?:(?:provided|published|made|released)\s+)?(?:by|from)\s+{_BY}",
            rf"\b(?:through|via|with the help of)\s+an?\s+(?:{tongue}\s+)?(?:interpreter|translator)\b",
            rf"\b(?:{_SAID})\b(?:\s+\w+){{0,3}}?,?\s+in\s+{tongue}\b{_NO_NOUN}",
            r"\b(?:an?|the|its|official|English)\s+(?:\w+\s+)?translation\b",
        )
    )


def stated_translation(told: Narration, i: int) -> Translation | None:
    """That the words of one attribution are a translation, by the words beside them or its cue."""
    text = told.layout.text
    for cue in told.attributions[i].cue:
        if "translation" in cue.text:
            return Translation(None, None, (told.layout.article.evidence(cue.start, cue.end),))
    for start, end in told.parts[i]:
        for pattern in _patterns() if _HINT.search(text, start, end) else ():
            match = pattern.search(text, start, end)
            if match is not None:
                return _translation(match, told.layout.article.evidence(*match.span()))
    return None


def _translation(match: re.Match[str], evidence: Evidence) -> Translation:
    groups = match.groupdict()
    return Translation(groups.get("tongue"), groups.get("by"), (evidence,))


def translations(told: Narration, numbers: Sequence[int]) -> dict[int, Translation]:
    """The translations of an article: stated, carried on, or credited to somebody for all of it."""
    found: dict[int, Translation] = {}
    spoken: dict[int, Translation] = {}  # by run
    ids = {a.id: i for i, a in enumerate(told.attributions)}
    whole = _credited(told)
    for i in told.order:
        a = told.attributions[i]
        if a.mode == "thought":
            continue
        own = stated_translation(told, i)
        before = found.get(ids.get(a.continues or "", -1))
        if own is not None and own.from_ is not None:
            spoken[numbers[i]] = own
        given = own or before or spoken.get(numbers[i]) or whole
        if given is not None:
            found[i] = given
    return found


def _credited(told: Narration) -> Translation | None:
    """A translator credited with the article."""
    credits = (c for c in told.layout.article.credits if c.kind == "translator")
    return next((Translation(None, c.name, c.evidence) for c in credits), None)
