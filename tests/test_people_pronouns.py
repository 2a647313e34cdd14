"""Who goes on speaking: "he added" inside reports, settled by who spoke and who was brought in since."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.people.goes_on import ALONE, GOES_ON, SPOKEN_OF, leanings
from onrecord.people.mention import Mention
from onrecord.people.mentions import mentions_of
from onrecord.people.pairs import Pairs
from onrecord.people.pronouns import antecedents
from onrecord.people.scene import scene
from onrecord.readers import read_item
from onrecord.readers.item import Item
from onrecord.record import Attribution, Party, Span
from onrecord.text.layout import layout
from onrecord.text.zones import zones

MEN = ("Tom Ortiz", "Karl Lund", "Max Reed")


def leaning(text: str, chosen: str, sayings: Sequence[tuple[str, str]]) -> float:
    """What is added for a man and the " he " of a text; sayings: who, and the words of the content."""
    found = [Mention(text.index(n), text.index(n) + len(n), "name", n, "person", "m", entity=i)
             for i, n in enumerate(MEN) if n in text]  # fmt: skip
    at = text.index(" he ") + 1
    found = sorted((*found, Mention(at, at + 2, "pronoun", "he", "person", "m")), key=lambda m: m.start)
    made = tuple(
        Attribution(f"a{i}", (Party((_span(text, who),)),), (), (_span(text, words),))
        for i, (who, words) in enumerate(sayings)
    )
    p = next(i for i, m in enumerate(found) if m.start == at)
    c = next(i for i, m in enumerate(found) if text[m.start : m.end] == chosen)
    return float(leanings(scene(text, found, made, ()), Pairs(np.array([p]), np.array([c])))[0])


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def test_the_last_speaker_goes_on() -> None:
    """ "X said … . Later he added …": X again, rather than anybody else."""
    text = "Tom Ortiz said it would rain. Later he added that snow was near."
    sayings = [("Tom Ortiz", "it would rain"), ("he ", "that snow was near")]
    assert leaning(text, "Tom Ortiz", sayings) == GOES_ON


def test_not_behind_somebody_brought_in_since() -> None:
    """A man named in the narrator's voice between the two may be meant as well."""
    text = "Tom Ortiz said it would rain. Karl Lund came by. Later he added that snow was near."
    sayings = [("Tom Ortiz", "it would rain"), ("he ", "that snow was near")]
    assert leaning(text, "Tom Ortiz", sayings) == 0


def test_who_is_only_spoken_of_speaks_less() -> None:
    """ "X said Y was late, and he added …": Y stands inside what X said."""
    text = "Tom Ortiz said Max Reed was late. Later he added that snow was near."
    sayings = [("Tom Ortiz", "Max Reed was late"), ("he ", "that snow was near")]
    assert leaning(text, "Max Reed", sayings) == -SPOKEN_OF


def test_the_speaker_is_not_the_body_he_leads() -> None:
    """ "X, adviser to Y": of two men in the words of a speaker, the one nothing ties to another noun."""
    text = "Tom Ortiz, adviser to Karl Lund, said it would rain. Later he added that snow was near."
    sayings = [("Tom Ortiz, adviser to Karl Lund", "it would rain"), ("he ", "that snow was near")]
    assert leaning(text, "Tom Ortiz", sayings) == GOES_ON


def test_nouns_for_several_are_mentions_without_a_determiner() -> None:
    """ "officials" with nothing before it can be taken up again."""
    text = "Officials met the mayors. Later they left."
    article = read_item(Item("a.txt", None, text.encode())).article
    laid = layout(replace(article, zones=zones(article)))
    found = mentions_of(laid, ())
    assert [text[m.start : m.end] for m in found] == ["Officials", "the mayors", "they"]


def test_they_are_no_single_person() -> None:
    """One man is not "they" as long as anybody else can be."""
    text = "Tom Ortiz said it would rain. Later they added that snow was near."
    found = (
        Mention(0, 9, "name", "ortiz", "person", "m", entity=0),
        Mention(text.index("they"), text.index("they") + 4, "pronoun", "they", None, None, True),
    )
    assert leanings(scene(text, found, (), ()), Pairs(np.array([1]), np.array([0])))[0] == -ALONE


def test_one_asked_for_later_goes_on_as_a_speaker_does() -> None:
    """Without a saying around it "he" is nobody's word; taken for a speaker, it is whoever spoke last."""
    text = "Tom Ortiz said that the port was shut by Karl Lund. On Monday he wanted rain."
    who = Party((_span(text, "Tom Ortiz"),))
    said = (Attribution("a1", (who,), (), (_span(text, "that the port was shut by Karl Lund"),)),)
    found = [
        Mention(text.index(n), text.index(n) + len(n), "name", n, "person", "m", entity=i)
        for i, n in enumerate(MEN[:2])
    ]
    at = text.index(" he ") + 1
    found.append(Mention(at, at + 2, "pronoun", "he", "person", "m", sentence=text.index("On ")))
    plain, spoken = (antecedents(text, found, said, (), speaking=s)[at].score for s in (False, True))
    assert spoken > plain
