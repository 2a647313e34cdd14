"""What people see: `apply(judgements, records)`."""

import random
from dataclasses import replace

import pytest

from onrecord.across.comparison import Fix, Orphan
from onrecord.across.judged import Judged, apply
from onrecord.across.judging import made, of_statement
from onrecord.across.marking import marked
from onrecord.errors import UsageError
from onrecord.record import ChainLink, Figure, Flag, Party, Record, Span
from onrecord.record import DateReport as Date
from tests.judgements import Book
from tests.stored import record, says

TEXT = (
    "Mayor Ana Ruiz said on Monday: “We will rebuild the bridge before winter.” "
    "Captain Piet Oss told reporters that thick fog was to blame, the harbour office said. "
    "He added that nobody had been hurt."
)
URL = "https://ledger.example/bridge"


def article(text: str = TEXT, *, url: str | None = URL, outlet: str = "Harbor Ledger") -> Record:
    """Three statements; the third one's speaker is a pronoun."""
    said = (
        says(text, "Ana Ruiz", "said", "We will rebuild the bridge before winter.", form="direct"),
        says(text, "Piet Oss", "told", "thick fog was to blame"),
        says(text, "He", "added", "that nobody had been hurt"),
    )
    return record(text, *said, url=url, outlet=outlet)


PAGE = article()
MAYOR, CAPTAIN, NOBODY = (one.id for one in PAGE.attributions)
UPDATED = article(TEXT.replace("Mayor", "VELDEN. Updated with the captain's words. Mayor"))


def seen(book: Book, *records: Record) -> Judged:
    """The records after the judgements."""
    return apply(book.made, records or (PAGE,))


def statement(judged: Judged, id_: str):  # type: ignore[no-untyped-def]
    """One statement as people see it."""
    return next(a for r in judged.records for a in r.attributions if a.id == id_)


FIXES = [
    # the field, what is said of it, and what it then is
    ("form", ("mixed",), "mixed"),
    ("mode", ("writing",), "writing"),
    ("polarity", ("denied",), "denied"),
    ("said_on", ("2031-05",), "2031-05"),
    ("said_on", (), None),
    ("content", ("We will rebuild", "before  winter"), ["We will rebuild", "before winter"]),
    ("speakers", ("Piet Oss", "Ana Ruiz"), ["Piet Oss", "Ana Ruiz"]),
    ("speakers", (), []),
    ("addressees", ("The Council",), ["The Council"]),
]


@pytest.mark.parametrize("field, to, expected", FIXES)
def test_a_field_is_what_somebody_said_it_is(field: str, to: tuple[str, ...], expected: object) -> None:
    """With a reason that names the person and the judgement, and has no score."""
    book = Book(PAGE)
    made_ = book.fix(MAYOR, field, *to)
    fixed = statement(seen(book), MAYOR)
    value = getattr(fixed, field)
    told = {"said_on": lambda v: v.value, "content": lambda v: [s.text for s in v]}.get(
        field, lambda v: [p.name for p in v] if isinstance(v, tuple) else v
    )(value)
    assert told == expected
    (why,) = (one for one in fixed.reasons if one.field == field)
    assert (why.by, why.name, why.score, why.evidence[0].text) == ("person", "anna", None, "because")
    assert why.evidence[0].place == f"judgement {made_.id}"
    assert [s.text for s in fixed.content] == [PAGE.article.text[s.start : s.end] for s in fixed.content]


def test_the_record_itself_is_not_touched() -> None:
    """What the machine found stays what it found."""
    book = Book(PAGE)
    book.fix(MAYOR, "form", "mixed")
    book.reject(CAPTAIN)
    assert seen(book).records != (PAGE,)
    assert article() == PAGE


def test_who_is_named_becomes_an_entity() -> None:
    """A name the article does not have gets one, so that others can be the same; one it has is used."""
    book = Book(PAGE)
    book.fix(NOBODY, "speakers", "Piet Oss")
    book.fix(MAYOR, "speakers", "piet oss")
    (judged,) = seen(book).records
    (entity,) = judged.entities
    assert (entity.name, [s.text for s in entity.mentions]) == ("Piet Oss", ["Piet Oss"])
    assert [a.speakers[0].entity for a in judged.attributions if a.id != CAPTAIN] == [entity.id] * 2


