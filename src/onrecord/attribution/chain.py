"""Through whom: the medium, agency, account or spokesperson that passed somebody's words on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts, Link, overlap, rule, size
from onrecord.attribution.hints import may_pass_on
from onrecord.attribution.passed import Passed, passed_in_sentence
from onrecord.attribution.passers import role_of
from onrecord.text.layout import Layout, Range, trim

SCORE = 0.8
REACH = 200  # code points about an attribution in which its links stand; no sentence is much longer
NEAREST = {"speaker": 0, "spokesperson": 0, "account": 1, "document": 2, "media": 3, "agency": 3}
_HANDLE = re.compile(r"\s*\((?P<handle>@\w{1,30})\)")
_CITED = re.compile(
    r",?\s+(?:(?:cited|quoted)\s+(?:by|in)|leaked\s+to"
    r"|(?:which\s+was\s+)?(?:interviewed|seen|obtained|reviewed|viewed|published|given|read\s+out|delivered)\s+by)\s+",
    re.IGNORECASE,
)


def find_links(layout: Layout, drafts: Drafts) -> Drafts:
    """Add to every attribution the links of its chain that stand in its sentence."""
    drafts = _attributed_by_media(layout, drafts)
    contents = {d.key: d.content for d in drafts.kept}
    changed = []
    for draft in drafts.kept:
        if (draft.cue or draft.speaker) and _hinted(layout, draft):
            outer = contents.get(draft.nested_in) if draft.nested_in is not None else None
            changed.append(_linked(layout, _uncited(layout, _signed(layout, draft)), drafts, outer))
    return drafts.changing(changed)


def _hinted(layout: Layout, draft: Draft) -> bool:
    """Whether any word that can lead to a link stands about this attribution; few have one."""
    spans = (*draft.content, *draft.cue, *draft.speaker)
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    return may_pass_on(layout.text[max(0, low - REACH) : high + REACH])


def _attributed_by_media(layout: Layout, drafts: Drafts) -> Drafts:
    """`According to the Gazette, | the mayor | said …`: one statement, passed on by the Gazette."""
    changed, gone = [], []
    for i, medium in enumerate(drafts.kept):
        if not _is_according(layout, medium):
            continue
        for other in drafts.kept[max(0, i - 3) : i + 4]:
            merged = _merged(layout, medium, other) if other.key != medium.key else None
            if merged is not None:
                changed.append(merged)
                gone.append((medium, "it names who passed on another statement"))
                break
    return drafts.changing(changed).without(gone)


def _is_according(layout: Layout, draft: Draft) -> bool:
    words = " ".join(layout.text[s:e] for s, e in draft.cue)
    named = " ".join(layout.text[s:e] for s, e in draft.speaker)
    return words.lower() in ("according to", "per") and role_of(named) in ("media", "agency")


def _merged(layout: Layout, medium: Draft, other: Draft) -> Draft | None:
    """The other attribution with the medium as a link; None where they are two."""
    if (
        not other.cue
        or _is_according(layout, other)
        or layout.sentence(medium.cue[0][0]) != layout.sentence(other.cue[0][0])
    ):
        return None
    named = medium.end <= other.cue[0][0] and not layout.text[medium.end : other.cue[0][0]].strip(" ,")
    shared = overlap(medium.content, other.content)
    same = 5 * shared >= 4 * max(size(medium.content), size(other.content))
    if not named and not same:
        return None
    role = role_of(" ".join(layout.text[s:e] for s, e in medium.speaker)) or "media"
    other = replace(other, speaker=medium.content) if named else other
    return _with(layout, other, [(role, medium.speaker[0], medium.cue[0])])


def _linked(layout: Layout, draft: Draft, drafts: Drafts, outer: Sequence[Range] | None) -> Draft:
    known = [*draft.cue, *draft.speaker, *(m for link in draft.chain for m in link.mention)]
    words = {layout.text[s:e] for s, e in known}
    passed: list[Passed] = []
    for role, who, cue in passed_in_sentence(layout, draft, drafts):
        if outer is not None and not overlap(outer, (cue,)):
            continue  # whoever passed on the words around it
        if not overlap((who,), known) and layout.text[slice(*who)] not in words:
            passed.append((role, who, cue))
            known.append(who)
    return _with(layout, draft, passed) if passed else draft


def _with(layout: Layout, draft: Draft, passed: Sequence[Passed]) -> Draft:
    links = [*draft.chain, *(Link(role, (who,), (cue,)) for role, who, cue in passed)]
    links.sort(key=lambda link: (NEAREST[link.role], link.mention))
    reasons = tuple(rule(layout, "chain", "passed-on", SCORE, cue, who) for _, who, cue in passed)
    return replace(draft, chain=tuple(links), reasons=(*draft.reasons, *reasons))


def _signed(layout: Layout, draft: Draft) -> Draft:
    """`— Anna Marek (@annamarek)`: the account that a post stands under."""
    for start, end in draft.speaker:
        match = _HANDLE.search(layout.text, start, min(end + 40, len(layout.text)))
        if match is not None and match.start() <= end:
            speaker = tuple((s, min(e, match.start())) if s == start else (s, e) for s, e in draft.speaker)
            if match.start() > start:
                return _with(
                    layout,
                    replace(draft, speaker=speaker),
                    [("account", match.span("handle"), match.span("handle"))],
                )
    return draft


def _uncited(layout: Layout, draft: Draft) -> Draft:
    """`According to an envoy | cited by the Gazette`: who cites is not who spoke."""
    for start, end in draft.speaker:
        match = _CITED.search(layout.text, start, end)
        if match is None or match.start() == start:
            continue
        who = trim(layout.text, match.end(), end)
        role = role_of(layout.text[slice(*who)])
        if role is None:
            continue
        speaker = tuple((s, match.start()) if s == start else (s, e) for s, e in draft.speaker)
        cue = trim(layout.text, *match.span())
        return _with(layout, replace(draft, speaker=speaker), [(role, who, cue)])
    return draft
