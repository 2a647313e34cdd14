"""GAP: of a pronoun and two names of the same text, which name the pronoun stands for, if either.

The whole way as in `onrecord extract` (zones, tagger, attributions, names, pronouns); the two names given are
among the candidates as persons, whatever else was found. A text stands below its page's title, as an article
below its headline (GAP's "page context"; the last figure does without). The more probable of the two is said
to be meant, if it is at least as probable as LEAST; GAP asks for less caution than the LEAST of
`onrecord.people.pronouns`. The figures are GAP's own: F1 over both names of all texts, the same by gender,
and feminine over masculine.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from bench.corpora import DATA, needed, rows
from bench.figures import Figure
from onrecord.attribution import Found, attributions
from onrecord.people.cast import cast
from onrecord.people.mention import Mention
from onrecord.people.mentions import mentions_of
from onrecord.people.pronouns import answers
from onrecord.people.scene import Scene, scene
from onrecord.readers import read_item
from onrecord.readers.item import Item
from onrecord.tagger import Tagger, load
from onrecord.text.layout import Layout, layout
from onrecord.text.zones import zones

LEAST = 0.2  # chosen on held-out texts of the training part; .1 to .3 differ by half a point
Range = tuple[int, int]
Verdict = tuple[bool, bool]
Case = tuple[Verdict, Verdict, str]  # what is said, what is right, the pronoun


def gap() -> Iterator[Figure]:
    """F1 on the development texts, by gender, and the bias; and without the title of the page."""
    tagger, texts = load(), list(rows(needed(DATA / "gap/dev.jsonl")))
    cases = [judged(titled(row), tagger) for row in texts]
    women = [c for c in cases if c[2] in FEMININE]
    men = [c for c in cases if c[2] not in FEMININE]
    yield Figure("gap dev: F1", f1(cases), len(cases))
    yield Figure("gap dev: F1, masculine", f1(men), len(men))
    yield Figure("gap dev: F1, feminine", f1(women), len(women))
    yield Figure("gap dev: feminine over masculine", f1(women) / f1(men), len(cases))
    yield Figure("gap dev: F1, bare text", f1([judged(row, tagger) for row in texts]), len(texts))


def titled(row: Mapping[str, Any]) -> dict[str, Any]:
    """The text below the title of the page it comes from, as an article below its headline."""
    title = re.sub(r"\s*\(.*?\)", "", unquote(row["url"].rpartition("/")[2]).replace("_", " ")).strip()
    moved = {k: [x + len(title) + 2 for x in row[k]] for k in ("pronoun", "A", "B")}
    return {**row, **moved, "text": f"{title}\n\n{row['text']}"}


FEMININE = frozenset(("she", "her", "hers", "herself"))


def f1(cases: Sequence[Case]) -> float:
    """GAP's measure: every name of every text counts by itself."""
    hits = said = right = 0
    for says, gold, _ in cases:
        hits += sum(a and b for a, b in zip(says, gold, strict=True))
        said, right = said + sum(says), right + sum(gold)
    return 2 * hits / max(1, said + right)


def judged(row: Mapping[str, Any], tagger: Tagger) -> Case:
    """What is said of the two names of one text, and what is right."""
    text, pronoun = row["text"], tuple(row["pronoun"])
    names = (tuple(row["A"]), tuple(row["B"]))
    seen = seen_with(text, names, tagger)
    asked = next((i for i, m in enumerate(seen.mentions) if (m.start, m.end) == pronoun), None)
    chances = answers(seen).get(asked, {}) if asked is not None else {}
    a, b = (chances.get(n, 0.0) for n in entities(seen, names))
    says = (a >= b and a >= LEAST, b > a and b >= LEAST)
    return says, (row["A_coref"], row["B_coref"]), text[slice(*pronoun)].lower()


def entities(seen: Scene, names: Sequence[Range]) -> tuple[int, ...]:
    """The numbers of those who bear the names."""
    at = {(m.start, m.end): int(n) for m, n in zip(seen.mentions, seen.entity, strict=True)}
    return tuple(at[name] for name in names)


def seen_with(text: str, names: Sequence[Range], tagger: Tagger) -> Scene:
    """The mentions of a text, with these names among them."""
    laid, found = read(text, tagger)
    mentions = mentions_of(laid, cast(laid, found.attributions, found.names).someone)
    return scene(text, with_names(mentions, text, names), found.attributions, found.vectors)


def read(text: str, tagger: Tagger) -> tuple[Layout, Found]:
    """A text as `onrecord extract` reads it."""
    article = read_item(Item("text.txt", None, text.encode(errors="surrogatepass"))).article
    laid = layout(replace(article, zones=zones(article)))
    return laid, attributions(laid, tagger)


def with_names(mentions: Sequence[Mention], text: str, names: Sequence[Range]) -> tuple[Mention, ...]:
    """The mentions with these names among them as persons, each another one's."""
    held, given = list(mentions), set[int]()
    for name in names:
        over = [m for m in held if m.kind != "pronoun" and m.start < name[1] and name[0] < m.end]
        model = next((m for m in over if m.kind == "name"), None) or _fresh(held, text, name)
        if model.entity in given:
            model = replace(model, entity=_unused(held))
        assert model.entity is not None
        given.add(model.entity)
        held = [m for m in held if m not in over]
        held.append(replace(model, start=name[0], end=name[1], kind="name", bearer="person"))
    made = [replace(m, bearer="person") if m.entity in given else m for m in held]
    return tuple(sorted(made, key=lambda m: (m.start, m.end)))


def _fresh(mentions: Sequence[Mention], text: str, name: Range) -> Mention:
    """A name that was not found, where it stands; of the same words, the same one's."""
    words = text[slice(*name)]
    near = min(mentions, key=lambda m: abs(m.start - name[0]))
    same = (m.entity for m in mentions if m.kind == "name" and text[m.start : m.end] == words)
    entity = next((e for e in same if e is not None), _unused(mentions))
    head = words.split()[-1].lower()
    return replace(near, kind="name", head=head, gender=None, plural=None, entity=entity)


def _unused(mentions: Sequence[Mention]) -> int:
    return max((m.entity for m in mentions if m.entity is not None), default=0) + 1
