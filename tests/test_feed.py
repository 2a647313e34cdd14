"""Feeds: every entry is one item with what its feed says of it; broken and hostile feeds are told."""

from io import BytesIO

import pytest

from onrecord.errors import ReadError
from onrecord.readers import read_item
from onrecord.readers.feed import items as feed
from onrecord.readers.given import Given
from onrecord.readers.item import Item, Passed
from onrecord.readers.sniff import container
from onrecord.record import Article, Evidence

SAID = "The ferry runs again, its owner said."
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
    "<channel><title>Anville &amp; Borough Post</title><link>https://post.example/</link>"
    "<language>en-gb</language>%s</channel></rss>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    "<title>Anville Post</title><author><name>Ann Lee</name></author>%s</feed>"
)


def read(xml: str | bytes, *, given: Given = Given()) -> list[Item | Passed]:  # noqa: B008  it is frozen
    """Everything a feed holds."""
    data = xml if isinstance(xml, bytes) else xml.encode()
    return list(feed.items(BytesIO(data), "a.xml", given=given, largest=1000))


def rss(*entries: str) -> list[Item | Passed]:
    """What an RSS feed of these items holds."""
    return read(RSS % "".join(f"<item>{entry}</item>" for entry in entries))


def first(xml: str) -> Item:
    """The first item of a feed."""
    found = read(xml)[0]
    assert isinstance(found, Item)
    return found


def article(entry: str) -> Article:
    """The article that an RSS item becomes."""
    (item,) = rss(entry)
    assert isinstance(item, Item)
    return read_item(item).article


def texts(found: list[Item | Passed]) -> list[object]:
    """The bodies of items."""
    return [one.body if isinstance(one, Item) else one.cause for one in found]


def test_an_entry_is_an_article() -> None:
    """Title, link, date, author and language of an entry stand in the article; the reader is named."""
    found = article(
        f"<title>Ferry &amp;amp; pier</title><link>https://post.example/1</link><description>{SAID}</description>"
        "<pubDate>Wed, 21 Mar 2018 22:27:32 +0300</pubDate><dc:creator>By Ann Lee and Bo Roe</dc:creator>"
    )
    assert found.text == f"Ferry & pier\n\n{SAID}"
    assert (found.title, found.url) == ("Ferry & pier", "https://post.example/1")
    assert [one.name for one in found.authors] == ["Ann Lee", "Bo Roe"]
    assert (found.language, found.path, found.record) == ("en-gb", "a.xml", "https://post.example/1")


def test_dates_stay_as_written() -> None:
    """The local day is kept, and the words of the feed are the evidence."""
    found = article(f"<description>{SAID}</description><pubDate>Wed, 21 Mar 2018 22:27:32 +0300</pubDate>")
    assert found.published_on.value == "2018-03-21T22:27:32+03:00"
    assert found.published_on.evidence == (
        Evidence(found.id, "feed pubDate", None, None, "Wed, 21 Mar 2018 22:27:32 +0300"),
    )


def test_a_date_that_is_none() -> None:
    """Words that are no date are kept as evidence, without a value."""
    found = article(f"<description>{SAID}</description><pubDate>last Tuesday</pubDate>")
    assert found.published_on.value is None
    assert [one.text for one in found.published_on.evidence] == ["last Tuesday"]


DATES = [
    ("<published>2023-10-17</published><updated>2023-10-18</updated>",
     ("2023-10-17", "feed published"), "2023-10-18"),
    ("<updated>2023-10-18</updated>", ("2023-10-18", "feed updated"), "2023-10-18"),
]  # fmt: skip


@pytest.mark.parametrize("dates, published, updated", DATES)
def test_dates_of_atom(dates: str, published: tuple[str, str], updated: str) -> None:
    """An entry with one date only was published then, and the evidence says which date it is."""
    told = first(ATOM % f"<entry><content>{SAID}</content>{dates}</entry>").told
    assert (told.published.value, told.published.evidence[0].place) == published
    assert told.updated.value == updated


def test_a_date_of_dublin_core() -> None:
    """dc:date of an RSS item is its date of publication, not of a change."""
    (found,) = rss(f"<description>{SAID}</description><dc:date>2023-10-17</dc:date>")
    assert isinstance(found, Item)
    assert found.told.published.evidence[0].place == "feed dc:date"
    assert found.told.updated.value is None


OUTLETS = [
    ("https://www.bbc.co.uk/news/1", "", ("BBC", "url host")),
    ("https://post.example/1", "", ("Anville & Borough Post", "feed title")),
    ("https://news.example/1", '<source url="https://post.example/f">Anville Post</source>',
     ("Anville Post", "feed source title")),
]  # fmt: skip


