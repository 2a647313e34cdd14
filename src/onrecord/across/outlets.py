"""What an outlet is called in the texts of others: its name, without what they leave out, or its initials."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.lang.copying import copying
from onrecord.record import Article, Span

INITIALS = 3  # letters of the shortest initials that are looked for: two stand for too much
KEPT = 1 << 14  # texts and outlets that are remembered: those of the articles that are laid side by side
LONGEST = 5  # words of an outlet's name that may be run together in an address
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CAPITAL_AFTER = re.compile(r" [A-Z&]|-[A-Z]")
_WORD_BEFORE = re.compile(r"([^\W_]+)[ ]\Z")
_TOKEN = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")

Tokens = tuple[tuple[int, int], ...]


@lru_cache(maxsize=1 << 12)
def called(outlet: str) -> frozenset[str]:
    """The forms of a name, run together in lower case: "The Eastern Post Online" is `easternpost`."""
    if _HOST.fullmatch(outlet.casefold()):
        return frozenset(_of_address(outlet.casefold()))
    words = _TOKEN.findall(_BRACKETS.sub("", outlet))
    return frozenset(_of_name(words))


def _of_address(host: str) -> Iterator[str]:
    parts = [part for part in host.split(".")[:-1] if part not in copying().hosts]
    name = max(parts, key=len, default="").replace("-", "")
    if name:
        yield name
        for word in copying().dropped:
            if name.endswith(word) and len(name) - len(word) >= INITIALS - 1:
                yield name.removesuffix(word)


def _of_name(words: list[str]) -> Iterator[str]:
    core = _without_dropped(words)
    yield "".join(core).casefold()
    if "of" in core[1:]:  # "The Standard of Ulmere" is "The Standard"
        yield "".join(core[: core.index("of")]).casefold()
    initials = "".join(word[0] for word in words if word[0].isupper() and word.casefold() != "the")
    least = INITIALS - (words[-1].casefold() in copying().agencies)
    if len(initials) >= least:
        yield initials.casefold()


def _without_dropped(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and kept[0].casefold() in copying().dropped:
        kept.pop(0)
    while len(kept) > 1 and kept[-1].casefold() in copying().dropped:
        kept.pop()
    return kept


def named(article: Article, other: Article) -> tuple[Span, ...]:
    """Where an article names the outlet of another one; () where both are of one outlet."""
    if other.outlet is None:
        return ()
    forms = called(other.outlet.name)
    own = called(article.outlet.name) if article.outlet is not None else frozenset()
    return _places(article.text, forms - own)


def named_itself(article: Article) -> tuple[Span, ...]:
    """Where an article names its own outlet: the whole name, the last word of it, "this newspaper"."""
    return () if article.outlet is None else _itself(article.text, article.outlet.name)


@lru_cache(maxsize=KEPT)
def _itself(text: str, outlet: str) -> tuple[Span, ...]:
    words = _without_dropped(_TOKEN.findall(_BRACKETS.sub("", outlet)))
    forms = called(outlet) | {word.casefold() for word in (words[0], words[-1])}
    places = _places(text, frozenset(forms))
    low = text.casefold()
    if len(low) != len(text):
        return places
    others = (m.span() for phrase in copying().itself for m in re.finditer(re.escape(phrase), low))
    return places + tuple(Span(start, end, text[start:end]) for start, end in others)


@lru_cache(maxsize=KEPT)
def _places(text: str, forms: frozenset[str]) -> tuple[Span, ...]:
    """Runs of words with capitals that are one of the names when run together."""
    run = _run(text)
    if not any(_tail(form) in run for form in forms):
        return ()
    found: list[Span] = []
    tokens, at = _tokens(text), 0
    while at < len(tokens):
        sizes = range(LONGEST, 0, -1) if text[tokens[at][0]].isupper() else ()
        size = next((n for n in sizes if _is_name(text, tokens, at, n, forms)), 0)
        if size:
            start, end = tokens[at][0], tokens[at + size - 1][1]
            found.append(Span(start, end, text[start:end]))
        at += size or 1
    return tuple(found)


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(token.span() for token in _TOKEN.finditer(text))


@lru_cache(maxsize=1024)
def _run(text: str) -> str:
    """All words of a text run together: most texts do not name an outlet, and this tells at once."""
    return "".join(_TOKEN.findall(text)).casefold()


def _tail(form: str) -> str:
    """What is left of a name where its first words may be written out, at the least: `imes` of `nytimes`."""
    return form[-INITIALS - 1 :]


def _is_name(text: str, tokens: Tokens, at: int, size: int, forms: frozenset[str]) -> bool:
    words = [text[start:end] for start, end in tokens[at : at + size]]
    if len(words) < size or forms.isdisjoint(_run_together(words)):
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    if size > 1:
        return "\n" not in text[tokens[at][0] : tokens[at + size - 1][1]]
    return _stands_alone(text, *tokens[at])


def _run_together(words: Sequence[str]) -> set[str]:
    """As in `newyorktimes` and in `nytimes`."""
    short = "".join(word[0] for word in words[:-1]) + words[-1]
    return {"".join(words).casefold(), short.casefold()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether one word is a name here: all capitals, "the" before it, or a capital and nobody's surname."""
    word = text[start:end]
    if _CAPITAL_AFTER.match(text, end):
        return False
    before = _WORD_BEFORE.search(text, max(start - 30, 0), start)
    if word.isupper() or (before is not None and before[1].casefold() == "the"):
        return True
    return before is not None and before[1][0].islower() and not _is_surname(text, word)


@lru_cache(maxsize=1 << 12)
def _is_surname(text: str, word: str) -> bool:
    """Whether the text has a name before it somewhere: "Vicente Fox" is no broadcaster."""
    return re.search(rf"\b(?!The\b)[A-Z][\w.]* {re.escape(word)}\b", text) is not None


def shown(article: Article) -> str:
    """What a sentence calls an article: its outlet, else its title, file or id."""
    outlet = article.outlet.name if article.outlet is not None else None
    return outlet or article.title or (article.path or "").rsplit("/", 1)[-1] or article.id


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
