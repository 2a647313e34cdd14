"""What a date dates: the kind of happening that its clause tells of, and to whom it happened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lang.acts import Kind, act_words
from onrecord.lang.dates import english_dates
from onrecord.lang.settings import english_settings

BEFORE = 9  # words of a clause before its date, or behind a date that opens it
STEM = 5  # letters of a word that are compared
DEADLY = frozenset(("died", "killed"))
NEAR = 4  # words between "the" and its noun
_BREAKS = re.compile(
    r"[;:()—–]|,(?!\s*\d)|\b(?:who|which|that|where|when|after|before|since|as|while|because|although|until)\b"
)
_LIGHT = re.compile(r"\W*(?:(?:on|in|at|the|late|early|night|evening|morning|of)\W+)*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAMES = re.compile(r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*")
_DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my"))
_INDEFINITE = frozenset(("a", "an", "any", "no", "one", "some", "several", "many"))
_PLAIN = (
    _DEFINITE
    | _INDEFINITE
    | frozenset(("in", "on", "at", "after", "before", "since", "during", "for", "by", "with", "as"))
)
_AT = frozenset(("in", "at", "during"))
_BEHIND_NAMES = ("'s", "’s", ",")
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "does", "did", "do")
)


@dataclass(frozen=True, slots=True)
class Happening:
    """What one date dates."""

    kind: Kind
    noun: bool  # "the attack", not "attacked"
    definite: bool  # "the attack", "his arrest"
    names: tuple[frozenset[str], ...]
    own: tuple[frozenset[str], ...]  # the names before the date
    opening: tuple[frozenset[str], ...]  # the first word of the sentence, which may be a name
    stems: frozenset[str]  # of the other words of its clause
    more: bool  # "another attack", "met again"


def happening(sentence: str, start: int, end: int) -> Happening | None:
    """What a date at these places of a sentence dates, if its clause says so plainly."""
    before, clause, ahead = _clause(sentence, start, end)
    low = _words(clause)
    words = low[:BEFORE] if ahead else low[-2 * BEFORE :]
    kind, noun, known = _told(words, _words(before), ahead=ahead)
    if kind is None:
        return None
    definite = noun and (ahead or known or kind.papers and _is_known(kind, sentence))
    more = not act_words().more.isdisjoint(words)
    own = _names(clause if ahead else sentence[:start])
    stems = frozenset(_stems(words, kind))
    return Happening(kind, noun, definite, _names(sentence), own, _opening(sentence), stems, more)


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _stems(words: list[str], kind: Kind) -> Iterator[str]:
    """What else a clause is about."""
    known = act_words()
    for word in words:
        if len(word) > 3 and word not in kind.verbs | kind.nouns | known.clause_starts | known.finite:
            yield word[:STEM]


def _clause(sentence: str, start: int, end: int) -> tuple[str, str, bool]:
    """What stands before a clause; the clause before a date, or behind one that opens it; which of both."""
    pieces = _BREAKS.split(sentence[:start])
    if not _LIGHT.fullmatch(pieces[-1] + " "):
        return next((p for p in reversed(pieces[:-1]) if p.strip()), ""), pieces[-1], False
    if len(pieces) > 1 and pieces[-2].strip() and not sentence[:start].rstrip().endswith(":"):
        return "", pieces[-2], False
    behind = sentence[end:].lstrip(" ,:–—-")
    return "", _BREAKS.split(behind)[0], True


def _told(words: list[str], before: list[str], *, ahead: bool) -> tuple[Kind | None, bool, bool]:
    """The kind of happening that some words tell of, whether by a noun, and whether it is taken for known."""
    by_verb, by_noun = _kinds()
    verbs = [i for i in range(len(words)) if _is_verb(words, i)]
    if verbs:
        at = verbs[0] if ahead else verbs[-1]
        said_at = None if ahead else _said_at(words, at)
        if said_at is not None:
            return by_noun[words[said_at]], True, _is_definite(words, said_at)
        kind = _by_paper(words[at], [*before, *words]) or by_verb.get(words[at])
        if kind is not None or words[at] not in act_words().bare:
            return kind, kind is not None and kind.papers, False
        if not any(word in by_noun for word in words):
            words = before  # "the election, which was held on"
    nouns = [i for i, word in enumerate(words) if word in by_noun]
    if not nouns:
        return None, False, False
    at = nouns[0] if ahead else nouns[-1]
    return by_noun[words[at]], True, _is_definite(words, at)


def _said_at(words: list[str], verb: int) -> int | None:
    """Where something was said, or somebody died: "promised more in a speech on 4 May"."""
    settings = english_settings()
    for at in range(len(words) - 1, verb, -1):
        if words[at] in _kinds()[1]:
            spoken = words[at] in settings.occasions or words[at] in settings.channels
            fits = spoken or words[verb] in DEADLY or _kinds()[1][words[at]].papers
            ahead = next((i for i in range(at - 1, verb, -1) if words[i] in _DEFINITE | _INDEFINITE), 0)
            return at if fits and ahead and at - ahead <= NEAR and words[ahead - 1] in _AT else None
    return None


@cache
def _kinds() -> tuple[dict[str, Kind], dict[str, Kind]]:
    """The kinds of happenings by verb and by noun; verbs of papers are of none by themselves."""
    known = act_words().happenings
    by_verb = {word: k for k in known if not k.papers for word in k.verbs}
    return by_verb, {word: k for k in known for word in k.nouns}


def _by_paper(verb: str, words: Sequence[str]) -> Kind | None:
    papers = (k for k in act_words().happenings if k.papers and verb in k.verbs)
    return next((k for k in papers if not k.nouns.isdisjoint(words)), None)


def _is_verb(words: list[str], at: int) -> bool:
    word, known = words[at], act_words()
    if word in _AUXILIARIES:
        return False
    if word in _kinds()[0]:
        return at == 0 or words[at - 1] not in _DEFINITE | _INDEFINITE
    past = word in known.finite or word in known.past or word in known.coming_out
    return past or word.endswith("ed") and len(word) > 4


def _is_known(kind: Kind, sentence: str) -> bool:
    """Whether a sentence takes a writing for known: "The letter is dated"."""
    words = _words(sentence)
    return any(word in kind.nouns and _is_definite(words, at) for at, word in enumerate(words))


def _is_definite(words: list[str], at: int) -> bool:
    """Whether the article or possessive before a noun takes it for known."""
    for word in reversed(words[max(0, at - NEAR) : at]):
        if word in _DEFINITE or re.search(r"['’]s?$", word):
            return True
        if word in _INDEFINITE:
            return False
    return False


def _names(text: str) -> tuple[frozenset[str], ...]:
    """The names of a stretch, each as its words; a plain first word of a sentence is none."""
    dates = english_dates()
    found = []
    for run in _NAMES.finditer(text):
        low = frozenset(run.group().lower().split())
        low -= {w for w in low if w in dates.weekdays or w in dates.months or w in _PLAIN}
        if low and (run.start() or " " in run.group() or text[run.end() :].startswith(_BEHIND_NAMES)):
            found.append(low)
    return tuple(found)


def _opening(sentence: str) -> tuple[frozenset[str], ...]:
    first = _WORD.match(sentence)
    return (frozenset((first.group().lower(),)),) if first and first.group().lower() not in _PLAIN else ()
