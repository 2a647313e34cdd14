"""The reporting clauses of a sentence: who, with which word, and on which side the content stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.lang import english
from onrecord.record import Mode
from onrecord.tagger.rules import speakers, tails
from onrecord.tagger.rules.cues import HELP_REACH, Cue, cues
from onrecord.tagger.rules.veil import VEIL, Sentence
from onrecord.tagger.tags import Range

Rule = Literal[
    "quoted-before",
    "inverted",
    "set-off",
    "that-clause",
    "quoted-behind",
    "bare-clause",
    "object",
    "according-to",
]
_PARTED = re.compile(rf"(?:[,;:—–]|\s-|--|{VEIL}|,?\s+(?:and|but|while|as|though|although))\s*$")
_ACCORDING = re.compile(r"\b[Aa]ccording to\b")
_PARTICIPLE = re.compile(r"(?:[,;—–-]|\bby|\bafter|\bbefore|\bwhile)\s+$")
_JOINED = re.compile(r"\b(?:and|but|or)\s+$")
_PLURAL = re.compile(  # what a plain form ("say") may stand behind
    r"(?:\b(?:[Tt]hey|[Ww]e|I|[Yy]ou|who|[Ss]ome|[Oo]thers|[Mm]any|[Mm]ost|[Bb]oth|[Pp]eople|[Pp]olice|did|does|do"
    r"|will|would|could|may|might|can|n['’]t)|[a-z][^\W\d_]*s|[A-Z]\w+s|\d)\s+(?:[a-z]+ly\s+|also\s+|still\s+|often\s+)?$"
)
FARTHEST = 600  # code points before a cue in which its speaker stands; 45 words are hardly more
_BROKEN_OFF = ",?!…—-"  # how a quotation ends that somebody's "he said" follows


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting clause; the content stands behind it, or before it and perhaps behind it as well."""

    start: int
    end: int  # where a content behind it may begin
    speaker: Range | None
    cue: Range
    mode: Mode
    before: bool
    rule: Rule


def frames(sentence: Sentence) -> list[Frame]:
    """The reporting clauses of a sentence in order; one inside another's content is left out."""
    found: list[Frame] = []
    for frame in sorted((*_according(sentence), *_verbs(sentence)), key=lambda f: f.start):
        if not found or not _inside(sentence, frame, found[-1]):
            found.append(frame)
    return found


def _inside(sentence: Sentence, frame: Frame, last: Frame) -> bool:
    """Whether a clause is part of what the one before it reports: nothing parts it from there."""
    if frame.start < last.end or last.before:
        return frame.start < last.end
    return not _PARTED.search(sentence.veiled[max(last.end, frame.start - HELP_REACH) : frame.start])


def _verbs(sentence: Sentence) -> Iterator[Frame]:
    last: Range | None = None
    for cue in cues(sentence):
        frame = _inverted(sentence, cue) or _plain(sentence, cue, last)
        if frame is not None:
            last = frame.speaker
            yield frame


def _inverted(sentence: Sentence, cue: Cue) -> Frame | None:
    """`"…," said Ali, a farmer`; `…, says Ali`: the word stands between the content and who spoke."""
    head = sentence.before(cue.start).rstrip()
    quoted = head.endswith(VEIL)
    if cue.form == "participle" or not quoted and not _may_invert(sentence, cue, head):
        return None
    who = speakers.behind(sentence.veiled, cue.end, sentence.end)
    if who is None or not quoted and sentence.veiled[who[1] : sentence.end].lstrip().startswith(VEIL):
        return None
    return Frame(cue.start, who[1], who, (cue.verb, cue.end), cue.mode, before=True, rule="inverted")


def _may_invert(sentence: Sentence, cue: Cue, head: str) -> bool:
    """Behind a comma and no quotation; `Ali, a farmer, said it rained` is not inverted."""
    if head[-1:] not in (",", "—", "–", "-") or cue.lemma not in english().inverted:
        return False
    apposed = speakers.before(sentence.veiled, _low(sentence, cue.start), cue.start)
    return apposed is None or not tails.TO_CLAUSE.match(sentence.veiled, cue.end, sentence.end)


