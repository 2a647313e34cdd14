"""WACZ: the web archives in a zip are read one after the other; nothing in it can reach the disk."""

import gzip
import hashlib
import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from onrecord.errors import ReadError
from onrecord.readers.folder import Input
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed
from onrecord.readers.opening import Reading, items
from onrecord.readers.warc.wacz import items as wacz_items
from tests.archives import name, record

FIRST = "archive/data.warc.gz"
ONE = gzip.compress(record(1)) + gzip.compress(record(2, media="image/png"))
TWO = gzip.compress(record(3))


def packed(*members: tuple[str, bytes], listed: dict[str, str] | None = None) -> bytes:
    """A WACZ of these members; its list gives their true fingerprints, or those of `listed`."""
    rows = listed or {path: "sha256:" + hashlib.sha256(data).hexdigest() for path, data in members}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for path, data in members:
            package.writestr(path, data)
        resources = [{"name": path, "path": path, "hash": known} for path, known in rows.items()]
        package.writestr("datapackage.json", json.dumps({"wacz_version": "1.1.1", "resources": resources}))
        package.writestr("pages/pages.jsonl", "{}")
    return out.getvalue()


def read(data: bytes) -> list[Item | Passed]:
    """What a WACZ holds."""
    return list(wacz_items(BytesIO(data), "a.wacz", given=Given(), largest=2_000_000))


def fates(found: list[Item | Passed]) -> list[tuple[str | None, str]]:
    """The records and what became of them."""
    return [(one.record, "read" if isinstance(one, Item) else f"{one.fate}: {one.cause}") for one in found]


WHOLE = [(name(1), "read"), (name(2), "set aside: no page"), (name(3), "read")]


def test_every_archive_inside() -> None:
    """The records keep their own names, whichever archive of the WACZ they stand in."""
    found = read(packed((FIRST, ONE), ("archive/more.warc.gz", TWO)))
    assert fates(found) == WHOLE
    item = found[0]
    assert isinstance(item, Item)
    assert (item.path, item.told.url, item.told.reader) == ("a.wacz", "https://ardeh.example/1", "warc")


def test_unpacked_archives() -> None:
    """Archives in it may be packed or not, and there may be no list."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("archive/a.warc", record(1))
    assert fates(read(out.getvalue())) == [(name(1), "read")]


def test_from_a_pipe(tmp_path: Path) -> None:
    """A pipe cannot be wound back; the WACZ is read all the same."""
    count = (
        "from onrecord.readers.opening import Reading, items\nfrom onrecord.readers.folder import Input\n"
        "from onrecord.readers.given import Given\n"
        "print([i.record for i in items(Input('-'), given=Given(), reading=Reading())])"
    )
    data = packed((FIRST, ONE))
    done = subprocess.run(
        [sys.executable, "-c", count], input=data, capture_output=True, check=True, cwd=tmp_path
    )
    assert done.stdout.decode() == f"{[name(1), name(2), None]}\n"
    assert list(tmp_path.iterdir()) == []


NO_WACZ = [
    ("an office document", [("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]),
    ("a zip of texts", [("a.txt", b"The minister left.")]),
    ("a zip of archives in another folder", [("crawl/a.warc.gz", ONE)]),
]


@pytest.mark.parametrize("members", [case[1] for case in NO_WACZ], ids=[case[0] for case in NO_WACZ])
def test_no_wacz(members: list[tuple[str, bytes]]) -> None:
    """Any other zip is refused with what to do."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for path, data in members:
            package.writestr(path, data)
    with pytest.raises(ReadError, match=r"^a\.wacz is a zip archive .*; unpack it ") as refused:
        read(out.getvalue())
    assert refused.value.cause == "not understood"


@pytest.mark.parametrize("cut", [1, 30, 300])
def test_cut_short(cut: int) -> None:
    """A zip that is cut short has lost its list of members: refused as damaged."""
    with pytest.raises(ReadError, match=r"^a\.wacz: .*; fetch it again$") as refused:
        read(packed((FIRST, ONE))[:-cut])
    assert refused.value.cause == "damaged"


