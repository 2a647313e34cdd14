"""How well saved pages are read, against gold paragraphs, captions, credits and dates (see html_pages.py)."""

from collections.abc import Iterator

from bench import html_pages
from bench.corpora import DATA, PAGES, needed
from bench.figures import Figure, Floor, Row, judged


def pages() -> Iterator[Row]:
    """Each figure with the floor it brings: for F1, what trafilatura's plain text reaches in the same run."""
    for folder in PAGES:
        needed(DATA / folder)
    for name, value, n, bound in html_pages.measure(DATA):
        floor = None if bound is None else Floor(bound, limit="wrong" in name)
        yield judged(Figure(f"pages: {name}", value, n), floor)
