"""Who is who inside one article; the names are given as the tagger would, the sayings by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.people import people
from onrecord.people.registry import Entry, Office, Registry
from onrecord.readers import read_item
from onrecord.readers.item import Item
from onrecord.record import Attribution, Entity, Party
from onrecord.tagger import NameKind, TaggedName
from onrecord.text.layout import layout
from onrecord.text.zones import zones

PERSON: NameKind = "person"


def settled(
    text: str, *speakers: str, names: Sequence[tuple[str, NameKind]] = (), listed: Registry | None = None
) -> tuple[list[Party], tuple[Entity, ...]]:
    """The parties of these speakers, each found in the text behind the one before, and the entities."""
    article = read_item(Item("a.txt", None, text.encode())).article
    article = replace(article, language="en", zones=zones(replace(article, language="en")))
    laid = layout(article)
    tagged: list[TaggedName] = []
    for name, kind in names:
        tagged += (
            t
            for t in _tagged(article.text, name, kind)
            if not any(o.start <= t.start < o.end for o in tagged)
        )
    made, at = [], 0
    for number, words in enumerate(speakers, 1):
        at = article.text.index(words, at)
        mention = article.span(at, at + len(words))
        at += len(words)
        made.append(Attribution(f"a{number}", (Party((mention,)),), (), (article.span(at, at + 1),)))
    known = people(laid, made, tagged, (), listed)
    return [p for a in known.attributions for p in a.speakers], known.entities


def _tagged(text: str, name: str, kind: NameKind) -> list[TaggedName]:
    starts = [i for i in range(len(text)) if text.startswith(name, i)]
    return [TaggedName(i, i + len(name), kind, 0.95) for i in starts]


NAMES = [
    # text, speakers, the tagger's names, what they are called
    ("Anna Bell left. Bell said no.", ["Bell"], [("Anna Bell", PERSON), ("Bell", PERSON)], ["Anna Bell"]),
    ("Mayor Anna Bell left. Ms. Bell said no.", ["Ms. Bell"], [("Anna Bell", PERSON)], ["Anna Bell"]),
    (
        "Dr. T. Okoro spoke. Tunde Okoro said so.",
        ["Dr. T. Okoro"],
        [("Tunde Okoro", PERSON)],
        ["Tunde Okoro"],
    ),
    ("Tim Falk came. Timothy Falk said so.", ["Tim Falk"], [("Timothy Falk", PERSON)], ["Timothy Falk"]),
    (
        "Prime Minister Anna B. Velden spoke. Velden said so.",
        ["Velden"],
        [("Velden", PERSON)],
        ["Anna B. Velden"],
    ),
    (
        "The Harbour Workers Union (HWU) met. The HWU said no.",
        ["The HWU"],
        [("Harbour Workers Union", "organisation")],
        ["Harbour Workers Union"],
    ),
    (
        "Bolt Sails Inc. rose. Bolt Sails said so.",
        ["Bolt Sails Inc", "Bolt Sails"],
        [],
        ["Bolt Sails Inc"] * 2,
    ),
    ("The Ministry of Fish met. The ministry said no.", ["The ministry"], [], ["Ministry of Fish"]),
    (
        "Union adviser Falk said no. Ola Falk left.",
        ["Union adviser Falk"],
        [("Ola Falk", PERSON), ("Falk", PERSON)],
        ["Ola Falk"],
    ),
]


@pytest.mark.parametrize(("text", "speakers", "names", "called"), NAMES)
def test_a_short_name_is_the_full_ones(
    text: str, speakers: list[str], names: list[tuple[str, NameKind]], called: list[str]
) -> None:
    """Surnames, initials, acronyms and words of a name are called by the fullest form of the article."""
    assert [p.name for p in settled(text, *speakers, names=names)[0]] == called


ROLES = [
    ("Ola Falk, a deputy harbour commander, left. The commander said no.", "The commander"),
    ("Harbour commander Ola Falk left. The commander said no.", "The commander"),
    ("The new harbour commander, Ola Falk, left. The commander said no.", "The commander"),
    ("A harbour commander said no. The harbour commander Ola Falk left.", "A harbour commander"),
    ("A deputy commander said no. Later, Ola Falk said it again.", "A deputy commander"),
]


@pytest.mark.parametrize(("text", "speaker"), ROLES[:4])
def test_an_office_is_its_holders(text: str, speaker: str) -> None:
    """What the article calls somebody before or after settles who is meant by it."""
    (party, *_), _ = settled(text, speaker, names=[("Ola Falk", PERSON)])
    assert (party.name, party.named, party.kind) == ("Ola Falk", True, "person")
    assert [s.text for s in party.antecedent] == ["Ola Falk"]


def test_a_description_gets_the_name_of_who_speaks_next() -> None:
    """ "A deputy commander said …" is the one who speaks next by a name that nothing introduced."""
    text, speaker = ROLES[4]
    (party, _), _ = settled(text, speaker, "Ola Falk", names=[("Ola Falk", PERSON)])
    assert party.name == "Ola Falk"


def test_two_of_one_surname_stay_open() -> None:
    """Where two bear the surname and nothing tells them apart, nobody is named."""
    text = "Ola Falk met Ida Falk. Much later Falk said that was no use."
    (_, _, party), _ = settled(text, *["Falk"] * 3, names=[("Ola Falk", PERSON), ("Ida Falk", PERSON)])
    assert (party.name, party.entity) == (None, None)


def test_a_title_tells_two_of_one_surname_apart() -> None:
    """ "Mrs" goes to the one the article calls so."""
    text = "Mr Ola Falk met Mrs Ida Falk. Mrs Falk said no."
    (party,), _ = settled(text, "Mrs Falk", names=[("Ola Falk", PERSON), ("Ida Falk", PERSON)])
    assert party.name == "Ida Falk"


def test_a_name_inside_an_institutions_is_not_its_bearer() -> None:
    """ "Falk Bridge" does not speak for Falk, nor is he meant by it."""
    _, entities = settled("Ola Falk drove over Falk Bridge. Falk said no.", names=[("Ola Falk", PERSON)])
    falk = next(e for e in entities if e.name == "Ola Falk")
    assert [m.text for m in falk.mentions] == ["Ola Falk", "Falk"]


def test_who_speaks_jointly_are_two() -> None:
    """ "A and B said" has two parties, each with its own words."""
    parties, _ = settled(
        "Ola Falk and Ida Moe said no.",
        "Ola Falk and Ida Moe",
        names=[("Ola Falk", PERSON), ("Ida Moe", PERSON)],
    )
    assert [(p.name, p.mention[0].text) for p in parties] == [
        ("Ola Falk", "Ola Falk"),
        ("Ida Moe", "Ida Moe"),
    ]


def test_a_ministry_of_two_things_is_one() -> None:
    """An "and" inside a name parts nobody."""
    parties, _ = settled("The Ministry of Fish and Ships said no.", "The Ministry of Fish and Ships")
    assert len(parties) == 1


def test_a_capital_that_speaks_is_its_government() -> None:
    """ "Oslo said" is Norway."""
    (party,), _ = settled("Norway closed a port. Oslo said no more.", "Oslo", names=[("Oslo", "location")])
    assert (party.name, party.kind) == ("Norway", "organisation")


def test_nobody_in_particular_keeps_his_words() -> None:
    """ "Two people familiar with the talks" are somebody, and nobody names them."""
    (party,), entities = settled(
        "Two people familiar with the talks said no.", "Two people familiar with the talks"
    )
    assert (party.name, party.named) == ("Two people familiar with the talks", False)
    assert [e.named for e in entities] == [False]


def test_a_statement_speaks_for_who_put_it_out() -> None:
    """ "The statement" after "said in a statement" is the same one's."""
    text = "Acme Motors said in a statement it was closing. The statement said no more."
    parties, _ = settled(text, "Acme Motors", "The statement", names=[("Acme Motors", "organisation")])
    assert [p.name for p in parties] == ["Acme Motors", "Acme Motors"]