STRAY = ["../../evil.warc.gz", "archive/../../evil.warc.gz", "/archive/evil.warc.gz", "evil.warc.gz"]


@pytest.mark.parametrize("stray", STRAY)
def test_path_traversal(stray: str, tmp_path: Path) -> None:
    """A member that points elsewhere is refused by name and never written; the others are read."""
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.wacz"
    file.write_bytes(packed((FIRST, ONE), (stray, TWO)))
    found = list(items(Input("a.wacz", file), given=Given(), reading=Reading()))
    assert fates(found) == [*WHOLE[:2], (stray, "refused: not understood"), (None, "read: None")]
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "in", file]


def test_a_wacz_inside() -> None:
    """A WACZ of several WACZ: those inside are refused by name."""
    found = read(packed((FIRST, ONE), ("b.wacz", packed((FIRST, TWO)))))
    assert fates(found)[2:] == [("b.wacz", "refused: not understood")]


def test_changed_since_it_was_packed() -> None:
    """An archive that is not the one the list tells of is read, and told as damaged or changed."""
    found = read(packed((FIRST, ONE), listed={FIRST: "sha256:" + "0" * 64}))
    assert fates(found) == [*WHOLE[:2], (FIRST, "refused: damaged")]
    assert isinstance(found[-1], Passed)
    assert found[-1].message is not None
    assert "is not the archive that datapackage.json lists" in found[-1].message


def test_a_missing_archive() -> None:
    """An archive that is listed and not there is told."""
    found = read(packed((FIRST, ONE), listed={FIRST: "", "archive/lost.warc.gz": ""}))
    assert fates(found)[2:] == [("archive/lost.warc.gz", "refused: damaged")]


@pytest.mark.parametrize("text", [b"{", b"[]", b'{"resources": [1]}', b"[" * 100_000, b"\xff"])
def test_a_list_that_cannot_be_read(text: bytes) -> None:
    """The archives are read without it, and that is told."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("datapackage.json", text)
        package.writestr(FIRST, ONE)
    assert fates(read(out.getvalue())) == [("datapackage.json", "refused: damaged"), *WHOLE[:2]]


def test_a_damaged_archive() -> None:
    """What is wrong with one archive does not touch the next."""
    found = read(packed((FIRST, ONE[:-9]), ("archive/more.warc.gz", TWO)))
    assert fates(found) == [WHOLE[0], (name(2), "refused: damaged"), (FIRST, "refused: damaged"), WHOLE[2]]


def test_damaged_in_the_zip() -> None:
    """Bytes of the zip that are damaged are told as the member they belong to."""
    data = bytearray(packed((FIRST, gzip.compress(record(1), 0)), ("archive/more.warc.gz", TWO)))
    data[120] ^= 0xFF
    found = fates(read(bytes(data)))
    assert (FIRST, "refused: damaged") in found
    assert found[-1] == WHOLE[2]


def test_encrypted() -> None:
    """A member that is encrypted is refused by name."""
    data = packed((FIRST, ONE), ("archive/more.warc.gz", TWO))
    directory = data.index(b"PK\x01\x02")
    locked = data[: directory + 8] + b"\x01" + data[directory + 9 :]
    assert fates(read(locked))[0] == (FIRST, "refused: not understood")
    assert fates(read(locked))[-1] == WHOLE[2]


def test_a_bomb() -> None:
    """A zip whose archives unpack to far too much is refused before anything of it is unpacked."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as package, package.open(FIRST, "w") as member:
        for _ in range(300):
            member.write(bytes(2**20))
    with pytest.raises(ReadError, match=r"^a\.wacz: .* unpacks to more than 200 times its size") as refused:
        read(out.getvalue())
    assert refused.value.cause == "too large"
