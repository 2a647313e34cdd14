"""Plain reporting words that no attribution uses: `Ali instructed them that …`, `It rained, Ali said.`"""

import re
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, overlap, rule
from onrecord.attribution.phrases import clause_start, subject_before
from onrecord.text.layout import Block, Layout, Range, trim, word_count

SCORE = 0.6
MIN_WORDS = 3
MOST_WORDS = 8  # of who promises or puts a figure at something
REACH = 300  # characters before the word in which the name stands; four words are never longer
_CUE = re.compile(
    r"\b(?P<cue>said|[Ss]ays|told|tells|stated|states|announced|announces|claimed|claims|warned|warns|added|adds|insisted|insists"
    r"|wrote|writes|reported|reports|instructed|instructs|informed|declared|declares|argued|argues|explained|explains|replied|replies)\b"
)
_PROMISE = re.compile(  # to do something, or a thing: a finite verb, whose object nobody else says
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:promised|pledged|vowed)|promises|pledges|vows)"
    r"\s+(?=to\s+[a-z]|an?\s+[a-z]|no\s+[a-z]|[“\"])"
)
_THREAT = re.compile(r"\b(?P<cue>threatens|refuses)\s+(?=to\s+[a-z])")  # in a headline
_PUT = re.compile(  # "put the toll at 29"
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?puts?)\s+(?=(?:the|its|their)\s+(?:[\w’'-]+\s+){1,4}at\s+"
    r"(?:(?:about|around|between|nearly|almost|roughly|over|under|up\s+to|just|some|more|less|fewer|at|as)\b|[“\"£$€\d]))"
)
_THAT = re.compile(r"(?:\s+[^\s.;:!?“”\",]+){0,14}?\s+(?=that\s)")
_NAMED_BEFORE = re.compile(r"(?:(?<![A-Z])(?:[A-Z][\w.'’-]*\s+){1,4}|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+)$")
_SOMEBODY = re.compile(r"\s+(?P<who>(?:[\w’'.-]+\s+){0,5}@?[\w’'-]+)\.?")
_STOP = re.compile(r"[;:–—]|,\s+(?:and|but|while|which|who|saying|adding)\b|,\s+[“\"]")
_CLAUSE = re.compile(r"[,;:–—]\s+(?:and\s+|but\s+)?|\b(?:that|and|but|while|as|after|because|when|who)\s+")


def use_unclaimed_cues(layout: Layout, drafts: Drafts) -> Drafts:
    """Add an attribution for each such word with a speaker and a content in its own sentence."""
    return drafts.adding(_new(layout, drafts))


def _new(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    key = drafts.next_key
    for block in layout.blocks:
        for cue, sentence in _free_cues(layout, drafts, block, _CUE):
            found = (
                _before_that(layout, sentence, cue)
                or _behind_words(layout, sentence, cue)
                or _before_name(layout, sentence, cue)
            )
            if found is not None and _is_new(layout, drafts, found[0]):
                yield _draft(layout, key, cue, *found)
                key += 1
        for pattern in (_PROMISE, _PUT) if block.kind == "body" else (_PROMISE, _PUT, _THREAT):
            for cue, sentence in _free_cues(layout, drafts, block, pattern):
                found = _clause_behind(layout, sentence, cue)
                if found is not None and _is_new(layout, drafts, found[0]):
                    yield _draft(layout, key, cue, *found)
                    key += 1


def _free_cues(
    layout: Layout, drafts: Drafts, block: Block, pattern: re.Pattern[str]
) -> Iterator[tuple[Range, Range]]:
    """Where such a word stands that nothing uses, outside marks, and its sentence."""
    for match in pattern.finditer(layout.text, block.start, block.end):
        cue, sentence = match.span("cue"), layout.sentence(match.start())
        if sentence is not None and layout.around(*cue) is None and not _used(drafts, cue):
            yield cue, sentence


def _draft(layout: Layout, key: int, cue: Range, content: Range, speaker: Range) -> Draft:
    reason = rule(layout, "content", "cue-nobody-used", SCORE, cue)
    return Draft(key, (content,), (cue,), (speaker,), score=SCORE, reasons=(reason,))


def _used(drafts: Drafts, cue: Range) -> bool:
    return any(overlap((*d.cue, *d.content, *d.speaker), (cue,)) for d in drafts.kept)


def _is_new(layout: Layout, drafts: Drafts, content: Range) -> bool:
    long_enough = word_count(layout.text, (content,)) >= MIN_WORDS
    return long_enough and not any(overlap(d.content, (content,)) for d in drafts.kept)


def _before_that(layout: Layout, sentence: Range, cue: Range) -> tuple[Range, Range] | None:
    """Somebody, the word, perhaps who is told, "that", and the rest of the sentence."""
    text = layout.text
    match = _THAT.match(text, cue[1], sentence[1])
    if match is None:
        return None
    speaker = subject_before(text, clause_start(text, sentence[0], cue[0], _CLAUSE), cue[0])
    start, end = trim(text, match.end(), sentence[1])
    return ((start, end - (text[end - 1] in ".!?")), speaker) if speaker is not None else None


def _clause_behind(layout: Layout, sentence: Range, cue: Range) -> tuple[Range, Range] | None:
    """Somebody, the word, and what follows up to the end of the clause."""
    text = layout.text
    near = subject_before(text, clause_start(text, sentence[0], cue[0], _CLAUSE), cue[0])
    speaker = near or subject_before(text, sentence[0], cue[0])  # "The minister, Bo Falk, promised"
    if speaker is None or word_count(text, (speaker,)) > MOST_WORDS:
        return None
    stop = _STOP.search(text, cue[1], sentence[1])
    start, end = trim(text, cue[1], stop.start() if stop else sentence[1])
    return ((start, end - (text[end - 1] in ".!?")), speaker)


def _before_name(layout: Layout, sentence: Range, cue: Range) -> tuple[Range, Range] | None:
    """A clause, a comma, the word, and somebody at the sentence's end: `Trains stopped, says minister`."""
    text = layout.text
    match = _SOMEBODY.fullmatch(text, cue[1], sentence[1])
    start, end = trim(text, sentence[0], cue[0])
    if match is None or text[end - 1] != "," or end - 1 <= start:
        return None
    start = max(start, text.rfind(";", start, end) + 1)
    return trim(text, start, end - 1), match.span("who")


def _behind_words(layout: Layout, sentence: Range, cue: Range) -> tuple[Range, Range] | None:
    """A clause, a name, the word, and a comma or the end."""
    text = layout.text
    named = _NAMED_BEFORE.search(text, max(sentence[0], cue[0] - REACH), cue[0])
    if named is None or named.start() == sentence[0] or text[cue[1] : cue[1] + 1] not in (".", ",", ""):
        return None
    start, end = trim(text, sentence[0], named.start())
    return (start, end - (text[end - 1] == ",")), trim(text, *named.span())
