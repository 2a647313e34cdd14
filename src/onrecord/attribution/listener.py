"""The words for somebody spoken to, as they begin at an offset: "reporters", "the mayor of Vell"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lang import english
from onrecord.lang.relay import english_relay
from onrecord.text.layout import Range

MAX_WORDS = 18  # "the commanders in Iran and the leaders of the resistance organisations that …"
REACH = 200  # code points they take at most
_SHORT = "Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Prof|Rev|St|Lt|Col|Sgt|Adm|Jr|Sr|[A-Z]"
_TOKEN = re.compile(
    rf"(?P<word>\[?(?:[A-Z]\.(?:[A-Z]\.)+|(?:{_SHORT})\.(?=\s)|@?[^\W_](?:[\w&/.’'-]*\w)?(?:['’](?=\s))?)\]?"
    r"(?:['’]s\b)?)|(?P<blank>[ \t\r\n]+|\([^()\n]{1,40}\))|(?P<sign>.)",
    re.DOTALL,
)
_LINKS = ("of", "for", "and", "or", "&")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    low: str
    capital: bool


def listener_at(
    text: str, start: int, limit: int, *, strict: bool = False, sure: bool = False
) -> Range | None:
    """The somebody that begins here and ends before the limit.

    `strict`: clearly a person or a body; `sure`: the word before it, like "told", takes nothing else.
    """
    found = _words_at(text, start, limit)
    return (
        (found[0].start, found[-1].end) if found and _is_somebody(found, strict=strict, sure=sure) else None
    )


def phrase_at(text: str, start: int, limit: int) -> Range | None:
    """The same for somebody or something: "a pool report"."""
    found = _words_at(text, start, limit)
    return (found[0].start, found[-1].end) if found else None


def _words_at(text: str, start: int, limit: int) -> list[_Word]:
    tokens = _tokens(text, start, min(limit, start + REACH))
    found = tokens[:1] if tokens and tokens[0].low == "it" else _phrase(tokens)
    while found and found[-1].low in _LINKS:
        found.pop()
    return found if len(found) <= MAX_WORDS else []


def subject_at(text: str, start: int, limit: int) -> Range | None:
    """The same where it is the subject of a clause: "she | was told"."""
    tokens = _tokens(text, start, min(limit, start + REACH))
    if tokens and tokens[0].low in english().pronouns:
        return tokens[0].start, tokens[0].end
    return listener_at(text, start, limit)


def _tokens(text: str, start: int, limit: int) -> list[_Word]:
    """Words up to the first sign that is not part of a word; a comma before an apposition ends them too."""
    found = []
    for match in _TOKEN.finditer(text, start, limit):
        if match["sign"]:
            break
        if match["word"]:
            found.append(_word(*match.span(), match["word"]))
        if len(found) > MAX_WORDS + 1 or match["blank"] and match["blank"].count("\n") > 1:
            break
    return found


def _word(start: int, end: int, word: str) -> _Word:
    capital = word.lstrip("[@")[:1].isupper() or word[:1] == "@"
    return _Word(start, end, word.lower().replace("’", "'").strip("[]"), capital)


def _phrase(tokens: Sequence[_Word]) -> list[_Word]:
    """The words of the phrase: up to one that cannot belong to it."""
    listeners = english().listeners
    found: list[_Word] = []
    for i, word in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if word.low in _LINKS:
            if not found or not _links(word, found[-1], following):
                break
        elif word.low == "about" and not found and following is not None and following.low[:1].isdigit():
            pass  # "about 600 supporters"
        elif word.low == "her" and not found and following is not None and not _ends(following):
            pass  # "her fans"
        elif not found and word.low in listeners.pronouns - listeners.determiners:
            return [word]
        elif _ends(word) or found and _begins_anew(word, found[-1]):
            break
        found.append(word)
    return found


def _links(link: _Word, before: _Word, following: _Word | None) -> bool:
    """`leaders of the unions`, `his wife and friends`, `lawyers for Marek`; not `asked them for help`."""
    if following is None or _ends(following) or following.low in english().listeners.pronouns - {"her"}:
        return False
    if link.low == "for":
        return before.low.removesuffix("s") in english_relay().officials
    verb = following.low.endswith("ed") or english().lemma(following.low) != following.low
    plural = following.low.endswith("s") and not following.low.endswith("ss")
    return not (verb and not plural) or following.capital


def _ends(word: _Word) -> bool:
    return word.low in english().listeners.ends


def _begins_anew(word: _Word, before: _Word) -> bool:
    """A second article, or a participle behind a whole noun: `told reporters standing | outside`."""
    listeners = english().listeners
    if before.low in (*_LINKS, *listeners.determiners) or before.low.endswith("ly"):
        return False
    if word.low in listeners.determiners or word.low.endswith("ly") and not word.capital:
        return True
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    if word.capital:
        return plural and not before.capital  # "told voters | Marek lied"
    if not word.low.endswith(("ing", "ed")):
        return False
    return plural or word.low.endswith("ed") or english().is_cue(word.low)


def _is_somebody(found: Sequence[_Word], *, strict: bool, sure: bool) -> bool:
    """A name, a pronoun, a plural or a body; not "permission", not "the truth"."""
    listeners = english().listeners
    head = next((found[i - 1] for i, w in enumerate(found) if i and w.low in ("of", "for")), found[-1])
    low = head.low.removesuffix("'s")
    if low.isdigit() and len(found) > 1 and found[-2].capital:
        return True  # "Channel 9"
    body = {low, low.removesuffix("s")} & (listeners.pronouns | listeners.collectives)
    if head.capital and not low.isdigit() or body or low == "it":
        return True
    abstract = low.endswith(listeners.thing_endings) and not sure
    if low in listeners.things or abstract or low[:1].isdigit():
        return False
    person = _is_person(low)
    plural = any(w.low.endswith("s") and not w.low.endswith("ss") for w in found)
    begun = found[0].low in listeners.determiners or found[0].capital
    if strict or person:
        return person and (plural or begun) or strict and any(w.capital for w in found)
    return plural or len(found) > 1 and begun


def _is_person(low: str) -> bool:
    language = english()
    one = low.removesuffix("s")
    known = language.roles | language.groups | language.officers
    named = low in known or one in known or one in language.organisations
    return named or one.endswith(language.listeners.person_endings)