def test_entities_are_numbered_in_the_order_of_the_text() -> None:
    """The first to be mentioned is e1."""
    _, entities = settled("Ola Falk met Ida Moe.", names=[("Ida Moe", PERSON), ("Ola Falk", PERSON)])
    assert [(e.id.partition(":")[2], e.name) for e in entities] == [("e1", "Ola Falk"), ("e2", "Ida Moe")]


def test_descriptions_are_kept() -> None:
    """What the article says of somebody stands with the entity."""
    _, entities = settled("Ola Falk, a deputy harbour commander, left.", names=[("Ola Falk", PERSON)])
    assert [d.text for e in entities for d in e.descriptions] == ["a deputy harbour commander"]


def test_the_list_goes_before_a_guess() -> None:
    """An alias on the user's list is called what the list calls it."""
    listed = Registry((Entry("Ola Marius Falk", ("Ola Falk",)),), "")
    (party,), _ = settled("Ola Falk said no.", "Ola Falk", names=[("Ola Falk", PERSON)], listed=listed)
    assert party.name == "Ola Marius Falk"


def test_an_office_on_the_list_is_settled_without_a_name() -> None:
    """ "The mayor of Easthaven" is whom the list has in that office."""
    listed = Registry((Entry("Anna Bell", offices=(Office("Mayor of Easthaven"),)),), "")
    (party,), _ = settled("The mayor of Easthaven said no.", "The mayor of Easthaven", listed=listed)
    assert (party.name, party.named) == ("Anna Bell", True)


