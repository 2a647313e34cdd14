"""Rules for attributions inside attributions, for what the network was hardly taught."""

import re
from collections.abc import Iterator

from onrecord.attribution.draft import Draft, Drafts, overlap, rule
from onrecord.attribution.phrases import REFERS_BACK, clause_start, cue_words, subject_before
from onrecord.lang import english
from onrecord.text.layout import Layout, Range, trim, word_count
from onrecord.text.quotemarks import Quotation

RULE_SCORE = 0.7
MIN_INNER_WORDS = 3
MAX_SUBJECT_WORDS = 10
_NOUN_CUE = re.compile(
    r"((?:[A-Z\[][\w.-]*\]?\s+)*\[?[A-Z][\w-]*['’]s?\]?|\b(?:his|her|their))\s+"
    rf"((?:\w+\s+)?(?:{'|'.join(sorted(english().cue_nouns))})s?)\s+that\s+([^.!?;\n]{{12,}})",
)
_CLAUSE_START = re.compile(
    r"[,;:.!?“\"(–—]\s*|(?<!\w)[‘']\s*|\b(?:that|and|but|because|when|if|while|after|before|as)\\s+",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"(?:\s+(?!that\b|to\b)[\w’'.-]+){0,6}?(?:\s+(?=that\s+\w)|\s+(?=(?:not\s+)?to\s+(?!(?:the|an?|my|your|his|her|its|our|their|this|these|those)\b)[a-z]))"
)
_JOINT = re.compile(r"(?:and|but|so|that|as well as)\s+", re.IGNORECASE)
_MORE_NOUNS = frozenset(("order", "report", "post", "voice", "request", "reveal"))
_ABOUT = re.compile(r"\s(?:about|for|in|with|from|over|on)\s")
_TO = re.compile(r"(?:not\s+)?to\s")
_NOT_BEFORE_CUE = re.compile(
    r"\b(?:in|of|by|for|with|from|under|on|at|to|into|without|despite)\s+$", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.;!?…”\"]|,\s+(?:but|and|while|although|though)\b")
_DETERMINER = re.compile(
    r"\b(?:the|an?|this|these|any|no|such|some|his|her|its|their|our|my)\s+$", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"(?<!\s)\s+(?:(?:have|has|had|will|would|can|could|may|might|must|should|do|does|did|is|are|was|were|also|already|never|not"
    r"|now|then|once|just|later|repeatedly)\s*)+$"
)


