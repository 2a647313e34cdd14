"""Who is whom across articles: names joined where they can mean nobody else, and the rest left alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

import pytest

from onrecord.across.entities import members, somebodies
from onrecord.people.registry import Entry, Office, Registry
from onrecord.record import Entity, PartyKind, Record
from tests import piled

Who = tuple[str, PartyKind | None] | tuple[str, PartyKind | None, str]
HARBOUR = " Reporters in Sundle watched as the ferry Marrow left the Pier of Ansgar for Oldmere."


def told(text: str, *who: Who, day: str | None = "2024-05-06", outlet: str = "Ledger") -> Record:
    """An article on one happening in the harbour of Sundle, and those it speaks of."""
    return about(HARBOUR, text, *who, day=day, outlet=outlet)


def about(place: str, text: str, *who: Who, day: str | None = "2024-05-06", outlet: str = "Ledger") -> Record:
    """An article with the names of a place at its end."""
    record = piled.report(outlet, day, text + place)
    entities = tuple(_entity(record, number, *one) for number, one in enumerate(who, 1))
    return replace(record, entities=entities)


def _entity(record: Record, number: int, name: str, kind: PartyKind | None, said: str = "") -> Entity:
    start = record.article.text.index(name)
    mentions = (record.article.span(start, start + len(name)),)
    at = record.article.text.index(said)
    described = (record.article.span(at, at + len(said)),) if said else ()
    named = name[0].isupper() and not name.startswith(("The ", "A ", "Police", "Officials"))
    return Entity(f"{record.article.id}:e{number}", name, kind, named, mentions, described)


def groups(records: Iterable[Record], registry: Registry | None = None) -> list[list[str]]:
    """The names of those found to be the same, where there are several."""
    records = list(records)
    names = {e.id: e.name for record in records for e in record.entities}
    found = [sorted(names[m] for m in one.members) for one in somebodies(records, registry)]
    return sorted(group for group in found if len(group) > 1)


def pair(one: str, two: str, kind: PartyKind | None = "person") -> list[Record]:
    """Two articles on one happening that each name somebody."""
    return [told(f"It was {one} who spoke.", (one, kind)), told(f"Then {two} left.", (two, kind))]


SAME = [
    ("Anna Bell", "Anna Bell", "person"),
    ("Khaled Qaddumi", "Khaled Qaddoumi", "person"),
    ("Ali Akbar Velayati", "Ali Akhbar Velayati", "person"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "person"),
    ("Enrique Peña", "Enrique Pena", "person"),
    ("Mohammed Azar", "Muhammad Azar", "person"),
    ("J. K. Bell", "John Bell", "person"),
    ("Anna Maria Bell", "Anna Bell", "person"),
    ("Bill Marsh", "William Marsh", "person"),
    ("Anna Bell", "Bell", "person"),
    ("Port Health Organization", "PHO", "organisation"),
    ("Union of the Ports", "Union for Ports", "organisation"),
    ("Corvane AG", "Corvane", "organisation"),
    ("Nigeria", "The Nigerian government", "organisation"),
]


@pytest.mark.parametrize(("one", "two", "kind"), SAME)
def test_same(one: str, two: str, kind: PartyKind) -> None:
    """Spellings, initials, single words, letters for a name and a firm's ending leave somebody the same."""
    assert groups(pair(one, two, kind)) == [sorted([one, two])]


OTHER = [
    ("Anna Bell", "Martin Bell", "person"),
    ("Hassan Azar", "Hussein Azar", "person"),
    ("John Bell", "John Bell Jr", "person"),
    ("Justice Department", "Defense Department", "organisation"),
    ("Saraq Relief Committee", "Saraq", "organisation"),
    ("Officials", "Officials", "group"),
    ("A spokesman", "A spokesman", "person"),
]


@pytest.mark.parametrize(("one", "two", "kind"), OTHER)
def test_other(one: str, two: str, kind: PartyKind) -> None:
    """Other first names, a son, other ministries and those described in general are not the same."""
    assert groups(pair(one, two, kind)) == []


