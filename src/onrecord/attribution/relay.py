"""Words passed on: "was quoted by state radio as saying"; whoever passed them on goes into the chain."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, Link, overlap, rule
from onrecord.attribution.join import settle
from onrecord.attribution.passers import role_of
from onrecord.attribution.phrases import clause_start, subject_before
from onrecord.record import ChainRole
from onrecord.text.layout import Layout, Range, trim, word_count

RELAY_SCORE = 0.9
FAR = 500  # code points before "quoted" in which its subject begins
REACH = 40  # characters between "as saying" and the words it introduces
_AS_SAYING = (
    r"as\s+(?:having\s+said|saying|telling|stating|warning|declaring|writing|claiming|arguing|describing"
    r"|calling|adding)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?"
_PASSIVE = re.compile(
    r"\b((?:was|were|is|are|has been|have been|had been|being)\s+(?:also\s+|later\s+|widely\s+)?"
    r"(?:quoted|cited|reported))"
    r"(?P<when>\s[^,;:“”\"]{0,30}?)??"
    rf"(?:\s+(?:by|in|on)\s+(?P<relay>(?!{_WEEKDAY})[^,;:“”\"]{{2,80}}?))?"
    rf"(?:,?\s+(?:on\s+|late\s+|early\s+|last\s+|this\s+)*(?:{_WEEKDAY}|week|month)(?:,\s+{_DAY})?"
    rf"|,?\s+on\s+{_DAY}|\s+earlier|\s+yesterday|\s+today)?,?"
    rf"\s+(?P<saying>{_AS_SAYING})\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b((?:quoted|quotes|quoting|cited|cites|citing))\s+(?P<speaker>(?!by\b|in\b|on\b)(?:(?!\bquot)[^;:“”\"]){2,140}?)\s+"
    rf"(?P<saying>{_AS_SAYING})\b",
    re.IGNORECASE,
)
_SAYING = re.compile(rf"(?<=\s){_AS_SAYING}\b", re.IGNORECASE)  # far quicker than the two, which need it
_REPORTED = re.compile(
    r",?\s+(?:said|says|reported|reports|wrote|writes|added|adds|announced)"
    r"(?:\s+(?:on|late|early|earlier|last|this)\b[^,;:“”\"]{0,30}|\s+[A-Z]\w+day)?,?\s*$"
)
MOST_WORDS = 12  # of the name of whoever quotes
_ENDS = re.compile(  # nothing behind "as saying" but who passed it on, and when
    r"(?:\s+(?:by|in)\s+(?P<by>[^,.;:“”\"]{2,60}?))?"
    rf"(?:,?\s+(?:on|late|early|earlier|last|this|yesterday|today|{_WEEKDAY})\b[^,.;:“”\"]{{0,40}})?[.\s]*"
)
_AUXILIARY = re.compile(r"(?:\s+(?:has|have|had|also|later|then|once|earlier))+\s*$")
_BREAK = re.compile(r"[,;:“”\"(—–]\s*|\b(?:but|and|while|that|which|as)\s+", re.IGNORECASE)


def find_relays(layout: Layout, drafts: Drafts) -> Drafts:
    """Set cue, speaker and chain of everything said to be quoted by somebody."""
    for block in layout.blocks:
        if not _SAYING.search(layout.text, block.start, block.end):
            continue
        done = set()
        for match in _PASSIVE.finditer(layout.text, block.start, block.end):
            drafts = _passive(layout, drafts, match)
            done.add(match.end())
        for match in _ACTIVE.finditer(layout.text, block.start, block.end):
            if match.end() not in done:
                drafts = _active(layout, drafts, match)
    return drafts


def _passive(layout: Layout, drafts: Drafts, match: re.Match[str]) -> Drafts:
    turned = _words_before(layout, drafts, match, passive=True)
    if turned is not None:
        return turned
    start, _ = layout.sentence(match.start()) or (match.start(), match.end())
    cue = (match.span(1), match.span("saying"))
    relays = (match.span("relay"),) if match["relay"] else ()
    links = tuple(Link(_role_of(match["relay"]), (relay,), (cue[0],)) for relay in relays)
    drafts = _found(layout, drafts, match)
    changed = []
    for draft in _near(drafts, match):
        before = tuple(s for s in draft.speaker if s[1] <= match.start() and s[0] >= start)
        subject = subject_before(layout.text, start, match.start())
        speaker = before or ((subject,) if subject else draft.speaker)
        changed.append(_with(layout, draft, cue, speaker, links))
    return drafts.changing(changed)


def _found(layout: Layout, drafts: Drafts, match: re.Match[str]) -> Drafts:
    """With a draft for what stands behind "as saying", if the network saw none, and without misreadings."""
    wrong = [
        d
        for d in drafts.kept
        if _own_cue(d, match) and (d.end <= match.end() or match.start() <= d.start < match.end())
    ]
    drafts = drafts.without([(d, "its words are not those behind 'quoted as saying'") for d in wrong])
    if any(_near(drafts, match)):
        return drafts
    _, end = layout.sentence(match.end() - 1) or (match.start(), match.end())
    start, end = trim(layout.text, match.end(), end)
    content = settle(layout, [(start, end - (layout.text[end - 1] == "."))], [match.span()])
    if not content or any(d.cue for d in drafts.covering(content[0][0], content[-1][1])):
        return drafts
    return drafts.adding([Draft(drafts.next_key, content, score=RELAY_SCORE)])


def _active(layout: Layout, drafts: Drafts, match: re.Match[str]) -> Drafts:
    turned = _words_before(layout, drafts, match, passive=False)
    if turned is not None:
        return turned
    start, _ = layout.sentence(match.start()) or (match.start(), match.end())
    relay = quoter(layout.text, start, match.start())
    cue = (match.span(1), match.span("saying"))
    links = (Link(_role_of(layout.text[slice(*relay)]), (relay,), (cue[0],)),) if relay else ()
    speaker = trim(layout.text, *match.span("speaker"))
    drafts = _found(layout, drafts, match)
    return drafts.changing(_with(layout, d, cue, (speaker,), links) for d in _near(drafts, match))


def _words_before(layout: Layout, drafts: Drafts, match: re.Match[str], *, passive: bool) -> Drafts | None:
    """`“We go,” Ali was quoted as saying.`, `“We go,” the paper quoted him as saying.`; else None."""
    text = layout.text
    low, high = layout.sentence(match.start()) or match.span()
    ends = _ENDS.fullmatch(text, match.end(), high)
    nearest = clause_start(text, low, match.start(), _BREAK)
    subject = subject_before(text, nearest, _had(text, low, match.start())) if ends is not None else None
    if ends is None or subject is None or text[low : subject[0]].rstrip()[-1:] not in (",", "”", '"', "’"):
        return None
    content = settle(layout, [(low, subject[0])], [(subject[0], match.end())])
    by = ends.span("by") if ends["by"] else None
    relay, speaker = (by, subject) if passive else (subject, trim(text, *match.span("speaker")))
    links = (Link(_role_of(text[slice(*relay)]), (relay,), (match.span(1),)),) if relay else ()
    gone = [d for d in drafts.kept if _own_cue(d, match) or not d.cue and overlap(d.content, content)]
    drafts = drafts.without([(d, "read again with 'quoted as saying'") for d in gone])
    if not content or any(overlap(d.content, content) for d in drafts.kept):
        return None
    cue = (match.span(1), match.span("saying"))
    made = Draft(drafts.next_key, content, score=RELAY_SCORE)
    return drafts.adding([_with(layout, made, cue, (speaker,), links)])


def _near(drafts: Drafts, match: re.Match[str]) -> Iterator[Draft]:
    for draft in drafts.kept:
        in_reach = match.end() <= draft.start <= match.end() + REACH
        if in_reach and (_own_cue(draft, match) or not draft.cue):
            yield draft


def _own_cue(draft: Draft, match: re.Match[str]) -> bool:
    return any(s < match.end() and match.start() < e for s, e in draft.cue)


def _with(
    layout: Layout, draft: Draft, cue: tuple[Range, ...], speaker: tuple[Range, ...], links: tuple[Link, ...]
) -> Draft:
    reason = rule(layout, "chain", "quoted-as-saying", RELAY_SCORE, *cue)
    mode = "speech" if draft.mode == "thought" else draft.mode
    return replace(draft, cue=cue, speaker=speaker, chain=links, mode=mode, reasons=(*draft.reasons, reason))


def quoter(text: str, start: int, at: int) -> Range | None:
    """Who quotes: the subject of "quoted", or of the clause that "quoting" hangs on."""
    start = max(start, at - FAR)
    reported = _REPORTED.search(text, max(start, at - 60), at)
    end = reported.start() if reported else at
    end = _had(text, start, end)
    nearest = clause_start(text, start, end, _BREAK)
    near, far = subject_before(text, nearest, end), subject_before(text, start, end)
    found = near or far
    return found if found and word_count(text, (found,)) <= MOST_WORDS else None


def _had(text: str, start: int, end: int) -> int:
    """Before the auxiliaries of a verb."""
    match = _AUXILIARY.search(text, max(start, end - 40), end)
    return match.start() if match else end


def _role_of(words: str) -> ChainRole:
    return role_of(words) or "media"
