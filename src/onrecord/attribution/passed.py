"""What in a sentence says that words were passed on: "according to the Gazette", "carried by Vell Radio"."""

import re
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, overlap
from onrecord.attribution.hints import behind_words, carried_by, issued_by
from onrecord.attribution.listener import listener_at, phrase_at
from onrecord.attribution.passers import role_of
from onrecord.attribution.relay import quoter
from onrecord.record import ChainRole
from onrecord.text.layout import Layout, Range, trim

FAR = 1000  # code points about words in which an attribution that uses them begins
REACH = 90  # code points between what was said, or the cue, and the words for whoever passed it on
_THROUGH = re.compile(r"\b(?:through|via)\s+(?=(?:an?|his|her|its|their|the)\s)", re.IGNORECASE)
_ACCOUNT = re.compile(  # one that is named; "on its page" alone is a channel
    r"\b(?:via|using|through|from|on)\s+(?P<all>(?:his|her|its|their|the)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:(?P<handle>@\w{1,30})\s+(?:account|channel|page|feed|handle)"
    r"|(?:account|channel)\s+(?P<name>(?:@\w+|[A-Z]\w*)(?:\s+[A-Z]\w*){0,3})))"
)
_ARTICLE = re.compile(
    r"\bin\s+(?P<all>(?:the|that|a|an|its)\s+(?:(?:[A-Z][\w.&-]*|[a-z]+)\s+){0,4}?(?:article|story|newspaper|programme|podcast))\b"
)
_QUOTED = re.compile(
    r"(?P<who>[Ii]t|(?:[Tt]he\s+)?[A-Z][^,;:.“”\"]{0,40}?|[Tt]he\s+\w+)\s+(?:also\s+)?(?P<cue>quoted|quotes)\s"
)
_JOINT = re.compile(r"(?:\b(?:and|but|while|when)|[,;])\s+$")
_PERSON = re.compile(  # go-betweens without an office
    r"\b(?:interpreters?|translators?|relatives?|son|daughter|sons|daughters|wife|husband|brother|sister|mother|father|parents|friends?"
    r"|colleagues?|mediators?|go-betweens?|messengers?|preachers?|envoys?|aides?|family)\b"
)
_FRONT = re.compile(r"According\s+to\s+|As\s+(?:reported|quoted|cited)\s+(?:by|in)\s+")
Passed = tuple[ChainRole, Range, Range]  # role, who, and the words that say so


def passed_in_sentence(layout: Layout, draft: Draft, drafts: Drafts) -> Iterator[Passed]:
    """Everything about the cue of an attribution that names who passed its words on."""
    around = _around(layout, draft)
    yield from _behind(layout, draft, drafts)
    for pattern in (carried_by(), issued_by()):
        for match in pattern.finditer(layout.text, *around):
            yield from _by(layout, draft, match, sure=pattern is carried_by())
    for match in _THROUGH.finditer(layout.text, *around):
        yield from _go_between(layout, draft, match)
    for match in _ACCOUNT.finditer(layout.text, *around):
        if not _said(draft, match.span()):
            yield "account", match.span("handle" if match["handle"] else "name"), match.span("all")
    for match in _ARTICLE.finditer(layout.text, *around):
        if not _said(draft, match.span()) and 0 <= match.start() - draft.cue[-1][1] <= 2:
            yield "media", match.span("all"), match.span("all")
    yield from _in_front(layout, draft, drafts)
    yield from _quoting(layout, draft)


def _quoting(layout: Layout, draft: Draft) -> Iterator[Passed]:
    """`The Gazette | quoted | Orlan and Marek, with Marek saying …`."""
    if not draft.speaker or not draft.cue:
        return
    sentence = layout.sentence(draft.cue[0][0])
    if sentence and layout.text[slice(*draft.cue[0])].lower() in ("citing", "quoting"):
        cited = quoter(layout.text, sentence[0], draft.cue[0][0])
        role = role_of(layout.text[slice(*cited)]) if cited else None
        if cited and role in ("media", "agency"):
            yield role, cited, draft.cue[0]
        return
    match = (
        _QUOTED.search(layout.text, max(sentence[0], draft.speaker[0][0] - FAR), draft.speaker[0][0])
        if sentence
        else None
    )
    if match is None or sentence is None or draft.chain or _said(draft, match.span()):
        return
    if match.start() > sentence[0] and not _JOINT.search(
        layout.text, max(sentence[0], match.start() - 12), match.start()
    ):
        return
    who = trim(layout.text, *match.span("who"))
    words = layout.text[slice(*who)]
    if words.lower() == "it" or role_of(words) in ("media", "agency"):
        yield role_of(words) or "media", who, match.span("cue")


