"""How long a page is: what nobody reads in it does not count."""

import time

import pytest

from onrecord.readers.html.weight import weight

CASES = [
    ("<p>Ana</p>", 10),
    ("<p>Ana</p><script>var a = 1;</script>", 10),
    ("<style>p {}</style><p>Ana</p>", 10),
    ("<script>'<style>'</script><p>Ana</p>", 10),
    ('<img src="data:image/png;base64,AAAA">', len('<img src="">')),
]


@pytest.mark.parametrize("page, length", CASES)
def test_length(page: str, length: int) -> None:
    """Scripts, styles and pictures inside the page are left out, but for a few characters of their tags."""
    assert abs(weight(page) - length) <= 1


def test_what_is_never_closed_counts() -> None:
    """A script without an end hides nothing."""
    assert weight("<script>" + "a" * 100) == 108


def test_many_openings_take_no_longer() -> None:
    """A page of nothing but openings is measured in one go."""
    began = time.perf_counter()
    assert weight("<script>" * 200_000) > 1_000_000
    assert time.perf_counter() - began < 2
