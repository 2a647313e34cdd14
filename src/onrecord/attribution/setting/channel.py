"""Through what something was said: a speech, a post, an interview, a document that speaks itself."""

import re
from collections.abc import Iterator

from onrecord.attribution.setting.narration import Narration
from onrecord.attribution.setting.phrase import phrase_end
from onrecord.attribution.setting.scenes import Scene
from onrecord.attribution.setting.speaking import posted, speaking
from onrecord.attribution.setting.stated import Stated
from onrecord.record import Attribution, Setting
from onrecord.text.layout import Range

NAME_REACH = 40  # code points between "a post" and "on X" that says where
SHOWN_ON = {
    "interview": ("broadcast", "post"),
    "statement": ("post",),
    "speech": ("broadcast",),
    "message": ("post",),
}
TOLD_OF = frozenset(("article", "editorial"))  # known already, others tell there what somebody said
_WITH = re.compile(r"\s+(?:with|to|for)\s(?:the\s)?")
CUE_REACH = 100  # code points between "A statement" and "said"
_OF = re.compile(
    r"\W*(?:$|[.,;:]|\b(?:of|by|from|to|on|in|at|about|for|that|which|released|issued|sent|published|obtained|seen)\b)"
)
_FROM = re.compile(
    r"\s+(?:(?:of|by|from|to|on|in|released|issued|sent|published|obtained|posted)\b[^,;:“”\"]*)?"
)


def stated_channel(told: Narration, i: int, shown: Scene) -> Setting | None:
    """The channel that the words beside one attribution state."""
    a = told.attributions[i]
    found = _itself(told, a, shown) or _nearest(a, shown)
    if found is not None:
        return _setting(told, i, shown, found)
    without_noun = posted(told, i) or speaking(told, i)
    found = _before(shown)
    return without_noun or (_setting(told, i, shown, found) if found is not None else None)


def _setting(told: Narration, i: int, shown: Scene, found: Stated) -> Setting:
    where = next((s for s in shown.settings if _tells_where(found, s)), None)
    evidence = [told.layout.article.evidence(s.start, s.end) for s in (found, where) if s is not None]
    name = found.name or (where.name if where else None) or _noun(found)
    kind = where.channel if where is not None and found.noun == "message" else found.channel
    asked_by = _interviewer(told, i, found) if found.noun == "interview" and where is None else None
    if asked_by is not None:
        evidence.append(told.layout.article.evidence(*asked_by))
        name = " ".join(evidence[-1].text.split())
    return Setting(name, kind, "stated", tuple(evidence))


def _interviewer(told: Narration, i: int, found: Stated) -> Range | None:
    """`an interview with | the Herald`: its name, without the article."""
    led = _WITH.match(told.layout.text, found.end)
    if led is None:
        return None
    start, end = led.end(), phrase_end(told.layout.text, led.end() - 1, told.limit(i, found.end))
    return (start, end) if end > start and told.layout.text[start].isupper() else None


def _itself(told: Narration, a: Attribution, shown: Scene) -> Stated | None:
    """`The report says`, `according to the letter`: what is read stands where a speaker would."""
    read = (s for s in shown.settings if s.channel and s.name is None)
    return next((s for s in read if _speaks(told, a, s)), None)


def _speaks(told: Narration, a: Attribution, s: Stated) -> bool:
    text = told.layout.text
    for span in (span for p in a.speakers for span in p.mention):
        if span.start <= s.head and s.end <= span.end and s.start - span.start <= len("the "):
            return _OF.match(text, s.end, span.end + 1) is not None
    for cue in a.cue:
        if cue.end < s.start <= cue.end + 2 and not text[cue.end : s.start].strip():
            return text[s.head].islower()
        between = text[s.end : cue.start] if 0 <= cue.start - s.end <= CUE_REACH else None
        if between is not None and _FROM.fullmatch(between):
            sentence = told.layout.sentence(s.start)
            return sentence is not None and s.start == sentence[0]
    return False


def _nearest(a: Attribution, shown: Scene) -> Stated | None:
    spoken = [s for s in shown.settings if s.channel and s.binding and (s.fresh or s.noun not in TOLD_OF)]
    return min(spoken, key=lambda s: (s.name is not None, min(_gaps(a, s))), default=None)


def _before(shown: Scene) -> Stated | None:
    return next((s for s in reversed(shown.before) if s.channel), None)


def _gaps(a: Attribution, s: Stated) -> Iterator[int]:
    yield from (max(cue.start - s.end, s.start - cue.end, 0) for cue in a.cue or a.content)


def _tells_where(found: Stated, other: Stated) -> bool:
    """`a post | on X`: the second names what the first is."""
    return (
        found.name is None
        and other.name is not None
        and other.binding
        and other.channel in SHOWN_ON.get(found.noun, (found.channel,))
        and max(other.start - found.end, found.start - other.end) <= NAME_REACH
    )


def _noun(found: Stated) -> str | None:
    """What it is called, where that says more than its kind."""
    return None if found.noun == found.kind or found.noun.replace(" ", "-") == found.kind else found.noun
