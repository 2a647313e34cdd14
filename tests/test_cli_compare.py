"""`onrecord compare` of a store: kept, told in short, and left as it was when it is stopped."""

import json
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.progress import Stages
from tests.test_compare import LEDGER, OTHER, POST

TEXTS = {"ledger": LEDGER, "post": POST, "other": OTHER}


def run(folder: Path, *words: str, code: int = 0) -> tuple[str, str]:
    """What a command prints, and tells."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *words], cwd=folder, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of three articles, and the articles."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run(tmp_path, "add", "--tagger", "rules", "--quiet", "--store", "s.db", ".")
    return tmp_path


def test_a_summary_is_printed_and_all_is_kept(folder: Path) -> None:
    """How much there is, what is most reported, and how to look at it."""
    told, _ = run(folder, "compare", "--store", "s.db")
    assert told.startswith("s.db\n3 articles, 2 utterances")
    _, said = run(folder, "compare", "--store", "s.db")
    assert "nothing new since" in said
    with onrecord.open(folder / "s.db") as collection:
        assert collection.utterances().total == 2


def test_command_line_python_and_store_agree(folder: Path) -> None:
    """Of the same articles each of them gives the same comparison, to the byte."""
    of_store, _ = run(folder, "compare", "--store", "s.db", "--quiet", "--format", "json")
    of_files, _ = run(folder, "compare", "--tagger", "rules", "--quiet", ".")
    of_python = onrecord.compare(folder, tagger="rules", report=onrecord.Report())
    assert of_store == of_files == onrecord.comparison_to_json(of_python) + "\n"
    lines, _ = run(folder, "compare", "--store", "s.db", "--quiet", "--format", "jsonl")
    assert list(map(json.loads, lines.splitlines())) == json.loads(of_store)["utterances"]
    text, _ = run(folder, "compare", "--store", "s.db", "--quiet", "--format", "text")
    assert text == run(folder, "compare", "--tagger", "rules", "--quiet", "--format", "text", ".")[0]


def test_what_came_since_is_told(folder: Path) -> None:
    """Before it is compared again."""
    run(folder, "compare", "--store", "s.db")
    (folder / "more").mkdir()
    (folder / "more" / "new.txt").write_text("Captain Piet Oss said that nobody was to blame.")
    run(folder, "add", "--tagger", "rules", "--quiet", "--store", "s.db", "more")
    told, said = run(folder, "compare", "--store", "s.db", "--output", "out.txt")
    assert "1 article came" in said
    assert (told, (folder / "out.txt").read_text("utf-8").splitlines()[0]) == ("", "s.db")


def test_one_utterance_is_shown(folder: Path) -> None:
    """By its id, or the beginning of it, with its reports side by side."""
    told, _ = run(folder, "compare", "--store", "s.db")
    id_ = told.split()[-3]
    shown, _ = run(folder, "show", "--store", "s.db", "--why", id_)
    assert "Ana Ruiz, on an unknown day" in shown
    assert "belongs here: likeness" in shown
    assert run(folder, "show", "--store", "s.db", "--why", id_[:6] + id_[16:])[0] == shown
    assert "no utterance" in run(folder, "show", "--store", "s.db", f"{id_}7", code=2)[1]


def test_forgetting_says_what_comparisons_lose(folder: Path) -> None:
    """The utterances that the article reports are counted; they are made anew without it."""
    told, _ = run(folder, "compare", "--store", "s.db")
    id_ = told.split()[-3]
    gone, _ = run(folder, "forget", "--store", "s.db", id_[:16])
    assert "1 utterance until the next comparison" in gone
    assert "1 article forgotten or read anew" in run(folder, "compare", "--store", "s.db")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("compare", "--store", "s.db", "ledger.txt"), "without a PATH"),
        (("compare", "--store", "s.db", "--outlet", "Ledger"), "read already"),
        (("compare", "--store", "none.db"), "there is no store none.db"),
        (("compare", "--store", "s.db", "--case", "nobody"), "there is no case"),
        (("compare", "--store", "s.db", "--output", "s.db"), "would write over the store"),
    ],
)
def test_wrong_commands(folder: Path, words: tuple[str, ...], told: str) -> None:
    """What cannot be meant is an error that says what can."""
    assert told in run(folder, *words, code=2)[1]


class Terminal(StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_somebody_who_watches_sees_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, which is empty in the end; who asked for quiet sees nothing."""
    for quiet in (False, True):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        stages = Stages(quiet=quiet)
        stages("reading")
        stages("writing")
        stages.end()
        stages.end()
        assert ("reading" in terminal.getvalue(), "\n" in terminal.getvalue()) == (not quiet, False)
        assert terminal.getvalue().endswith("" if quiet else "\r\x1b[2K")


SLOW = """
import sys, time
from onrecord.across import scoring
real = scoring.candidates
def slow(*some):
    print("comparing", flush=True)
    time.sleep(20)
    return real(*some)
scoring.candidates = slow
from onrecord.cli import main
sys.argv = ["onrecord", *sys.argv[1:]]
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--store", "s.db"), "what was kept before is as it was"),
        (("--tagger", "rules", "."), "nothing was written"),
    ],
)
def test_stopped_while_comparing(folder: Path, words: tuple[str, ...], told: str) -> None:
    """Ctrl-C says what became of the work; a store keeps what it had."""
    run(folder, "compare", "--store", "s.db")
    with onrecord.open(folder / "s.db") as collection:
        before = onrecord.comparison_to_json(collection.comparison())
        collection.add([_new(folder)], tagger="rules")
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "compare", *words],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "comparing\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told in said
    with onrecord.open(folder / "s.db") as collection:
        assert onrecord.comparison_to_json(collection.comparison()) == before


def _new(folder: Path) -> Path:
    path = folder / "new.txt"
    path.write_text("Captain Piet Oss said that nobody was to blame.", encoding="utf-8")
    return path
