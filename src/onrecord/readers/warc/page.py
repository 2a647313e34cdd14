"""What a record of a web archive holds: a web page, a plain text, or something that is no article."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import ReadError
from onrecord.readers.sniff import is_html, stranger
from onrecord.readers.warc.decoding import decoded, too_large
from onrecord.readers.warc.digest import differs
from onrecord.readers.warc.head import Head
from onrecord.readers.warc.http import Answer, answer, unchunked

SENT_WHOLE = (200, 203)
KINDS = ("response", "resource", "conversion")
PAGES = ("text/html", "application/xhtml+xml", "application/xhtml", "text/xhtml")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = ("http", "https", "ftp", "file")  # programs keep notes of their own under others: metadata:, urn:
NO_ARTICLES = re.compile(  # what servers send as plain text and is none
    r"/(?:robots|(?:app-)?ads|humans|llms|security|sellers)\.(?:txt|json)$"
    r"|\.(?:js|mjs|css|json|map|csv|tsv|xml|vtt|srt|m3u8?|ts|svg|ico|woff2?|ttf|otf|eot|wasm|bin)$",
    re.IGNORECASE,
)
DATA = re.compile(rb"\s*[\[{]")  # JSON, whatever it is called
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


class NoPageError(Exception):
    """A record that holds no article: an image, a request, a redirect."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A page or text as it was captured, without any packing."""

    body: bytes
    kind: Literal["page", "file"]
    charset: str | None


def captured(head: Head, content: bytes, most: int) -> Captured:
    """The page a record holds; NoPageError, or a ReadError (without a name) for one that cannot be had.

    `content` may end early when it is longer than any page can be.
    """
    if head.kind not in KINDS or not _from_the_web(head.url):
        raise NoPageError
    sent = answer(content) if head.kind == "response" else None
    if sent and sent.status not in SENT_WHOLE:
        raise NoPageError
    if sent is None and _is_http(head) and is_html(content):
        why = "the status line of the server's answer is missing or damaged"
        raise ReadError(f"{why}; capture the page again", cause="damaged")
    declared = _declared(head, sent)
    media = declared.partition(";")[0].strip().lower()
    if media not in (*PAGES, "text/plain", "") or (media == "text/plain" and _no_article(head.url)):
        raise NoPageError
    body = _body(head, content, sent, most)
    if _is_something_else(body, media):
        raise NoPageError
    charset = CHARSET.search(declared)
    return Captured(body, "file" if media == "text/plain" else "page", charset and charset[1])


def _from_the_web(url: str | None) -> bool:
    scheme = SCHEME.match(url or "")
    return scheme is None or scheme[1].lower() in SCHEMES


def _is_http(head: Head) -> bool:
    return head.content_type.lower().startswith("application/http")


def _no_article(url: str | None) -> bool:
    address = re.split("[?#]", url or "", maxsplit=1)[0]
    return bool(NO_ARTICLES.search(address))


def _declared(head: Head, sent: Answer | None) -> str:
    """The type of the page, as its server, the crawler or the archive says; empty where none does."""
    if sent and sent.fields.get("content-type"):
        return sent.fields["content-type"]
    if _is_http(head):
        return head.fields.get("warc-identified-payload-type", "")
    return "" if sent else head.content_type


def _body(head: Head, content: bytes, sent: Answer | None, most: int) -> bytes:
    _check_whole(head)
    if len(content) < (head.length or 0):
        raise too_large(most)
    body = sent.page(most) if sent else decoded(content, "", most)
    payloads = (sent.body, unchunked(sent.body), body) if sent else (body,)
    if differs(head.fields, content, payloads):
        why = "it is not what the fingerprint in its head was taken of: damaged or changed since its capture"
        raise ReadError(f"{why}; fetch the archive again", cause="damaged")
    return body


def _check_whole(head: Head) -> None:
    if "warc-truncated" in head.fields:
        why = f"its capture was cut short ({head.fields['warc-truncated'] or 'unspecified'})"
        raise ReadError(f"{why}; capture the page again", cause="damaged")
    if "warc-segment-number" in head.fields:
        why = "its page is spread over several records, which onrecord does not join"
        raise ReadError(f"{why}; give the page as HTML", cause="not understood")


def _is_something_else(body: bytes, media: str) -> bool:
    """Whether a page or text is none, whatever its server calls it: a picture, data for a script."""
    if is_html(body):
        return False
    return media == "" or bool(DATA.match(body)) or stranger(body) is not None
