"""`onrecord judge`, and what people decided in `show`, `export` and `forget`, as a user runs them."""

import json
from pathlib import Path

import pytest

from tests.test_cli_store import ESCAPES, PILE, Folder

ME = {"ONRECORD_WHO": "anna"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A store with two articles, read by rules."""
    run = Folder(tmp_path)
    for name in ("bridge.txt", "ferry.txt", "known.csv"):
        (tmp_path / name).write_text(PILE[name], encoding="utf-8")
    run("add", "--quiet", "--tagger", "rules", "--manifest", "known.csv", "bridge.txt", "ferry.txt")
    return run


def test_from_deciding_to_undoing(folder: Folder) -> None:
    """Each judgement prints its id; the list tells all of them, the articles what was decided about them."""
    bridge, ferry = folder.ids()["bridge.txt"], folder.ids()["ferry.txt"]
    fix = folder("judge", "fix", f"{bridge}:a2", "speakers", "Piet Oss", "--note", "he did", **ME).strip()
    join = folder("judge", "join", f"{bridge}:a1", f"{ferry}:a1=thick fog", "--who", "bob").strip()
    reject = folder("judge", "reject", f"{ferry[:6]}:a2", **ME).strip()

    listed = folder("judge", "list")
    assert [line[:18].strip() for line in listed.splitlines() if line[0] == "j"] == [fix, join, reject]
    assert "anna: fix speakers: Piet Oss\n    note: he did\n" in listed
    assert f"bob: join\n    {bridge}: “We will build the bridge." in listed

    shown = ESCAPES.sub("", folder("show", bridge, "--plain"))
    assert f"speakers: Piet Oss — anna, {day(listed)}: he did ({fix})" in shown
    assert f"reports the same as {ferry}: “thick fog” — bob" in shown
    assert "rejected: no statement — anna" in folder("show", f"{ferry}:a2", "--plain")
    assert "Nobody could see" not in folder("show", ferry, "--plain")

    assert f"speakers: Piet Oss — anna, {day(listed)}" in folder("search", "toll", "--plain")

    exported = [json.loads(line) for line in folder("export", "--judged").splitlines()]
    assert [len(one["attributions"]) for one in exported] == [3, 1]
    assert exported[0]["attributions"][1]["speakers"][0]["name"] == "Piet Oss"

    undone = folder("judge", "undo", reject[:8], "--note", "it is", **ME).strip()
    assert f"undone by anna, {day(listed)}: it is ({undone})" in folder("judge", "list")
    assert "Nobody could see" in folder("show", ferry, "--plain")
    assert folder("judge", "list", "--orphaned") == ""

    gone = folder("forget", ferry)
    assert ", 3 judgements" in gone


def day(listed: str) -> str:
    """The day on which the first judgement was made."""
    return listed.partition("  ")[2][:10]


@pytest.mark.slow
def test_out_of_one_store_and_into_another(folder: Folder) -> None:
    """Nothing is there twice; a line that is none is named, and the others are taken."""
    bridge = folder.ids()["bridge.txt"]
    folder("judge", "reject", f"{bridge}:a1", **ME)
    folder("judge", "export", "out.jsonl")
    folder("judge", "import", "out.jsonl")
    assert folder.err == "1 read: 0 new, 1 there already, 0 refused\n"
    folder("backup", "copy.db")
    (folder.path / "out.jsonl").write_text((folder.path / "out.jsonl").read_text() + "{}\n")
    folder("add", "--quiet", "--tagger", "rules", "--store", "other.db", "ferry.txt")
    folder("judge", "import", "out.jsonl", "--store", "other.db", code=1)
    assert "out.jsonl, line 2: no judgement" in folder.err
    assert "2 read: 1 new, 0 there already, 1 refused" in folder.err
    assert f"orphaned: its article {bridge} is not here" in folder(
        "judge", "list", "--orphaned", "--store", "other.db"
    )
    assert folder("judge", "export", "-", "--store", "copy.db") == folder("judge", "export", "-")


REFUSED = [
    (("judge", "join", "{}:a1"), "join needs 2 statements; 1 given"),
    (("judge", "fix", "{}:a1", "mood", "grave"), "'mood' cannot be fixed; what can is speakers, addressees"),
    (("judge", "fix", "{}:a1", "outlet", "Post"), "outlet is a field of an article, by its id alone"),
    (("judge", "reject", "{}:a9"), "`onrecord show {}` shows them"),
    (("judge", "reject", "0000:a1"), "`onrecord search` gives the ids"),
    (("judge", "undo", "jffff"), "`onrecord judge list` gives their ids"),
    (("judge", "export", "bridge.txt"), "bridge.txt is there already"),
    (("judge", "import", "nothing.jsonl"), "nothing.jsonl cannot be read"),
]


@pytest.mark.slow
def test_errors_name_the_way_out(folder: Folder) -> None:
    """The command was wrong: 2, one line, and nothing decided."""
    bridge = folder.ids()["bridge.txt"]
    for command, message in REFUSED:
        folder(*(word.format(bridge) for word in command), code=2, **ME)
        assert message.format(bridge) in folder.err
    assert folder("judge", "list") == ""


@pytest.mark.slow
def test_what_people_write_is_text(folder: Folder) -> None:
    """A name or a note with escapes is shown, and never obeyed (contract 9)."""
    bridge = folder.ids()["bridge.txt"]
    folder(
        "judge", "fix", f"{bridge}:a1", "speakers", "\x1b[31mRed", "--who", "<b>\x1b[2J", "--note", "\x07a\nb"
    )
    for shown in (folder("judge", "list"), folder("show", f"{bridge}:a1", "--plain")):
        assert "\x1b" not in shown
        assert "\\x1b[31mRed" in shown
        assert "<b>\\x1b[2J" in shown
