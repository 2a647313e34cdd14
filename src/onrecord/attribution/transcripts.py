"""Transcripts: interviews and briefings in which a label and a colon begin every turn."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.text.layout import Layout, Range

SCORE = 0.9
MIN_TURNS = 3  # fewer labelled paragraphs are no transcript
_LABEL = re.compile(r"((?:Q|A|[A-Z][\w.'’-]+)(?:\s+[\w.'’-]+){0,4}):\s+")
_ASKER = re.compile(r"(?:Q|A|question|answer)$", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[].*[)\]]$", re.DOTALL)  # (The briefing was interrupted.)


def give_turns(layout: Layout, drafts: Drafts) -> Drafts:
    """Every paragraph up to the next label belongs to the label's speaker."""
    turns = list(_turns(layout))
    labels = Counter(layout.text[slice(*label)] for label, _ in turns)
    if len(turns) < MIN_TURNS or len(labels) < 2 or max(labels.values()) < 2:
        return drafts
    for label, contents in turns:
        drafts = _turn(layout, drafts, label, contents)
    return drafts


def _turns(layout: Layout) -> Iterator[tuple[Range, list[Range]]]:
    label: Range | None = None
    contents: list[Range] = []
    for block in layout.blocks:
        match = _LABEL.match(layout.text, block.start, block.end)
        if match is not None or block.kind != "body":
            if label is not None:
                yield label, contents
            label, contents = (match.span(1), []) if match is not None else (None, [])
        if label is not None and not _ASIDE.match(layout.text[block.start : block.end]):
            contents.append((match.end() if match else block.start, block.end))
    if label is not None:
        yield label, contents


def _turn(layout: Layout, drafts: Drafts, label: Range, contents: list[Range]) -> Drafts:
    asker = bool(_ASKER.match(layout.text[slice(*label)]))
    reason = rule(layout, "speakers", "transcript-label", SCORE, label)
    before: int | None = None
    for start, end in contents:
        new = Draft(
            drafts.next_key,
            ((start, end),),
            cue=(label,) if asker else (),
            speaker=() if asker else (label,),
            score=SCORE,
            form="direct",
            continues=before,
            reasons=(reason,),
        )
        drafts = drafts.without(_same_turn(drafts, start, end)).adding([new])
        before = new.key
    return drafts


def _same_turn(drafts: Drafts, start: int, end: int) -> list[tuple[Draft, str]]:
    """Drafts that are the turn itself, seen otherwise; those inside it stay and will be nested."""
    inside = (d for d in drafts.kept if start <= d.start and d.end <= end)
    return [(d, "the turn as a whole") for d in inside if not d.cue or d.end - d.start > 0.8 * (end - start)]