def test_words_that_name_somebody_else_are_not_kept_as_a_mention() -> None:
    """A pronoun may stand for whoever it is; another name may not."""
    book = Book(PAGE)
    book.fix(NOBODY, "speakers", "Lucan Frey")
    book.fix(MAYOR, "speakers", "Lucan Frey")
    book.fix(CAPTAIN, "speakers", "Pieter Oss")
    mentions = [[s.text for s in a.speakers[0].mention] for a in seen(book).records[0].attributions]
    assert mentions == [[], ["Piet Oss"], ["He"]]


def test_a_date_that_was_read_stays_beside_the_one_decided() -> None:
    """Both are shown, the one read as in conflict."""
    book = Book(PAGE)
    book.fix(PAGE.article.id, "published_on", "2031-05-09")
    book.fix(PAGE.article.id, "outlet", "The Ledger")
    told = seen(book).records[0].article
    assert (told.published_on.value, told.published_on.basis) == ("2031-05-09", "given")
    assert [other.value for other in told.published_on.others] == ["2031-05-10"]
    assert told.outlet is not None
    assert (told.outlet.name, told.outlet.evidence[0].place[:10]) == ("The Ledger", "judgement ")


def test_what_is_rejected_is_gone_and_pointed_past() -> None:
    """Nothing refers to it; the other ids stay."""
    first, second, third = PAGE.attributions
    link = ChainLink("media", Party(), attribution=CAPTAIN)
    nested = replace(third, nested_in=CAPTAIN, continues=CAPTAIN, chain=(link,))
    outer = replace(second, nested_in=MAYOR, continues=MAYOR)
    flags = (Flag("x", (CAPTAIN,), (), ""), Flag("y", (CAPTAIN, MAYOR), (), ""), Flag("z", (), (), ""))
    none = Date()
    figure = Figure("f", Span(0, 1, "M"), "count", 1, 1, None, None, None, None, none, CAPTAIN)
    page = replace(PAGE, attributions=(first, outer, nested), flags=flags, figures=(figure,))
    book = Book(page)
    book.reject(CAPTAIN)
    (judged,) = seen(book, page).records
    left = judged.attributions[1]
    assert [a.id for a in judged.attributions] == [MAYOR, NOBODY]
    assert (left.nested_in, left.continues, left.chain[0].attribution) == (MAYOR, MAYOR, None)
    assert [(f.kind, f.attributions) for f in judged.flags] == [("y", (MAYOR,)), ("z", ())]
    assert judged.figures[0].according_to == MAYOR


def test_the_later_one_holds() -> None:
    """Two people who disagree: the last word holds; both stay on record."""
    book = Book(PAGE)
    book.fix(MAYOR, "form", "mixed", who="anna")
    book.fix(MAYOR, "form", "indirect", who="bob")
    assert statement(seen(book), MAYOR).form == "indirect"
    assert [r.name for r in statement(seen(book), MAYOR).reasons] == ["bob"]


def test_an_undo_can_be_undone() -> None:
    """What was rejected is back, and gone again."""
    book = Book(PAGE)
    rejected = book.reject(MAYOR)
    undone = book.undo(rejected, who="bob")
    assert len(seen(book).records[0].attributions) == 3
    book.undo(undone)
    assert len(seen(book).records[0].attributions) == 2


def test_the_order_they_come_in_is_nothing() -> None:
    """Time decides, and of one moment the id."""
    book = Book(PAGE)
    for form in ("mixed", "indirect", "direct"):
        book.fix(MAYOR, "form", form)
    book.undo(book.reject(CAPTAIN))
    book.fix(NOBODY, "speakers", "Piet Oss")
    book.made.append(replace(book.made[0], at=book.made[1].at, id="j" + "f" * 16))
    expected = seen(book)
    for seed in range(20):
        random.Random(seed).shuffle(book.made)
        assert seen(book) == expected


def test_a_judgement_holds_in_a_version_of_the_article_too() -> None:
    """The corrected article has the same words in other places."""
    book = Book(PAGE)
    book.fix(MAYOR, "form", "mixed")
    book.reject(CAPTAIN)
    judged = seen(book, PAGE, UPDATED)
    assert [[a.form for a in r.attributions] for r in judged.records] == [["mixed", "indirect"]] * 2
    assert judged.orphaned == ()


def test_it_holds_in_no_other_outlet_s_article() -> None:
    """Neither under the same address of another outlet nor in the same words without one."""
    book = Book(PAGE)
    book.reject(MAYOR)
    others = (article(outlet="Post"), article(url=None), article(TEXT + " More.", url=URL + "/2"))
    judged = seen(book, PAGE, *others)
    assert [len(r.attributions) for r in judged.records] == [2, 3, 3, 3]


