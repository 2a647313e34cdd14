"""The markup of a feed's entry: all of it is the article, in zones, in document order."""

import pytest

from onrecord.errors import NoTextError, ReadError
from onrecord.readers.feed import fragment
from onrecord.readers.item import Told

SAID = "The ferry runs again, its owner said."
TITLE = "Ferry of Anville runs again"


def zones(body: str, told: Told = Told(title=TITLE)) -> list[tuple[str, str]]:  # noqa: B008  it is frozen
    """Kind and words of every zone."""
    page = fragment.read(body, told=told)
    return [(zone.kind, page.text[zone.start : zone.end]) for zone in page.zones]


CASES = [
    (f"<p>{SAID}</p>", [("headline", TITLE), ("body", SAID)]),
    (f"<h2>{TITLE}</h2><p>{SAID}</p>", [("headline", TITLE), ("body", SAID)]),
    (f"{TITLE}, its owner said.", [("body", f"{TITLE}, its owner said.")]),
    (f"<p>{SAID}</p><h3>Winter</h3><p>It rests.</p>", [*[("headline", TITLE), ("body", SAID)],
     ("subheading", "Winter"), ("body", "It rests.")]),
    (f"<figure><img><figcaption>The pier on Monday. Photo: Cy Dorn</figcaption></figure><p>{SAID}</p>",
     [("headline", TITLE), ("caption", "The pier on Monday."), ("credit", "Photo: Cy Dorn"), ("body", SAID)]),
    (f"<p>{SAID}</p> <a href='x'>Continue reading...</a>",
     [("headline", TITLE), ("body", SAID), ("furniture", "Continue reading...")]),
    (f"<p>{SAID} <a href='x'>Read more</a></p>",
     [("headline", TITLE), ("body", SAID), ("furniture", "Read more")]),
    (f"<p>{SAID}</p><p>The post <a>{TITLE}</a> appeared first on <a>Anville Post</a>.</p>",
     [("headline", TITLE), ("body", SAID),
      ("furniture", f"The post {TITLE} appeared first on Anville Post.")]),
    (f"<p>{SAID}</p><div class='sharedaddy share'><a>Facebook</a> <a>Mail</a></div><img src='t.gif'>",
     [("headline", TITLE), ("body", SAID), ("furniture", "Facebook Mail")]),
    (f"{SAID} It had rested for four […]",
     [("headline", TITLE), ("body", f"{SAID} It had rested for four […]")]),
    (f"&lt;p&gt;{SAID}&lt;/p&gt;", [("headline", TITLE), ("body", SAID)]),
    ("One &amp; two.\n\n  Three\n  four.",
     [("headline", TITLE), ("body", "One & two."), ("body", "Three four.")]),
    ("<p>The post of Anville said: no <a>ferry</a>.</p>",
     [("headline", TITLE), ("body", "The post of Anville said: no ferry.")]),
]  # fmt: skip


@pytest.mark.parametrize("body, expected", CASES)
def test_zones(body: str, expected: list[tuple[str, str]]) -> None:
    """The title stands first unless the text begins with it; what programs set at the end is furniture."""
    assert zones(body) == expected


def test_plain_text_is_no_markup() -> None:
    """Text that its feed calls plain keeps signs and line ends; only the indents of its XML go."""
    told = Told(title=TITLE, plain=True)
    assert zones("a < b &amp; <b>\n   c\n\n d", told) == [
        ("headline", TITLE),
        ("body", "a < b &amp; <b>\nc"),
        ("body", "d"),
    ]


def test_pictures_of_the_feed() -> None:
    """What the feed says of pictures follows the text, unless the text says it as well."""
    pictures = (("caption", "The pier on Monday."), ("credit", "Cy Dorn"), ("caption", SAID))
    assert zones(f"<p>{SAID}</p>", Told(pictures=pictures)) == [
        ("body", SAID),
        ("caption", "The pier on Monday."),
        ("credit", "Cy Dorn"),
    ]


@pytest.mark.parametrize("body", ["<img src='a.png'>", "<a href='x'>Comments</a>", " <p></p>", "<!-- a -->"])
def test_no_text(body: str) -> None:
    """A picture, a tracker or a bare link is no text, whatever the title says."""
    with pytest.raises(NoTextError, match="has no text"):
        zones(body)


def test_one_link_around_all() -> None:
    """A text that is one single link is text all the same."""
    assert zones(f"<a href='x'>{SAID}</a>", Told()) == [("body", SAID)]


def test_zones_slice_to_the_text() -> None:
    """Between blocks stands one blank line, and every zone slices to its words."""
    assert fragment.read(f"<p>{SAID}</p><p>b</p>", told=Told(title="T")).text == f"T\n\n{SAID}\n\nb"


def test_lone_surrogates_are_counted() -> None:
    """Half a character becomes U+FFFD and is counted."""
    page = fragment.read("<p>a \ud800 said b</p>", told=Told())
    assert (page.text, page.undecodable) == ("a \ufffd said b", 1)


def test_credits_of_the_text() -> None:
    """An agency named in a credit line at the end is credited."""
    page = fragment.read(f"<p>{SAID}</p><p>Source: Reuters</p>", told=Told())
    assert [(one.name, one.kind) for one in page.credits] == [("Reuters", "agency")]


def test_too_large() -> None:
    """An entry beyond the largest article is refused, and told how large it is."""
    with pytest.raises(ReadError, match="more than the 10 of the largest"):
        fragment.read("<p>twelve chars</p>", told=Told(), largest=10)
