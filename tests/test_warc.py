"""Web archives: every record is read, passed over or refused by name, and damage costs only what it hit."""

import gzip
import subprocess
import sys
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest

from onrecord.errors import ReadError
from onrecord.readers import read_item
from onrecord.readers.folder import Input
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed
from onrecord.readers.opening import Reading, items
from onrecord.readers.warc.items import items as warc_items
from tests.archives import DATE, HTML, PAGE, chunked, name, record

LARGEST = 2_000_000
Found = list[Item | Passed]


def read(data: bytes, *, largest: int = LARGEST) -> Found:
    """What an archive holds; a break at its end is the last thing found, without a record."""
    found: Found = []
    try:
        for one in warc_items(BytesIO(data), "a.warc", given=Given(outlet="Ardeh Times"), largest=largest):
            found.append(one)
    except ReadError as error:
        found.append(Passed("a.warc", None, "refused", error.cause, str(error)))
    return found


def fates(found: Sequence[Item | Passed]) -> list[str]:
    """An item is `read`; of the others the fate and the cause."""
    return ["read" if isinstance(one, Item) else f"{one.fate}: {one.cause}" for one in found]


def page(data: bytes) -> Item:
    """The only item of an archive."""
    (found,) = read(data)
    assert isinstance(found, Item), found
    return found


def test_what_an_archive_tells_of_a_page() -> None:
    """The record id as written, address, capture time and the server's charset go with the page."""
    item = page(record(1, media="text/html; Charset='ISO-8859-1'"))
    assert (item.path, item.record, item.kind, item.body) == ("a.warc", name(1), "page", PAGE)
    assert (item.told.url, item.told.captured_on) == ("https://ardeh.example/1", DATE)
    assert (item.told.charset, item.told.reader) == ("ISO-8859-1", "warc")


def test_the_record_of_a_page() -> None:
    """What the archive tells stands in the article; the day of capture is not the day of publication."""
    http = (("Last-Modified", "Fri, 09 May 2031 10:00:00 GMT"), ("Date", "Fri, 09 May 2031 12:30:00 GMT"))
    article = read_item(page(record(1, http=http))).article
    assert (article.record, article.url) == (name(1), "https://ardeh.example/1")
    assert (article.captured_on, article.published_on.value) == (DATE, None)
    assert article.outlet is not None
    assert article.outlet.name == "Ardeh Times"
    assert "“Nobody asked me to leave,”" in article.text


PACKINGS = [
    ("as it is", b"".join),
    ("record by record", lambda parts: b"".join(map(gzip.compress, parts))),
    ("as a whole", lambda parts: gzip.compress(b"".join(parts))),
    ("with an empty member between", lambda parts: gzip.compress(b"").join(map(gzip.compress, parts))),
    (
        "in members that cut records",
        lambda parts: gzip.compress(parts[0]) + gzip.compress(b"".join(parts[1:])),
    ),
    ("with padding behind", lambda parts: b"".join(map(gzip.compress, parts)) + bytes(700)),
    ("with padding behind, unpacked", lambda parts: b"".join(parts) + bytes(700)),
]


@pytest.mark.parametrize("packed", [pack for _, pack in PACKINGS], ids=[words for words, _ in PACKINGS])
def test_packing(packed: object) -> None:
    """However an archive is packed, every record of it is found."""
    assert callable(packed)
    found = read(packed([record(1), record(2), record(3)]))
    assert [one.record for one in found] == [name(1), name(2), name(3)]
    assert fates(found) == ["read"] * 3


def test_lz4() -> None:
    """Archives packed with lz4 are read where fastwarc is installed."""
    lz4 = pytest.importorskip("fastwarc.stream_io")
    out = BytesIO()
    writer = lz4.Lz4Writer(out)
    writer.write(record(1) + record(2))
    writer.close()
    assert fates(read(out.getvalue())) == ["read", "read"]
    assert fates(read(out.getvalue()[:-40]))[-1] == "refused: damaged"