def test_a_version_with_another_date_keeps_it() -> None:
    """A date of an article is fixed in versions that have the same mistake."""
    book = Book(PAGE)
    book.fix(PAGE.article.id, "published_on", "2031-05-09")
    other = replace(UPDATED, article=replace(UPDATED.article, id="f" * 16, published_on=Date("2031-05-11")))
    judged = seen(book, PAGE, UPDATED, other)
    assert [r.article.published_on.value for r in judged.records] == [
        "2031-05-09",
        "2031-05-09",
        "2031-05-11",
    ]


def test_what_the_tagger_no_longer_finds_is_orphaned() -> None:
    """The words are there, but no statement has them: that is told, with the target it is about."""
    book = Book(PAGE)
    rejected = book.reject(CAPTAIN)
    without = replace(PAGE, attributions=(PAGE.attributions[0],))
    judged = seen(book, without)
    assert judged.records == (without,)
    assert judged.orphaned == (Orphan(rejected.id, 0, "its words are no longer told as a statement"),)


def test_a_little_more_or_less_is_the_same_statement() -> None:
    """Another tagger cuts the words a little otherwise, and numbers them otherwise."""
    book = Book(PAGE)
    book.fix(CAPTAIN, "mode", "writing")
    (mayor, captain, _) = PAGE.attributions
    start, text = captain.content[0].start, PAGE.article.text
    wider = Span(start - 5, captain.content[0].end, text[start - 5 : captain.content[0].end])
    again = replace(
        PAGE, attributions=(mayor, replace(captain, id=f"{PAGE.article.id}:a9", content=(wider,)))
    )
    assert statement(seen(book, again), f"{PAGE.article.id}:a9").mode == "writing"


def test_a_statement_inside_the_one_meant_is_another() -> None:
    """When what was around it is found no more, the judgement does not slip onto what was inside."""
    text = "The harbour office said Piet Oss told it that thick fog and the tide and the moon were to blame."
    outer = says(text, "The harbour office", "said", text[text.index("Piet") : -1])
    inner = says(text, "Piet Oss", "told", text[text.index("thick") : -1])
    page = record(text, outer, inner)
    book = Book(page)
    book.fix(page.attributions[0].id, "mode", "writing")
    judged = seen(book, replace(page, attributions=(page.attributions[1],)))
    assert [a.mode for a in judged.records[0].attributions] == ["speech"]
    assert len(judged.orphaned) == 1


def test_of_an_article_that_is_not_here_nothing_is_lost() -> None:
    """It is told apart from what cannot be found."""
    book = Book(PAGE)
    rejected = book.reject(MAYOR)
    judged = seen(book, article("Another text. " + TEXT, url=None))
    assert (judged.orphaned, [one.judgement for one in judged.absent]) == ((), [rejected.id])


REFUSED = [
    (("join", (MAYOR,), None), "join needs 2 statements; 1 given"),
    (("fix", (MAYOR,), None), "names a field"),
    (("fix", (MAYOR,), Fix("form", ("loud",))), "form is one of direct, indirect, mixed"),
    (("fix", (MAYOR,), Fix("said_on", ("soon",))), "'soon' is no date"),
    (("fix", (MAYOR,), Fix("outlet", ("Ledger",))), "outlet is a field of an article"),
    (("fix", (MAYOR,), Fix("mood", ("grave",))), "'mood' cannot be fixed; what can is speakers, "),  # type: ignore[arg-type]
    (("reject", (f"{PAGE.article.id}:a7",), None), "is no statement of the article .* which has 3"),
    (("join", (MAYOR, f"{CAPTAIN}=the moon"), None), "the words 'the moon' stand nowhere in"),
]


@pytest.mark.parametrize("asked, message", REFUSED)
def test_what_can_mean_nothing_is_refused(asked, message: str) -> None:  # type: ignore[no-untyped-def]
    """The message says what is missing, and what there is."""
    kind, ids, value = asked
    with pytest.raises(UsageError, match=message):
        made(kind, [marked(PAGE, id_, kind, value) for id_ in ids], value, who="anna", at="2031-06-01")


def test_a_judgement_has_one_id_wherever_it_is_made() -> None:
    """The same decision has the same id; whatever differs, another one."""
    target = of_statement(PAGE.attributions[0], PAGE.article)
    one = made("reject", [target], who="anna", at="2031-06-01T12:00:00+00:00")
    assert one == made("reject", [target], who=" anna\n", at="2031-06-01T12:00:00+00:00", note=" ")
    assert one.id != made("reject", [target], who="bob", at="2031-06-01T12:00:00+00:00").id