@pytest.mark.parametrize("link, more, expected", OUTLETS)
def test_outlet(link: str, more: str, expected: tuple[str, str]) -> None:
    """A known host goes first, then the feed an entry was taken from, then this feed."""
    found = article(f"<link>{link}</link>{more}<description>{SAID}</description>")
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.evidence[0].place) == expected


def test_an_agency_is_credited() -> None:
    """An agency given as author is no author."""
    found = article(f"<description>{SAID}</description><dc:creator>Reuters</dc:creator>")
    assert (found.authors, [one.name for one in found.credits]) == ((), ["Reuters"])


TEXTS = [
    ("<description>Short.</description><content:encoded><![CDATA[<p>Long text.</p>]]></content:encoded>",
     "<p>Long text.</p>"),
    ("<content:encoded><![CDATA[<img src='a.png'/>]]></content:encoded><description>Words.</description>",
     "Words."),
    ("<description><![CDATA[<p class='a'>He &amp; she<script>x</script></p>]]></description>",
     "<p class='a'>He &amp; she<script>x</script></p>"),
    ("<description>AT&T &nbsp;said &copy; no</description>", "AT&T \xa0said © no"),
    ("<description>a &#xD800; b &#8; c</description>", "a \ufffd b \ufffd c"),
    ("<media:group><media:description>Only here.</media:description></media:group>", "Only here."),
]  # fmt: skip


@pytest.mark.parametrize("entry, text", TEXTS)
def test_the_fullest_text(entry: str, text: str) -> None:
    """The fullest text of an entry is its body, as the publisher wrote it."""
    assert texts(rss(entry)) == [text]


def test_captions_are_no_text() -> None:
    """What Media RSS says of pictures stands beside the text, each sentence once."""
    media = (
        "<media:content><media:description>The pier.</media:description><media:credit>Cy Dorn</media:credit>"
        "</media:content><media:content><media:credit>Cy Dorn</media:credit></media:content>"
    )
    (found,) = rss(f"{media}<description>{SAID}</description>")
    assert isinstance(found, Item)
    assert (found.body, found.told.pictures) == (SAID, (("caption", "The pier."), ("credit", "Cy Dorn")))


def test_plain_text() -> None:
    """Atom's text is no markup, unlike its html."""
    plain, markup = (
        first(ATOM % f'<entry><content type="{kind}">a &lt;b&gt; c</content></entry>')
        for kind in ("text", "html")
    )
    assert (plain.body, plain.told.plain, markup.told.plain) == ("a <b> c", True, False)


RECORDS = [
    ("<guid>x</guid><link>https://post.example/1</link>", "x"),
    ("<link>https://post.example/1</link>", "https://post.example/1"),
    ("<title>Ferry</title>", "item 2"),
    ("<guid>same</guid>", "same (item 2)"),
    (f"<guid>{'x' * 1000}</guid>", "item 2"),
]


@pytest.mark.parametrize("entry, record", RECORDS)
def test_record(entry: str, record: str) -> None:
    """An entry is named by its guid, else its link, else its place; no two have one name."""
    found = rss(f"<guid>same</guid><description>{SAID}</description>", f"{entry}<description>b</description>")
    assert found[1].record == record


def test_a_relative_link() -> None:
    """A link is made whole by its feed's; one that is no address is none."""
    found = first(RSS % f"<item><link>/news/1</link><description>{SAID}</description></item>")
    assert found.told.url == "https://post.example/news/1"


def test_no_text() -> None:
    """An entry that is a title and a link is set aside, and the message says what to do."""
    found = rss(
        f"<description>{SAID}</description>", "<title>Ferry</title><link>https://post.example/1</link>"
    )
    assert found[1] == Passed(
        "a.xml",
        "https://post.example/1",
        "set aside",
        "no text",
        "item 2 of a.xml has no text; save the page https://post.example/1 and give that",
    )


def test_options_apply_to_entries() -> None:
    """Outlet and date of the command line hold for every entry; address and title of a manifest do not."""
    given = Given(outlet="The Post", published="2023", url="https://x.example", title="T")
    (found,) = read(RSS % f"<item><description>{SAID}</description></item>", given=given)
    assert isinstance(found, Item)
    assert found.given == Given(outlet="The Post", published="2023")


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    """A byte order mark, a declaration or the bytes themselves tell the encoding."""
    xml = (RSS % "<item><description>“Café”, he said.</description></item>").encode(encoding)
    assert texts(read(xml)) == ["“Café”, he said."]


