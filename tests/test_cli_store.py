"""The commands around the store, as a user runs them: add, search, show, stats, export, forget, backup."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from onrecord.cli import app

BRIDGE = (
    "The mayor of Velden, Ana Ruiz, said on Monday: “We will build the bridge.”\n\n"
    "The toll office denied that it had raised the toll last month. Opponents fear a long delay.\n"
)
FERRY = (
    "Piet Oss, a captain, told reporters in Velden that thick fog was to blame for the crash of the\n"
    "ferry.\n\n"
    "“Nobody could see the bridge,” he said.\n"
)
PONT = """<!doctype html><html lang="fr"><head><title>Le pont</title></head><body><article><h1>Le pont</h1>
<p>Le maire a dit que le pont est ouvert depuis lundi matin et que tout le monde peut y passer.</p>
<p>Les habitants de la ville sont contents, mais la police demande de rouler lentement.</p></article>"""
KNOWN = "path,outlet,date\nbridge.txt,Velden Post,2031-05-09\nferry.txt,Ferry Gazette,2031-04\n"
PILE = {"bridge.txt": BRIDGE, "ferry.txt": FERRY, "pont.html": PONT, "known.csv": KNOWN, "empty.txt": ""}
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Folder:
    """A folder in which commands are run as a user runs them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *arguments, code=0, **environment):
        """Run a command that ends with this code; gives what it printed."""
        ran = subprocess.run(
            [sys.executable, "-m", "onrecord", *map(str, arguments)],
            cwd=self.path,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == code, ran.stderr
        self.err = ran.stderr
        return ran.stdout

    def ids(self):
        """The id of each article by its file."""
        records = map(json.loads, self("export").splitlines())
        return {record["article"]["path"]: record["article"]["id"] for record in records}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A folder with a small pile and its store, which no test writes to."""
    folder = Folder(tmp_path_factory.mktemp("filled"))
    (folder.path / "pile").mkdir()
    for name, text in PILE.items():
        (folder.path / "pile" / name).write_text(text, encoding="utf-8")
    folder("add", "pile", "--manifest", "pile/known.csv")
    folder.added, folder.names = folder.err, folder.ids()
    return folder


@pytest.fixture
def copy(filled, tmp_path):
    """The same, to be written to."""
    shutil.copytree(filled.path, tmp_path / "copy")
    return Folder(tmp_path / "copy")


def test_add_counts_and_says_what_next(filled):
    """Everything given is counted; the last line says how to search it."""
    lines = filled.added.splitlines()
    assert lines[-2] == (
        "given 4 = read 2 + unchanged 0 + set aside 2 (no text 1, other language 1) + refused 0"
    )
    assert lines[-1] == "kept in onrecord.db; search it: onrecord search WORDS"


def test_export_is_what_extract_prints(filled):
    """Through the store and back, articles are byte for byte what `extract` prints."""
    extracted = filled("extract", "pile", "--manifest", "pile/known.csv")
    assert extracted.count("\n") == 3
    assert filled("export") == extracted


def test_add_twice(copy):
    """What is stored already is not read again: all unchanged, and the store holds the same."""
    before = copy("export")
    copy("add", "pile", "--manifest", "pile/known.csv", "--report", "report.json")
    assert "given 4 = read 0 + unchanged 3 + set aside 1 (no text 1) + refused 0" in copy.err
    assert json.loads((copy.path / "report.json").read_text())["inputs"]["unchanged"]["number"] == 3
    assert copy("export") == before


def test_add_again(copy):
    """--again reads what is stored already, in as many processes as are asked for; its place stays."""
    before = copy("export")
    copy("add", "pile", "--manifest", "pile/known.csv", "--again", "--workers", 2, "--quiet")
    assert copy.err == ""
    assert copy("export") == before


def test_the_store_in_the_folder_that_is_read(tmp_path):
    """The store may lie in the folder it is filled from, whatever it is called; it is no article."""
    folder = Folder(tmp_path)
    (tmp_path / "bridge.txt").write_text(BRIDGE)
    folder("add", ".", "--store", "notes")
    folder("add", ".", ONRECORD_STORE="notes")
    assert "given 1 = read 0 + unchanged 1" in folder.err
    assert folder.err.endswith("kept in notes; search it: onrecord search WORDS\n")


def test_one_bad_among_good(copy):
    """What is refused is named, the rest is stored, and the exit code is 1."""
    (copy.path / "bad.bin").write_bytes(b"\0\1\2")
    (copy.path / "new.txt").write_text(FERRY.replace("fog", "snow"))
    copy("add", "bad.bin", "new.txt", code=1)
    assert "bad.bin: it looks like binary data" in copy.err
    assert "new.txt" in copy.ids()


def test_cases(copy):
    """One store keeps several cases; an article may belong to more than one."""
    copy("add", "pile/ferry.txt", "--outlet", "Ferry Gazette", "--published", "2031-04", "--case", "ferries")
    assert copy("export", "--case", "ferries").count("\n") == 1
    assert "there is no case 'trams' in onrecord.db; its cases are: ferries, main" in wrong(
        copy, "stats", "--case", "trams"
    )


def test_add_nothing(tmp_path):
    """Where nothing came in, nothing is proposed to be searched."""
    folder = Folder(tmp_path)
    (tmp_path / "bad.bin").write_bytes(b"\0\1\2")
    folder("add", "bad.bin", code=1)
    assert folder.err.endswith("refused 1 (not understood 1)\n")


def wrong(folder, *arguments, code=2):
    """What a wrong command is told; it prints nothing and takes one line."""
    assert folder(*arguments, code=code) == ""
    assert folder.err.count("\n") == 1
    return folder.err


def test_search(filled):
    """A hit shows who with which cue, the words, outlet, date, form and id; then how many there are."""
    bridge, ferry = (filled.names[name] for name in ("bridge.txt", "ferry.txt"))
    lines = filled("search", "bridge", "--plain").splitlines()
    assert "The mayor of Velden, Ana Ruiz [said]" in lines
    assert "    We will build the bridge." in lines
    cited = [re.sub(r"\b\d+ % sure", "N % sure", line) for line in lines]
    assert (
        f"    Velden Post · 2031-05-09 · direct speech · said on 2031-05-05 · N % sure · {bridge}:a1" in cited
    )
    assert f"    Ferry Gazette · 2031-04 · direct speech · N % sure · {ferry}:a2" in cited
    assert filled.err == "2 of 2\n"


FOUND = [
    (["bridge", "--outlet", "gazette"], {"ferry.txt:a2"}),
    (["bridge", "--date", "2031-05"], {"bridge.txt:a1"}),
    (["--speaker", "Oss"], {"ferry.txt:a1", "ferry.txt:a2"}),  # the second says "he"
    (["--form", "indirect", "--case", "main"], {"bridge.txt:a2", "ferry.txt:a1"}),
    (["delay", "--thought"], {"bridge.txt:a3"}),
    (["delay", "--mode", "thought"], {"bridge.txt:a3"}),
    (["delay"], set()),
    (["fog", "OR", "toll"], {"ferry.txt:a1", "bridge.txt:a2"}),
    (["bridge -nobody"], {"bridge.txt:a1"}),
]


@pytest.mark.parametrize("asked, found", FOUND)
def test_search_filters(filled, asked, found):
    """Words and filters narrow the hits down; thoughts are left out unless asked for."""
    names = {id_: name for name, id_ in filled.names.items()}
    hits = map(json.loads, filled("search", *asked, "--format", "jsonl").splitlines())
    assert {f"{names[hit['article']]}:{hit['id'].partition(':')[2]}" for hit in hits} == found


def test_search_limit(filled):
    """When there are more hits than are printed, the last line says how to see them."""
    assert filled("search", "bridge", "--limit", 1, "--plain").count("speech") == 1
    assert filled.err == "1 of 2; more with --limit 2\n"


def test_search_nothing(filled):
    """Nothing found is no failure; what to try is said."""
    assert filled("search", "unicorn", "--outlet", "Post") == ""
    assert filled.err.startswith("nothing found\n")
    assert "--outlet" in filled.err


def test_search_colours(filled):
    """The words searched for are marked where colours are wanted, and nowhere else."""
    coloured = filled("search", "bridge", FORCE_COLOR="1", TERM="xterm")
    assert re.search(r"\x1b\[[0-9;]+mbridge\x1b\[0m", coloured)
    assert ESCAPES.sub("", coloured) == filled("search", "bridge")
    assert "\x1b" not in filled("search", "bridge", "--plain", FORCE_COLOR="1", TERM="xterm")


def test_show_stored(filled):
    """An article in the store is shown by its id or the beginning of it, as its file is."""
    id_ = filled.names["ferry.txt"]
    shown = filled("show", id_[:6], "--plain")
    assert shown.startswith(f"ferry.txt · {id_}\n")
    assert "    “Nobody could see the bridge,”\n" in shown
    assert shown.endswith("2 statements\n\n")


def test_show_statement(filled):
    """A statement's id shows it where it stands, with the paragraph around it."""
    shown = filled("show", f"{filled.names['bridge.txt']}:a2", "--plain")
    assert "    The toll office denied that it had raised the toll last month. Opponents fear" in shown
    assert "2 The toll office [denied]\n" in shown
    assert "build the bridge" not in shown


def test_show_a_file_that_is_called_like_an_id(copy):
    """What is a file is read, whatever it is called."""
    (copy.path / "abcdef").write_text(FERRY)
    assert copy("show", "abcdef").startswith("abcdef · ")


def test_stats(filled):
    """What the store holds, and what is unknown, in lines with bars."""
    shown = filled("stats")
    assert shown.startswith("onrecord.db\n3 articles, 5 statements, 1 thought among them\n")
    assert "of the articles 1 without an outlet, 1 undated, 1 in other languages" in shown
    assert re.search(r"  Velden Post +1  █+\n", shown)
    assert re.search(r"  no outlet known +1  █+\n", shown)
    assert re.search(r"  undated +1  █+\n", shown)
    counted = json.loads(filled("stats", "--format", "json"))
    assert (counted["articles"], counted["analysed"], counted["attributions"]) == (3, 2, 5)


def test_forget(copy):
    """What goes with an article is told, first without doing it; then it is gone, and can be added anew."""
    id_ = copy.ids()["bridge.txt"]
    told = copy("forget", id_[:8], "--dry-run")
    assert told.startswith(f"{id_} bridge.txt (Velden Post): would be forgotten, with 3 statements")
    assert copy.ids()["bridge.txt"] == id_
    assert copy("forget", id_[:8]) == told.replace("would be ", "")
    assert "bridge.txt" not in copy.ids()
    copy("add", "pile", "--manifest", "pile/known.csv")
    assert "read 1 + unchanged 2" in copy.err


def test_forget_in_a_case(copy):
    """Out of one case, an article stays for the others."""
    id_ = copy.ids()["bridge.txt"]
    copy("add", "pile", "--manifest", "pile/known.csv", "--case", "dam")
    told = copy("forget", id_, "--case", "dam")
    assert told == f"{id_} bridge.txt (Velden Post): taken out of the case dam; other cases keep it\n"
    assert copy.ids()["bridge.txt"] == id_


def test_forget_all_or_none(copy):
    """One unknown id, and nothing is forgotten."""
    before = copy("export")
    assert "no article ffffffff in onrecord.db" in wrong(copy, "forget", copy.ids()["ferry.txt"], "ffffffff")
    assert copy("export") == before


def test_backup(copy):
    """A backup holds the same; it never writes over a file."""
    copy("backup", "safe.db")
    assert "look into it with --store safe.db" in copy.err
    assert copy("export", "--store", "safe.db") == copy("export")
    assert "safe.db is there already" in wrong(copy, "backup", "safe.db")


def test_export_to_a_file(copy):
    """--output writes the same to a file, which is there only when it is whole."""
    copy("export", "--output", "all.jsonl")
    assert (copy.path / "all.jsonl").read_text("utf-8") == copy("export")
    assert sorted(path.name for path in copy.path.iterdir()) == ["all.jsonl", "onrecord.db", "pile"]
    assert "would write over the store" in wrong(copy, "export", "--output", "onrecord.db")


def test_export_as_a_table(filled):
    """A statement a row under a header; how many articles had none is told, since they have no row."""
    table = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv"))))
    assert len(table) == 5
    assert {row["article_id"] for row in table} < set(filled.names.values())
    assert filled.err == "5 statements of 3 articles; 1 of them without any, and so without a row\n"
    assert filled("export", "--format", "csv", "--bom").startswith("\ufeff")


WRONG = [
    (["export", "--bom"], "--bom is for --format csv"),
    (
        ["search", "x", "--store", "none.db"],
        "there is no store none.db; `onrecord add PATH… --store none.db`",
    ),
    (["show", "0123456789abcdef"], "no article 0123456789abcdef in onrecord.db"),
    (["show", "gone.txt"], "there is no file or folder gone.txt"),
    (["search", "'"], "there is no word in"),
    (["search", "x", "--form", "loud"], "--form: 'loud' is none of direct, indirect, mixed"),
    (["search", "x", "--mode", "loud"], "--mode: 'loud' is none of speech, writing, thought"),
    (["search", "x", "--format", "xml"], "--format: 'xml' is none of text, jsonl"),
    (["search", "x", "--date", "Tuesday"], "'Tuesday'"),
    (["export", "--format", "xml"], "--format: 'xml' is none of jsonl, csv"),
    (["stats", "--format", "xml"], "--format: 'xml' is none of text, json"),
    (["add", "gone.txt"], "there is no file or folder gone.txt"),
    (["add", "pile", "--columns", "x"], "--columns: 'x' is not OURS=THEIRS"),
    (["add", "pile", "--report", "onrecord.db"], "--report onrecord.db would write over that file"),
    (["add", "pile/ferry.txt", "--report", "pile/ferry.txt"], "would write over that file"),
    (["forget", ""], "'' is no id of an article"),
    (["forget", "0123456789abcdef:a3"], "is no id of an article"),
    (["show", ""], "an empty name was given"),
    (["backup", "none/safe.db"], "there is no folder none"),
]


@pytest.mark.parametrize("arguments, said", WRONG)
def test_wrong_commands(filled, arguments, said):
    """A wrong command ends with 2 and one line that names what is wrong and the way out."""
    assert said in wrong(filled, *arguments)


NOT_OURS = [(b"words\n", "not"), (b"SQLite format 3\0" + b"x" * 200, "")]


@pytest.mark.parametrize("command", [["search", "x"], ["add", "pile"], ["stats"]])
@pytest.mark.parametrize("data, said", NOT_OURS)
def test_no_store(copy, command, data, said):
    """A file that is no store is never written to, and the error says what it is."""
    (copy.path / "other.db").write_bytes(data)
    assert said in wrong(copy, *command, "--store", "other.db", code=1)
    assert (copy.path / "other.db").read_bytes() == data


def test_wrong_add_makes_no_store(tmp_path):
    """A wrong command leaves no empty store behind."""
    wrong(Folder(tmp_path), "add", "gone.txt")
    assert list(tmp_path.iterdir()) == []


def test_hostile_text(copy):
    """Escapes and changes of direction in an article act in no command's output."""
    nasty = "Ana Ruiz\x1b]0;x\x07 said on Monday: “We will \u202ebuild the tunnel soon.”\n" + BRIDGE
    (copy.path / "nasty.txt").write_text(nasty, encoding="utf-8")
    copy("add", "nasty.txt", "--outlet", "\x1b[31mPost\u202e", "--case", "\x1b[5mcase", "--quiet")
    id_ = copy.ids()["nasty.txt"]
    commands = [("search", "tunnel"), ("show", id_), ("show", f"{id_}:a1"), ("stats",), ("forget", id_)]
    for command in commands:
        printed = copy(*command)
        assert "\\x1b" in printed
        assert not {"\x1b", "\x07", "\u202e"} & set(printed + copy.err)


PIPES = [["export"], ["search"], ["stats"], ["show", "ID"]]


@pytest.mark.parametrize("command", PIPES, ids=lambda command: command[0])
def test_reader_that_goes_away(filled, command):
    """When nobody reads the output any more, the command ends without a word."""
    command = [filled.names["ferry.txt"] if word == "ID" else word for word in command]
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", *command],
        cwd=filled.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ended:
        ended.stdout.close()
        assert ended.stderr.read() == b""
    assert ended.returncode == 141


def test_every_option_is_explained():
    """Each option and argument of each command has its help."""
    commands = typer.main.get_command(app).commands.items()
    silent = [(name, one.name) for name, command in commands for one in command.params if not one.help]
    assert silent == []
