"""Transcripts: interviews and briefings in which a label and a colon begin every turn."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.lang import english
from onrecord.text.layout import Layout, Range

SCORE = 0.9
MIN_TURNS = 3  # fewer labelled paragraphs are no transcript, unless the first one asks
_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<who>(?:Q|A|[A-Z][\w.'’-]+)(?:\s+[\w.'’-]+){0,4})(?::(?:\*\*|__)|(?:\*\*|__):|:)\s+"
)
_ASKER = re.compile(r"(?:Q|A|question|answer)$", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[].*[)\]]$", re.DOTALL)  # (The briefing was interrupted.)

Turn = tuple[Range, list[Range]]  # the label, and the paragraphs behind it


def give_turns(layout: Layout, drafts: Drafts) -> Drafts:
    """Every paragraph up to the next label belongs to the label's speaker."""
    turns = list(_turns(layout))
    if not _is_transcript(layout, turns):
        return drafts
    if _is_tight(layout, turns):
        turns[-1] = (turns[-1][0], turns[-1][1][:1])  # what follows behind a blank line is the paper's again
    for label, contents in turns:
        drafts = _turn(layout, drafts, label, contents)
    return drafts


def _is_transcript(layout: Layout, turns: list[Turn]) -> bool:
    """Several labels, one of them again; or a question and its answer. (A box of facts has labels too.)"""
    labels = Counter(layout.text[slice(*label)] for label, _ in turns)
    if len(labels) < 2:
        return False
    asks = bool(turns[0][1]) and layout.text[turns[0][1][-1][1] - 1] == "?"
    return asks or len(turns) >= MIN_TURNS and max(labels.values()) > 1


def _is_tight(layout: Layout, turns: list[Turn]) -> bool:
    """Whether no blank line stands between the turns."""
    begin, end = turns[0][0][0], turns[-1][0][0]
    return "\n\n" not in layout.text[begin:end].replace("\r", "")


def _turns(layout: Layout) -> Iterator[Turn]:
    label: Range | None = None
    contents: list[Range] = []
    for block in layout.blocks:
        match = _label(layout.text, block.start, block.end)
        if match is not None or block.kind != "body":
            if label is not None:
                yield label, contents
            label, contents = (match.span("who"), []) if match is not None else (None, [])
        if label is not None and not _ASIDE.match(layout.text[block.start : block.end]):
            contents.append((match.end() if match else block.start, block.end))
    if label is not None:
        yield label, contents


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label a paragraph begins with; "He added:" is none."""
    match = _LABEL.match(text, start, end)
    last = match["who"].split()[-1] if match else ""
    return None if last.islower() and english().is_cue(last) else match


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