def test_one_wrong_byte() -> None:
    """One damaged character in UTF-8 costs that character, not all curly marks of the feed."""
    xml = (
        (RSS % f"<item><description>{'“Café” ' * 300}|</description></item>").encode().replace(b"|", b"\xff")
    )
    (body,) = texts(read(xml))
    assert str(body).count("“Café”") == 300
    assert str(body).endswith("\ufffd")


START = RSS[: RSS.index("%s")]
CUT = START + f"<item><description>{SAID}</description></item><item><descr"
DAMAGED = [
    (CUT, "cut short behind item 2"),
    (RSS % f"<item><description>{SAID}</description></item><item><description><![CDATA[a", "cut short"),
    (START + "<it", "no entry in it can be read"),
]


@pytest.mark.parametrize("xml, why", DAMAGED)
def test_damaged(xml: str, why: str) -> None:
    """The damage of a feed is told at its end."""
    with pytest.raises(ReadError, match=why) as raised:
        read(xml)
    assert raised.value.cause == "damaged"


def test_entries_before_a_cut_are_kept() -> None:
    """The items of a feed cut short come before the error that tells of it."""
    found = feed.items(BytesIO(CUT.encode()), "a.xml", given=Given(), largest=1000)
    assert isinstance(next(found), Item)


def test_careless_xml_is_no_damage() -> None:
    """Bare ampersands, names of HTML characters and unclosed tags cost nothing and are not told."""
    found = rss(
        "<description>A & B<br>&eacute;</description><title>x</title>", f"<description>{SAID}</description>"
    )
    assert len(found) == 2


HOSTILE = [
    '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">',
    '<!ENTITY b SYSTEM "file:///etc/passwd">',
    '<!ENTITY a "<i>"><!ENTITY b "<i>&a;&a;</i>">',
    f'<!ENTITY b "{"ha" * 300}">',
]


@pytest.mark.parametrize("declared", HOSTILE)
def test_entities_are_never_expanded(declared: str) -> None:
    """Entities made of others, of files or of much text stay as written, and that is told."""
    xml = f"<!DOCTYPE rss [{declared}]>" + RSS[21:] % "<item><description>&b; said</description></item>"
    found = feed.items(BytesIO(xml.encode()), "a.xml", given=Given(), largest=1000)
    item = next(found)
    assert isinstance(item, Item)
    assert read_item(item).article.text == "&b; said"
    with pytest.raises(ReadError, match=r"entities .* \(b\); they are never expanded"):
        next(found)


def test_harmless_entities() -> None:
    """An entity that is a character or a few words stands for them."""
    declared = '<!ENTITY c "&#169;"><!ENTITY p "The Post">'
    xml = f"<!DOCTYPE rss [<!-- don't -->{declared}]>" + RSS[21:] % (
        "<item><description>&c; &p; <![CDATA[&p;]]></description></item>"
    )
    assert texts(read(xml)) == ["© The Post &p;"]


def test_a_long_name_takes_no_time() -> None:
    """A name of a million letters is no reason to search it for addresses for hours."""
    assert len(rss(f"<description>{SAID}</description><author>{'a' * 1_000_000}</author>")) == 1


def test_too_many_tags() -> None:
    """A feed of half a million tags is refused, with the way out."""
    with pytest.raises(ReadError, match="tags, too many for a feed; split it"):
        rss("<a/>" * 450_000)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed beyond what is parsed whole is refused unread."""
    monkeypatch.setattr(feed, "MOST_BYTES", 2**20)
    with pytest.raises(ReadError, match="more than 1 MiB, too much for a feed"):
        read(" " * 2**20 + RSS)


FEEDS = [
    RSS,
    ATOM,
    "<!-- a --><!DOCTYPE rss PUBLIC 'x'><rss>",
    "<rdf:RDF xmlns='x'>",
    "<a:feed xmlns:a='x'>",
    "<?xml version='1.0'?>\n<?xml-stylesheet href='x'?>\n<feed>",
]
NO_FEEDS = ["<html><body>rss", "The <rss> tag, he said.", "<!DOCTYPE html><html>", "<article>", "rss"]


@pytest.mark.parametrize("start", FEEDS)
def test_is_feed(start: str) -> None:
    """A feed is told by its first element, whatever stands before it."""
    assert container(start.encode(), "a.txt") == "feed"


@pytest.mark.parametrize("start", NO_FEEDS)
def test_is_no_feed(start: str) -> None:
    """Pages and prose are no feeds."""
    assert container(start.encode(), "a.xml") is None
