"""How far a content reaches: one the network broke off before a relative clause or in mid-word runs on."""

import re
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts
from onrecord.text.layout import Layout, Range

_BREAK = re.compile(r"[.,;:!?…“”\"()\[\]\n–—]|\s-\s")
_FULL_STOP = re.compile(r"[.;:!?…]")
_MID_WORD = re.compile(r"[-’'][^\W\d_]")
_RELATIVE = re.compile(r",?\s+(?:which|who|whose|whom)\b")


def extend_contents(layout: Layout, drafts: Drafts) -> Drafts:
    """Lengthen indirect contents that stop where no clause stops, up to what another attribution claims."""
    claimed = sorted(s for d in drafts.kept for s in (*d.cue, *d.speaker, *d.content))
    return drafts.changing(_extended(layout, d, claimed) for d in drafts.kept)


def _extended(layout: Layout, draft: Draft, claimed: list[Range]) -> Draft:
    start, end = draft.content[-1]
    sentence = layout.sentence(max(start, end - 1))
    if sentence is None or end >= sentence[1] or layout.around(end - 1, end) is not None:
        return draft
    limit = min(next((s for s, _ in claimed if s >= end), sentence[1]), sentence[1])
    new = _reach(layout.text, end, limit)
    return replace(draft, content=(*draft.content[:-1], (start, new))) if new > end else draft


def _reach(text: str, end: int, limit: int) -> int:
    """Past the rest of a hyphenated word to the next break; past a relative clause to the full stop."""
    if _MID_WORD.match(text, end, limit):
        end = _first(_BREAK, text, end + 1, limit)
    if _RELATIVE.match(text, end, limit):
        end = _first(_FULL_STOP, text, end, limit)
    while text[end - 1].isspace() or text[end - 1] == ",":
        end -= 1
    return end


def _first(pattern: re.Pattern[str], text: str, start: int, limit: int) -> int:
    found = pattern.search(text, start, limit)
    return found.start() if found else limit
