"""`onrecord people` and `onrecord dates`: who is in an article, its days, and what conflicts."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app, card, cast, days
from onrecord.cli.page import Page
from onrecord.record import (
    Attribution,
    DateExpression,
    DateReport,
    Entity,
    Evidence,
    Figure,
    Flag,
    MadeWith,
    Named,
    OtherDate,
    Party,
    Record,
    Span,
)
from tests.fakes import article as text_of

TEXT = (
    "Ana Ruiz spoke in Velden on Monday. Ruiz said the bridge, for which over 200 million was "
    "set aside, will open on 4 May. Eva Ruiz was there. He said no."
)
ARTICLE = text_of(TEXT)


def span(words: str) -> Span:
    """Words where they first stand in the text."""
    return ARTICLE.span(TEXT.index(words), TEXT.index(words) + len(words))


def evidence(words: str) -> Evidence:
    """The same as evidence."""
    return ARTICLE.evidence(TEXT.index(words), TEXT.index(words) + len(words))


ANA, EVA = f"{ARTICLE.id}:e1", f"{ARTICLE.id}:e2"
SAID = Attribution(
    id=f"{ARTICLE.id}:a1",
    speakers=(Party(mention=(span("Ruiz said"[:4]),), entity=ANA, name="Ana Ruiz", named=True),),
    cue=(span("said"),),
    content=(span("the bridge, for which over 200 million was set aside, will open on 4 May"),),
    said_on=DateReport(None, ("2031-05-01", "2031-05-05"), "bounded"),
)
NO = Attribution(
    id=f"{ARTICLE.id}:a2",
    speakers=(Party(mention=(span("He"),)),),
    cue=(span("said no"),),
    content=(span("no"),),
)
RECORD = Record(
    1,
    MadeWith("0", None, None, None),
    ARTICLE,
    (SAID, NO),
    (
        Figure(
            f"{ARTICLE.id}:f1",
            span("over 200 million"),
            "money",
            200_000_000.0,
            None,
            "more-than",
            "EUR",
            Named("set aside"),
            None,
            DateReport(),
            SAID.id,
        ),
    ),
    (
        DateExpression(f"{ARTICLE.id}:d1", span("on Monday"), DateReport()),
        DateExpression(
            f"{ARTICLE.id}:d2",
            span("4 May"),
            DateReport(
                "2031-05-04",
                None,
                "relative",
                "2031-05-02",
                others=(
                    OtherDate("alternative", "2032-05-04", None, "relative", (), "the year is not told"),
                ),
            ),
        ),
    ),
    (
        Entity(EVA, "Eva Ruiz", "person", True, (span("Eva Ruiz"),), ()),
        Entity(ANA, "Ana Ruiz", "person", True, (span("Ana Ruiz"), span("Ruiz")), (span("the bridge"),)),
    ),
    (Flag("weekday-vs-date", (SAID.id,), (evidence("on Monday"),), "4 May 2031 is a Sunday"),),
)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """Eighty columns without colours."""
    monkeypatch.setenv("COLUMNS", "80")
    return Page(plain=True)


def test_those_who_speak_come_first(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """With what else they are called and how they are described; then near names and the unsettled."""
    cast.show(RECORD, page)
    lines = capsys.readouterr().out.splitlines()
    assert lines[4:] == [
        "Ana Ruiz · person · 1 statement",
        "    called Ruiz",
        "    described as the bridge",
        "Eva Ruiz · person",
        "near names: Eva Ruiz, Ana Ruiz",
        "not settled: “He” in statement 2",
        "",
    ]


def test_nobody(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """An article that names nobody says so."""
    cast.show(replace(RECORD, attributions=(), entities=()), page)
    assert "nobody is named" in capsys.readouterr().out


def test_conflicts_come_first_then_dates_and_days(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """Each date with what it was counted from and what else it may be; each statement under its day."""
    days.show(RECORD, page, conflicts=False)
    assert capsys.readouterr().out.splitlines()[4:] == [
        "weekday-vs-date: 4 May 2031 is a Sunday (“on Monday”)",
        "“on Monday” open nothing to count from",
        "“4 May” 2031-05-04 relative, counted from 2031-05-02",
        "    or 2032-05-04 (alternative: the year is not told)",
        "said 2031-05-01 to 2031-05-05: 1",
        "said on a day the article does not tell: 2",
        "",
    ]


def test_words_that_leave_a_day_open_are_told(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """An undated "on Monday" is shown as it stands, by `show` and by `dates`."""
    undated = replace(SAID, said_on=DateReport(basis="relative", evidence=(evidence("on Monday"),)))
    record = replace(RECORD, attributions=(undated,))
    days.show(record, page, conflicts=False)
    card.show(record, page, notes=(), why=False, thought=True)
    assert capsys.readouterr().out.count("said “on Monday” (which day is open)") == 2


def test_only_conflicts(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """With --conflicts an article without any is passed over."""
    days.show(replace(RECORD, flags=()), page, conflicts=True)
    assert capsys.readouterr().out == ""


def test_a_card_tells_days_and_figures(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """Bounds of a day are told as such, and each figure stands below the statement that gives it."""
    card.show(RECORD, page, notes=(), why=False, thought=True)
    out = capsys.readouterr().out
    assert "said between 2031-05-01 and 2031-05-05 (bounded)" in out
    assert "figure: “over 200 million”: more than 200,000,000 EUR, set aside" in out


def test_articles_with_conflicts_are_counted(tmp_path: Path) -> None:
    """Nothing on standard output where nothing conflicts; how many articles were looked at is said."""
    page = tmp_path / "bridge.txt"
    page.write_text("Ana Ruiz said on 4 May 2031 that the bridge was open.\n", encoding="utf-8")
    run = CliRunner().invoke(app, ["dates", "--conflicts", "--tagger", "rules", str(page)])
    assert (run.exit_code, run.stdout) == (0, "")
    assert run.stderr.endswith("0 articles of 1 with conflicts\n")


def test_an_article_dated_by_its_dateline_is_not_called_undated(tmp_path: Path) -> None:
    """What reading missed and the text tells is no note any more."""
    page = tmp_path / "tarvik.txt"
    page.write_text("TARVIK, 12 May 2031 — Ilse Morn said that the bridge was open.\n", encoding="utf-8")
    run = CliRunner().invoke(app, ["show", "--tagger", "rules", str(page)])
    assert "2031-05-12 (explicit" in run.stdout
    assert "undated" not in run.stdout
