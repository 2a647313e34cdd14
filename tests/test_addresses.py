"""One key for one page, however it was reached, and never one for two."""

import pytest

from onrecord.readers.addresses import url_key

SAME = [
    ("http://www.velden.example/bridge/", "https://velden.example/bridge"),
    ("https://velden.example/bridge?utm_source=x&utm_medium=mail", "https://velden.example/bridge"),
    ("https://velden.example/bridge?fbclid=1&id=7#top", "https://velden.example/bridge?id=7"),
    ("https://velden.example:443/bridge/amp/", "https://velden.example/bridge"),
    ("https://velden.example/?b=2&a=1", "https://velden.example/?a=1&b=2"),
]
TWO = [
    ("https://velden.example/story?cid=1", "https://velden.example/story?cid=2"),
    ("https://velden.example/?p=1", "https://velden.example/?p=2"),
    ("https://velden.example/story?keyword=bridge", "https://velden.example/story"),
    ("https://velden.example/Story", "https://velden.example/story"),
    ("https://velden.example:8080/story", "https://velden.example/story"),
]


@pytest.mark.parametrize("one, other", SAME)
def test_one_page(one: str, other: str) -> None:
    """What only tells how a reader came to a page, or how it was fetched, makes no difference."""
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize("one, other", TWO)
def test_two_pages(one: str, other: str) -> None:
    """What may number an article keeps its page apart from others."""
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize("url", ["", " ", None])
def test_no_address(url: str | None) -> None:
    """No address has no key, so that articles without one are no versions of each other."""
    assert url_key(url) is None


@pytest.mark.parametrize("url", ["http://[::1/x", "https://x.example:99999/", "urn:uuid:5", "bridge.html"])
def test_odd_addresses(url: str) -> None:
    """What is no web address is its own key."""
    assert url_key(url) == url