PASSED = [
    ("a request", record(2, b"GET / HTTP/1.1\r\n\r\n", kind="request", media="application/http")),
    ("the crawler's notes", record(2, b"software: x\r\n", kind="warcinfo", media="application/warc-fields")),
    ("an image", record(2, b"\x89PNG\r\n\x1a\n", media="image/png")),
    ("an image sent as a page", record(2, b"\x89PNG\r\n\x1a\n" + bytes(60))),
    ("a redirect", record(2, status="301 Moved Permanently")),
    ("an error page", record(2, status="404 Not Found")),
    ("robots.txt", record(2, b"User-agent: *", media="text/plain", url="https://a.example/robots.txt")),
    ("a script sent as text", record(2, b"var a;", media="text/plain", url="https://a.example/a.js?v=2")),
    ("data sent as text", record(2, b' {"a": 1}', media="text/plain")),
    ("a log of the crawler", record(2, b"log", kind="resource", media="text/plain", url="metadata://log")),
    ("a revisit", record(2, b"", kind="revisit")),
    ("a style sheet", record(2, b"p {}", kind="resource", media="text/css")),
]


@pytest.mark.parametrize("data", [data for _, data in PASSED], ids=[words for words, _ in PASSED])
def test_no_page(data: bytes) -> None:
    """A record without an article is set aside, counted, and not worth a message."""
    assert read(record(1) + data + record(3))[1] == Passed("a.warc", name(2), "set aside", "no page")


def test_an_empty_page() -> None:
    """An answer without a body is set aside as having no text."""
    assert fates(read(record(1) + record(2, b"\r\n"))) == ["read", "set aside: no text"]


KEPT = [
    ("a page saved without a server", record(1, kind="resource", media="text/html"), "page"),
    ("the text of a page", record(1, b"The minister left.", kind="conversion", media="text/plain"), "file"),
    ("a text", record(1, b"The minister left.", media="text/plain; charset=utf-8"), "file"),
    ("XHTML", record(1, media="application/xhtml+xml"), "page"),
    ("a page of no declared type", record(1, media=""), "page"),
]


@pytest.mark.parametrize("data, kind", [case[1:] for case in KEPT], ids=[case[0] for case in KEPT])
def test_pages_and_texts(data: bytes, kind: str) -> None:
    """Pages and plain texts are read, whichever sort of record they stand in."""
    assert page(data).kind == kind


