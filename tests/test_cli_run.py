"""A run over many inputs: what is told where, how it is counted at both levels, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import work
from onrecord.cli.run import Run
from onrecord.errors import StoreError, UsageError
from onrecord.pipeline import Outcome
from onrecord.readers.counts import Counts, Report
from onrecord.readers.folder import Input, Inputs, listed
from onrecord.readers.item import Item


def run(*outcomes, quiet=False, report=None, unused=(), inputs=None):
    """The exit code of a run with these outcomes."""
    inputs = inputs or Inputs(tuple(Input(one.name) for one in outcomes), (), ())
    return Run(inputs, quiet=quiet, report=report, unused=unused).through(iter(outcomes), lambda one: one)


def read(path, record=None, **more):
    """An item that was read."""
    return Outcome(path, record, "read", **more)


def refused(path, record=None, message="it is broken"):
    """An item that was refused."""
    return Outcome(path, record, "refused", "damaged", message=message)


def test_counts_add_up():
    """The line at the end gives every fate, and the causes of those not read."""
    counts = Counts()
    counts.add("read", times=10)
    counts.add("set aside", "no text")
    counts.add("refused", "not readable")
    assert counts.line() == (
        "given 12 = read 10 + unchanged 0 + set aside 1 (no text 1) + refused 1 (not readable 1)"
    )
    assert counts.given == sum(counts.of(fate) for fate in ("read", "unchanged", "set aside", "refused"))


def test_two_levels():
    """Items inside an input are counted apart from the inputs; a damaged end does not undo them."""
    report = Report()
    report.take("a.txt", None, "read")
    report.take("b.warc", "1", "read")
    report.take("b.warc", "2", "set aside", "no page")
    report.take("b.warc", None, "refused", "damaged", "b.warc: cut short; fetch it again")
    assert report.lines() == (
        "given 2 = read 1 + unchanged 0 + set aside 0 + refused 1 (damaged 1)",
        "items inside them: given 2 = read 1 + unchanged 0 + set aside 1 (no page 1) + refused 0",
    )


UNCHANGED = [
    (["unchanged", "unchanged"], "unchanged"),
    (["unchanged", "set aside"], "unchanged"),
    (["unchanged", "read"], "read"),
    (["set aside"], "read"),
]


@pytest.mark.parametrize("inside, whole", UNCHANGED)
def test_unchanged_archive(inside, whole):
    """A feed or archive of which nothing had to be read is unchanged itself."""
    report = Report()
    for number, fate in enumerate(inside):
        report.take("a.xml", str(number), fate)
    report.take("a.xml", None, "read")
    assert report.inputs.of(whole) == 1


def test_messages(capsys):
    """Notes and the count go to standard error, which is one line for notes that many inputs share."""
    assert run(*(read(name, notes=("undated",)) for name in "abc")) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "a and 2 more: undated\ngiven 3 = read 3 + unchanged 0 + set aside 0 + refused 0\n",
    )


def test_refused_is_told_and_ends_with_1(capsys):
    """A refused input is named even under --quiet, and the exit code is 1; escapes are written out."""
    assert run(refused("a", message="a: \x1b[2J"), read("b", notes=("undated",)), quiet=True) == 1
    assert capsys.readouterr().err == "a: \\x1b[2J\n"


def test_refused_item(capsys):
    """A refused item of an archive that was walked to its end ends the run with 1 too."""
    assert run(refused("a", "1"), read("a")) == 1
    assert "items inside them: given 1 = read 0" in capsys.readouterr().err


def test_many_items_set_aside(capsys):
    """Of a thousand pages without a text a few are told, the others counted; inputs are told one by one."""
    aside = [Outcome("a.warc", str(n), "set aside", "no text", message=f"{n} empty") for n in range(1000)]
    files = [Outcome(f"{n}.txt", None, "set aside", "no text", message=f"{n}.txt: empty") for n in range(9)]
    run(*aside, *files)
    err = capsys.readouterr().err
    assert (err.count(" empty\n"), err.count(".txt: empty")) == (14, 9)
    assert "995 more items set aside (no text); --report FILE lists them" in err


def test_interrupted(capsys, tmp_path):
    """Ctrl-C ends with 130, says what was done, and the report is written."""

    def outcomes():
        yield read("a")
        raise KeyboardInterrupt

    ended = Run(Inputs((), (), ()), quiet=False, report=tmp_path / "report.json")
    assert ended.through(outcomes(), lambda one: one) == 130
    assert "stopped: given 1 = read 1" in capsys.readouterr().err
    assert json.loads((tmp_path / "report.json").read_text())["inputs"]["given"] == 1


@pytest.mark.parametrize("prints, shown", [(True, False), (False, True)])
def test_bar(prints, shown, capsys, monkeypatch):
    """A bar is drawn on a terminal, unless the output goes to it as well."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    inputs = Inputs((Input("a"), Input("b")), (), ())
    Run(inputs, quiet=False, report=None, prints=prints).through(
        iter([read("a"), read("b")]), lambda one: one
    )
    assert ("2/2" in capsys.readouterr().err) is shown


