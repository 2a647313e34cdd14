"""Hostile inputs: each is read, or refused with a message naming it and the way out; none costs much."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests import hostile, hostile_containers

FILES = Path(__file__).parent / "files"
SECONDS, GIGABYTES = 10, 1.2  # for one item; for the process that read all of them
HUNG = 280  # seconds after which a run is ended
STAMP = re.compile(r"^\{.*?\"path\":\"(?P<path>(?:[^\"\\]|\\.)*)\"")
# The command as a user runs it; when it ends it says how much memory it took.
MEASURED = """
import atexit, os, sys
from pathlib import Path
from onrecord.cli import main
atexit.register(lambda: Path(os.environ["MEMORY"]).write_text(Path("/proc/self/status").read_text()))
sys.argv = ["onrecord", *sys.argv[1:]]
main()
"""
FATES = {  # of the small files that are not read
    "binary.txt": "not understood",
    "blanks_only.txt": "no text",
    "control_characters.txt": "not understood",
    "empty.txt": "no text",
    "nul_bytes.txt": "not understood",
    "null_in_a_page.html": "not understood",
    "scripts_only.html": "no text",
    "utf16_marked_the_wrong_way.txt": "other language",
}
LARGE_FATES = {  # of the large ones
    "one_line_of_50_mb.txt": "too large",
    "one_letter_over_the_largest.txt": "too large",
    "largest_of_lines_of_one_word.txt": "too large",
    "largest_of_lines_of_one_letter.txt": "too large",
    "largest_of_chinese.txt": "other language",
    "unbalanced_100000_in_lines.txt": "too large",
    "unbalanced_100000_in_paragraphs.txt": "too large",
    "divs_never_closed.html": "too large",
    "paragraphs_never_closed.html": "too large",
    "comment_of_10_mb.html": "too large",
    "headings_50000.html": "too large",
    "preformatted_lines.html": "too large",
    "declarations_of_encoding.html": "not understood",
}
needs_unix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices as Unix has them")


def onrecord(*arguments, **options):
    """The command as a user runs it; one that hangs is ended."""
    command = [sys.executable, "-m", "onrecord", "extract", *map(os.fspath, arguments)]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60} | options
    return subprocess.run(command, check=False, **options)


def counted(report):
    """The counts of the inputs, checked: what was given is what met some fate."""
    counts = json.loads(report.read_text())["inputs"]
    fates = {name: counts[name] for name in ("read", "unchanged", "set_aside", "refused")}
    assert counts["given"] == sum(fate["number"] for fate in fates.values())
    for name in ("set_aside", "refused"):
        assert sum(fates[name]["causes"].values()) == fates[name]["number"]
    return counts


def causes(report, records):
    """For every input that was not read, why; each message names its input and says more than that."""
    found = {
        record["article"]["path"]: "other language" for record in records if not record["article"]["analysed"]
    }
    for problem in json.loads(report.read_text())["problems"]:
        name, message = problem["path"], problem["message"]
        assert message.startswith((f"{name}: ", f"{name} ")), message
        found[name] = problem["cause"]
    return found


def every_span(value, text):
    """Check that whatever has a start, an end and a text is that slice of the text."""
    if isinstance(value, dict):
        start, end, said = (value.get(key) for key in ("start", "end", "text"))
        assert start is None or said is None or text[start:end] == said
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        every_span(each, text)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small files read in one run: its records by name, its report and its messages."""
    report = tmp_path_factory.mktemp("hostile") / "report.json"
    done = onrecord(FILES, "--report", report)
    records = [json.loads(line) for line in done.stdout.splitlines()]  # of bytes: U+2028 ends no line
    assert done.returncode == 1
    return {record["article"]["path"]: record for record in records}, report, done.stderr.decode()


def test_small_files_are_read_or_say_why(small):
    """Every small file is read, or its cause is the expected one; the counts add up."""
    records, report, _ = small
    assert causes(report, records.values()) == FATES
    assert counted(report)["given"] == len(list(FILES.iterdir()))
    assert set(records) == {path.name for path in FILES.iterdir()} - {
        name for name, cause in FATES.items() if cause != "other language"
    }


def test_small_files_keep_their_spans(small):
    """Whatever is in a text, every span of the record slices to its words."""
    for record in small[0].values():
        every_span(record, record["article"]["text"])


def test_messages_do_nothing_to_a_terminal(small):
    """No escape, control or direction mark reaches the terminal."""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", small[2])


def test_entities_of_a_page_are_not_fetched(small):
    """A page's own entities are neither multiplied nor read from files."""
    records = small[0]
    assert "root:" not in records["entity_from_a_file.html"]["article"]["text"]
    assert len(records["billion_laughs.html"]["article"]["text"]) < 1000


def test_half_a_byte_order_mark(small):
    """A byte order mark that was cut does not change the encoding of the rest."""
    text = small[0]["half_a_byte_order_mark.txt"]["article"]["text"]
    assert text.startswith("\ufffd\ufffdThe mayor of Velden")
    assert "“We will build the bridge.”" in text


@pytest.mark.parametrize("name", hostile_containers.CASES)
def test_containers(tmp_path, name):
    """A hostile archive, feed or table is read as far as it goes, and what is left of it is told."""
    content, cause, read = hostile_containers.CASES[name]
    (tmp_path / name).write_bytes(content())
    done = onrecord(tmp_path / name, "--report", tmp_path / "report.json")
    assert done.returncode == 1
    report = json.loads((tmp_path / "report.json").read_text())
    fate = {**report["inputs"]["refused"]["causes"], **report["inputs"]["set_aside"]["causes"]}
    assert fate == ({cause: 1} if cause else {})
    assert report["items"]["read"]["number"] == read == len(done.stdout.splitlines())
    assert all(problem["message"].startswith(str(tmp_path / name)) for problem in report["problems"])
    assert [path.name for path in tmp_path.parent.iterdir() if path.name == "d.warc"] == []
    counted(tmp_path / "report.json")


