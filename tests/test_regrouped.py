"""Reports that people joined are one utterance, those they split are two, in whatever order they come."""

import random
from dataclasses import replace

from onrecord.across.comparison import Comparison, Variant
from onrecord.pipeline import compare
from onrecord.record import Record
from tests.judgements import Book
from tests.test_compare import known, pile, said

BOTH = (
    "“We will rebuild the old harbour bridge before the winter floods. Nobody in the valley will go hungry.”"
)
FOG = "Ana Ruiz said that thick fog was to blame for the crash of the ferry."


def groups(comparison: Comparison) -> list[set[str]]:
    """The reports of each utterance, those of one outlet by its name."""
    names = {a.id: r.article.outlet.name for r in comparison.articles for a in r.attributions}  # type: ignore[union-attr]
    found = ({names[v.attribution] for v in one.variants} for one in comparison.utterances)
    return sorted(found, key=sorted)


def ids(*records: Record) -> list[str]:
    """The first statement of each."""
    return [one.attributions[0].id for one in records]


def variant(comparison: Comparison, id_: str) -> Variant:
    """A statement as a report."""
    return next(v for one in comparison.utterances for v in one.variants if v.attribution == id_)


def test_reports_that_somebody_joined_are_one_utterance() -> None:
    """They are firm, and the reason says who joined them; the machine's own pair stays with them."""
    ledger, post, gazette = pile()
    book = Book(ledger, post, gazette)
    joined = book.join(*ids(ledger, gazette))
    comparison = compare(pile(), judgements=book.made)
    assert groups(comparison) == [{"Gazette", "Ledger", "Post"}]
    told = variant(comparison, gazette.attributions[0].id)
    assert (told.standing, told.reasons[0].by, told.reasons[0].name) == ("firm", "person", "anna")
    assert told.reasons[0].evidence[0].place == f"judgement {joined.id}"
    assert comparison.judgements == (joined,)
    assert variant(comparison, post.attributions[0].id).reasons[0].by == "model"


def test_reports_that_somebody_split_are_two_utterances() -> None:
    """However alike they are."""
    book = Book(*pile())
    book.split(*ids(*pile())[:2])
    assert groups(compare(pile(), judgements=book.made)) == [{"Gazette"}, {"Ledger"}, {"Post"}]


def test_the_last_word_holds() -> None:
    """A join after a split of the same pair, and the other way round; an undo leaves it to the machine."""
    ledger, post, gazette = ids(*pile())
    book = Book(*pile())
    split = book.split(ledger, post)
    book.join(post, ledger, who="bob")
    assert groups(compare(pile(), judgements=book.made)) == [{"Gazette"}, {"Ledger", "Post"}]
    book.split(ledger, gazette)
    book.join(ledger, gazette)
    last = book.split(gazette, ledger, who="bob")
    assert groups(compare(pile(), judgements=book.made)) == [{"Gazette"}, {"Ledger", "Post"}]
    book.undo(last)
    assert groups(compare(pile(), judgements=book.made)) == [{"Gazette", "Ledger", "Post"}]
    book.undo(split)


def test_what_follows_from_several_judgements_counts() -> None:
    """A with B, B with C, and then A apart from C: the last one holds, and B stays with one of them."""
    ledger, post, gazette = ids(*pile())
    book = Book(*pile())
    book.join(gazette, ledger)
    book.join(gazette, post)
    book.split(ledger, post)
    assert groups(compare(pile(), judgements=book.made)) == [{"Gazette", "Post"}, {"Ledger"}]


def test_words_of_a_long_statement_are_joined_alone() -> None:
    """A quotation of two sentences is in two utterances; each report joins the one whose words were named."""
    ledger = said("Ledger", "2031-05-01", f"Mayor Ana Ruiz said: {BOTH}", "Ana Ruiz", "said", BOTH[1:-1])
    _, post, gazette = pile()
    records = [ledger, post, gazette]
    book = Book(*records)
    id_ = ledger.attributions[0].id
    book.join(f"{id_}=Nobody in the valley will go hungry", gazette.attributions[0].id)
    found = groups(compare(records, judgements=book.made))
    assert found == [{"Gazette", "Ledger"}, {"Ledger", "Post"}]


