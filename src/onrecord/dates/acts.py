"""Which date of a sentence is that of the saying: "said on Tuesday", "In a July 16 interview, she said"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.dates.expression import Expression, Recurrent, Stretch, Vague
from onrecord.dates.frame import BLANK, Frame
from onrecord.lang import english
from onrecord.lang.acts import ActWords, act_words
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution
from onrecord.text.layout import Range

BESIDE = 8  # words between "released" and the day: by whom, and where
JOINED = frozenset(("and", "but", "also"))  # what joins "met Marek on Monday" to "said"
FARTHEST = 30  # words between a cue and its date: an apposition and a place fit in
_SUBORDINATE = re.compile(
    r"(?:\A|(?<=,))\s*(?:after|before|when|while|as|following|during|because|since|amid|who|which|where|though|although)\b[^,]*,"
)
_BLANKS = re.compile(f"{BLANK}+")
_CLAUSE_END = re.compile(r"[;:—–]\s|,\s(?:but|and|yet|so)\s|[.!?]\s+(?=[A-Z“\"])")
_APART = re.compile(
    r"\b(?:(?:response|reaction|reply|relation|reference|relating|referring|prior|according) to"
    r"|connection with|(?:light|wake|face|time|eve|day|week|run-up)s? (?:of|to)|comment(?:ing)? on)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|this|that|his|her|its|their|our|my|\w+['’]s)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_LEADS = frozenset(("on", "in", "late", "early", "earlier"))
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_BEGINNING = frozenset(
    (
        "starting",
        "beginning",
        "ending",
        "opening",
        "closing",
        "running",
        "lasting",
        "due",
        "effective",
        "scheduled",
        "set",
    )
)


def act_dates(a: Attribution, frame: Frame, found: Sequence[Expression]) -> Iterator[Expression]:
    """The dates of a frame that belong to its act of saying, the closest first."""
    if not a.cue:
        return
    cue = (a.cue[0].start, a.cue[-1].end)
    yield from (e for e in found if _is_some_day(e) and _right_behind(frame, a.cue[-1].end, e))
    dates = [e for e in found if _is_some_day(e) and not frame.between(e.start, e.end).count(BLANK)]
    behind = [e for e in dates if e.start >= a.cue[0].end and _said_behind(frame, _last_cue_before(a, e), e)]
    ahead = [e for e in reversed(dates) if e.end <= cue[0] and _said_ahead(a, frame, cue, e)]
    yield from behind
    yield from ahead


def is_modifier(frame: Frame, e: Expression) -> bool:
    """Whether a date only says which: "the October 7 attack", "Tuesday's vote"; not of words."""
    before, behind = frame.between(frame.start, e.start), frame.between(e.end, frame.end)
    possessive = _POSSESSIVE.match(behind)
    if not possessive and not (_DETERMINED.search(before) and re.match(r"[\s-]+[a-z]", behind)):
        return False
    settings = english_settings()
    head = frame.words(e.end + (possessive.end() if possessive else 0), frame.end)[:5]
    low = [word.lower() for word in head]
    pairs = [" ".join(pair) for pair in pairwise(low)]
    return not any(word in settings.occasions or word in settings.channels for word in (*low, *pairs))


def _is_some_day(e: Expression) -> bool:
    return e.bound is None and not e.of_event and not isinstance(e.says, Recurrent | Stretch | Vague)


def _right_behind(frame: Frame, cue_end: int, e: Expression) -> bool:
    """Whether a date stands right behind the cue, even where it was taken for the first of the words."""
    if not cue_end <= e.start <= cue_end + len(" on early "):
        return False
    gap = frame.whole(cue_end, e.start).split()
    if not _LEADS.issuperset(gap) or frame.whole(e.start, e.end).startswith("the "):
        return False
    behind = re.match(r"\W*\w*", frame.whole(e.end, frame.end))
    following = behind.group().strip().lower() if behind else ""
    return not _POSSESSIVE.match(frame.whole(e.end, frame.end)) and following not in act_words().finite


def _last_cue_before(a: Attribution, e: Expression) -> int:
    return max(s.end for s in a.cue if s.end <= e.start)


def _said_behind(frame: Frame, cue_end: int, e: Expression) -> bool:
    """Whether nothing between a cue and a date behind it gives the date to something else."""
    known, gap = act_words(), frame.between(cue_end, e.start)
    if BLANK in gap:
        ahead = {w.lower() for w in frame.words(cue_end, cue_end + gap.index(BLANK))}
        apart = (known.clause_starts - {"that", "if", "whether"}) & ahead
        one = len(_BLANKS.findall(gap)) == 1
        return one and not apart and _is_light(gap[gap.rindex(BLANK) :], known) and not is_modifier(frame, e)
    words = frame.words(cue_end, e.start)
    low = [w.lower() for w in words]
    if len(words) > FARTHEST or known.clause_starts.intersection(low) or known.finite.intersection(low):
        return False
    if (
        low[:1]
        and low[0] in known.about
        or {"about", "regarding", "concerning", "over"}.intersection(low[1:])
    ):
        return False
    return not _governed(words, known) and not _APART.search(gap) and not is_modifier(frame, e)


def _is_light(gap: str, known: ActWords) -> bool:
    return all(w.lower() in known.light for w in re.findall(r"\w+", gap))


def _governed(words: Sequence[str], known: ActWords) -> bool:
    """Whether the last full word before a date is a verb that takes it: "arrested on Monday"."""
    full = [w for w in words if w.lower() not in known.light]
    last = full[-1] if full else ""
    return _is_past(last, known) or last.lower() in _BEGINNING


def _is_past(word: str, known: ActWords) -> bool:
    """Whether a word looks like a verb of another clause: "resigned", "went"; words come out, they do not."""
    if word in known.finite:
        return True
    return word.islower() and word.endswith("ed") and len(word) > 4 and word not in known.coming_out


def _said_ahead(a: Attribution, frame: Frame, cue: Range, e: Expression) -> bool:
    known = act_words()
    mentions = [s for p in a.speakers for s in p.mention if frame.start <= s.start and s.end <= cue[0]]
    if any(s.start <= e.start and e.end <= s.end for s in mentions):
        start = max(s.start for s in mentions if s.start <= e.start)
        return _dates_the_words(frame, start, e, known)
    if is_modifier(frame, e):
        return False
    if mentions and e.start >= mentions[-1].end:
        return _between(frame, mentions[-1].end, e, cue[0], known)
    subject = min((s.start for s in mentions if s.start >= e.end), default=None)
    if subject is None:
        return _before_participle(a, frame, e, cue[0], known)
    who = frame.words(subject, cue[0])[:1]
    if who in (["which"], ["who"], ["that"]):
        return _dates_the_words(frame, frame.start, e, known) and not frame.words(e.end, subject)
    apart = known.apart.intersection(w.lower() for w in frame.words(subject, cue[0]))
    return not apart and _opens(frame, e, known) and _reaches(frame, e.end, subject, known)


def _dates_the_words(frame: Frame, start: int, e: Expression, known: ActWords) -> bool:
    """In the words for a speaker: "a report released on Tuesday", "Tuesday's statement"."""
    low = [w.lower() for w in frame.words(start, e.start)]
    full = [w for w in low if w not in known.light][-BESIDE:]
    out = max((i for i, w in enumerate(full) if w in known.coming_out), default=None)
    if out is not None and not known.finite.intersection(full[out + 1 :]):
        return True
    behind = frame.between(e.end, frame.end)
    named = _POSSESSIVE.match(behind) or _DETERMINED.search(frame.between(frame.start, e.start))
    return bool(named) and not is_modifier(frame, e)


def _between(frame: Frame, subject_end: int, e: Expression, cue: int, known: ActWords) -> bool:
    """Between a speaker and the cue: "Park on Sunday denounced", "Park, speaking on Sunday, denounced"."""
    first, second = frame.words(subject_end, e.start), frame.words(e.end, cue)
    if known.clause_starts.intersection(w.lower() for w in (*first, *second)):
        return False
    full = [w for w in first if w.lower() not in known.light]
    if full and not full[0][0].isupper() and full[0].lower() not in known.speaking | known.coming_out:
        joined = [w.lower() for w in second]
        dash = any(sign in frame.between(e.end, cue) for sign in "-–—")
        return bool(joined) and set(joined) <= JOINED and not dash and not _governed(first, known)
    rest = [w for w in second if w.lower() not in known.light and not w.endswith("ly")]
    return all(w.lower() in ("has", "had") for w in rest)


def _before_participle(a: Attribution, frame: Frame, e: Expression, cue: int, known: ActWords) -> bool:
    """Before a cue without a subject of its own: "posted it on Tuesday, writing", "and on Tuesday said"."""
    words = frame.words(e.end, cue)
    low = [w.lower() for w in words]
    clause = frame.between(frame.start, e.start)
    opened = [w.lower() for w in re.findall(r"\w+", re.split(r"[,;]", clause)[-1])]
    if known.clause_starts.intersection((*low, *opened)) or known.finite.intersection(low):
        return False
    first = a.cue[0].text.lower().split(" ")[0]
    if first.endswith("ing") and first != "according":
        return len(words) <= FARTHEST and not _governed(frame.words(frame.start, e.start), known)
    return set(low) <= known.light and _opens(frame, e, known)


def _opens(frame: Frame, e: Expression, known: ActWords) -> bool:
    """Whether a date opens its clause: "On Tuesday", "In a speech in Ardeh on Tuesday"."""
    before = frame.between(frame.start, e.start)
    cut = max([0, before.rfind(BLANK) + 1, *(m.end() for m in _CLAUSE_END.finditer(before))])
    words = frame.words(frame.start + cut, e.start)
    low = [w.lower() for w in words]
    full = [w for w in words if w.lower() not in known.light]
    if low[:1] == ["when"] and known.speaking.intersection(low[1:2]):
        return True
    if known.clause_starts.intersection(low) - {"as"} or _APART.search(before[cut:]):
        return False
    if not full or full[0].lower() in known.speaking:
        return True
    if low[0] not in known.light or known.finite.intersection(low) or _governed(words, known):
        return False
    settings = english_settings()
    if any(w in settings.occasions or w in settings.channels for w in low):
        return True
    return all(w[0].isupper() for w in full)


def _reaches(frame: Frame, end: int, subject: int, known: ActWords) -> bool:
    """Whether no other clause stands between an opening date and the speaker."""
    gap = frame.between(end, subject)
    if gap.rstrip().endswith(" where"):
        return True  # "On Monday crews went to the pier, where they said": all of it was then
    gap = _SUBORDINATE.sub(",", gap)
    words = re.findall(r"[^\W\d_]+", gap)
    irregular = english().irregular
    if len(words) > FARTHEST or known.clause_starts.intersection(words) - {"as"}:
        return False
    return not any(_is_past(w, known) or w in irregular and w not in known.coming_out for w in words)


def is_tied(frame: Frame, place: Range, e: Expression) -> bool:
    """Whether a date belongs to a word of its sentence: it opens the clause, or follows it."""
    known = act_words()
    if e.start >= place[1]:
        return _said_behind(frame, place[1], e)
    return e.end <= place[0] and _opens(frame, e, known) and len(frame.words(e.end, place[0])) <= FARTHEST