def _around(layout: Layout, draft: Draft) -> Range:
    """The part of the sentence about the cue in which a link can stand."""
    at = (draft.cue or draft.speaker)[-1]
    sentence = layout.sentence(at[0]) or at
    return max(sentence[0], at[0] - 2 * REACH), min(sentence[1], at[1] + 2 * REACH)


def _said(draft: Draft, r: Range) -> bool:
    return overlap(draft.content, (r,)) > 0


def _behind(layout: Layout, draft: Draft, drafts: Drafts) -> Iterator[Passed]:
    """`…, Orlan said, | according to the Gazette`."""
    last = max(e for _, e in (*draft.content, *draft.cue, *draft.speaker, *draft.addressee))
    sentence = layout.sentence(max(draft.start, last - 1))
    if sentence is None:
        return
    first = min(s for s, _ in (*draft.content, *draft.cue))
    ends = {e for _, e in (*draft.content, *draft.cue, *draft.speaker, *draft.addressee)}
    for match in behind_words().finditer(layout.text, first, min(sentence[1], last + REACH)):
        near = any(0 <= match.start() - end <= REACH for end in ends)
        if not near or _said(draft, match.span()) or overlap(draft.cue, (match.span("cue"),)):
            continue
        who = phrase_at(layout.text, match.end(), sentence[1])
        role = role_of(layout.text[slice(*who)]) if who else None
        told = (
            role in ("media", "agency") or role == "document" and match["cue"].lower().startswith("according")
        )
        if who and role and told and not _anothers(draft, drafts, match.span()):
            yield role, who, match.span("cue")


def _anothers(draft: Draft, drafts: Drafts, cue: Range) -> bool:
    """Whether the words belong to another attribution that stands nearer, or that this one is part of."""
    for other in drafts.beginning_in(cue[0] - FAR, cue[1] + FAR):
        if other.key != draft.key and overlap(other.cue, (cue,)):
            return other.key == draft.nested_in or not overlap(other.content, draft.content)
    return False


def _in_front(layout: Layout, draft: Draft, drafts: Drafts) -> Iterator[Passed]:
    """`According to the Gazette, Orlan said …`, where the Gazette is not found as a speaker itself."""
    sentence = layout.sentence((draft.cue or draft.speaker)[0][0])
    match = _FRONT.match(layout.text, *sentence) if sentence else None
    if match is None or sentence is None or _said(draft, match.span()) or draft.nested_in is not None:
        return
    who = phrase_at(layout.text, match.end(), sentence[1])
    role = role_of(layout.text[slice(*who)]) if who else None
    if (
        who
        and role in ("media", "agency", "document")
        and not any(overlap(d.cue, (match.span(),)) for d in drafts.kept)
    ):
        yield role, who, trim(layout.text, *match.span())


def _by(layout: Layout, draft: Draft, match: re.Match[str], *, sure: bool) -> Iterator[Passed]:
    """`a statement | carried by | Vell Radio`."""
    if _said(draft, match.span()):
        return
    who = listener_at(layout.text, match.end(), match.endpos, sure=True)
    if who is None or _is_it(layout.text[slice(*who)]):
        return
    role = role_of(layout.text[slice(*who)])
    if role is not None or not sure:
        yield role or "speaker", who, match.span("cue")


def _used(drafts: Drafts, cue: Range) -> bool:
    return any(overlap(d.cue, (cue,)) for d in drafts.beginning_in(cue[0] - FAR, cue[1] + FAR))


def _is_it(words: str) -> bool:
    return words.lower() in ("it", "him", "them", "her", "me", "us")


def _go_between(layout: Layout, draft: Draft, match: re.Match[str]) -> Iterator[Passed]:
    who = listener_at(layout.text, match.end(), match.endpos, sure=True)
    if who is None or _said(draft, match.span()):
        return
    words = layout.text[slice(*who)]
    named = role_of(words) == "spokesperson"
    if named or _PERSON.search(words) and listener_at(layout.text, match.end(), match.endpos, strict=True):
        yield "spokesperson" if named else "speaker", who, trim(layout.text, *match.span())