def test_a_long_statement_that_is_joined_whole_brings_what_the_other_repeats() -> None:
    """It is in two utterances: the report that somebody adds goes to the one whose words it has."""
    ledger = said("Ledger", "2031-05-01", f"Mayor Ana Ruiz said: {BOTH}", "Ana Ruiz", "said", BOTH[1:-1])
    fed = "Ana Ruiz said that nobody in the valley would go hungry."
    voice = said("Voice", "2031-05-02", fed, "Ana Ruiz", "said", fed[19:-1])
    late = "Captain Piet Oss said that no valley would be hungry."
    herald = said("Herald", "2031-05-02", late, "Piet Oss", "said", late[27:-1])
    records = [ledger, pile()[1], voice, herald]
    book = Book(*records)
    book.join(*ids(ledger, herald))
    found = groups(compare(records, judgements=book.made))
    assert found == [{"Herald", "Ledger", "Voice"}, {"Ledger", "Post"}]


def test_a_speaker_that_somebody_fixed_is_compared_with_others() -> None:
    """The utterance has the name, whoever has it the statement, and the report says who decided it."""
    book = Book(*pile())
    gazette = pile()[2].attributions[0].id
    book.fix(gazette, "speakers", "Ana Ruiz")
    comparison = compare(pile(), judgements=book.made)
    told = next(u for u in comparison.utterances if u.variants[0].attribution == gazette)
    ana = next(one for one in comparison.entities if one.name == "Ana Ruiz")
    assert [(s.name, s.entity) for s in told.speakers] == [("Ana Ruiz", ana.id)]
    assert len(ana.members) == 3
    assert [(r.field, r.by) for r in told.variants[0].reasons] == [("speakers", "person")]


def test_what_was_rejected_is_not_compared() -> None:
    """Nor is it anybody's report when it was joined before."""
    ledger, _, gazette = ids(*pile())
    book = Book(*pile())
    book.join(ledger, gazette)
    book.reject(gazette)
    assert groups(compare(pile(), judgements=book.made)) == [{"Ledger", "Post"}]


def test_words_that_somebody_fixed_are_told_with_the_report() -> None:
    """The record says other words; so the report names its own."""
    ledger = pile()[0].attributions[0].id
    book = Book(*pile())
    book.fix(ledger, "content", "rebuild the old harbour bridge")
    part = variant(compare(pile(), judgements=book.made), ledger).part
    assert part is not None
    assert [span.text for span in part] == ["rebuild the old harbour bridge"]


def test_articles_are_those_that_were_given() -> None:
    """Whatever was decided: the comparison carries what `extract` printed."""
    book = Book(*pile())
    book.fix(ids(*pile())[0], "form", "indirect")
    book.reject(ids(*pile())[1])
    given = sorted(pile(), key=lambda one: one.article.id)
    assert compare(pile(), judgements=book.made).articles == tuple(given)


def test_an_orphan_is_told_and_decides_nothing() -> None:
    """The comparison lists it; of articles that are not compared nothing is said."""
    book = Book(*pile())
    joined = book.join(*ids(*pile())[1:])
    ledger, post, gazette = pile()
    without = replace(gazette, attributions=())
    comparison = compare([ledger, post, without], judgements=book.made)
    assert [(one.judgement, one.target) for one in comparison.orphaned] == [(joined.id, 1)]
    assert compare([ledger, post], judgements=book.made).orphaned == ()


def test_judgements_do_not_depend_on_the_order() -> None:
    """Articles and judgements in 20 orders give one comparison (contract 10)."""
    fog = known(said("Herald", "2031-05-02", FOG, "Ana Ruiz", "said", FOG[19:-1]))
    records = [*pile(), fog]
    ledger, post, gazette, herald = ids(*records)
    book = Book(*records)
    book.join(ledger, gazette)
    book.split(gazette, herald)
    book.join(herald, post)
    book.split(herald, ledger, who="bob")
    book.fix(herald, "speakers", "Piet Oss")
    expected = compare(records, judgements=book.made)
    for seed in range(20):
        chance = random.Random(seed)
        chance.shuffle(records)
        chance.shuffle(book.made)
        assert compare(records, judgements=book.made) == expected
