"""Paragraphs: the lines of a text, without the blanks around them."""

import re

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Extent of every line that is not blank."""
    return tuple(_trimmed(text, *line.span()) for line in _LINE.finditer(text) if not line[0].isspace())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
