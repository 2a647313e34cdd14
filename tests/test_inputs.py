"""The measure that counts inputs sees what does not add up."""

import json
from collections import Counter
from pathlib import Path

from bench.inputs import Told, by_warcio, counted, entries, records
from onrecord.readers.counts import Report
from tests.archives import record

FEED = b"<rss version='2.0'><channel><item><guid>1</guid></item><item><guid>2</guid></item></channel></rss>"


def told(report: Report, folder: Path, *, inside: int = 1) -> Told:
    """What a run over one file said that printed some lines of its items."""
    written = json.loads(json.dumps(report.as_dict()))
    return Told(folder, ("a.xml",), written, Counter(), Counter({"a.xml": inside}))


def one_read() -> Report:
    """An input with one item, both read."""
    report = Report()
    report.take("a.xml", "1", "read")
    report.take("a.xml", None, "read")
    return report


def test_counts(tmp_path: Path) -> None:
    """Lines that were not printed, inputs and entries without a fate are seen."""
    assert list(counted(told(one_read(), tmp_path))) == []
    assert list(counted(told(one_read(), tmp_path, inside=0))) == ["1 items read, 0 printed"]
    lost = told(one_read(), tmp_path)
    lost.report["inputs"]["given"] = 2
    assert len(list(counted(lost))) == 2
    assert list(records({"a.warc": 3}, told(one_read(), tmp_path))) == ["1 records, warcio finds 3"]
    (tmp_path / "a.xml").write_bytes(FEED)
    assert list(entries(told(one_read(), tmp_path))) == ["a.xml: 1 entries, feedparser finds 2"]


def test_archives_that_warcio_reads(tmp_path: Path) -> None:
    """Only archives that are read to their end without complaint tell how many records there are."""
    (tmp_path / "whole.warc").write_bytes(record(1) + record(2))
    (tmp_path / "cut.warc").write_bytes(record(1) + record(2)[:-90])
    (tmp_path / "README.md").write_bytes(b"notes")
    assert by_warcio(tmp_path) == ({"whole.warc": 2}, ["cut.warc"])
