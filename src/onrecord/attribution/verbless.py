"""Who said it without a verb that says so: "in the words of X", "as X put it", "the army's account: …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, overlap, rule, size
from onrecord.lang import english
from onrecord.text.layout import Block, Layout, Range, trim, word_count
from onrecord.text.quotemarks import Quotation

SCORE = 0.85
NEAR = 4  # characters between the phrase and the quotation it belongs to: a comma, a blank, the mark
MOST_WORDS = 40  # of a content without marks behind a colon; longer ones are no verdict but a report
_WHO = r"(?P<who>[^\n,:;.?!“”\"«»]{2,80}?)"
_WORDS_OF = re.compile(rf"\b(?P<cue>[Ii]n the words of)\s+{_WHO}(?=\s*(?:[,:;.)]|$))")
_PUT_IT = re.compile(
    rf"\b(?P<cue>[Aa]s)\s+{_WHO},?\s+(?P<more>(?:once\s+|later\s+|has\s+|had\s+)?(?:put|puts|phrased)\s+it)\b"
)
_WAS_HOW = re.compile(r"(?P<cue>\bwas how)\s+(?P<who>[^\n:;?!“”\"«»]{2,80}?),?\s+(?P<more>put\s+it)\b")
PHRASES = {"in-the-words-of": _WORDS_OF, "as-put-it": _PUT_IT, "was-how-put-it": _WAS_HOW}
_FROM = re.compile(rf",?[”\"’']?\s+(?P<cue>from)\s+{_WHO}(?=[.;])")
_OWNER = r"(?:[Tt]he\s+|[Oo]ne\s+)?(?:[\w.-]+\s+){0,5}?[\w.-]+(?:['’]s|s['’])|[Hh]is|[Hh]er|[Tt]heir"
_NOUN_COLON = re.compile(rf"(?P<who>{_OWNER})\s+(?:[a-z-]+\s+)?(?P<cue>[a-z]+)(?P<mark>[:?])\s+")
_ALSO = re.compile(rf"(?P<who>{_OWNER}|[Hh]ers|[Tt]heirs)(?P<mark>:)\s+")


def give_verbless(layout: Layout, drafts: Drafts) -> Drafts:
    """Give quotations, and what stands behind such a noun and a colon, to those the phrase names."""
    for block in layout.blocks:
        for found in (*_phrases(layout, block), *_nouns(layout, block)):
            drafts = _claim(drafts, found)
    return drafts


def _phrases(layout: Layout, block: Block) -> Iterator[Draft]:
    """Phrases that stand before or behind the quotation they belong to."""
    quoted = layout.outer_in(block.start, block.end)
    if not quoted:
        return
    text = layout.text
    for name, pattern in PHRASES.items():
        for found in pattern.finditer(text, block.start, block.end):
            q = _beside(quoted, found.start(), found.end())
            if q is not None and _is_somebody(found["who"]):
                yield _draft(layout, (q.start, q.end), found, name)
    for q in quoted:
        found_from = _FROM.match(text, q.end, block.end)
        if found_from and _begins_sentence(text, q.start - len(q.opener)) and _is_somebody(found_from["who"]):
            yield _draft(layout, (q.start, q.end), found_from, "from-somebody")


def _beside(quoted: tuple[Quotation, ...], start: int, end: int) -> Quotation | None:
    """The quotation right behind a phrase, else the one right before it."""
    behind = next((q for q in quoted if 0 <= q.start - len(q.opener) - end <= NEAR), None)
    return behind or next((q for q in reversed(quoted) if 0 <= start - q.end <= NEAR), None)


def _nouns(layout: Layout, block: Block) -> Iterator[Draft]:
    """ "The army's account: …", and in the sentences after it "The family's: …"."""
    cue: Range | None = None
    at = block.start
    while at < block.end:
        start, end = layout.sentence(at) or (at, block.end)
        found = _NOUN_COLON.match(layout.text, start, block.end)
        if found and found["cue"] in english().verdicts:
            cue = found.span("cue")
        elif cue is not None:
            found = _ALSO.match(layout.text, start, block.end)
        else:
            found = None
        if found and cue is not None:
            content = _behind(layout, block, found)
            if content is not None:
                yield _draft(layout, content, found, "noun-and-colon", cue=cue)
                end = max(end, content[1])
        at = max(end, at) + 1


def _behind(layout: Layout, block: Block, found: re.Match[str]) -> Range | None:
    """What stands behind a noun and a colon: a quotation, or else the rest of the sentence."""
    q = next(iter(layout.outer_in(found.end(), block.end)), None)
    if q is not None and q.start - len(q.opener) <= found.end():
        return q.start, q.end
    if found["mark"] == "?":
        return None
    sentence = layout.sentence(found.end())
    end = sentence[1] if sentence else block.end
    content = trim(layout.text, found.end(), end)
    while content[1] > content[0] and layout.text[content[1] - 1] in ".;":
        content = (content[0], content[1] - 1)
    return content if 1 < word_count(layout.text, (content,)) <= MOST_WORDS else None


def _begins_sentence(text: str, at: int) -> bool:
    while at and text[at - 1] == " ":
        at -= 1
    return not at or text[at - 1] in '.?!\n”"'


def _is_somebody(who: str) -> bool:
    """Whether words can name a speaker."""
    return who.lower() not in ("it", "this", "that", "which", "what", "one")


def _draft(
    layout: Layout, content: Range, found: re.Match[str], name: str, *, cue: Range | None = None
) -> Draft:
    cues = [cue or found.span("cue")]
    if "more" in found.re.groupindex:
        cues.append(found.span("more"))
    speaker = trim(layout.text, *found.span("who"))
    reason = rule(layout, "speakers", name, SCORE, speaker)
    return Draft(-1, (content,), tuple(cues), (speaker,), score=SCORE, reasons=(reason,))


def _claim(drafts: Drafts, new: Draft) -> Drafts:
    """Put a draft in, and take its words out of what other phrases were thought to report."""
    (content,) = new.content
    gone, less = [], []
    for old in drafts.covering(*content):
        if (
            overlap(old.speaker, new.speaker)
            and old.cue
            and old.mode != "thought"
            and not _is_loose(old, new)
        ):
            return drafts
        rest = tuple(piece for piece in old.content if not overlap((piece,), new.content))
        if rest:
            less.append(replace(old, content=rest))
        else:
            gone.append((old, "reported by a phrase without a verb"))
    return drafts.changing(less).without(gone).adding([replace(new, key=drafts.next_key)])


def _is_loose(old: Draft, new: Draft) -> bool:
    """Whether what was found reports more than the words in question."""
    return overlap(old.content, new.content) * 2 < size(old.content)
