"""Articles that tell the same word for word are told once, beside the utterances."""

import random
from dataclasses import replace
from io import StringIO

from onrecord.cli import compared
from onrecord.cli.page import Page
from onrecord.pipeline import compare
from onrecord.record import Flag, Record
from tests.stored import says
from tests.test_compare import known, piled

SAID = (
    "We closed the northern sluice before the flood reached the mill",
    "Nobody who lives below the mill will have to leave tonight",
    "The old gate was measured twice and found to be two fingers short",
    "Every boat that was moored at the lower quay has been found",
)


def article(outlet: str, *sentences: str) -> Record:
    """What the mayor says, sentence by sentence."""
    text = "\n\n".join(f"“{one},” Ana Ruiz said." for one in sentences)
    told = [says(text, "Ana Ruiz", "said", one, form="direct") for one in sentences]
    placed = []
    for one in told:
        start, end = one.content[0].end + 2, one.content[0].end + 2 + len("Ana Ruiz")
        cue = (piled.Span(end + 1, end + 5, "said"),)
        speaker = replace(one.speakers[0], mention=(piled.Span(start, end, "Ana Ruiz"),))
        placed.append(replace(one, speakers=(speaker,), cue=cue))
    return known(piled.report(outlet, "2031-05-01", text, *placed))


def flags(*articles: Record) -> tuple[Flag, ...]:
    """What concerns the articles together."""
    return compare(articles).flags


def test_a_copied_dispatch_is_told_once() -> None:
    """All but one of four statements are in both: the sentence says so and the words are shown."""
    wire, copy = article("Wire", *SAID), article("Post", *SAID, "I thank everybody who carried sand")
    (flag,) = flags(wire, copy)
    assert flag.kind == "near-duplicate"
    assert flag.explanation.endswith("4 of 4 statements stand in both, word for word.")
    assert len(flag.attributions) == 8
    texts = {one.article.id: one.article.text for one in (wire, copy)}
    assert all(texts[e.article or ""][e.start : e.end] == e.text for e in flag.evidence)


def test_two_shared_quotations_are_no_copy() -> None:
    """What everybody quotes makes no two articles one."""
    assert not flags(article("Wire", *SAID), article("Post", *SAID[:2]))
    assert not flags(
        article("Wire", *SAID), article("Post", *SAID[:3], "I thank everybody who carried sand", "It is late")
    )


def test_any_order_gives_the_same_flags() -> None:
    """Contract 10."""
    pile = [article(name, *SAID) for name in ("Wire", "Post", "Herald")]
    expected = flags(*pile)
    assert len(expected) == 3
    for seed in range(5):
        random.Random(seed).shuffle(pile)
        assert flags(*pile) == expected


def test_a_terminal_shows_it() -> None:
    """Below the statements, under a heading of its own."""
    file = StringIO()
    compared.show(
        compare([article("Wire", *SAID), article("Post", *SAID)]), Page(plain=False, file=file, width=120)
    )
    assert "Articles beside each other\n    ! near-duplicate: " in file.getvalue()