SENT = [
    ("in chunks", chunked(PAGE), {"Transfer-Encoding": "chunked"}),
    ("with gzip", gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    (
        "with gzip in two members",
        gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]),
        {"Content-Encoding": "x-gzip"},
    ),
    ("with deflate", zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
    ("with bare deflate", zlib.compress(PAGE)[2:-4], {"Content-Encoding": "deflate"}),
    ("both", chunked(gzip.compress(PAGE)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    ("twice", gzip.compress(zlib.compress(PAGE)), {"Content-Encoding": "deflate, gzip"}),
    ("archived unpacked", PAGE, {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
    ("archived unpacked, longer", PAGE, {"Content-Encoding": "br", "Content-Length": "12"}),
    ("under a name that means nothing", PAGE, {"Content-Encoding": "UTF-8"}),
]


@pytest.mark.parametrize("body, http", [case[1:] for case in SENT], ids=[case[0] for case in SENT])
def test_how_a_page_was_sent(body: bytes, http: dict[str, str]) -> None:
    """What servers pack is unpacked, and what an archive has unpacked already is left alone."""
    assert page(record(1, body, http=tuple(http.items()))).body == PAGE


def test_brotli() -> None:
    """Pages sent with brotli are unpacked where fastwarc is installed."""
    streams = pytest.importorskip("fastwarc.stream_io")
    out = BytesIO()
    writer = streams.BrotliWriter(out)
    writer.write(PAGE)
    writer.close()
    http = (("Content-Encoding", "br"),)
    assert page(record(1, out.getvalue(), http=http)).body == PAGE
    assert fates(read(record(1, out.getvalue()[:-9], http=http))) == ["refused: damaged"]


PACKED = gzip.compress(PAGE)
SPOILT = [
    ("cut gzip", record(2, PACKED[:-20], http=(("Content-Encoding", "gzip"),)), "damaged"),
    ("cut chunks", record(2, chunked(PAGE)[:-99], http=(("Transfer-Encoding", "chunked"),)), "damaged"),
    ("shorter than its server said", record(2, http=(("Content-Length", "9999"),)), "damaged"),
    (
        "a packing nobody knows",
        record(2, b"\x00\x01" * 99, http=(("Content-Encoding", "dcb"),)),
        "not understood",
    ),
    ("cut at its capture", record(2, warc={"WARC-Truncated": "length"}), "damaged"),
    ("split over records", record(2, warc={"WARC-Segment-Number": "1"}), "not understood"),
    ("changed since", record(2).replace(b"nine long", b"many long"), "damaged"),
    (
        "no status line",
        record(2, warc={"WARC-Block-Digest": ""}).replace(b"HTTP/1.1 200", b"HTPP/1.1 200"),
        "damaged",
    ),
]


@pytest.mark.parametrize("data, cause", [case[1:] for case in SPOILT], ids=[case[0] for case in SPOILT])
def test_spoilt_pages(data: bytes, cause: str) -> None:
    """A page that did not arrive whole is refused by name, and the records around it are read."""
    found = read(record(1) + data + record(3))
    assert fates(found) == ["read", f"refused: {cause}", "read"]
    assert isinstance(found[1], Passed)
    assert found[1].message is not None
    assert found[1].message.startswith(f"a.warc {name(2)}: ")
    assert "; " in found[1].message


def with_length(change: int) -> bytes:
    """The second record with a length that is not its own."""
    good = record(2)
    length = int(good.split(b"\r\nContent-Length: ")[1].split(b"\r\n")[0])
    return good.replace(b"\r\nContent-Length: %d" % length, b"\r\nContent-Length: %d" % (length + change))


LONG_HEAD = record(2).replace(b"WARC-Type", b"X: " + b"x" * 300_000 + b"\r\nWARC-Type", 1)
BROKEN = [
    ("too long by a little", with_length(5)),
    ("too long by far", with_length(500)),
    ("too long beyond the end", with_length(10**12)),
    ("too short", with_length(-5)),
    ("negative", with_length(-10_000)),
    ("no number", record(2).replace(b"\r\nContent-Length: ", b"\r\nContent-Length: x")),
    ("no length", record(2).replace(b"\r\nContent-Length: ", b"\r\nLength: ")),
    ("another format", record(2).replace(b"WARC/1.0", b"WORC/1.0")),
    ("cut short", record(2)[:-90]),
    ("a hole", record(2)[:-90] + bytes(90)),
    ("a head without end", LONG_HEAD),
    ("rubbish", b"rubbish\r\n" * 9),
    ("zeros between", bytes(600)),
]


@pytest.mark.parametrize("data", [data for _, data in BROKEN], ids=[words for words, _ in BROKEN])
def test_a_broken_record(data: bytes) -> None:
    """One broken record is one refused item in any packing; the record behind it is found again."""
    for whole in (record(1) + data + record(3), gzip.compress(record(1) + data + record(3))):
        found = read(whole)
        assert fates(found) == ["read", "refused: damaged", "read"]
        assert found[2].record == name(3)
    parts = [gzip.compress(part) for part in (record(1), data, record(3))]
    found = read(b"".join(parts))
    assert [one.record for one in found if isinstance(one, Item)] == [name(1), name(3)]
    assert set(fates(found)) <= {"read", "refused: damaged"}


@pytest.mark.parametrize("cut", [1, 4, 8, 30, 200, 400])
def test_cut_short(cut: int) -> None:
    """An archive cut anywhere keeps what stood before; the record that was cut is never read as whole."""
    first, last = gzip.compress(record(1)), gzip.compress(record(2))
    found = read(first + last[:-cut])
    assert fates(found) == ["read", "refused: damaged", "refused: damaged"]
    assert found[-1].record is None
    plain = read(record(1) + record(2)[: -cut - 4])
    assert fates(plain) == ["read", "refused: damaged", "refused: damaged"]


def test_whole_gzip_cut_short() -> None:
    """In an archive packed as a whole, the records before the cut are kept, small ones too."""
    data = gzip.compress(b"".join(map(record, range(20))), 0)
    found = read(data[: -len(record(19)) - 60])
    assert fates(found) == ["read"] * 18 + ["refused: damaged"] * 2


def test_every_cut() -> None:
    """Wherever an archive ends, each page that comes out of it is whole."""
    data = gzip.compress(record(1)) + gzip.compress(record(2))
    whole = {name(1): PAGE, name(2): PAGE}
    for end in range(len(data)):
        for one in read(data[:end]):
            assert isinstance(one, Passed) or one.body == whole[one.record or ""]


def test_every_flipped_bit() -> None:
    """Damage anywhere in a packed archive spoils no page in silence: it is whole, or it is told."""
    data = gzip.compress(record(1)) + gzip.compress(record(2)) + gzip.compress(record(3))
    for at in range(len(data)):
        found = read(data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :])
        bodies = [one.body for one in found if isinstance(one, Item)]
        assert set(bodies) <= {PAGE}, at
        assert len(bodies) == 3 or any(one.fate == "refused" for one in found if isinstance(one, Passed)), at


def test_every_flipped_bit_without_packing() -> None:
    """Fingerprints in the heads show damage where no packing does: no page is spoilt."""
    data = record(1) + record(2)
    for at in range(0, len(data), 3):
        found = read(data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :])
        assert {one.body for one in found if isinstance(one, Item)} <= {PAGE}, at


def test_a_record_without_an_id() -> None:
    """It is called by its place: the offset of its gzip member, or of its first byte."""
    nameless = record(2).replace(b"WARC-Record-ID: " + name(2).encode() + b"\r\n", b"")
    first = gzip.compress(record(1))
    assert read(first + gzip.compress(nameless))[1].record == f"offset {len(first)}"
    assert read(record(1) + nameless)[1].record == f"offset {len(record(1))}"


def test_an_old_archive() -> None:
    """The older ARC format: records are called by their offset, addresses may hold blanks."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"filedesc://a.arc 0.0.0.0 20310509123000 text/plain 9\n1 0 Ardeh\n\n"
    line = b"https://ardeh.example/a page 192.0.2.1 20310509123000 text/html %d\n"
    data = head + (line % len(answer) + answer + b"\n") * 2
    found = read(data)
    assert fates(found) == ["set aside: no page", "read", "read"]
    item = found[1]
    assert isinstance(item, Item)
    assert (item.record, item.told.url) == (f"offset {len(head)}", "https://ardeh.example/a%20page")
    assert (item.told.captured_on, item.body) == (DATE, PAGE)
    assert fates(read(gzip.compress(data)))[1:] == ["read", "read"]
    assert fates(read(head + line % 99999 + answer))[1] == "refused: damaged"


def test_an_old_archive_full_of_what_looks_like_heads() -> None:
    """Lines made to look like heads of an ARC, short and very long ones, are damage and soon passed."""
    head = b"filedesc://a.arc 0.0.0.0 20310509123000 text/plain 9\n1 0 Ardeh\n\n"
    for line in (
        b"a:" + b" 20310509123000" * 4000 + b"\n",
        b"a:" * 99_999 + b"\n",
        b"a:1 20310509123000 t 5\n",
    ):
        found = read(head + line * 20)
        assert set(fates(found)) <= {"set aside: no page", "refused: damaged"}


def test_too_large() -> None:
    """A page larger than any article is refused by name and never held; smaller ones around it are read."""
    found = read(record(1) + record(2, PAGE + b" " * 900_000) + record(3), largest=50_000)
    assert fates(found) == ["read", "refused: too large", "read"]


def test_a_large_image_is_passed_over() -> None:
    """What is no page may be of any size."""
    found = read(record(1) + record(2, bytes(900_000), media="image/png") + record(3), largest=2_000)
    assert fates(found) == ["read", "set aside: no page", "read"]


def bomb(size: int) -> bytes:
    """Zeros packed with gzip, made piece by piece."""
    pack = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(pack.compress(bytes(2**20)) for _ in range(size // 2**20)) + pack.flush()


def test_a_page_that_is_a_bomb() -> None:
    """A page that unpacks to gigabytes is refused once it is too large."""
    data = record(2, bomb(2**28), http=(("Content-Encoding", "gzip"),))
    assert fates(read(record(1) + data + record(3))) == ["read", "refused: too large", "read"]


def test_an_archive_that_is_a_bomb() -> None:
    """A gzip member that unpacks to far too much is left, and the next member is read."""
    data = gzip.compress(record(1)) + bomb(300 * 2**20) + gzip.compress(record(3))
    found = read(data)
    assert [one.record for one in found if isinstance(one, Item)] == [name(1), name(3)]
    assert "refused: damaged" in fates(found) or "refused: too large" in fates(found)


def test_an_archive_without_pages_says_what_it_holds() -> None:
    """When nothing can be read, the last record says why; of revisits, where their text is."""
    found = read(record(1, b"x", media="image/png") + record(2, b"", kind="revisit"))
    assert fates(found) == ["set aside: no page"] * 2
    assert isinstance(found[0], Passed)
    assert isinstance(found[1], Passed)
    assert (found[0].message, found[1].record) == (None, name(2))
    assert found[1].message is not None
    assert "response 1, revisit 1" in found[1].message
    assert "earlier capture" in found[1].message


def test_an_archive_from_a_pipe(tmp_path: Path) -> None:
    """What an input is does not depend on how few bytes of it arrive first."""
    packed = gzip.compress(b"") + gzip.compress(record(1)) + gzip.compress(record(2))
    for data in (record(1) + record(2), packed):
        (tmp_path / "a").write_bytes(data)
        slow = (
            "import sys, time\ndata = open(sys.argv[1], 'rb').read()\nout = sys.stdout.buffer\n"
            "for part in (data[:1], data[1:3], data[3:]):\n    out.write(part); out.flush(); time.sleep(0.1)"
        )
        count = (
            "from onrecord.readers.opening import Reading, items\nfrom onrecord.readers.folder import Input\n"
            "from onrecord.readers.given import Given\n"
            "print([i.record for i in items(Input('-'), given=Given(), reading=Reading())])"
        )
        writer = subprocess.Popen([sys.executable, "-c", slow, tmp_path / "a"], stdout=subprocess.PIPE)
        reader = subprocess.run(
            [sys.executable, "-c", count], stdin=writer.stdout, capture_output=True, check=True, text=True
        )
        assert writer.stdout is not None
        writer.stdout.close()
        writer.wait()
        assert reader.stdout == f"{[name(1), name(2), None]}\n"


def test_counts_add_up(tmp_path: Path) -> None:
    """Every record is an item or has a fate, and the archive has one of its own at the end."""
    (tmp_path / "a.warc.gz").write_bytes(
        b"".join(map(gzip.compress, (record(1), record(2, media="image/png"), with_length(5), record(4))))
    )
    found = list(items(Input("a.warc.gz", tmp_path / "a.warc.gz"), given=Given(), reading=Reading()))
    assert fates(found) == ["read", "set aside: no page", "refused: damaged", "read", "read: None"]
    assert [one.record is None for one in found] == [False] * 4 + [True]


def test_the_type_of_a_text_is_kept() -> None:
    """The same page in two records gives two items with the same fingerprint."""
    found = read(record(1) + record(2, chunked(PAGE), http=(("Transfer-Encoding", "chunked"),)))
    assert {one.sha256 for one in found if isinstance(one, Item)} == {page(record(1, media=HTML)).sha256}