def _plain(sentence: Sentence, cue: Cue, last: Range | None) -> Frame | None:
    """The speaker stands before the word, or it shares the one of the clause before."""
    found = _subject(sentence, cue, last)
    if found is None:
        return None
    who, start = found
    joined = _JOINED.search(sentence.veiled[max(sentence.start, cue.start - HELP_REACH) : cue.start])
    if cue.form != "participle" and not joined:
        rule = _set_off(sentence, cue, sentence.before(start).rstrip())
        if rule is not None:
            return Frame(start, cue.end, who, (cue.start, cue.end), cue.mode, before=True, rule=rule)
    content = _content(sentence, cue)
    if content is None:
        return None
    at, rule = content
    return Frame(start, at, who, (cue.start, cue.end), cue.mode, before=False, rule=rule)


def _set_off(sentence: Sentence, cue: Cue, head: str) -> Rule | None:
    """Whether the content stands before: a quotation broken off there, or a comma, and nothing behind."""
    if _breaks_off(sentence, head):
        return "quoted-before"
    end = tails.TO_END.match(sentence.veiled, cue.end, sentence.end)
    if end is None:
        return None
    if head.rstrip(",—–").endswith(VEIL):
        return "set-off"
    to_quotation = sentence.veiled[end.end() : end.end() + 1] == VEIL
    comma = head[-1:] in (",", "—", "–") and cue.lemma in english().clauses
    return "set-off" if comma and not to_quotation else None


def _breaks_off(sentence: Sentence, head: str) -> bool:
    """Whether what stands before is a quotation that ends in a comma or a mark of its own."""
    quoted = sentence.quotation_at(sentence.start + len(head) - 1) if head.endswith(VEIL) else None
    return quoted is not None and sentence.inside(quoted)[-1:] in tuple(_BROKEN_OFF)


def _subject(sentence: Sentence, cue: Cue, last: Range | None) -> tuple[Range | None, int] | None:
    """Who speaks, and where the clause begins."""
    before = sentence.veiled[max(sentence.start, cue.start - HELP_REACH) : cue.start]
    first = last or speakers.first_of(sentence.veiled, sentence.start, cue.start)
    if cue.form == "participle":
        return (first, cue.start) if _PARTICIPLE.search(before) else None
    if _JOINED.search(before):
        return (first, cue.start) if first else None
    if cue.form == "plain" and not _PLURAL.search(before):
        return None
    low = _low(sentence, cue.start)
    find = speakers.between if _breaks_off(sentence, sentence.before(low)) else speakers.before
    who = find(sentence.veiled, low, cue.start)
    return (who, who[0]) if who else None


def _low(sentence: Sentence, at: int) -> int:
    """Where a speaker before an offset may begin: behind the last quotation, or at the sentence's start."""
    quoted = sentence.veiled.rfind(VEIL, sentence.start, at) + 1 or sentence.start
    return max(quoted, at - FARTHEST)


def _content(sentence: Sentence, cue: Cue) -> tuple[int, Rule] | None:
    """Where the content behind a cue begins."""
    veiled, end, language = sentence.veiled, sentence.end, english()
    if (that := tails.TO_THAT.match(veiled, cue.end, end)) is not None:
        return that.end(), "that-clause"
    quoted = tails.TO_QUOTATION.match(veiled, cue.end, end)
    if quoted is not None and _leads(sentence, cue, quoted):
        return quoted.end(), "quoted-behind"
    told = tails.TO_CLAUSE_TOLD.match(veiled, cue.end, end) if cue.lemma in language.told else None
    clause = told or tails.TO_CLAUSE.match(veiled, cue.end, end)
    if clause is not None and cue.lemma in language.clauses:
        return clause.end(), "bare-clause"
    if VEIL in veiled[cue.end : end] and cue.mode != "thought" or cue.lemma in language.objects:
        return cue.end, "object"
    return None


def _leads(sentence: Sentence, cue: Cue, tail: re.Match[str]) -> bool:
    """`said Q`, `told reporters: Q`; in `said Ali "was late"` the name is part of what is said."""
    between = tail.group().strip()
    if not between or between[-1] in ",:-–—":
        return True
    quoted = sentence.quotation_at(tail.end())
    capital = quoted is not None and sentence.inside(quoted)[:1].isupper()
    return capital and (cue.lemma in english().told or not between[0].isupper())


def _according(sentence: Sentence) -> Iterator[Frame]:
    for match in _ACCORDING.finditer(sentence.veiled, sentence.start, sentence.end):
        who = speakers.named_after(sentence.veiled, match.end(), sentence.end)
        if who is not None:
            before = match.start() != sentence.start
            yield Frame(
                match.start(), who[1], who, match.span(), "speech", before=before, rule="according-to"
            )
