"""How long a page is as reading goes: its markup without scripts, styles and the pictures saved inside it."""

import re

IN_PAGE = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,60}[;,][^\s\"'()<>]*+")
NOT_READ = re.compile(r"<(?P<close>/?)(?P<name>script|style)(?=[\s>/])", re.IGNORECASE)


def weight(page: str) -> int:
    """Characters of the page's markup that a reader has to go through."""
    return sum(len(IN_PAGE.sub("", part)) for part in _read(page))


def _read(page: str) -> list[str]:
    """The parts of a page outside its scripts and styles; one that is never closed counts in full."""
    parts, begin, inside = [], 0, None
    for tag in NOT_READ.finditer(page):
        if inside is None and not tag["close"]:
            inside = tag
            parts.append(page[begin : tag.start()])
            begin = tag.start()
        elif inside is not None and tag["close"] and tag["name"].lower() == inside["name"].lower():
            inside, begin = None, tag.end()
    return [*parts, page[begin:]]
