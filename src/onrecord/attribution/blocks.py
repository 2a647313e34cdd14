"""Blocks of somebody's words: a phrase and a colon, then one or more paragraphs that are all theirs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, rule
from onrecord.attribution.free import anchored
from onrecord.attribution.phrases import cue_words, owner_in, subject_before
from onrecord.lang import english
from onrecord.text.layout import Block, Layout, Range, trim

MAX_PARAGRAPHS = 30  # a block without marks that runs on longer is no block any more
BLOCK_SCORE = 0.9
_OPENING = re.compile(
    r"\b(?:list(?:s|ed)|outlin(?:es|ed)|describ(?:es|ed)|recount(?:s|ed)|sets? out)\b"
)  # a block's only
_WHICH = re.compile(
    r"\b(?:which|that)\s+(?P<who>(?:the\s+)?[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*)(?:,[^,:;]{3,80},)?\s+"
    r"(?:read|made|gave|issued|delivered|sent|posted|published|wrote|broadcast)\b"
)
_BRACKETED = re.compile(r"\[[^\[\]]*\]")  # "[Passage omitted]", "[Translator's note: …]": nobody's words
_POINT = re.compile(r"(?:[-–—•*·▪]|\(?(?:\d{1,2}|[a-z])[.)])\s+")


def give_blocks(layout: Layout, drafts: Drafts) -> Drafts:
    """Give the paragraphs behind every introducing colon to whoever the introduction names."""
    for i, block in enumerate(layout.blocks[:-1]):
        if block.kind == "body" and layout.text[block.end - 1] == ":":
            intro = _introduction(layout, drafts, block)
            if intro is not None:
                drafts = _give(layout, drafts, i, intro)
    return drafts


def _introduction(layout: Layout, drafts: Drafts, block: Block) -> Draft | None:
    """A draft without content that holds the cue and the speaker of the introducing phrase."""
    start, end = layout.sentence(block.end - 1) or (block.start, block.end)
    return _by_noun(layout, drafts, start, end - 1) or _by_verb(layout, start, end - 1)


def _by_noun(layout: Layout, drafts: Drafts, start: int, end: int) -> Draft | None:
    """ "The following is a translation of the main points of Ali's speech:"."""
    low = layout.text[start:end].lower()
    at = min((p for word in english().introductions[:9] if (p := low.find(word)) >= 0), default=-1)
    if at < 0 or not any(
        word in low for word in ("following", "translation", "transcript", "text", "excerpt")
    ):
        return None
    cue = trim(layout.text, start + at, end)
    speaker = _who_read(layout.text, start, end) or owner_in(layout.text, start, end)
    if speaker is None:
        return None
    name = layout.text[slice(*speaker)].lower()
    before = _last_speaker(drafts, start) if name in english().pronouns else ()
    return _intro(layout, cue, (speaker,), before)


def _who_read(text: str, start: int, end: int) -> Range | None:
    """Ali in "a statement which Ali, head of the office, read to reporters"."""
    match = _WHICH.search(text, start, end)
    return match.span("who") if match is not None else None


def _by_verb(layout: Layout, start: int, end: int) -> Draft | None:
    """ "Ali responded to Badr:", "In a letter, the ministry said:", "The report lists three failures:"."""
    opening = (match.span() for match in _OPENING.finditer(layout.text, start, end))
    for cue in sorted({*cue_words(layout.text, start, end, english()), *opening}, reverse=True):
        speaker = subject_before(layout.text, start, cue[0])
        if speaker is not None:
            return _intro(layout, cue, (speaker,), ())
    return None


def _intro(layout: Layout, cue: Range, speaker: tuple[Range, ...], antecedent: tuple[Range, ...]) -> Draft:
    reason = rule(layout, "content", "block-after-colon", BLOCK_SCORE, cue)
    return Draft(-1, (), (cue,), speaker, antecedent, score=BLOCK_SCORE, form="direct", reasons=(reason,))


def _last_speaker(drafts: Drafts, at: int) -> tuple[Range, ...]:
    names = (d.named_by for d in reversed(drafts.kept) if d.start < at and d.named_by)
    return next(names, ())


def _give(layout: Layout, drafts: Drafts, i: int, intro: Draft) -> Drafts:
    items = _items(layout, i)
    pieces = _quoted(layout, i) or items or _unquoted(layout, drafts, i)
    intro = replace(intro, form=None) if items and pieces == items else intro  # points, not a text read out
    before: Draft | None = None
    for piece in pieces:
        if any(d.cue and d.nested_in is None for d in drafts.covering(*piece)):
            continue
        draft = replace(
            intro, key=drafts.next_key, content=(piece,), continues=before.key if before else None
        )
        weak = [d for d in drafts.covering(*piece) if not d.cue]
        drafts = drafts.without([(d, "part of a block") for d in weak]).adding([draft])
        before = draft
    return drafts


def _quoted(layout: Layout, i: int) -> list[Range]:
    """The pieces of the quotation that opens right behind the colon."""
    following = layout.blocks[i + 1]
    run = layout.outer_in(following.start, layout.blocks[-1].end)
    if not run or run[0].start > following.start + 2:
        return []
    pieces = list(run[:1])
    for q in run[1:]:
        if not (pieces[-1].runs_on and q.continues):
            break
        pieces.append(q)
    return [(q.start, q.end) for q in pieces]


def _items(layout: Layout, i: int) -> list[Range]:
    """The points of a list behind the colon, two at least, without bullets, numbers and closing signs."""
    points: list[Range] = []
    for block in layout.blocks[i + 1 : i + 1 + MAX_PARAGRAPHS]:
        point = _POINT.match(layout.text, block.start, block.end)
        if point is None or block.kind != "body":
            break
        points.append((point.end(), point.end() + len(layout.text[point.end() : block.end].rstrip(" ;.,"))))
    return points if len(points) > 1 else []


def _unquoted(layout: Layout, drafts: Drafts, i: int) -> list[Range]:
    """Paragraphs without marks, up to a heading, a closing phrase, or somebody else's attribution."""
    taken: list[Range] = []
    for block in layout.blocks[i + 1 : i + 1 + MAX_PARAGRAPHS]:
        if block.kind != "body" or _ends_block(layout, drafts, block):
            break
        if _BRACKETED.fullmatch(layout.text, block.start, block.end):
            continue
        taken.append((block.start, block.end))
    return taken


def _ends_block(layout: Layout, drafts: Drafts, block: Block) -> bool:
    text = layout.text[block.start : block.end]
    if text.lower().startswith(english().endings) or text[0] in "-•*–—" or text[-1] == ":":
        return True
    own: Sequence[Draft] = [d for d in drafts.kept if anchored(d) and block.start <= d.start < block.end]
    return any(_third_person(layout, d) for d in own)


def _third_person(layout: Layout, draft: Draft) -> bool:
    said = " ".join(layout.text[s:e] for s, e in draft.speaker).lower()
    return bool(said) and said not in english().first_person and draft.mode != "thought"
