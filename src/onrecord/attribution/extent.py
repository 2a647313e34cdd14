"""How far a content reaches: on through a clause that was broken off, not on into another sentence."""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from onrecord.attribution.draft import Draft, Drafts
from onrecord.attribution.join import BESIDE, bare
from onrecord.attribution.phrases import REFERS_BACK
from onrecord.lang import english
from onrecord.text.layout import Layout, Range

_BREAK = re.compile(r"[.,;:!?…“”\"()\[\]\n–—]|\s-\s")
_FULL_STOP = re.compile(r"[.;:!?…]")
_MID_WORD = re.compile(r"[-’'][^\W\d_]")
_ACCORDING = re.compile(r"(?:according to|as reported by)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:which|who|whose|whom)\b")


_WHEN_AND_WHERE = re.compile(
    r"(?:on|in|at|during|earlier|last|this|late|early|before|after|for|again|days|weeks|months|hours|yesterday|today"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^.;:\"“”\n]{0,90}?\s(?=that\s)",
    re.IGNORECASE,
)


def extend_contents(layout: Layout, drafts: Drafts) -> Drafts:
    """Lengthen indirect contents that stop where no clause stops, up to what another attribution claims."""
    claimed = sorted(s for d in drafts.kept for s in (*d.cue, *d.speaker, *d.content))
    return drafts.changing(_extended(layout, d, claimed) for d in drafts.kept)


def _extended(layout: Layout, draft: Draft, claimed: list[Range]) -> Draft:
    draft = _from_that(layout, _in_one_sentence(layout, draft))
    draft = _whole_sentence(layout, draft, claimed) or _run_on(layout, draft, claimed)
    return _without_remark(layout, draft)


@cache
def _remark() -> re.Pattern[str]:
    nouns = "|".join(sorted(english().remarks))
    without = "elaborating|giving|providing|offering|naming|citing|specifying|saying|explaining|identifying"
    return re.compile(
        rf",\s+(?:without\s+(?:{without})\b"
        rf"|(?:an?|another|the\s+latest)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{nouns})\s+(?=[a-z]))"
    )


def _without_remark(layout: Layout, draft: Draft) -> Draft:
    """`said they might lose | , a downbeat assessment from one who …`: what the outlet makes of it."""
    start, end = draft.content[-1]
    if not draft.cue or draft.cue[0][0] > start:
        return draft
    found = (m.start() for m in _remark().finditer(layout.text, start, end))
    cut = next((at for at in found if layout.around(at, at + 1) is None), None)
    return draft if cut is None else replace(draft, content=(*draft.content[:-1], (start, cut)))


def _in_one_sentence(layout: Layout, draft: Draft) -> Draft:
    """Cut back to the cue's sentence, or the first one, what runs over a full stop outside marks."""
    home = layout.sentence(draft.cue[0][0]) if draft.cue else None
    cut = tuple(_cut(layout, piece, home) for piece in draft.content)
    return draft if cut == draft.content else replace(draft, content=cut)


def _from_that(layout: Layout, draft: Draft) -> Draft:
    """`announced | in a letter on Monday | that it rained`: when and where it was said is not content."""
    start, end = draft.content[0]
    if not draft.cue or not 0 <= start - draft.cue[-1][1] <= BESIDE:
        return draft
    lead = _WHEN_AND_WHERE.match(layout.text, start, end)
    if lead is None or REFERS_BACK.match(layout.text, lead.end()):
        return draft
    return replace(draft, content=((lead.end(), end), *draft.content[1:]))


def _cut(layout: Layout, piece: Range, home: Range | None) -> Range:
    start, end = piece
    first, last = layout.sentence(start), layout.sentence(end - 1)
    if (
        first is None
        or last is None
        or first == last
        or layout.around(first[1] - 2, first[1] + 1) is not None
    ):
        return piece
    return bare(layout, *((last[0], end) if last == home else (start, min(end, first[1]))))


def _whole_sentence(layout: Layout, draft: Draft, claimed: list[Range]) -> Draft | None:
    """A clause set off by commas (`…, Ali said.`, `According to Ali, …`) reports the rest of its sentence.

    None where the clause is not set off, where marks show the extent, or where others claim a part.
    """
    sentence = layout.sentence(draft.cue[0][0]) if draft.cue and draft.speaker else None
    if sentence is None or not all(sentence[0] <= s < sentence[1] for s, _ in draft.content):
        return None
    clause = (min(draft.cue[0][0], draft.speaker[0][0]), max(draft.cue[-1][1], draft.speaker[-1][1]))
    parts = _besides(layout.text, sentence, clause)
    own = {*draft.content, *draft.cue, *draft.speaker}
    there = claimed[bisect_left(claimed, (sentence[0],)) : bisect_left(claimed, (sentence[1],))]
    others = any(r not in own for r in there)
    quoted = any(layout.outer_in(*sentence))
    return None if others or quoted or not parts else replace(draft, content=parts)


def _besides(text: str, sentence: Range, clause: Range) -> tuple[Range, ...]:
    """What stands before and behind a clause that is set off; nothing if it is not."""
    before, behind = text[sentence[0] : clause[0]].rstrip(), text[clause[1] : sentence[1]].strip()
    according = _ACCORDING.match(text, *clause)
    ends = not behind.strip(".") or behind.startswith(",")
    if not (before.endswith(",") and ends or according and (before or behind)):
        return ()
    sides = ((sentence[0], clause[0]), (clause[1], sentence[1]))
    cleaned = (_trim_joints(text, *side) for side in sides)
    return tuple((s, e) for s, e in cleaned if s < e)


def _trim_joints(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in ",;: \n":
        start += 1
    while end > start and text[end - 1] in ",;:. \n":
        end -= 1
    return start, end


def _run_on(layout: Layout, draft: Draft, claimed: list[Range]) -> Draft:
    start, end = draft.content[-1]
    sentence = layout.sentence(max(start, end - 1))
    if sentence is None or end >= sentence[1] or layout.around(end - 1, end) is not None:
        return draft
    behind = bisect_left(claimed, (end,))
    limit = min([sentence[1], *(s for s, _ in claimed[behind : behind + 1])])
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
