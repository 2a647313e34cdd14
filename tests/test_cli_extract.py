"""`onrecord extract`: which inputs are read, what is printed, and what each command does with wrong input."""

import json
import subprocess
import sys
from unittest.mock import Mock

import pytest

from onrecord import pipeline, readers
from onrecord.cli import work
from onrecord.cli.terminal import visible
from onrecord.errors import ModelError, NoTextError, ReadError, UsageError
from onrecord.exports.jsonl import to_json
from onrecord.readers.folder import Input, listed
from onrecord.readers.item import Item
from onrecord.readers.known import Known

HEAVY = {"numpy", "onnxruntime", "trafilatura", "lxml", "tokenizers", "rich", "sentencex"}
SAID = "The mayor of Velden, Ana Ruiz, said on Monday: “We will build the bridge.”\n"


def names(*paths, **options):
    """The names of the inputs found."""
    return [one.name for one in listed([str(path) for path in paths], **options).inputs]


def onrecord(*arguments, **options):
    """The command as a user runs it."""
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.fixture
def folder(tmp_path):
    """A folder with two articles, one of them further down, and things that are none."""
    (tmp_path / "b.txt").write_text(SAID)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.txt").write_text(SAID.replace("Monday", "Tuesday"))
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "style.CSS").write_text("p {}")
    return tmp_path


def test_names_below_the_folder(folder):
    """A folder's files are named below it, sorted, without hidden ones and without style sheets."""
    assert names(folder) == ["a/c.txt", "b.txt"]
    assert listed([str(folder)]).no_pages == ("style.CSS",)


def test_name_as_given(folder, monkeypatch):
    """A file keeps the name it was given, whatever it is called."""
    monkeypatch.chdir(folder)
    assert names("./b.txt", "style.CSS") == ["./b.txt", "style.CSS"]


def test_manifest_is_no_article(folder):
    """The manifest is not read as an article when it lies in the folder."""
    assert names(folder, but=[folder / "b.txt", None]) == ["a/c.txt"]


def test_links_that_lead_back(folder):
    """A link to a folder around it does not make the listing endless; a broken link is refused, not lost."""
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "z.txt").symlink_to(folder / "gone.txt")
    assert names(folder) == ["a/c.txt", "b.txt", "z.txt"]
    assert listed([str(folder)]).inputs[-1].problem == "it links to a file that is not there"


def test_no_such_path():
    """A path that is not there is a wrong command, told before anything is read."""
    with pytest.raises(UsageError, match=r"no file or folder gone\.txt"):
        listed(["gone.txt"])


FATES = [
    (NoTextError("a.txt: it is empty"), "set aside", "no text", "a.txt: it is empty"),
    (ReadError("a.txt: gone"), "refused", "not readable", "a.txt: gone"),
    (ReadError("a.txt: long", cause="too large"), "refused", "too large", "a.txt: long"),
    (ZeroDivisionError("by zero"), "refused", "mistake in onrecord", "ZeroDivisionError: by zero"),
]


def done(body=b"He left."):
    """What the work on one file's bytes gives."""
    return work.done(Item("a.txt", None, body), largest=10_000)


@pytest.mark.parametrize("error, fate, cause, said", FATES)
def test_one_bad_input(error, fate, cause, said, monkeypatch):
    """Whatever goes wrong with one input is an outcome of that input, with a cause that is counted."""
    monkeypatch.setattr(pipeline, "read_item", Mock(side_effect=error))
    printed = done()
    assert (printed.outcome.fate, printed.outcome.cause, printed.line) == (fate, cause, None)
    assert said in (printed.outcome.message or "")


def test_no_model_stops_everything(monkeypatch):
    """An error that every input would meet is not counted against each of them."""
    monkeypatch.setattr(
        pipeline, "load", Mock(side_effect=ModelError("the tagger is missing; install again"))
    )
    with pytest.raises(ModelError):
        done()


def test_other_language_is_printed_and_set_aside():
    """An article in a declared other language is kept without statements and counted by its cause."""
    printed = done(b"<html lang='fr'><body><article><h1>Le pont</h1><p>" + b"Le pont est ouvert. " * 30)
    assert (printed.outcome.fate, printed.outcome.cause) == ("set aside", "other language")
    value = json.loads(printed.line)
    assert (value["article"]["analysed"], value["attributions"]) == (False, [])


