"""`onrecord show`: an article with its statements, readable, complete, and harmless to the terminal."""

from dataclasses import replace

import pytest

from onrecord.cli import card, explained
from onrecord.cli.page import Page
from onrecord.record import (
    Article,
    Attribution,
    ChainLink,
    DateReport,
    Evidence,
    MadeWith,
    Mark,
    Named,
    Party,
    Reason,
    Record,
    Zone,
)

TEXT = (
    "State radio quoted Ana Ruiz as saying: “We will [soon] build it.”\n"
    "She said the ministry had told her that money was there.\n"
    "Opponents fear a delay.\n"
    "Nothing else happened in Velden."
)


def spans(*wordings):
    """The spans of words as they first stand in the text."""
    return tuple(ARTICLE.span(TEXT.index(words), TEXT.index(words) + len(words)) for words in wordings)


def party(*wordings):
    """Somebody named by these words."""
    return Party(mention=spans(*wordings))


ARTICLE = Article(
    id="0123456789abcdef",
    path="bridge.txt",
    record=None,
    url=None,
    sha256="00",
    captured_on=None,
    version_of=None,
    outlet=None,
    authors=(),
    credits=(),
    title=None,
    language=None,
    analysed=True,
    published_on=DateReport(),
    updated_on=DateReport(),
    text=TEXT,
    zones=(Zone(0, len(TEXT), "body"),),
)
BUILD = Attribution(
    id="0123456789abcdef:a1",
    speakers=(party("Ana Ruiz"),),
    cue=spans("quoted", "as saying"),
    content=spans("We will [soon] build it."),
    form="direct",
    chain=(ChainLink("media", party("State radio")),),
    marks=(
        Mark(TEXT.index("We will"), TEXT.index("”"), "We will [soon] build it.", "quoted"),
        Mark(TEXT.index("[soon]"), TEXT.index("[soon]") + 6, "[soon]", "bracket"),
    ),
    confidence=0.93,
    reasons=(Reason("chain", "rule", "quoted-by", (ARTICLE.evidence(0, 11),), 0.8),),
)
TOLD = Attribution(
    id="0123456789abcdef:a2",
    speakers=(Party(mention=spans("She"), antecedent=spans("Ana Ruiz")),),
    cue=spans("said"),
    content=spans("the ministry had told her that money was there"),
    continues=BUILD.id,
    confidence=0.4,
)
MONEY = Attribution(
    id="0123456789abcdef:a3",
    speakers=(party("the ministry"),),
    cue=spans("told"),
    content=spans("money was there"),
    addressees=(party("her"),),
    nested_in=TOLD.id,
    confidence=0.8,
)
FEAR = Attribution(
    id="0123456789abcdef:a4",
    speakers=(),
    cue=spans("fear"),
    content=spans("a delay"),
    mode="thought",
)
RECORD = Record(1, MadeWith("0", None, None, None), ARTICLE, (BUILD, TOLD, MONEY, FEAR), (), (), (), ())


@pytest.fixture
def shown(capsys, monkeypatch):
    """What a record looks like on a screen of 80 columns, as lines."""
    monkeypatch.setenv("COLUMNS", "80")

    def _shown(record=RECORD, *, notes=(), why=False, thought=False, plain=False, min_confidence=0.0):
        page = Page(plain=plain)
        card.show(record, page, notes=notes, why=why, thought=thought, min_confidence=min_confidence)
        return capsys.readouterr().out.splitlines()

    return _shown


def test_statements(shown):
    """Speaker, cue, words in their marks, form, chain and addressee; a nested one stands under its own."""
    assert shown()[4:] == [
        " 1  Ana Ruiz  [quoted … as saying]",
        "    “We will [soon] build it.”",
        "    direct speech · via State radio · 93 % sure",
        "",
        " 2  She (Ana Ruiz)  [said]",
        "    the ministry had told her that money was there",
        "    indirect speech · continues 1 · 40 % sure",
        "",
        "     3  the ministry  [told]",
        "        money was there",
        "        indirect speech · to her · 80 % sure",
        "",
        "3 statements",
        "1 thought left out (beliefs, wishes, intentions); see them with --thought",
        "",
    ]


def test_unknown_is_said(shown):
    """No title, outlet, date or language: each is said to be unknown; the notes of reading follow."""
    assert shown(notes=["undated; give --published"])[:4] == [
        "bridge.txt · 0123456789abcdef",
        "no title",
        "outlet unknown · undated · language unknown",
        "undated; give --published",
    ]


