"""Zones: what is not the report is marked, and nothing of the report is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.readers import read_bytes
from onrecord.record import Article, Zone, ZoneKind
from onrecord.text.captions import is_caption
from onrecord.text.datelines import dateline_end
from onrecord.text.furniture import around
from onrecord.text.headings import is_subheading
from onrecord.text.zones import zones

BODY = "The talks in Ardeh failed on Monday, the minister said, and nobody knows what comes next."


def article(text: str) -> Article:
    """A plain text as it is read."""
    return read_bytes(text.encode(), name=None).article


def found(text: str) -> list[tuple[ZoneKind, str]]:
    """The zones of a plain text with their words."""
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones(article(text))]


def kinds(*lines: str) -> list[ZoneKind]:
    """The kinds of lines that each are one zone."""
    return [kind for kind, _ in found("\n\n".join(lines))]


def test_a_whole_article() -> None:
    """Headline, byline, day, body, caption, subheading, markers, notes and furniture of one text."""
    lines = [
        ("headline", "Border talks fail"),
        ("byline", "By Mona Kell"),
        ("dateline", "October 3, 2023"),
        ("body", BODY),
        ("caption", "(Photo: Jon Vale)"),
        ("subheading", "What comes next"),
        ("body", BODY),
        ("footnote", "[1] Ardeh Times, October 3."),
        ("footnote", "[2] Ardeh Times, October 4."),
        ("furniture", "Read more: The border"),
        ("credit", "Additional reporting by Jon Vale"),
        ("furniture", "Copyright 2023 The Ardeh Times"),
    ]
    assert found("\n".join(line for _, line in lines)) == lines


def test_one_sentence_per_line() -> None:
    """A title, a day, then one sentence per line: the sentences are body."""
    assert kinds("Orlan opens bridge", "December 16, 2009", BODY, BODY) == [
        "headline",
        "dateline",
        "body",
        "body",
    ]


def test_metadata_line() -> None:
    """The metadata line is cut from the headline or lead that follows on the same line."""
    assert found(f' date 2023-10-03 "We go," Orlan said.\n\n{BODY}')[:2] == [
        ("metadata", "date 2023-10-03"),
        ("body", '"We go," Orlan said.'),
    ]


def test_stray_mark_behind_the_metadata_line() -> None:
    """An opening mark behind the metadata line that never closes belongs to it."""
    assert found(f' date 2023-10-03 "Orlan said the north would answer.\n\n{BODY}')[:2] == [
        ("metadata", 'date 2023-10-03 "'),
        ("body", "Orlan said the north would answer."),
    ]


HEADLINES = [
    "Orlan opens bridge",
    "Will Orlan open the bridge?",
    "‘We Answer Now’: Orlan Speaks Of The North – And Of The Bridge",
    '"We Answer Now," Orlan Says',
    "Orlan Opens The Bridge To The North.",
]


@pytest.mark.parametrize("line", HEADLINES)
def test_headline(line: str) -> None:
    """A first line without a full stop or in title case is the headline."""
    assert kinds(line, BODY) == ["headline", "body"]


def test_headline_before_a_dateline() -> None:
    """Whatever stands before the dateline is the headline, full stop or not."""
    assert kinds("Orlan opens the bridge.", f"ARDEH — {BODY}")[:2] == ["headline", "dateline"]


def test_title_from_elsewhere() -> None:
    """A first line that is the title a manifest gives is the headline, even with a full stop."""
    known = replace(article(f"Orlan opens the bridge.\n\n{BODY}"), title="Orlan opens the bridge")
    assert zones(known)[0] == Zone(0, 23, "headline")


@pytest.mark.parametrize("line", [BODY, "“We go,” Orlan said. “Now.”", "ARDEH (Reuters) — Orlan left"])
def test_no_headline(line: str) -> None:
    """A lead is no headline."""
    assert "headline" not in kinds(line, BODY)


MERGED = [
    (
        "Orlan says the north cannot be stopped",
        "ARDEH (Reuters) - President Mona Orlan said on Tuesday that she would go.",
    ),
    (
        '"They will regret it": Orlan warns',
        "Ardeh President Mona Orlan said on Tuesday that the north would answer.",
    ),
    (
        "Orlan vows answer to border attack",
        "President Mona Orlan on Monday vowed to answer, state media said.",
    ),
    (
        "President Orlan Says Of The North 'We Must Answer; Let Us Answer' – And Calls On Vale To Stop",
        "At an October 17, 2023 meeting with members of the academy, Orlan told them to answer.",
    ),
]


@pytest.mark.parametrize("headline, lead", MERGED)
def test_headline_run_into_the_lead(headline: str, lead: str) -> None:
    """A headline at the head of the first paragraph becomes a zone of its own."""
    assert found(f" date 2023-10-03 {headline} {lead}\n\n{BODY}")[1] == ("headline", headline)


UNMERGED = [
    "President Mona Orlan said on Tuesday that Kell says its army would not go. The president told us.",
    "Orlan says the Ardeh army will not leave before the Kell government said it would pay.",
    "The Ardeh Times reported that Mona Orlan said that Jon Vale was wrong about the Kell Bridge.",
    "Minister Jon Vale of the Northern Union Party, in Ardeh since May, says he was told nothing.",
]


@pytest.mark.parametrize("lead", UNMERGED)
def test_no_headline_run_into_the_lead(lead: str) -> None:
    """A lead with names and reporting verbs stays whole."""
    assert found(f"{lead}\n\n{BODY}")[0] == ("body", lead)


SUBHEADINGS = [
    'Orlan: "If The Attacks Continue, The North Will Lose Its Patience"',
    "What comes next",
    "The Bridge And The North",
    "ORLAN ANSWERS",
]
NO_SUBHEADINGS = [
    "Jon Vale responded to Orlan:",
    "He left.",
    "“We go”",
    "and then they left",
    "The following is a translation of the main points of the speech:",
    BODY,
]


@pytest.mark.parametrize("line", SUBHEADINGS)
def test_subheading(line: str) -> None:
    """A title-case or short line without a full stop between paragraphs is a subheading."""
    assert is_subheading(line)
    assert kinds(BODY, line, BODY) == ["body", "subheading", "body"]


@pytest.mark.parametrize("line", NO_SUBHEADINGS)
def test_no_subheading(line: str) -> None:
    """A line that introduces what follows, or ends like a sentence, is body."""
    assert not is_subheading(line)


CAPTIONS = [
    "President Mona Orlan surrounded by photos of engineers who have been killed or died.",
    "Minister Jon Vale, left, speaking to reporters in Ardeh on Monday.",
    "The Ardeh Bridge pictured in May.",
    "The bridge was opened in May. (Photo: Jon Vale)",
    "The bridge was opened in May. (Jon Vale/Getty Images)",
    "The bridge at night. Image: Jon Vale.",
    "Photo by Jon Vale",
    "File photo: the bridge in 2019.",
    "FILE - In this May 3, 2019, file photo, Mona Orlan waves to the crowd.",
    "Getty",
]
NO_CAPTIONS = [
    BODY,
    "Residents fleeing the city said they had lost everything.",
    "Minister Jon Vale speaking in Ardeh warned the north.",
    "Orlan's standing among voters looks to be weakening.",
    "Mona Orlan surrounded herself with photos of engineers.",
    "I’ve seen various numbers between 20 and 30 percent of trade",
    "Photo editors said the picture was real.",
    "But sitting in comfort stops you from growing.",
    "The Standing Committee of Ardeh.",
    "The visiting team from Kell.",
    "The minister left, officials said. (Reuters)",
    "The bridge (built by Kell/Vale) was opened in May.",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_caption(line: str) -> None:
    """A paragraph that names a picture or its maker, or is a name with a participle, is a caption."""
    assert kinds(BODY, line, BODY) == ["body", "caption", "body"]


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_no_caption(line: str) -> None:
    """A sentence of the report is none, though it looks like one at first."""
    assert not is_caption(line)


def test_caption_run_into_the_report() -> None:
    """A caption that runs into the first paragraph ends where its maker is named."""
    caption = "FILE - In this May 3, 2019 photo, Orlan waves. (AP Photo/Jon Vale, File)"
    assert found(f"{caption} ARDEH (AP) — {BODY}\n{BODY}") == [
        ("caption", caption),
        ("dateline", "ARDEH (AP) —"),
        ("body", BODY),
        ("body", BODY),
    ]


AROUND = [
    ("By Mona Kell", "byline"),
    ("By MONA KELL and JON VALE, Ardeh Times", "byline"),
    ("Mona Kell, staff writer", "byline"),
    ("(Reuters)", "credit"),
    ("With inputs from AFP", "credit"),
    ("(Additional reporting by Mona Kell in Ardeh; Editing by Jon Vale)", "credit"),
    ("Jon Vale contributed to this report.", "credit"),
    ("Advertisement", "furniture"),
    ("READ ALSO: The bridge opens", "furniture"),
    ("Follow us on Twitter and Facebook", "furniture"),
    ("Sign up for our newsletter", "furniture"),
    ("Share this:", "furniture"),
    ("MOST READ", "furniture"),
    ("© 2023 Ardeh Times. All rights reserved.", "furniture"),
    ("https://ardeh.example/bridge", "furniture"),
    ("* * *", "furniture"),
    ("Editor’s note: This text has been changed.", "furniture"),
]
NOT_AROUND = [
    BODY,
    "By Monday, thousands had left Ardeh.",
    "By The River, a film about Ardeh, opens on Monday.",
    "Copyright law is broken, Orlan said.",
    "Watch the north, Orlan said.",
    "Related: “We will go,” Orlan wrote.",
    "Reporting by the Ardeh Times showed that “nobody knew”.",
    "More soldiers were sent to the bridge.",
    "Subscribers of the paper left.",
    "Share prices fell.",
    "1,400",
    "<The Palace: A Film>",
]


@pytest.mark.parametrize("line, kind", AROUND)
def test_around_the_report(line: str, kind: str) -> None:
    """Bylines, credits of reporters and what the page itself says are not the report."""
    assert around(line) == kind


@pytest.mark.parametrize("line", NOT_AROUND)
def test_not_around_the_report(line: str) -> None:
    """Sentences that begin like furniture are the report, and so is whatever holds quoted words."""
    assert around(line) is None


DATELINES = [
    "ARDEH, Oct. 17 (Reuters) — ",
    "ARDEH (AP) — ",
    "Ardeh (AFP) – ",
    "ARDEH — ",
    "PORT KELL, N.A. -- ",
    "ARDEH/KELL, Oct 3 (Reuters) - ",
    "ARDEH, Oct. 3 (Northern Wire) - ",
    "ARDEH (Northern Wire) - ",
    "Ardeh, 17 October 2023 – ",
    "(Reuters) - ",
    "NEW DELHI: ",
]
NO_DATELINES = [
    "Ardeh (the old town) - ",
    "Orlan — ",
    "Jon Vale (KU) — ",
    "ORLAN: ",
    "THE BRIDGE WAS NEVER SAFE, ENGINEERS SAY — ",
    "FILE - ",
    "In May 2019 - ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_dateline(dateline: str) -> None:
    """Place, day and agency before a dash are cut off the paragraph they open."""
    assert found(dateline + BODY) == [("dateline", dateline.strip()), ("body", BODY)]


@pytest.mark.parametrize("words", NO_DATELINES)
def test_no_dateline(words: str) -> None:
    """A name or heading before a dash or colon stays with its paragraph."""
    assert dateline_end(words + BODY, 0, len(words + BODY), early=True) == 0


def test_bare_dateline_late_in_the_text() -> None:
    """Capitals and a dash are a dateline only where reports begin."""
    assert kinds(BODY, BODY, f"NORTH — {BODY}") == ["body", "body", "body"]


def test_footnote_markers() -> None:
    """A marker is a zone of its own, the sentence around it stays body; insertions are no markers."""
    assert found("They met in the hall[1] in Ardeh. [2] He has [20] soldiers and [two] tanks.[3]") == [
        ("body", "They met in the hall"),
        ("footnote", "[1]"),
        ("body", "in Ardeh."),
        ("footnote", "[2]"),
        ("body", "He has [20] soldiers and [two] tanks."),
        ("footnote", "[3]"),
    ]


def test_notes_under_a_heading() -> None:
    """Numbered lines under "Notes" are footnotes with their heading."""
    assert kinds(BODY, "Notes", "1. Ardeh Times, May 3.", "2. Kell News.") == ["body", *["footnote"] * 3]


def test_words_of_a_running_quotation() -> None:
    """Inside a quotation over several paragraphs nothing is furniture, whatever it looks like."""
    lines = ["“We stay. We know why.", "“Follow us on the bridge", "“Read more. We stay.”"]
    assert kinds(BODY, *lines, BODY) == ["body"] * 5


def test_given_zones_are_kept() -> None:
    """What a reader said stands; only body is looked at again, for datelines, markers, furniture."""
    text = f"Bridge opens\n\nARDEH — {BODY}[1]\n\nJon Vale\n\nRead more: The bridge\n\nThe Bridge"
    ends = [(0, 12, "headline"), (14, 14 + 8 + len(BODY) + 3, "body")]
    starts = text.index("Jon"), text.index("Read"), text.index("The Bridge")
    given = (
        *(Zone(a, b, kind) for a, b, kind in ends),  # type: ignore[arg-type]
        Zone(starts[0], starts[0] + 8, "caption"),
        Zone(starts[1], starts[1] + 21, "body"),
        Zone(starts[2], len(text), "body"),
    )
    marked = zones(replace(article(text), zones=given))
    assert [(z.kind, text[z.start : z.end]) for z in marked] == [
        ("headline", "Bridge opens"),
        ("dateline", "ARDEH —"),
        ("body", BODY),
        ("footnote", "[1]"),
        ("caption", "Jon Vale"),
        ("furniture", "Read more: The bridge"),
        ("body", "The Bridge"),
    ]


ANYTHING = st.text(
    st.sampled_from("aB 1.,:;!?\n\r\t\u2028“”\"'’[]()—-»…\u00a0é\U0001f600")
    | st.characters(exclude_categories=["Cs"])
)
PIECES = st.lists(
    st.sampled_from(
        [
            "ARDEH — ",
            " date 2023-10-03 ",
            "[1]",
            "Photo: x",
            "By Mona Kell",
            "\n",
            "\n\n",
            BODY,
            "“We go.",
            "He said.”",
        ]
    )
    | ANYTHING,
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_zones_cover_any_text(pieces: list[str]) -> None:
    """Zones are sorted and disjoint, none is blank, and every character that is not blank stands in one."""
    text = "".join(pieces).replace("\x00", "")
    if not text.strip() or text.startswith("\ufeff"):
        return
    try:
        read = article(text)
    except ReadError:  # control characters by chance
        return
    marked = zones(read)
    assert all(a.end <= b.start for a, b in pairwise(marked))
    covered = {at for zone in marked for at in range(zone.start, zone.end)}
    assert all(read.text[z.start : z.end].strip() for z in marked)
    assert [char for at, char in enumerate(read.text) if at not in covered and not char.isspace()] == []
