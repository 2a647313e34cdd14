"""Hostile archives, feeds and tables, each named by its defect; bombs are small until they are unpacked."""

import gzip
import io
import zipfile
from collections.abc import Callable

from tests.hostile import MB, SAID, article, run

PAGE = article("").encode()
BOMB = b"<p>" + b"a" * 200 * MB
INSIDE = '{"profile": "data-package", "resources": [{"path": "archive/d.warc.gz"}], "wacz_version": "1.1.1"}'


def warc(body: bytes, length: int | str | None = None) -> bytes:
    """A web archive of one page that says to be so long."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2023-10-17T00:00:00Z\r\nWARC-Target-URI: http://velden.example/bridge\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def wacz(**files: bytes) -> bytes:
    """A zipped archive with these files in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({"datapackage.json": INSIDE.encode()} | files).items():
            archive.writestr(name, content)
    return packed.getvalue()


def laughs() -> str:
    """A feed whose one entity unpacks to a billion of another."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    item = "<item><title>The bridge of Velden</title><description>&l9;</description></item>"
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "so">{entities}]>'
        f'<rss version="2.0"><channel><title>Velden</title>{item}</channel></rss>'
    )


# What is in the file, what becomes of it (None: it is read), and how many of its items are read.
CASES: dict[str, tuple[Callable[[], bytes], str | None, int]] = {
    "cut_short.txt.gz": (lambda: gzip.compress(SAID.encode() * 50)[:-20], "damaged", 0),
    "bomb.txt.gz": (lambda: gzip.compress(b"a" * 200 * MB), "too large", 0),
    "record_too_long.warc": (lambda: warc(PAGE, 10**12), "damaged", 0),
    "record_too_short.warc": (lambda: warc(PAGE, 20) + warc(PAGE), None, 1),
    "record_of_negative_length.warc": (lambda: warc(PAGE, -5) + warc(PAGE), None, 1),
    "record_of_no_length.warc": (lambda: warc(PAGE, "long") + warc(PAGE), None, 1),
    "cut_short.warc.gz": (lambda: gzip.compress(warc(PAGE)) + gzip.compress(warc(PAGE))[:-30], "damaged", 1),
    "bomb.warc.gz": (lambda: gzip.compress(warc(BOMB)), None, 0),
    "bomb.wacz": (lambda: wacz(**{"archive/d.warc": warc(BOMB)}), None, 0),
    "bomb_in_an_archive.wacz": (lambda: wacz(**{"archive/d.warc.gz": gzip.compress(warc(BOMB))}), None, 0),
    "out_of_its_folder.wacz": (
        lambda: wacz(**{"../../../d.warc": warc(PAGE), "archive/../../d.warc": warc(PAGE)}),
        None,
        0,
    ),
    "billion_laughs.xml": (lambda: laughs().encode(), "not understood", 1),
    "row_of_50_mb.jsonl": (
        lambda: f'{{"text": "{run(SAID, 50 * MB)}"}}\n{{"text": "{SAID}"}}\n'.encode(),
        None,
        1,
    ),
    "row_of_50_mb.csv": (lambda: f'text,url\n"{run(SAID, 50 * MB)}",a\n"{SAID}",b\n'.encode(), None, 1),
    "cell_never_closed.csv": (lambda: f'text,url\n"{run(SAID + chr(10), 20 * MB)}'.encode(), "damaged", 0),
}
