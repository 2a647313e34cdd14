"""Which settings stand beside which attribution: in the sentence of its cue, or told of just before it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.attribution.setting.narration import NOBODY, Narration
from onrecord.attribution.setting.speakers import capitals, named_in
from onrecord.attribution.setting.stated import Stated, stated
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution
from onrecord.text.layout import Range

BEFORE = 2  # sentences without anybody's words in which an event is told of before the first words from it
OWNED = ("speech", "letter", "post", "statement")  # the owner of these is who speaks there
FAR = 10_000  # further than any cue is from a setting in its sentence

_RELATIVE = re.compile(
    r",\s+(?:who|which|whose)\b|\b(?:after|before|since|while|when|as|because)(?:\s+[\w’'-]+){1,4}?\s+(?:was|were|had|has|is)\b"
)
_OWNER = re.compile(r"([^\W\d_a-z][\w.-]*)(?:['’]s|s['’])\s")

Beside = tuple[Stated, ...]


def beside(told: Narration) -> tuple[Beside, ...]:
    """For every attribution the settings that are its own, in text order."""
    own: dict[int, list[Stated]] = defaultdict(list)
    for members in _by_frame(told).values():
        for part in told.parts[members[0]]:
            for setting in stated(told.layout, *part):
                for i in _owners(told, members, setting):
                    own[i].append(setting)
    for i, setting in _came(told):
        own[i].append(setting)
    return tuple(tuple(own[i]) for i in range(len(told.attributions)))


def _came(told: Narration) -> Iterator[tuple[int, Stated]]:
    """`… The announcement came in an interview`: the sentence behind says where it was made."""
    for i in told.order:
        end = max(told.frames[i][1], told.attributions[i].content[-1].end)
        match = _blank_then_came().match(told.layout.text, end)
        sentence = told.layout.sentence(match.end() - 1) if match and told.around[i] == NOBODY else None
        if match is not None and sentence is not None:
            yield from ((i, s) for s in stated(told.layout, match.end(), sentence[1]) if s.binding)


@cache
def _blank_then_came() -> re.Pattern[str]:
    made = "|".join(english_settings().made)
    return re.compile(
        rf"[\s”\"]*(?:The|His|Her|Their|Its|This|These|Those)\s+(?:{made})\s+(?:came|comes|come|was|were)\b(?:\s+made)?"
    )


def _by_frame(told: Narration) -> dict[tuple[Range, int], list[int]]:
    """The attributions made in each sentence, told of by the same."""
    groups: dict[tuple[Range, int], list[int]] = defaultdict(list)
    for i in told.order:
        groups[told.frames[i], told.around[i]].append(i)
    return groups


def _owners(told: Narration, members: Sequence[int], setting: Stated) -> Iterator[int]:
    """The attribution whose cue or speaker is nearest to a setting, and others of its speaker beside it."""
    nearest = min(members, key=lambda i: _distance(told.attributions[i], setting))
    if _of_another(told, nearest, setting):
        return
    who = told.speakers[nearest]
    for i in members:
        if i == nearest or who & told.speakers[i]:
            yield i


def _distance(a: Attribution, setting: Stated) -> int:
    spans = (*a.cue, *(s for p in a.speakers for s in p.mention))
    gaps = (max(s.start - setting.end, setting.start - s.end, 0) for s in spans)
    return min(gaps, default=FAR)


def _of_another(told: Narration, i: int, setting: Stated) -> bool:
    """Whether a clause that tells of somebody else stands between: "scolded Ali, who gave an interview"."""
    a = told.attributions[i]
    at = (a.cue or a.content)[0]
    between = told.layout.text[at.end : setting.start] if at.end < setting.start else ""
    return _RELATIVE.search(between) is not None or _anothers(told, i, setting)


def _anothers(told: Narration, i: int, setting: Stated) -> bool:
    """Whether it is the speech, letter or post of somebody else: "said of Ali's speech"."""
    if setting.channel not in OWNED:
        return False
    owner = _OWNER.match(told.layout.text, setting.start, setting.head)
    return owner is not None and not capitals(owner.group(1)) & told.names[i] and setting.binding


def told_before(told: Narration) -> tuple[Beside, ...]:
    """For every attribution what the sentences just before it, where nobody speaks, tell of its speaker."""
    found: list[Beside] = [()] * len(told.attributions)
    ends: dict[int, int] = {}
    last = 0
    for i in told.order:
        start, end = told.frames[i]
        if told.around[i] == NOBODY and start >= last and start not in ends:
            found[i] = tuple(_in_sentences(told, i, last, start))
        last = max(last, end, *(s.end for s in told.attributions[i].content))
    return tuple(found)


def _in_sentences(told: Narration, i: int, low: int, high: int) -> Iterator[Stated]:
    """Settings of the speaker in the last sentences of a stretch, up to a heading."""
    sentences: list[Range] = []
    at = high
    while len(sentences) < BEFORE:
        while at > low and told.layout.text[at - 1].isspace():
            at -= 1
        block = told.layout.block(at - 1)
        sentence = told.layout.sentence(at - 1)
        if at <= low or block is None or sentence is None or block.kind != "body" or sentence[0] < low:
            break
        sentences.append(sentence)
        at = sentence[0]
    for start, end in reversed(sentences):
        tells = named_in(told.layout.text[start:end], told.names[i])
        if tells or _blank_then_came().match(told.layout.text, start):
            yield from (s for s in stated(told.layout, start, end) if s.binding)
