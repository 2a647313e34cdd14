"""Names of two words and more that are one somebody's: the same, spelled otherwise, with initials."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.across.called import Called, compatible
from onrecord.across.homonyms import told_apart
from onrecord.across.joined import Joined
from onrecord.across.near import Near, token
from onrecord.people.alike import SMALL, Words
from onrecord.people.places import places

MANY = 60  # of one last name; of more, only those whose first letters are alike are compared


@dataclass(frozen=True, slots=True)
class Form:
    """One name as it stands in several articles, where it is one somebody's."""

    words: Words
    who: tuple[Called, ...]  # in order of time

    @property
    def articles(self) -> list[str]:
        return [one.article.id for one in self.who]


def join_full_names(full: Sequence[Called], near: Near, joined: Joined) -> list[Form]:
    """Join them, and give every name with those who bear it."""
    forms = [form for same in _by_words(full).values() for form in _forms(same, near)]
    for form in forms:
        joined.join_all(form.who, "same-name")
    fits = _fitting(forms, near)
    for a in sorted(fits):
        for b in sorted(fits[a]):
            if a < b and _clear(forms, fits, a, b) and _clear(forms, fits, b, a):
                joined.join(forms[a].who[0], forms[b].who[0], "like-name")
    return forms


def _by_words(full: Sequence[Called]) -> dict[tuple[str | None, ...], list[Called]]:
    found: dict[tuple[str | None, ...], list[Called]] = defaultdict(list)
    for one in sorted(full, key=lambda one: (one.words, one.order)):
        found[*one.words, one.generation].append(one)
    return found


def _forms(same: Sequence[Called], near: Near) -> list[Form]:
    groups = told_apart(same, near)
    return [
        Form(g[0].words, tuple(sorted(g, key=lambda o: (near.when(o.article.id), o.order)))) for g in groups
    ]


def _fitting(forms: Sequence[Form], near: Near) -> dict[int, set[int]]:
    """Which forms can be one somebody's and stand in articles that share something."""
    found: dict[int, set[int]] = defaultdict(set)
    for block in _blocks(forms):
        for a, b in combinations(block, 2):
            if _agree(forms[a], forms[b]) and _is_near(forms[a], forms[b], near):
                found[a].add(b)
                found[b].add(a)
    return found


def _blocks(forms: Sequence[Form]) -> list[list[int]]:
    """Forms of one last word, as it sounds."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        found[form.who[0].sounds[-1],].append(at)
    split: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, block in found.items():
        for at in block:
            split[key if len(block) <= MANY else (*key, forms[at].who[0].sounds[0][:1])].append(at)
    return list(split.values())


def _agree(one: Form, two: Form) -> bool:
    a, b = one.who[0], two.who[0]
    if one.words == two.words or a.generation != b.generation:  # the same words: told apart before
        return False
    if any(o.entity.kind == "person" for o in (a, b)) and a.personal and b.personal:
        return compatible(a.words, b.words)
    return _heavy(a) == _heavy(b) or _longer(one, two) or _longer(two, one)


def _heavy(one: Called) -> Words:
    return tuple(word for word in one.sounds if word not in SMALL)


def _longer(long: Form, short: Form) -> bool:
    """Whether a body's name is the other's with a country before it, of which the other's articles speak."""
    country = places().demonyms.get(long.words[0])
    if country is None or long.words[1:] != short.words:
        return False
    words = (country, long.words[0].title())
    return all(any(word in one.article.text for word in words) for one in short.who)


def _is_near(one: Form, two: Form, near: Near) -> bool:
    few, many = sorted((one, two), key=lambda form: (len(form.who), form.words))
    but, others = token(few.who[0]), many.articles
    return any(near.any(article, others, but) for article in few.articles)


def _clear(forms: Sequence[Form], fits: Mapping[int, set[int]], at: int, other: int) -> bool:
    """Whether all that a form may stand for can be one: "J. Bell" is nobody's beside John and Jane Bell."""
    words = forms[other].words
    return all(
        third == other or (forms[third].words != words and _agree(forms[third], forms[other]))
        for third in fits[at]
    )
