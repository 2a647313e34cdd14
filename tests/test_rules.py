"""The rules tagger on invented sentences: who, with which word, in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger.rules import RulesTagger
from onrecord.tagger.tags import Tags

Found = list[tuple[str, str, str]]


def tagged(text: str) -> Tags:
    """What the rules find in one paragraph."""
    return RulesTagger().tag(text, [(0, len(text))])


def found(text: str) -> Found:
    """Speaker, cue and content of every attribution, pieces joined by a bar."""
    words = lambda spans: " | ".join(text[s:e] for s, e in spans)  # noqa: E731
    return [(words(a.speaker), words(a.cue), words(a.content)) for a in tagged(text).attributions]


CASES = [
    ("plain", "Ada Moss said: “The dam holds.”", ("Ada Moss", "said", "“The dam holds.”")),
    ("before", "“The dam holds,” Ada Moss said.", ("Ada Moss", "said", "“The dam holds,”")),
    ("straight marks", '"The dam holds," she said.', ("she", "said", '"The dam holds,"')),
    ("inverted", "“The dam holds,” said Ada Moss.", ("Ada Moss", "said", "“The dam holds,”")),
    (
        "a title",
        "“The dam holds,” said Lt. Gov. Ada Moss on Monday.",
        ("Lt. Gov. Ada Moss", "said", "“The dam holds,”"),
    ),
    (
        "an apposition",
        "“The dam holds,” said Ada Moss, an engineer from Veld.",
        ("Ada Moss, an engineer from Veld", "said", "“The dam holds,”"),
    ),
    (
        "an apposition before the word",
        "“The dam holds,” Ada Moss, an engineer from Veld, said in a statement.",
        ("Ada Moss, an engineer from Veld", "said", "“The dam holds,”"),
    ),
    ("an age", "“It holds,” Ada Moss, 61, said on Radio Veld.", ("Ada Moss, 61", "said", "“It holds,”")),
    (
        "a role",
        "“The dam holds,” a young engineer exclaimed.",
        ("a young engineer", "exclaimed", "“The dam holds,”"),
    ),
    (
        "interrupted",
        "“The dam holds,” he said, “and it will hold.”",
        ("he", "said", "“The dam holds,” | “and it will hold.”"),
    ),
    (
        "resumed",
        "“The dam holds,” said Moss. “No cracks.”",
        ("Moss", "said", "“The dam holds,” | “No cracks.”"),
    ),
    ("asked", "“Does it hold?” Moss asked.", ("Moss", "asked", "“Does it hold?”")),
    ("who", "There was a man who said “the dam holds.”", ("who", "said", "“the dam holds.”")),
    (
        "told somebody",
        "Moss told reporters on Friday: “The dam holds.”",
        ("Moss", "told", "“The dam holds.”"),
    ),
    (
        "mixed",
        "Moss said the dam “has held for years” without a crack.",
        ("Moss", "said", "the dam “has held for years” without a crack"),
    ),
    (
        "mixed, led in",
        "In her view, “the dam holds,” Moss said.",
        ("Moss", "said", "In her view, “the dam holds,”"),
    ),
    ("indirect", "Moss said that the dam would hold.", ("Moss", "said", "that the dam would hold")),
    ("without that", "Officials say the dam will hold.", ("Officials", "say", "the dam will hold")),
    (
        "helping words",
        "Moss has also said that the dam will hold.",
        ("Moss", "has also said", "that the dam will hold"),
    ),
    ("set off", "The dam would hold, Moss said.", ("Moss", "said", "The dam would hold")),
    ("set off, inverted", "The dam holds, says Moss.", ("Moss", "says", "The dam holds")),
    (
        "in the middle",
        "The dam, Moss said, would hold.",
        ("Moss", "said", "The dam | would hold"),
    ),
    ("according", "According to Moss, the dam holds.", ("Moss", "According to", "the dam holds")),
    (
        "according, behind",
        "The dam holds, according to the Veld Water Board.",
        ("the Veld Water Board", "according to", "The dam holds"),
    ),
    (
        "brackets",
        "Ada Moss (L) asserted that “the dam holds.”",
        ("Ada Moss (L)", "asserted", "that “the dam holds.”"),
    ),
    ("two speakers", "Moss and Hale said the dam held.", ("Moss and Hale", "said", "the dam held")),
    ("fired back", "Hale hit back: “It leaks.”", ("Hale", "hit back", "“It leaks.”")),
    ("a particle", "Moss pointed out that the dam held.", ("Moss", "pointed out", "that the dam held")),
]


@pytest.mark.parametrize("text, expected", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_statement(text: str, expected: tuple[str, str, str]) -> None:
    """Speaker, cue and content stand where a reader would mark them."""
    assert found(text) == [expected]


def test_two_speakers_in_one_sentence() -> None:
    """Each clause keeps to its own content."""
    assert found("Moss said the dam held, but Hale said it leaked.") == [
        ("Moss", "said", "the dam held"),
        ("Hale", "said", "it leaked"),
    ]


def test_a_participle_has_the_speaker_of_its_sentence() -> None:
    """`…, adding that …` goes on from the one who spoke before it."""
    assert found("“It holds,” Moss said, adding that nobody need leave.") == [
        ("Moss", "said", "“It holds,”"),
        ("Moss", "adding", "that nobody need leave"),
    ]


def test_a_report_within_a_report_is_left_to_the_second_look() -> None:
    """The inner clause belongs to the outer content."""
    assert found("Moss said that Hale claimed the dam leaked.") == [
        ("Moss", "said", "that Hale claimed the dam leaked")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The dam was built in 1931.",
        "The report of the claim was in the post.",
        "A so-called “iron dam” stands there.",
        "The film “Iron Dam” opened in Veld.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    """A noun, a title and plain prose report nothing."""
    assert found(text) == []


def test_modes() -> None:
    """A belief is a thought, a post is writing."""
    assert [a.mode for a in tagged("Moss believes that the dam holds.").attributions] == ["thought"]
    assert [a.mode for a in tagged("Moss wrote that the dam holds.").attributions] == ["writing"]


NAMES = [
    ("On Monday Mr. Ali Moss left.", [("Mr. Ali Moss", "person")]),
    ("Trains of the Veld Railway Company stopped.", [("Veld Railway Company", "organisation")]),
    ("The people saw Ada Moss.", [("Ada Moss", "person")]),
    ("They met in Veld.", [("Veld", "other")]),
]


@pytest.mark.parametrize("text, expected", NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    """A title or an organisation's word tells the kind; the first word of a sentence is no name."""
    said = [(text[n.start : n.end], n.kind) for n in tagged(text).names]
    assert said == expected