def test_ten_thousand_names_take_no_more_than_their_share() -> None:
    """The work grows with the names, not with their square."""
    text = " ".join(f"Ola{i} Falk{i} met Ida{i} Moe{i}." for i in range(5000))
    _, entities = settled(text)
    assert len(entities) < 20_000


def test_the_government_is_that_of_the_country_spoken_of() -> None:
    """ "The government" in the narrator's voice is the country's the article is about."""
    text = "Norway closed a harbour on Monday. Norway has nine. The government said no more."
    (party,), _ = settled(text, "The government", names=[("Norway", "location")])
    assert (party.name, party.kind) == ("Norway", "organisation")


def test_the_regime_inside_a_quotation_stays_open() -> None:
    """Whom a speaker calls "the regime" is not the country the narrator speaks of."""
    text = "Norway closed a harbour on Monday. “The regime said it would not,” Ola Falk said."
    (party,), _ = settled(text, "The regime", names=[("Norway", "location"), ("Ola Falk", PERSON)])
    assert party.name != "Norway"


def test_i_inside_a_quotation_is_who_speaks_it() -> None:
    """The "I" of somebody's words is the speaker of the statement around it."""
    text = "Ola Falk wrote on Monday: “I told them so.”"
    article = read_item(Item("a.txt", None, text.encode())).article
    article = replace(article, language="en", zones=zones(replace(article, language="en")))
    outer, inner = text.index("I told"), text.index("I told") + 7
    around = Attribution("a1", (Party((article.span(0, 8),)),), (), (article.span(outer, len(text) - 2),))
    within = Attribution(
        "a2", (Party((article.span(outer, outer + 1),)),), (), (article.span(inner, inner + 4),)
    )
    within = replace(within, nested_in="a1")
    known = people(layout(article), (around, within), _tagged(text, "Ola Falk", PERSON))
    assert [p.name for a in known.attributions for p in a.speakers] == ["Ola Falk", "Ola Falk"]


def test_a_word_for_what_belongs_to_somebody_is_nobody() -> None:
    """`Palestinian fighters` and `Zionist gangs` name no Palestinian and no Zionist."""
    text = "Bell spoke of Palestinian fighters and of Zionist gangs. Corvane Group was there."
    named: list[tuple[str, NameKind]] = [("Palestinian", "organisation"), ("Zionist", "organisation")]
    _, entities = settled(text, "Bell", names=[*named, ("Corvane Group", "organisation")])
    assert [one.name for one in entities] == ["Bell", "Corvane Group"]


def test_a_name_behind_in_is_a_places() -> None:
    """One word that nobody calls by a title, and that people are in."""
    text = "Velden was quiet. Men met in Velden and near Velden. Velden said no."
    (party,), _ = settled(text, "Velden", names=[("Velden", PERSON)])
    assert party.kind == "organisation"


def test_a_firm_is_called_by_its_name_without_what_it_is() -> None:
    """ "Acme" is Acme AG, not somebody whom the tagger takes Acme Lab for."""
    text = "Acme AG closed. Ann Bell of Acme Lab left. Acme said no."
    names = [("Acme Lab", PERSON), ("Acme", PERSON)]
    (_, _, party), _ = settled(text, "Acme AG", "Acme Lab", "Acme", names=names)
    assert party.name == "Acme AG"


def test_of_a_title_the_name_that_the_article_knows() -> None:
    """The tagger may take more of a headline for the name."""
    text = "Ann Bell Port Speech Wins Over Few Merchants\n\nAnn Bell said no."
    names = [("Ann Bell Port", PERSON), ("Ann Bell", PERSON)]
    (party, _), _ = settled(text, "Ann Bell", "Ann Bell", names=names)
    assert party.name == "Ann Bell"


def test_a_name_that_is_never_shortened_is_no_persons() -> None:
    """People are called by their surnames later on; and militants are a group's."""
    text = "Karo Haran struck. Karo Haran militants left. Karo Haran won. Karo Haran said no."
    (party,), _ = settled(text, "Karo Haran", names=[("Karo Haran", PERSON)])
    assert party.kind == "organisation"
