"""Every kind of input there is here, broken ones too: nothing crashes, nothing hangs, and all is counted.

The counts are held against others: the files of the folder, the lines printed, the records that warcio finds
in the archives it can read to their end, the entries that feedparser finds.
"""

import contextlib
import io
import json
import subprocess
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.corpora import DATA, OUT, PAGES, Extracted, extract, extracted, needed, rows
from bench.figures import Figure

CRASHES = ("mistake in onrecord", "process killed")
FATES = ("read", "unchanged", "set_aside", "refused")
NAMED = 5  # faults named per folder; one is enough to fail
Run = Callable[[], Extracted]


@dataclass(frozen=True, slots=True)
class Told:
    """What a run said: its report, and what it printed of each input."""

    folder: Path
    files: tuple[str, ...]
    report: Any
    whole: Counter[str]  # lines, by path, that are an input themselves
    inside: Counter[str]  # … that are an item inside one

    def number(self, level: str, *fates: str) -> int:
        return sum(self.report[level][fate]["number"] for fate in fates)

    def printed(self, level: str) -> int:
        """How many lines there should be: articles in other languages are printed as well."""
        other = self.report[level]["set_aside"]["causes"].get("other language", 0)
        return self.number(level, "read") + int(other)


@dataclass
class Faults:
    """What went wrong in all runs, by name."""

    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    inputs: int = 0


Check = Callable[[Told], Iterator[str]]


def inputs() -> Iterator[Figure]:
    """How many inputs of each folder were read or set aside, and what went wrong in all of them."""
    feeds, archives = needed(DATA / "feeds"), needed(DATA / "warc_samples")
    sound, others = by_warcio(archives)
    faults = Faults()
    runs: list[tuple[str, Run, Check]] = [
        *((corpus.split("/")[0], partial(extracted, corpus), plain) for corpus in PAGES),
        ("feeds", partial(extract, feeds, "feeds"), entries),
        ("feedparser's cases", partial(extract, cases(feeds), "feedparser"), entries),
        ("web archives", partial(extract, archives, "archives", files=list(sound)), partial(records, sound)),
        ("odd web archives", partial(extract, archives, "odd-archives", files=others), counted),
    ]
    for name, run, check in runs:
        yield from tried(name, run, check, faults)
    for kind, found in (
        ("crashes", faults.crashes),
        ("hangs", faults.hangs),
        ("counts that do not add up", faults.counts),
    ):
        yield Figure(f"inputs: {kind}", len(found), faults.inputs, tuple(found[:NAMED]))


def tried(name: str, run: Run, check: Check, faults: Faults) -> Iterator[Figure]:
    """One folder: what was read or set aside of it, and its faults."""
    try:
        done = run()
    except subprocess.TimeoutExpired as error:
        faults.hangs.append(f"{name}: not done after {error.timeout} s")
        return
    except RuntimeError as error:
        faults.crashes.append(f"{name}: {error}")
        return
    found = told(done)
    given = found.report["inputs"]["given"]
    faults.inputs += given
    faults.crashes += [f"{name}: {one}" for one in crashes(done, found)]
    faults.counts += [f"{name}: {one}" for one in check(found)]
    share = found.number("inputs", "read", "set_aside") / given if given else None
    yield Figure(f"inputs, read or set aside: {name}", share, given)
    if inside := found.report["items"]["given"]:
        share = found.number("items", "read", "set_aside") / inside
        yield Figure(f"inputs, items inside read or set aside: {name}", share, inside)


def told(done: Extracted) -> Told:
    whole: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for row in rows(done.records):
        article: Any = row["article"]
        (whole if article["record"] is None else inside)[article["path"]] += 1
    report = json.loads(done.report.read_text(encoding="utf-8"))
    return Told(done.folder, done.files, report, whole, inside)


def crashes(done: Extracted, found: Told) -> Iterator[str]:
    if b"Traceback (most recent call last)" in done.messages.read_bytes():
        yield f"a traceback in {done.messages}"
    for problem in found.report["problems"]:
        if problem["cause"] in CRASHES:
            yield problem["message"]


def counted(found: Told) -> Iterator[str]:
    """What does not add up in the report itself, or against the files given and the lines printed."""
    for level in ("inputs", "items"):
        if (given := found.report[level]["given"]) != (fates := found.number(level, *FATES)):
            yield f"{given} {level} given, {fates} with a fate"
    if found.report["inputs"]["given"] != len(found.files):
        yield f"{found.report['inputs']['given']} inputs given, {len(found.files)} files there"
    if found.inside.total() != found.printed("items"):
        yield f"{found.printed('items')} items read, {found.inside.total()} printed"
    if found.whole.total() > found.printed("inputs"):
        yield f"{found.printed('inputs')} inputs read, {found.whole.total()} printed"


def plain(found: Told) -> Iterator[str]:
    """The same where every input is one article."""
    yield from counted(found)
    if found.whole.total() != found.printed("inputs"):
        yield f"{found.printed('inputs')} inputs read, {found.whole.total()} printed"


def records(sound: dict[str, int], found: Told) -> Iterator[str]:
    """The same for web archives, with the number of records that warcio finds in each."""
    yield from counted(found)
    if (given := found.report["items"]["given"]) != sum(sound.values()):
        yield f"{given} records, warcio finds {sum(sound.values())}"


def entries(found: Told) -> Iterator[str]:
    """The same for feeds: of each, as many entries as feedparser finds, unless it was refused as damaged."""
    yield from counted(found)
    feedparser = import_module("feedparser")
    items = found.inside.copy()
    items.update(one["path"] for one in found.report["problems"] if one["record"] is not None)
    refused = {
        one["path"] for one in found.report["problems"] if one["record"] is None and one["fate"] == "refused"
    }
    for name in found.files:
        there = len(feedparser.parse((found.folder / name).read_bytes()).entries)
        if items[name] != there and name not in refused:
            yield f"{name}: {items[name]} entries, feedparser finds {there}"


def by_warcio(folder: Path) -> tuple[dict[str, int], list[str]]:
    """The archives that warcio reads to their end without complaint, with their records; and the others."""
    sound: dict[str, int] = {}
    others = []
    for file in sorted(folder.iterdir()):
        if file.stem.lower() == "readme":
            continue
        if number := _sound(file):
            sound[file.name] = number
        else:
            others.append(file.name)
    return sound, others


def _sound(file: Path) -> int | None:
    iterator, exceptions = import_module("warcio.archiveiterator"), import_module("warcio.exceptions")
    number = 0  # of the records so far
    with file.open("rb") as stream, contextlib.redirect_stderr(io.StringIO()):
        archive = iterator.ArchiveIterator(stream, no_record_parse=True)
        try:
            for record in archive:
                number += 1
                if len(record.raw_stream.read()) != record.length:
                    return None
        except exceptions.ArchiveLoadFailed:
            return None
    return None if archive.err_count else number


def cases(feeds: Path) -> Path:
    """feedparser's own test cases, unpacked into bench/out."""
    folder = OUT / "feedparser"
    with tarfile.open(needed(feeds / "feedparser_tests.tar.gz")) as packed:
        packed.extractall(folder, filter="data")
    return folder