def test_no_span_leaves_its_block() -> None:
    """What is found belongs to one paragraph."""
    text = "“It holds,” Moss said.\n\n“It leaks,” said Hale, a neighbour.\n\nThey left."
    blocks = [(0, 22), (24, 57), (59, len(text))]
    for a in RulesTagger().tag(text, blocks).attributions:
        spans = [*a.speaker, *a.cue, *a.content]
        assert any(all(low <= s < e <= high for s, e in spans) for low, high in blocks)


def test_nothing_to_read() -> None:
    """No blocks, no attributions."""
    assert RulesTagger().tag("Moss said it held.", []) == Tags((), ())


def test_offsets_are_those_of_the_whole_text() -> None:
    """A block far down is found where it stands, as it would be alone."""
    text = "Nobody spoke. " * 100 + "\n\nMoss said the dam held."
    (a,) = RulesTagger().tag(text, [(text.index("Moss"), len(text))]).attributions
    assert [text[s:e] for s, e in (*a.speaker, *a.cue, *a.content)] == ["Moss", "said", "the dam held"]


PARTS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "said",
        "says",
        "Moss",
        "that",
        "he",
        ",",
        ".",
        " ",
        "according to",
        "the dam",
        "\ue000",
        "(",
        "told",
        "🎈",
    ]
)


@given(st.lists(PARTS, max_size=30))
def test_any_text_is_taken(parts: list[str]) -> None:
    """Whatever the marks and words, every span is a stretch of the block, and no content is empty."""
    text = " ".join(parts)
    for a in tagged(text).attributions if text.strip() else ():
        assert a.content
        assert all(0 <= s < e <= len(text) for s, e in (*a.speaker, *a.cue, *a.content))
