"""What a number counts: the noun behind it ("12 security guards"), or before it ("a death toll of 12")."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lang.quantities import quantities

MOST_WORDS = 6  # of a noun with what stands before it; "12 former senior Interior Ministry officials"
REACH = 90  # code points before a number alone: "the number of injured has since risen to "
_NEXT = re.compile(r"[\s-][\"“‘']?([^\W\d_][\w]*(?:[-’'.&][^\W_]\w*)*|\d{2,4}s\b|\d{1,4}(?=\s[a-z]+s\b))")
_AND = re.compile(r"\sand\s(?=[a-z])")
_OF = re.compile(r"\s+of\s+(?:(?:the|these|those|his|her|its|their|our|my|all)\s+)*(?=[^\W\d_])")
_LEADS = re.compile(
    r"\s+(of|in|worth\s+of)\s+(?:(?:the|its|their|his|her|such|these|those|all)\s+)*(?=[^\W\d_])"
)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its modifiers; `head` is the word that says what it is."""

    start: int
    end: int
    head: str


def noun_behind(text: str, at: int, end: int, *, many: bool = True, of: bool = False) -> Noun | None:
    """The noun behind a number; `many` wants a plural, `of` lets "of the" stand before it."""
    opened = _OF.match(text, at, end) if of else None
    return _noun(text, opened.end() - 1 if opened else at, end, many=many)


def thing_behind(text: str, at: int, end: int) -> Noun | None:
    """What money, a share or a measure is of: "of voters", "in aid", "worth of grain"."""
    lead = _LEADS.match(text, at, end)
    found = _noun(text, lead.end() - 1, end, many=False) if lead else None
    if found is None or lead is None or lead[1] != "in":
        return found
    return found if found.head.lower() in quantities().context["given_in"] else None


def with_complement(text: str, noun: Noun, end: int) -> Noun:
    """ "Members" with "of parliament"."""
    opened = _OF.match(text, noun.end, end)
    found = _noun(text, opened.end() - 1, end, many=False) if opened else None
    return noun if found is None else Noun(noun.start, found.end, noun.head)


def _noun(text: str, at: int, end: int, *, many: bool) -> Noun | None:
    context = quantities().context
    first: int | None = None
    head: Noun | None = None
    last: Noun | None = None
    for _ in range(MOST_WORDS):
        match = _NEXT.match(text, at, end)
        if many and head is None and last is not None and (joined := _AND.match(text, at, end)) is not None:
            match = _NEXT.match(text, joined.end() - 1, end)
        if match is None or _ends(match[1], last, lone=not many):
            break
        word = match[1]
        if head is not None and not _is_plural(word.lower()):
            break
        first = match.start(1) if first is None else first
        last = Noun(first, match.end(), word)
        if _is_plural(word.lower()):
            head = last
        at = match.end()
    if head is None and not many and last is not None and last.head.lower() not in context["happened"]:
        return last
    return head


def _ends(word: str, last: Noun | None, *, lone: bool) -> bool:
    """Whether a word ends the noun before it."""
    context, abbreviated, named = quantities().context, len(word) > 1 and word.isupper(), word[0].isupper()
    word = word.lower()
    if word in context["stops"] and not abbreviated or word.endswith(("n't", "n’t")):
        return True
    if last is None:
        return False
    if lone and word.endswith("ed") and len(word) > 4:  # "the second debate erased"
        return True
    measure = word in quantities().units and not named and word != "second"
    return measure or word in context["happened"] and word not in context["plurals"]


def _is_plural(word: str) -> bool:
    context = quantities().context
    if word in context["plurals"]:
        return True
    base = word.rpartition("-")[2]
    return (
        word.endswith("s")
        and len(base) > 3
        and not word.endswith(("ss", "us", "’s", "'s"))
        and word not in context["not_plural"]
    )


def is_human(noun: Noun) -> bool:
    """Whether those counted are people."""
    context, word = quantities().context, noun.head.lower()
    if word in context["human"] or word.rpartition("-")[2] in context["human"]:
        return True
    demonym = (
        noun.head[:1].isupper()
        and word.endswith(tuple(context["human_endings"]))
        or word.endswith(("ians", "men", "women"))
    )
    return demonym or noun.head[:1].isupper() and word.endswith(("ians", "ans", "eans"))


def tally_before(text: str, start: int, at: int) -> Range | None:
    """The noun that a number alone belongs to: "casualties: 12", "the toll has risen to 12"."""
    near = max(start, at - REACH)
    last = text[near:at].rsplit(None, 1)[-1:]
    if not last or last[0].lower() not in quantities().context["tally_links"] and last[0][-1] not in ":–—":
        return None
    match = _tally().search(text[near:at])
    return (near + match.start(1), near + match.end(1)) if match else None


@cache
def _tally() -> re.Pattern[str]:
    context = quantities().context
    lists = ("tallies", "tally_links", "tally_kinds", "happened")
    tallies, links, kinds, done = ("|".join(sorted(context[name], key=len, reverse=True)) for name in lists)
    of = rf"\s(?:of|in|from|among)\s(?:the\s)?[\w’'-]+(?:\s(?:{done}))?"
    named = rf"(?:(?:{kinds})\s)?(?:{tallies})(?:{of})?|(?:number|total|count|tally){of}"
    joined = rf"(?:\s?[:–—]\s?|(?:\s(?:{links})){{1,5}}\s)"
    return re.compile(rf"\b({named}){joined}[\"“(]?\Z", re.IGNORECASE)