def by_noun(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """ "… Leader Ali's statement that it is impossible …", inside somebody's words."""
    key = drafts.next_key
    seen: set[Range] = set()
    for draft in drafts.kept:
        for start, end in draft.content:
            if layout.text.find("that", start, end) < 0:
                continue
            for match in _NOUN_CUE.finditer(layout.text, start, end):
                if match.span(2) in seen or any(overlap(d.cue, (match.span(2),)) for d in drafts.kept):
                    continue
                seen.add(match.span(2))
                content, speaker = _clause(layout, *match.span(3)), trim(layout.text, *match.span(1))
                reason = rule(layout, "nested_in", "noun-cue", RULE_SCORE, match.span(2))
                yield Draft(
                    key, (content,), (match.span(2),), (speaker,), score=RULE_SCORE, reasons=(reason,)
                )
                key += 1


def _clause(layout: Layout, start: int, end: int) -> Range:
    """Up to a purpose or a new main clause."""
    cut = re.search(r",? (?:in order to|so that|and we |but we )", layout.text[start:end])
    return trim(layout.text, start, start + cut.start() if cut else end)


def by_marks(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """`I have said many times: 'Knowledge is power.'`: a quotation inside somebody's words, behind a cue."""
    key = drafts.next_key
    known = {d.content for d in drafts.kept}
    for q in layout.quotations:
        if q.depth > 1 or not q.closed or ((q.start, q.end),) in known:
            continue
        begin = _begin_of_outer(layout, drafts, q)
        if begin is None or word_count(layout.text, ((q.start, q.end),)) < MIN_INNER_WORDS:
            continue
        anchor = _anchor(layout, begin, q.start - len(q.opener))
        if anchor is not None:
            reason = rule(layout, "nested_in", "quotation-in-quotation", RULE_SCORE, anchor[0])
            yield Draft(
                key, ((q.start, q.end),), (anchor[0],), (anchor[1],), score=RULE_SCORE, reasons=(reason,)
            )
            key += 1


def _begin_of_outer(layout: Layout, drafts: Drafts, q: Quotation) -> int | None:
    """Where the words around a quotation begin: an outer quotation, or what is reported without marks."""
    if q.depth == 1:
        outer = layout.around(q.start, q.end)
        return outer.start if outer else None
    low = q.start - len(q.opener)
    if not layout.text[max(0, low - 2) : low].rstrip().endswith((",", ":")):
        return None  # some words in marks, not all that was said
    return max((s for d in drafts.kept for s, e in d.content if s < low and q.end <= e), default=None)


def _anchor(layout: Layout, low: int, at: int) -> tuple[Range, Range] | None:
    """The cue right before an inner quotation, and its subject."""
    text = layout.text
    breaks = [m.end() for m in re.finditer(r"[.!?…]\s+", text[low:at])]
    start = low + breaks[-1] if breaks else low
    cues = list(cue_words(text, start, at, english()))
    if not cues or word_count(text, ((cues[-1][1], at),)) > 4:
        return None
    subject = subject_before(text, clause_start(text, start, cues[-1][0], _CLAUSE_START), cues[-1][0])
    return (cues[-1], _without_auxiliary(text, subject)) if subject else None


def _without_auxiliary(text: str, subject: Range) -> Range:
    match = _AUXILIARY.search(text[slice(*subject)])
    return (subject[0], subject[0] + match.start()) if match else subject


def by_clause(layout: Layout, drafts: Drafts) -> Iterator[Draft]:
    """`the driver told us to get out`: cue and complement inside the words of somebody else."""
    key = drafts.next_key
    seen: set[Range] = set()
    for draft in drafts.kept:
        for start, end in draft.content:
            for cue in cue_words(layout.text, start, end, english()):
                found = _complement(layout, drafts, (start, end), cue)
                if found is not None and cue not in seen:
                    seen.add(cue)
                    content, speaker = found
                    reason = rule(layout, "nested_in", "cue-with-complement", RULE_SCORE, cue)
                    yield Draft(key, (content,), (cue,), (speaker,), score=RULE_SCORE, reasons=(reason,))
                    key += 1


def _complement(layout: Layout, drafts: Drafts, outer: Range, cue: Range) -> tuple[Range, Range] | None:
    """What follows a cue inside a content, and whose words it is; None where either is missing."""
    text = layout.text
    match = _COMPLEMENT.match(text, cue[1], outer[1])
    if match is None or any(overlap(d.cue, (cue,)) for d in drafts.kept):
        return None
    if REFERS_BACK.match(text, match.end()):
        return None
    low = clause_start(text, outer[0], cue[0], _CLAUSE_START)
    if (joint := _JOINT.match(text, low)) is not None:
        low = joint.end()
    low, high = _without_auxiliary(text, trim(text, low, cue[0]))
    if _could_be_noun(text[slice(*cue)]) and not _names_somebody(text[low:high]):
        return None
    if _DETERMINER.search(text, low, cue[0]) or _NOT_BEFORE_CUE.search(text, low, cue[0]):
        return None  # "the charge that …", "in order to" are nouns
    if not _takes(text[slice(*cue)], text[cue[1] : match.end()], to=bool(_TO.match(text, match.end()))):
        return None
    stop = _CLAUSE_END.search(text, match.end(), outer[1])
    content = trim(text, match.end(), stop.start() if stop else outer[1])
    subject = word_count(text, ((low, high),))
    small = word_count(text, (content,)) <= MIN_INNER_WORDS or content[1] - content[0] > 0.9 * (
        outer[1] - outer[0]
    )
    return None if small or not 0 < subject <= MAX_SUBJECT_WORDS else (content, (low, high))


def _could_be_noun(cue: str) -> bool:
    """ "An executive order to …", "comments that …": the same form is a verb and a noun."""
    return cue.lower().removesuffix("s") in english().cue_nouns | _MORE_NOUNS


def _names_somebody(subject: str) -> bool:
    """Whether the word before a cue is a pronoun or a name, so that the cue must be its verb."""
    last = subject.split()[-1] if subject.split() else ""
    return last.lower() in english().pronouns - {"his", "her", "their", "which", "one"} or last[:1].isupper()


def _takes(cue: str, between: str, *, to: bool) -> bool:
    """Whether a cue can have such a complement: "continue to value" reports nothing, "urge them to" does.

    Words between the cue and "that" are who is told; behind other cues they are what "that" is about.
    """
    lemma = english().lemma(cue)
    if _ABOUT.search(between) and lemma != "call":
        return False
    if to:
        return (
            lemma in english().directing
            or lemma == "call"
            and between.split()[:1] in (["on"], ["upon"], ["for"])
        )
    return lemma in english().addressing - english().only_to or not between.strip()