def test_known_is_shown(shown):
    """The outlet, and the date with how it is known and where it stands."""
    place = Evidence(ARTICLE.id, "json-ld datePublished", None, None, "2023-10-17")
    known = replace(
        ARTICLE,
        title="A bridge",
        outlet=Named("Velden Post"),
        published_on=DateReport("2023-10-17", basis="metadata", evidence=(place,)),
        language="en",
    )
    assert shown(replace(RECORD, article=known))[1:3] == [
        "A bridge",
        "Velden Post · 2023-10-17 (metadata; json-ld datePublished) · language en",
    ]


def test_thought(shown):
    """With --thought what somebody fears is there too, and nothing is left out."""
    lines = shown(thought=True)
    assert " 4  nobody named  [fear]" in lines
    assert lines[-2] == "4 statements"


def test_why(shown):
    """With --why each statement has its confidence and its reasons."""
    lines = shown(why=True)
    assert "    confidence 0.93" in lines
    assert "    chain: rule quoted-by 0.80, from “State radio”" in lines


def test_only_the_surer_ones(shown):
    """What is less sure than asked for is counted; what stands in it moves out, and --why says so."""
    lines = shown(min_confidence=0.5, why=True)
    assert [line for line in lines if "% sure" in line] == [
        "    direct speech · via State radio · 93 % sure",
        "    indirect speech · to her · 80 % sure",
    ]
    assert " 3  the ministry  [told]" in lines
    assert any(line.startswith("    nested_in: rule min-confidence 0.40, from “said”") for line in lines)
    assert lines[-3:-1] == ["2 statements", "2 statements less sure than 0.5 left out"]


def test_nothing_is_found_only_where_nothing_was(shown):
    """Where all are less sure than asked for, the article is not said to have none."""
    lines = shown(min_confidence=1)
    assert lines[-3:-1] == ["0 statements", "4 statements less sure than 1 left out"]


def test_shown_child_of_a_thought(shown):
    """A statement inside a thought that is left out is still shown, a step further out."""
    fear = replace(RECORD, attributions=(FEAR, replace(MONEY, nested_in=FEAR.id)))
    assert " 3  the ministry  [told]" in shown(fear)


def test_wrapped(shown, monkeypatch):
    """Lines keep to the width of the terminal and to their indent; --plain does not break them."""
    monkeypatch.setenv("COLUMNS", "36")
    lines = shown()
    assert max(map(len, lines)) <= 36
    assert lines[lines.index(" 1  Ana Ruiz  [quoted … as") + 1] == "    saying]"
    assert lines[lines.index("    the ministry had told her that") + 1] == "    money was there"
    assert "    the ministry had told her that money was there" in shown(plain=True)


def test_hostile_text(shown):
    """Terminal escapes and changes of direction are written out, in whatever field they stand."""
    nasty = "\x1b]0;x\x07\u202eevil"
    article = replace(ARTICLE, text=nasty, title=nasty, outlet=Named(nasty), language=nasty)
    who = replace(BUILD, speakers=(Party(mention=(article.span(0, 4),)),), cue=(), marks=())
    said = replace(who, content=(article.span(0, len(nasty)),), chain=())
    printed = "".join(shown(replace(RECORD, article=article, attributions=(said,)), why=True))
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert "\\x1b]0;x\\x07\\u202eevil" in printed


def explained_lines(words, capsys):
    """What --explain prints, with a stage that always gives the same reason."""
    explained.show(RECORD, Page(plain=True), words=words, explain=lambda *_: ("No reporting verb.",))
    return capsys.readouterr().out.splitlines()


def test_explain_found(capsys):
    """--explain shows the sentence and the statements found in it; spacing and marks need not match."""
    lines = explained_lines('saying:  "we will', capsys)
    assert lines[0].startswith("State radio quoted")
    assert "1 Ana Ruiz [quoted … as saying]" in lines


def test_explain_none(capsys):
    """A sentence that holds no statement comes with the reason."""
    assert explained_lines("happened", capsys) == [
        "Nothing else happened in Velden.",
        "No reporting verb.",
        "",
    ]


def test_explain_words_that_are_not_there(capsys):
    """Words that stand nowhere in the article print nothing."""
    assert explained_lines("the moon", capsys) == []
