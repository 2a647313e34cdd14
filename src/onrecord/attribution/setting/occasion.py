"""On what occasion something was said: a meeting, a rally, a hearing, with the words that tell which."""

import re

from onrecord.attribution.setting.narration import Narration
from onrecord.attribution.setting.phrase import complement, phrase_end
from onrecord.attribution.setting.scenes import Scene
from onrecord.attribution.setting.stated import Stated
from onrecord.attribution.setting.times import DATED
from onrecord.lang.settings import english_settings
from onrecord.record import Setting
from onrecord.text.layout import Range

REACH = 45  # code points between a cue and the occasion: "told reporters at the end of | a rally"
EDGE = 12  # code points in front of an occasion that opens its sentence: "Speaking at | a rally"
_DETERMINER = re.compile(r"(\w+)\s+")


def stated_occasion(told: Narration, i: int, shown: Scene) -> Setting | None:
    """The occasion that the words beside one attribution state."""
    found = occasion_in(told, i, shown)
    if found is None:
        return None
    start, end = extent(told, i, found)
    evidence = told.layout.article.evidence(start, end)
    name = " ".join(evidence.text.split())
    if found.noun in english_settings().acts:
        met = name[len(found.noun) :].strip()
        if not met:
            return None
        name = f"{found.occasion} {met if met.startswith('with ') else 'with ' + met}"
    name = name[0].lower() + name[1:] if name.startswith("Meeting ") else name
    return Setting(name, found.occasion, "stated", (evidence,))


def occasion_in(told: Narration, i: int, shown: Scene) -> Stated | None:
    """The noun or verb of the occasion, that of its own sentence first."""
    near = [s for s in shown.settings if s.binding and s.occasion and _adverbial(told, i, s)]
    before = [s for s in reversed(shown.before) if s.occasion and s.occasion != "other"]
    found = [s for s in (*near, *before) if s.fresh or s.channel != "speech"]
    return min(
        found, key=lambda s: s.channel == "speech", default=None
    )  # rather the congress than the speech


def _adverbial(told: Narration, i: int, s: Stated) -> bool:
    """Whether it is where the saying takes place, at the edge of the sentence or beside the cue."""
    a, (start, _) = told.attributions[i], told.frames[i]
    beside_cue = any(-REACH <= s.start - cue.end <= REACH or 0 <= cue.start - s.end <= REACH for cue in a.cue)
    return s.occasion == "meeting" or s.start - start <= EDGE or beside_cue


def extent(told: Narration, i: int, s: Stated) -> Range:
    """Its words, without determiner and date, and what belongs to them."""
    text, start = told.layout.text, s.start
    known = english_settings()
    determiner = _DETERMINER.match(text, start, s.head)
    if determiner and determiner.group(1).lower() in known.fresh | known.back:
        start = determiner.end()
    while (time := DATED.match(text, start, s.head)) is not None:
        start = time.end()
    limit = told.limit(i, s.end)
    if s.noun in known.acts:
        return start, phrase_end(text, s.end, limit)
    return start, complement(text, s.noun, s.end, limit)
