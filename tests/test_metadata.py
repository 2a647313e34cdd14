"""What pages say about themselves, with the place each statement stands in."""

from datetime import date
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from onrecord.readers.html import reading as html
from onrecord.readers.metadata import Metadata, metadata
from onrecord.readers.outlets import outlet_of
from onrecord.readers.page import Page
from onrecord.readers.timestamps import edtf

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Page:
    """One of the pages kept as files."""
    return html.read((PAGES / name).read_bytes())


def about(head: str, *, url: str | None = None, body: str = "<p>Text.</p>") -> Metadata:
    """What is made of this head."""
    tree = document_fromstring(f"<html lang=en><head>{head}</head><body>{body}</body></html>")
    return metadata(tree, url=url, today=date(2026, 1, 1))


def test_the_publication_date_keeps_time_zone_and_places() -> None:
    """The best statement is the value; all that agree with it are evidence."""
    published = page("plain_article.html").published
    assert published.value == "2023-10-17T08:15:00+01:00"
    assert published.basis == "metadata"
    places = [evidence.place for evidence in published.evidence]
    assert places == ["json-ld datePublished", "meta article:published_time", "url", "htmldate"]
    assert published.others == ()


def test_the_last_change_is_kept_apart() -> None:
    """The date of the last change is no publication date."""
    assert page("plain_article.html").updated.value == "2023-10-18T10:00:00+01:00"


def test_the_day_most_places_name_wins() -> None:
    """A meta element that was overwritten with the last change does not outvote three other places."""
    published = page("dates_that_conflict.html").published
    assert published.value == "2023-10-16T22:30:00Z"
    assert published.others[0].kind == "alternative"
    assert published.others[0].why.endswith("the page gives 2023-10-20 as the date of its last change")


def test_dates_that_disagree_are_both_kept() -> None:
    """Two days that nothing explains are a conflict, with both places named."""
    published = about(
        """<meta property="article:published_time" content="2023-10-12">
        <meta name="parsely-pub-date" content="2023-10-16">"""
    ).published
    assert published.value == "2023-10-12"
    assert published.others[0].kind == "conflict"
    assert published.others[0].why == (
        "meta parsely-pub-date says 2023-10-16, meta article:published_time says 2023-10-12"
    )


def test_one_moment_in_two_zones_is_no_conflict() -> None:
    """Late on Monday in one zone is early on Tuesday in another."""
    published = about(
        """<meta property="article:published_time" content="2023-10-16T23:30:00Z">
        <meta name="parsely-pub-date" content="2023-10-17T01:30:00+02:00">"""
    ).published
    assert published.others == ()


def test_broken_linked_data_still_gives_its_date() -> None:
    """A script that is no JSON is searched for the properties that matter, and the place says so."""
    published = page("broken_json_ld.html").published
    assert published.value == "2023-10-17T08:15:00Z"
    assert published.evidence[0].place == "json-ld datePublished (broken)"


def test_no_date_is_unknown() -> None:
    """A page that names no date has none."""
    assert about("<title>Ferry</title>").published.value is None


def test_the_date_of_another_report_is_not_taken() -> None:
    """Linked data of listed reports does not date this one."""
    listed = (
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-01-01"}]}'
    )
    assert about(f'<script type="application/ld+json">{listed}</script>').published.value is None


def test_the_outlet_comes_from_metadata_before_the_host() -> None:
    """The site's own name, with its place."""
    outlet = page("plain_article.html").outlet
    assert outlet is not None
    assert (outlet.name, outlet.evidence[0].place) == ("The Anville Post", "meta og:site_name")


def test_a_site_name_that_is_a_host_leaves_the_word_to_the_publisher() -> None:
    """ "anvillepost.example" is an address, not a name."""
    linked = '{"@type": "NewsArticle", "publisher": {"name": "The Anville Post"}}'
    outlet = about(
        f"""<meta property="og:site_name" content="anvillepost.example">
        <script type="application/ld+json">{linked}</script>"""
    ).outlet
    assert outlet is not None
    assert (outlet.name, outlet.evidence[0].place) == ("The Anville Post", "json-ld publisher.name")


HOSTS = [
    ("https://www.bbc.co.uk/news/1", "BBC"),
    ("https://english.alarabiya.net/x", "Al Arabiya English"),
    ("https://amp.theguardian.com/x", "The Guardian"),
    ("http://www.anvillepost.example/x", "anvillepost.example"),
]


@pytest.mark.parametrize(("url", "name"), HOSTS)
def test_a_host_names_the_outlet(url: str, name: str) -> None:
    """Well-known hosts have a name; any other is its own."""
    outlet = outlet_of(url)
    assert outlet is not None
    assert (outlet.name, outlet.evidence[0].place) == (name, "url host")


@pytest.mark.parametrize("url", [None, "", "file:///tmp/a.html", "http://[bad", "news"])
def test_what_is_no_web_address_names_no_outlet(url: str | None) -> None:
    """A path or a broken address is not a host."""
    assert outlet_of(url) is None


def test_authors_are_people_each_once_with_their_places() -> None:
    """Names are split and merged across places; addresses are no names."""
    linked = '{"@type": "NewsArticle", "author": [{"name": "Ana Bell"}, {"name": "Jo Rey"}]}'
    found = about(
        f"""<script type="application/ld+json">{linked}</script>
        <meta name="author" content="By Ana Bell and Jo Rey">
        <meta property="article:author" content="https://example.org/ana">"""
    ).authors
    assert [(author.name, len(author.evidence)) for author in found] == [("Ana Bell", 2), ("Jo Rey", 2)]


def test_an_agency_given_as_author_is_a_credit() -> None:
    """A report by AFP has no author; it has a credit."""
    found = about('<meta name="author" content="AFP">')
    assert found.authors == ()
    assert [(credit.kind, credit.name) for credit in found.credits] == [("agency", "AFP")]


TIMES = [
    ("2023-10-17T14:05:00+02:00", "2023-10-17T14:05:00+02:00"),
    ("2023-10-17T14:05:00.123Z", "2023-10-17T14:05:00Z"),
    ("2023-10-17 14:05:00 +0200", "2023-10-17T14:05:00+02:00"),
    ("2023-10-17T14:05", "2023-10-17T14:05:00"),
    ("2023-10-17", "2023-10-17"),
    ("2023-10", "2023-10"),
    ("20231017", "2023-10-17"),
    ("Tue, 17 Oct 2023 14:05:00 +0200", "2023-10-17T14:05:00+02:00"),
    ("October 17, 2023", "2023-10-17"),
    ("1697544300", "2023-10-17T12:05:00+00:00"),
    ("2023-13-45", None),
    ("03/04/2023", None),
    ("1970-01-01T00:00:00Z", None),
    ("yesterday", None),
]


@pytest.mark.parametrize(("written", "value"), TIMES)
def test_points_in_time_become_edtf(written: str, value: str | None) -> None:
    """As exact as written, never more; what is ambiguous or impossible is unknown."""
    assert edtf(written) == value
