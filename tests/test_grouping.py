"""Which statements are one utterance: candidates, scores, groups."""

import random
from collections.abc import Sequence
from dataclasses import replace

from onrecord.across.candidates import candidates
from onrecord.across.grouping import components, groups
from onrecord.across.occasions import same_day_possible
from onrecord.across.parts import part
from onrecord.across.profile import profiles
from onrecord.across.scoring import scorer, scores
from onrecord.across.statement import Statement
from onrecord.across.voices import voices
from onrecord.across.words import words_of
from onrecord.record import (
    VERSION,
    Article,
    Attribution,
    DateReport,
    Form,
    MadeWith,
    Mark,
    Party,
    Record,
    Span,
)

BLOCK = (
    "“The dam stays shut until the spring floods are over. Nobody in the valley will go hungry this winter.”"
)
DAM = "the dam would stay shut until the spring floods were over"
WINTER = "nobody in the valley would go hungry this winter"


def statement(name: str, text: str, speaker: str = "minister", article: str | None = None) -> Statement:
    """A statement that is all of its article's text; what stands in “ ” is quoted."""
    start, end = text.find("“"), text.find("”")
    marks = (Mark(start + 1, end, text[start + 1 : end], "quoted"),) if start >= 0 else ()
    form: Form = "direct" if start == 0 and end == len(text) - 1 else "mixed" if marks else "indirect"
    content = (Span(0, len(text), text),)
    parties = (Party(name=speaker, named=True),) if speaker else ()
    one = Attribution(name, parties, (), content, form=form, marks=marks)
    day = DateReport("2024-10-08", basis="given")
    page = Article(
        article or name,
        None,
        None,
        None,
        "",
        None,
        None,
        None,
        (),
        (),
        None,
        "en",
        True,
        day,
        DateReport(),
        text,
        (),
    )
    record = Record(VERSION, MadeWith("", None, None, None), page, (one,), (), (), (), ())
    return Statement(one, record, words_of(text, content), (speaker,) if speaker else ())


def grouped(*said: Statement) -> list[tuple[str, ...]]:
    """The ids of every group."""
    known = profiles(said)
    return [group.ids for group in groups(known, scores(known, scorer()))]


def test_a_paraphrase_joins_the_words_it_renders() -> None:
    """Indirect speech that keeps the words is another report of the quotation."""
    assert grouped(statement("a", f"“{DAM.capitalize()}.”"), statement("b", DAM)) == [("a", "b")]


def test_two_sentences_of_one_speech_are_two_utterances() -> None:
    """One speaker, one topic, other words: nothing is merged."""
    assert (
        grouped(statement("a", DAM), statement("b", "the price of bread had doubled since the summer")) == []
    )


def test_a_long_block_stands_in_two_groups_through_two_parts() -> None:
    """Each report repeats another sentence of it, and the part says which."""
    said = (statement("a", BLOCK), statement("b", DAM), statement("c", WINTER))
    known = profiles(said)
    found = groups(known, scores(known, scorer()))
    assert [group.ids for group in found] == [("a", "b"), ("a", "c")]
    spans = [part(known["a"], dict(group.members)["a"]) for group in found]
    assert [[s.text.split()[0] for s in of or ()] for of in spans] == [["The"], ["Nobody"]]


def test_a_part_keeps_its_brackets_and_the_mark_of_a_question() -> None:
    """Half a bracket misleads, and a question without its mark reads as a claim."""
    block = "“Nobody will go hungry this winter. [The city's] dam stays shut until spring? Roads are open.”"
    (one,) = profiles((statement("a", block),)).values()
    spans = part(one, [1])
    assert spans is not None
    assert [span.text for span in spans] == ["[The city's] dam stays shut until spring?"]


def test_two_speakers_are_kept_apart() -> None:
    """Near words of two people are two utterances; only one and the same text may have two names on it."""
    assert grouped(statement("a", DAM), statement("b", "the dam should stay shut", "mayor")) == []


def test_a_statement_and_the_one_inside_it_are_no_candidates() -> None:
    """What is nested shares all its words with what is around it."""
    assert candidates(profiles([statement("a", DAM), statement("b", DAM, article="a")])) == ()


def test_what_shares_only_light_words_is_never_looked_at() -> None:
    """Candidates share words of some weight."""
    assert (
        candidates(profiles([statement("a", "we will do it"), statement("b", "it was for us to do")])) == ()
    )


def test_groups_do_not_depend_on_the_order() -> None:
    """The same statements give the same groups in 20 orders (contract 10)."""
    said = [
        *(statement(f"a{n}", text) for n, text in enumerate((BLOCK, DAM, WINTER, f"“{DAM}”"))),
        *(statement(f"b{n}", text, "mayor") for n, text in enumerate((DAM, f"“{DAM}”", WINTER))),
        *(statement(f"c{n}", text, "") for n, text in enumerate((DAM, WINTER))),
    ]
    expected = grouped(*said)
    assert expected
    for seed in range(20):
        assert grouped(*_shuffled(said, seed)) == expected


def test_a_component_too_large_loses_its_weakest_links_first() -> None:
    """A chain of 300 statements breaks where it hangs by a thread."""
    links = {(f"s{n:03}", f"s{n + 1:03}"): 0.9 for n in range(300)}
    links["s150", "s151"] = 0.55
    found = list(components(links, 0.5))
    assert [len(piece) for piece in found] == [150, 149]


def _shuffled(said: Sequence[Statement], seed: int) -> list[Statement]:
    mixed = list(said)
    random.Random(seed).shuffle(mixed)
    return mixed


def test_a_general_may_be_the_one_another_report_names() -> None:
    """A speaker without a name is compatible with one who is called the same; two with names are two."""
    named = spoken("a", ("General Orruk", True))
    assert voices(named, spoken("b", ("a general", False))) == "alike"
    assert voices(named, spoken("b", ("a minister", False))) == "open"
    assert voices(named, spoken("b", ("General Hask", True))) == "other"


def test_the_same_words_on_another_day_are_another_utterance() -> None:
    """Days that are known and lie apart keep statements apart; a day's slip and an open day do not."""
    assert not same_day_possible(said("a", "2023-10-17"), said("b", "2023-10-12"))
    assert same_day_possible(said("a", "2023-10-17"), said("b", "2023-10-18"))
    assert same_day_possible(said("a", "2023-10-17"), said("b", None))
    assert same_day_possible(said("a", "2023-10-17"), said("b", "2023-10"))
    assert not same_day_possible(said("a", "2023-10-17"), said("b", None, (None, "2023-10-16")))


def spoken(name: str, party: tuple[str, bool]) -> Statement:
    """A statement whose article is what it calls the speaker."""
    one = statement(name, party[0], speaker=name)
    mention = Party((Span(0, len(party[0]), party[0]),), kind="person", named=party[1])
    return replace(one, attribution=replace(one.attribution, speakers=(mention,)))


def said(name: str, day: str | None, bounds: tuple[str | None, str | None] | None = None) -> Statement:
    """A statement of a day."""
    one = statement(name, DAM)
    return replace(one, attribution=replace(one.attribution, said_on=DateReport(day, bounds)))
