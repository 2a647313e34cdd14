"""Those nobody names: one across articles only where they are bodies described alike, of one place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.called import Called
from onrecord.across.joined import Joined
from onrecord.across.near import Near
from onrecord.across.spelled import sound
from onrecord.people.nouns import nouns, singular
from onrecord.people.phrase import content_words

PRESS = frozenset(("media", "press"))  # nobody in particular, as "the newspaper" is
CROWD = 60  # later articles that one is compared with


@dataclass(frozen=True, slots=True)
class _Body:
    """A body without a name: "the health ministry", and the names beside the noun, as in "Kelmar police"."""

    who: Called
    words: frozenset[str]
    names: frozenset[str]


Used = Mapping[str, set[frozenset[str]]]


def join_unnamed(unnamed: Sequence[Called], near: Near, joined: Joined) -> None:
    """Join bodies whose descriptions have the same words, in articles that share enough."""
    ordered = sorted(unnamed, key=lambda one: (near.when(one.article.id), one.order))
    alike: dict[frozenset[str], list[_Body]] = defaultdict(list)
    for body in filter(None, map(_body, ordered)):
        alike[body.words].append(body)
    for said in alike.values():
        told = _names_used(said)
        for at, one in enumerate(said):
            for other in said[at + 1 : at + 1 + CROWD]:
                if _of_one_place(one, other, told, near) and _is_near(one.who, other.who, near):
                    joined.join(one.who, other.who, "described-alike")


def _names_used(said: Sequence[_Body]) -> Used:
    """Article -> the names by which it tells bodies of one description apart; "police" has none."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for one in said:
        found[one.who.article.id].add(one.names)
    return found


def _body(one: Called) -> _Body | None:
    """None where it is no definite body: "a council", "his ministry", "officials"."""
    words = one.entity.name.replace(",", " ").replace("’s", "").split()
    if not words or any(w.lower() in _indefinite() for w in words):
        return None
    names = frozenset(sound(w) for w in words[1:] if w[0].isupper())
    names |= frozenset(sound(w) for w in words[:1] if w[0].isupper() and len(words) > 1 and not _is_plain(w))
    plain = content_words([w.lower() for w in words if sound(w) not in names])
    heads = {singular(w) for w in words[-1:] if w.lower() in nouns().bodies}
    called = one.entity.kind is None and words[0].lower() == "the" and len(plain) > 1  # "the fire brigade"
    is_body = bool(heads) and one.entity.kind in ("organisation", "group")
    if not names and plain | heads <= nouns().publications | PRESS:
        return None
    return _Body(one, plain | heads, names) if is_body or called else None


def _is_plain(word: str) -> bool:
    low = word.lower()
    return low in nouns().determiners or low in nouns().bodies or singular(low) in nouns().bodies


def _indefinite() -> frozenset[str]:
    return (nouns().determiners - {"the"}) | nouns().prepositions


def _of_one_place(one: _Body, two: _Body, told: Used, near: Near) -> bool:
    """Whether both have one name beside the noun, or one has none and its article has that of the other.

    An article that tells several such bodies apart by names tells none of them without.
    """
    bare = [body for body in (one, two) if not body.names]
    if any(len(told[body.who.article.id]) > 1 for body in bare):
        return False
    if one.names == two.names:
        return True
    return len(bare) == 1 and (one.names | two.names) <= near.names(bare[0].who.article.id)


def _is_near(one: Called, two: Called, near: Near) -> bool:
    a, b = one.article.id, two.article.id
    return a == b or near.articles(a, b, "")