def test_options_before_manifest(tmp_path):
    """An option goes before the manifest; a row fits a name below the folder or below the manifest."""
    (tmp_path / "list.csv").write_text("path,outlet,date\na.txt,Post,2031-04\nb.txt,Ledger,\nz.txt,None,\n")
    (tmp_path / "a.txt").touch()
    known = Known(outlet=None, published="2031", manifest=tmp_path / "list.csv")
    named, placed = Input("b.txt", tmp_path / "x"), Input("somewhere/a.txt", tmp_path / "a.txt")
    assert (known.of(named).outlet, known.of(placed).outlet) == ("Ledger", "Post")
    assert known.of(placed).published == "2031"
    assert known.unused([named, placed]) == ("z.txt",)


def test_standard_input():
    """`-` reads one page from standard input; its record has no path."""
    ran = onrecord("extract", "-", "--outlet", "Velden Post", "--published", "2031-04", input=SAID)
    article = json.loads(ran.stdout)["article"]
    assert (ran.returncode, article["path"], article["text"]) == (0, None, SAID)
    assert (article["outlet"]["name"], article["published_on"]["value"]) == ("Velden Post", "2031-04")


def test_bad_input_among_good_ones(folder):
    """A bad input does not stop the others, in one process or several; all are counted, the code is 1."""
    (folder / "a.bin").write_bytes(b"\0\1\2")
    (folder / "aa.txt").touch()
    ran = onrecord("extract", folder, "--workers", 2)
    assert [json.loads(line)["article"]["path"] for line in ran.stdout.splitlines()] == ["a/c.txt", "b.txt"]
    assert ran.returncode == 1
    assert "given 5 = read 2 + unchanged 0 + set aside 2 (no page 1, no text 1) + refused 1" in ran.stderr


@pytest.mark.slow
def test_same_bytes(repository):
    """The same articles give the same bytes with any number of workers, in any order, alone or together."""
    paths = sorted((repository / "examples").glob("*-*.*"))
    together = onrecord("extract", *paths).stdout.splitlines()
    assert together
    assert onrecord("extract", *paths, "--workers", 3).stdout.splitlines() == together
    assert onrecord("extract", *reversed(paths)).stdout.splitlines() == together[::-1]
    assert onrecord("extract", paths[0]).stdout.splitlines() == together[:1]


@pytest.mark.slow
def test_same_record_everywhere(repository):
    """The command line gives what the pipeline gives."""
    path = repository / "examples" / "dam-5-border-post.txt"
    read = readers.read_path(path, name=str(path))
    assert onrecord("extract", path).stdout == to_json(pipeline.record(read)) + "\n"


CASES = [
    ("Ana “said”\n\tso", "Ana “said”\n\tso"),
    ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
    ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
    ("a\x9b1m\r", "a\\x9b1m\\x0d"),
    ("half \ud800", "half \\ud800"),
    ("سلام می\u200cگوید 👩\u200d🚒", "سلام می\u200cگوید 👩\u200d🚒"),
]


@pytest.mark.parametrize("text, seen", CASES)
def test_hostile_text(text, seen):
    """What a terminal would obey or hide is written out; letters and joiners of any script stay."""
    assert visible(text) == seen


@pytest.mark.parametrize("command", [["--help"], ["extract", "--help"], ["show", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(command):
    """Help comes at once because it imports no network, no page reader and no array library."""
    code = f"import sys; from onrecord.cli import main; sys.argv = {['onrecord', *command]!r}\ntry: main()\n"
    code += "except SystemExit: print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stderr.split())
    assert ran.stdout


WRONG = [
    (["extract", "gone.txt"], "there is no file or folder gone.txt"),
    (["extract", ".", "--published", "Tuesday"], "--published"),
    (["extract", ".", "--manifest", "gone.csv"], "gone.csv"),
    (["extract", ".", "--workers", "0"], "--workers"),
    (["extract"], "PATH"),
    (["show", "."], "no articles in ."),
    (["show"], "which article?"),
]


@pytest.mark.parametrize("command, said", WRONG)
def test_wrong_commands(command, said, tmp_path):
    """A wrong command ends with 2 and a line that names what is wrong; nothing is printed, no traceback."""
    ran = onrecord(*command, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.slow
def test_same_people(repository, tmp_path):
    """Entities and parties too, with one worker or two, with and without a list of people."""
    paths = sorted((repository / "examples").glob("*-*.*"))[:4]
    people = tmp_path / "people.toml"
    people.write_text('[[people]]\nname = "Ana Ruiz"\nroles = [{ role = "Mayor of Velden" }]\n')
    for options in ((), ("--people", people)):
        alone = onrecord("extract", *paths, *options, "--workers", 1).stdout
        assert any(json.loads(line)["entities"] for line in alone.splitlines())
        assert onrecord("extract", *paths, *options, "--workers", 2).stdout == alone
