"""Web archives written for a test, by warcio's writer."""

from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Minister leaves</title></head><body><article>"
    "<h1>Minister leaves</h1><p>The minister of Ardeh left her office on Monday after nine long years.</p>"
    "<p>“Nobody asked me to leave,” she told reporters in Ardeh, and said she would not come back.</p>"
    "</article></body></html>"
).encode()
HTML = "text/html; charset=utf-8"
DATE = "2031-05-09T12:30:00Z"


class Writer(WARCWriter):
    """Keeps in memory what warcio would put in temporary files and not close."""

    @staticmethod
    def _create_temp_file() -> BytesIO:
        return BytesIO()


def record(
    number: int,
    body: bytes = PAGE,
    *,
    kind: str = "response",
    media: str = HTML,
    status: str = "200 OK",
    url: str = "",
    http: tuple[tuple[str, str], ...] = (),
    warc: dict[str, str] | None = None,
    gzip: bool = False,
) -> bytes:
    """One record as warcio writes it; `number` makes its id and address."""
    out = BytesIO()
    writer = Writer(out, gzip=gzip)
    head = None
    if kind in ("response", "revisit"):
        head = StatusAndHeaders(status, [("Content-Type", media), *http], protocol="HTTP/1.1")
    made = writer.create_warc_record(
        url or f"https://ardeh.example/{number}",
        kind,
        payload=BytesIO(body),
        http_headers=head,
        warc_content_type=media if head is None else "",
        warc_headers_dict={"WARC-Record-ID": name(number), "WARC-Date": DATE, **(warc or {})},
    )
    writer.write_record(made)
    return out.getvalue()


def name(number: int) -> str:
    """The id of a record."""
    return f"<urn:uuid:00000000-0000-0000-0000-{number:012}>"


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body as servers send it piece by piece."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