def test_surname_of_two() -> None:
    """A surname that two have in articles nearby is nobody's."""
    records = [*pair("Anna Bell", "Martin Bell"), told("Later Bell spoke.", ("Bell", "person"))]
    assert groups(records) == []


def test_place_is_no_surname() -> None:
    """A body or government called like somebody's surname is not that person."""
    records = [*pair("Anna Bell", "Anna Bell"), told("Then Bell agreed.", ("Bell", "organisation"))]
    assert groups(records) == [["Anna Bell", "Anna Bell"]]


def test_initials_of_two() -> None:
    """ "J. Bell" is neither John nor Jane where both are near."""
    records = [*pair("John Bell", "Jane Bell"), told("Later J. Bell spoke.", ("J. Bell", "person"))]
    assert groups(records) == []


def test_surname_elsewhere() -> None:
    """A surname in an article that shares nothing is somebody else's."""
    far = about(" In Corrick the Vane Bridge reopened.", "Then Bell left.", ("Bell", "person"))
    assert groups([told("So said Anna Bell.", ("Anna Bell", "person")), far]) == []


def test_homonyms() -> None:
    """Mayors of two places are two, whatever they are called; a change of office makes nobody another."""
    there, here = "mayor of Corrick", "mayor of Easthaven"
    one = told(f"John Bell, {here}, spoke.", ("John Bell", "person", here))
    two = about(" Vane Bridge.", f"John Bell, {there}, spoke.", ("John Bell", "person", there))
    assert groups([one, two]) == []
    later = "former foreign minister"
    three = about(" Vane Bridge.", f"John Bell, {later}, spoke.", ("John Bell", "person", later))
    assert groups([one, three]) == [["John Bell", "John Bell"]]


def test_unnamed_bodies() -> None:
    """ "Police" of two reports of one happening are one; of another place they are not."""
    one, two = pair("Police", "Police", "group")
    far = about(" In Corrick the Vane Bridge reopened.", "Police came.", ("Police", "group"))
    assert groups([one, two, far]) == [["Police", "Police"]]


def test_registry() -> None:
    """Who is on the list is called what it says, with its ids and offices, under every alias."""
    role = Office("Mayor of Easthaven", "2019-05", None)
    bell = Entry("Anna Bell", ("Bell of Easthaven",), ids=(("wikidata", "Q42"),), offices=(role,))
    far = about(" Vane Bridge.", "Bell of Easthaven left.", ("Bell of Easthaven", "person"))
    found = somebodies([told("So said Anna Bell.", ("Anna Bell", "person")), far], Registry((bell,), "list"))
    assert [(one.name, one.same_as, len(one.members)) for one in found] == [
        ("Anna Bell", (("wikidata", "Q42"),), 2)
    ]
    assert found[0].roles[0].role == "Mayor of Easthaven"
    assert [reason.name for reason in found[0].reasons] == ["on-list"]


def test_two_on_list() -> None:
    """Two on the list are two, though one's name may be short for the other's."""
    listed = Registry((Entry("John Bell"), Entry("John Adam Bell")), "list")
    assert groups(pair("John Bell", "John Adam Bell"), listed) == []


def test_order() -> None:
    """The articles in any order give the same; each entity leads to the first of its group."""
    records = [told(f"{n}. Then {w} spoke.", (w, "person")) for n, w in enumerate(_names())]
    found = somebodies(records)
    for seed in range(5):
        mixed = list(records)
        Random(seed).shuffle(mixed)
        assert somebodies(mixed) == found
    assert set(members(found)) == {e.id for record in records for e in record.entities}
    assert all(one.id == one.members[0] for one in found)


def _names() -> Sequence[str]:
    return ("Anna Bell", "Bell", "A. Bell", "Khaled Azar", "Khalid Azar", "Azar", "Ann Marsh", "Marsh")


def test_reasons() -> None:
    """Every join says by which rule, with the words in both articles."""
    (one,) = somebodies(pair("Khaled Qaddumi", "Khaled Qaddoumi"))
    assert [reason.name for reason in one.reasons] == ["like-name"]
    assert sorted(e.text for e in one.reasons[0].evidence) == ["Khaled Qaddoumi", "Khaled Qaddumi"]