@needs_unix
def test_pipes_devices_and_links(tmp_path):
    """A pipe nobody writes to, a loop of links, a link to nowhere: none hangs, each is counted."""
    (tmp_path / "a.txt").write_text(hostile.SAID)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "loop").symlink_to("..")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    report = tmp_path.parent / "report.json"
    done = onrecord(tmp_path, tmp_path / "pipe.txt", "/dev/null", "/proc/self/mem", "--report", report)
    assert done.returncode == 1
    found = causes(report, [])
    assert found == {
        "itself.txt": "not readable",
        "nowhere.txt": "not readable",
        "pipe.txt": "not readable",
        str(tmp_path / "pipe.txt"): "no text",
        "/dev/null": "no text",
        "/proc/self/mem": "not readable",
    }
    assert counted(report)["read"]["number"] == 1


@needs_unix
def test_device_without_end():
    """A device that never ends is refused once it has given more than an article holds."""
    done = onrecord("/dev/zero")
    assert done.returncode == 1
    assert b"/dev/zero has more than 32 MiB" in done.stderr


@needs_unix
def test_hostile_names(tmp_path):
    """File names with line ends, escapes and stray bytes are read, and printed as what they are."""
    for name in (
        b"new\nline.txt",
        b"esc\x1b[31m.txt",
        b"bad\xff.txt",
        b"-quiet.txt",
        b"a\xe2\x80\xaetxt.exe",
    ):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("So.")
    (tmp_path / os.fsdecode(b"empty\x1b[2J\xff.txt")).touch()
    done = onrecord(tmp_path)
    assert len(done.stdout.splitlines()) == 5
    assert b"\x1b" not in done.stdout + done.stderr
    assert "empty\\x1b[2J\ufffd.txt: the file is empty" in done.stderr.decode()


def test_names_that_cannot_be(tmp_path):
    """A name longer than any file's is told like one that is not there."""
    done = onrecord("x" * 5000)
    assert (done.returncode, done.stderr[:33]) == (2, b"onrecord: there is no file or fol")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_full_disk(tmp_path):
    """Output on a full disk ends the command with a message; a report there is told, and all else is done."""
    path = tmp_path / "a.txt"
    path.write_text(hostile.SAID)
    with Path("/dev/full").open("wb") as full:
        done = onrecord(path, stdout=full)
    assert done.returncode == 1
    assert b"standard output cannot be written" in done.stderr
    done = onrecord(path, "--report", "/dev/full")
    assert len(done.stdout.splitlines()) == 1
    assert b"--report /dev/full cannot be written: No space left on device" in done.stderr


def cpu_seconds(process):
    """What a running process has used of the processor, as `/proc` tells it."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(folder, report, memory):
    """Read a folder; gives for every record its name and how long it took, and the process's peak in GB.

    Of two clocks the one that says less: a busy machine makes the one slow, two threads the other.
    """
    command = [sys.executable, "-c", MEASURED, "extract", str(folder), "--report", str(report), "--quiet"]
    environment = os.environ | {"MEMORY": str(memory)}
    took = {}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        ender = threading.Timer(HUNG, process.kill)
        ender.start()
        wall, cpu = time.monotonic(), 0.0
        for line in process.stdout:
            name = STAMP.match(line[:4000].decode(errors="replace"))["path"]
            now = time.monotonic(), cpu_seconds(process)
            took[name] = min(now[0] - wall, now[1] - cpu)
            wall, cpu = now
        ender.cancel()
    assert process.returncode in (0, 1), f"ended with {process.returncode} behind {[*took][-1:]}"
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", memory.read_text())[1]) / 1e6
    return took, peak


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="time and memory are read from /proc")
def test_large_files(tmp_path):
    """Every large hostile file is read or refused for the expected cause, in bounded time and memory."""
    folder = tmp_path / "large"
    folder.mkdir()
    names = {hostile.write(folder, name).name for name in (*hostile.TEXTS, *hostile.PAGES)}
    report = tmp_path / "report.json"
    took, peak = measured(folder, report, tmp_path / "memory")
    slowest = dict(sorted(took.items(), key=lambda item: -item[1])[:5])
    assert max(took.values()) < SECONDS, slowest
    assert peak < GIGABYTES
    refused = {name for name, cause in LARGE_FATES.items() if cause != "other language"}
    assert {name: LARGE_FATES.get(name) for name in causes(report, [])} == causes(report, [])
    assert set(took) == names - refused
    assert counted(report)["given"] == len(names)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="time and memory are read from /proc")
def test_families_of_characters(tmp_path):
    """No run of 200,000 characters of any sort makes an expression of ours look at it again and again."""
    folder = tmp_path / "families"
    folder.mkdir()
    for number, family in enumerate(hostile.FAMILIES):
        (folder / f"{number:03}.txt").write_text(hostile.family(family), encoding="utf-8", newline="")
    report = tmp_path / "report.json"
    took, peak = measured(folder, report, tmp_path / "memory")
    slowest = {hostile.FAMILIES[int(name[:3])]: seconds for name, seconds in took.items() if seconds > 3}
    assert max(took.values()) < SECONDS, slowest
    assert peak < GIGABYTES
    assert set(causes(report, []).values()) <= {"too large"}
    assert counted(report)["given"] == len(hostile.FAMILIES)