def test_empty_folder_says_what_was_looked_for(tmp_path, capsys):
    """A folder with nothing to read says which formats were looked for."""
    assert run(inputs=listed([str(tmp_path)])) == 0
    assert "looked for plain text, HTML, feeds" in capsys.readouterr().err


def test_unused_rows(capsys):
    """Rows of a manifest that fit nothing are told: one of them may be misspelt."""
    run(read("a"), unused=("b.txt", "c.txt"))
    assert "manifest: rows that fit no input: 2, b.txt for one" in capsys.readouterr().err


def test_report(tmp_path):
    """--report writes the counts of both levels and every problem with its place."""
    path = tmp_path / "report.json"
    run(read("a.txt"), refused("b.warc", "7"), read("b.warc"), report=path)
    report = json.loads(path.read_text())
    assert report["inputs"]["read"] == {"number": 2, "causes": {}}
    assert report["items"]["refused"] == {"number": 1, "causes": {"damaged": 1}}
    assert report["problems"] == [
        {"path": "b.warc", "record": "7", "fate": "refused", "cause": "damaged", "message": "it is broken"}
    ]


def test_error_that_ends_a_run(capsys):
    """What ends a run as a whole, a full disk or a locked store, comes with the counts of what was done."""

    def outcomes():
        yield read("a")
        raise StoreError("the disk is full")

    with pytest.raises(StoreError):
        Run(Inputs((), (), ()), quiet=True, report=None).through(outcomes(), lambda one: one)
    assert "stopped: given 1 = read 1" in capsys.readouterr().err


def test_report_that_cannot_be_written(tmp_path):
    """A report that cannot be written is told before an hour of reading."""
    with pytest.raises(UsageError, match=r"--report .* cannot be written"):
        run(report=tmp_path / "none" / "report.json")


def test_killed_process_is_named():
    """An input whose process was killed is refused by name, with a way out."""
    outcome = work.died(Item("big.html", None, b"")).outcome
    assert (outcome.fate, outcome.cause) == ("refused", "process killed")
    assert outcome.message.startswith("big.html: ")


ENDLESS = """
import sys
from itertools import repeat
from onrecord.cli import app, main, output, run
from onrecord.pipeline import Outcome
from onrecord.readers.folder import Inputs

@app.command()
def endless():
    def printed(outcome):
        output.write_line("{}")
        return outcome
    long = run.Run(Inputs((), (), ()), quiet=False, report=None)
    sys.exit(long.through(repeat(Outcome("a", None, "read")), printed))

sys.argv = ["onrecord", "endless"]
main()
"""


def test_reader_that_goes_away():
    """When nobody reads the output any more, as behind `| head`, the command ends without a word."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ended:
        assert ended.stdout.readline() == b"{}\n"
        ended.stdout.close()
        assert ended.stderr.read() == b""
    assert ended.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk():
    """Output that cannot be written is told with the counts so far and the code 1, not with a traceback."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-c", ENDLESS], stdout=full, stderr=subprocess.PIPE, check=False
        )
    stopped, why = ran.stderr.splitlines()
    assert stopped.startswith(b"stopped: given 0 = ")
    assert why.startswith(b"onrecord: standard output cannot be written")
    assert ran.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_report_for_which_there_is_no_room(capsys):
    """A report that cannot be written in the end is told, and the run has not ended well."""
    assert run(read("a.txt"), report=Path("/dev/full")) == 1
    assert "--report /dev/full cannot be written" in capsys.readouterr().err
