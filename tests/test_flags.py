"""Flags between reports: one difference that matters is one flag, a difference that does not is none."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.flags import tellings_of
from onrecord.across.flags import Telling, flags_of
from onrecord.record import Attribution, Flag, Span

# In every text: ((speaker)), <cue>, {content}. Outlets, people and events are invented.
DIFFER = (
    (
        "object-shift",
        "((The mayor)) <called> {the new stadium “a scandal” and praised the library}.",
        "((The mayor)) <said> {the library was “a scandal”}.",
    ),
    (
        "object-shift",
        "“{The harbour is a ruin. The school is a marvel,}” ((she)) <said>.",
        "((She)) <called> {the harbour “a marvel”}.",
    ),
    (
        "object-shift",
        "((He)) <said> {the talks were “a waste of time”, but the ceasefire would hold}.",
        "((He)) <described> {the ceasefire as “a waste of time”}.",
    ),
    (
        "object-shift",
        "“{My predecessor was a coward,}” ((Orre)) <said>, long before the general spoke.",
        "((Orre)) <called> {the general “a coward”}. The predecessor was not named.",
    ),
    (
        "object-shift",
        "“{They burned fifty times more barns than the flood took,}” ((he)) <said>. Churches were spared.",
        "((He)) <said> {the raiders “burned fifty times more” churches}.",
    ),
    (
        "object-shift",
        "“{There will be no mercy for smugglers,}” ((he)) <said>. Strikers cheered.",
        "((He)) <promised> {“no mercy for” strikers}.",
    ),
    (
        "scope-widened",
        "“{Most of our members voted for the strike,}” ((Vane)) <said>.",
        "{Union members voted for the strike}, ((Vane)) <said>.",
    ),
    (
        "scope-widened",
        "“{Several bridges in the south are unsafe,}” ((Vane)) <said>.",
        "{All bridges in the south are unsafe}, ((Vane)) <said>.",
    ),
    (
        "scope-widened",
        "((She)) <said> {two of the five wells were poisoned}.",
        "((She)) <said> {the wells were poisoned}.",
    ),
    (
        "scope-widened",
        "((She)) <said> {many teachers had left the province}.",
        "((She)) <said> {teachers had left the country}.",
    ),
    (
        "scope-widened",
        "((She)) <said> {the police sometimes beat prisoners}.",
        "((She)) <said> {the police always beat prisoners}.",
    ),
    (
        "scope-widened",
        "((She)) <said> {some foreign companies would have to pay the tax}.",
        "((She)) <said> {foreign companies would have to pay the tax}.",
    ),
    (
        "scope-narrowed",
        "((She)) <said> {every household would be compensated}.",
        "((She)) <said> {poor households would be compensated}.",
    ),
    (
        "scope-narrowed",
        "“{Nobody will be allowed across the bridge,}” ((Pell)) <said>.",
        "“{No lorry will be allowed across the bridge,}” ((Pell)) <said>.",
    ),
    (
        "scope-narrowed",
        "((She)) <said> {all workers at the plant would be tested}.",
        "((She)) <said> {most workers at the plant would be tested}.",
    ),
    (
        "scope-narrowed",
        "((She)) <said> {pupils would get free meals}.",
        "((She)) <said> {some pupils would get free meals}.",
    ),
    (
        "addressee-differs",
        "((The minister)) <urged> teachers {to return to work}.",
        "((The minister)) <urged> parents {to return to work}.",
    ),
    (
        "addressee-differs",
        "“{You have failed us,}” ((he)) <told> the council.",
        "“{You have failed us,}” ((he)) <told> the police chief.",
    ),
    (
        "addressee-differs",
        "((He)) <asked> the bank {to open its books}.",
        "((He)) <asked> the government {to open its books}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {the bridge may have been sabotaged}.",
        "((She)) <said> {the bridge had been sabotaged}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {the council should sell the land}.",
        "((She)) <said> {the council must sell the land}.",
    ),
    (
        "modality-differs",
        "“{We hope to bring the boys home by Friday,}” ((he)) <said>.",
        "{The boys will be home by Friday}, ((he)) <said>.",
    ),
    (
        "modality-differs",
        "((She)) <said> {the fire was probably started by a cigarette}.",
        "((She)) <said> {the fire was started by a cigarette}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {she would consider raising the tax}.",
        "((She)) <said> {she would raise the tax}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {the mine might reopen in spring}.",
        "((She)) <promised> {the mine would reopen in spring}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {prices are likely to double}.",
        "((She)) <said> {prices will double}.",
    ),
    (
        "modality-differs",
        "((She)) <said> {it was possible that the virus came from the market}.",
        "((She)) <said> {the virus came from the market}.",
    ),
    (
        "negation-differs",
        "((She)) <said> {the army had not crossed the river}.",
        "((She)) <said> {the army had crossed the river}.",
    ),
    (
        "negation-differs",
        "“{I didn't sign the order,}” ((he)) <said>.",
        "((He)) <said> {he signed the order}.",
    ),
    (
        "negation-differs",
        "((She)) <said> {the water was safe to drink}.",
        "((She)) <said> {the water was unsafe to drink}.",
    ),
    (
        "negation-differs",
        "((She)) <said> {nobody had been warned}.",
        "((She)) <said> {residents had been warned}.",
    ),
    (
        "negation-differs",
        "((He)) <denied> {that he had met the envoy}.",
        "((He)) <said> {that he had met the envoy}.",
    ),
    (
        "negation-differs",
        "((She)) <said> {the plan was never approved}.",
        "((She)) <said> {the plan was approved}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {about 40 houses were damaged}.",
        "((She)) <said> {40 houses were damaged}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the dam was safe for now}.",
        "((She)) <said> {the dam was safe}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the strike would end if the wages were paid}.",
        "((She)) <said> {the strike would end}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the road would reopen on Monday unless it rained}.",
        "((She)) <said> {the road would reopen on Monday}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {at least nine people were missing}.",
        "((She)) <said> {nine people were missing}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the bank was partly to blame for the crash}.",
        "((She)) <said> {the bank was to blame for the crash}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the vaccine had, in early trials, protected nine in ten}.",
        "((She)) <said> {the vaccine had protected nine in ten}.",
    ),
    (
        "qualifier-differs",
        "((She)) <said> {the killer allegedly bought the gun in Tarn}.",
        "((She)) <said> {the killer bought the gun in Tarn}.",
    ),
    (
        "partial-quote",
        "“{I love this town, but I will not live here again,}” ((she)) <said>.",
        "“{I love this town,}” ((she)) <said>.",
    ),
    (
        "partial-quote",
        "“{He is a genius when he is sober,}” ((she)) <said>.",
        "((She)) <called> {him “a genius”}.",
    ),
    (
        "partial-quote",
        "“{We will leave the alliance unless it changes,}” ((she)) <said>.",
        "((She)) <said> {the country “will leave the alliance”}.",
    ),
    (
        "partial-quote",
        "“{Only a fool would say that the war is won,}” ((she)) <said>.",
        "((She)) <said> {“the war is won”}.",
    ),
    (
        "partial-quote",
        "“{I do not believe that the election was stolen,}” ((she)) <said>.",
        "((She)) <said> {“the election was stolen”}.",
    ),
    (
        "quoted-words-differ",
        "“{This is a disaster for the city,}” ((she)) <said>.",
        "“{This is a catastrophe for the city,}” ((she)) <said>.",
    ),
    (
        "quoted-words-differ",
        "((He)) <said> {the deal was “dead and buried”}.",
        "((He)) <said> {the deal was “dead and gone”}.",
    ),
    (
        "quoted-words-differ",
        "“{They shot at us,}” ((she)) <said>.",
        "“{They fired over us,}” ((she)) <said>.",
    ),
    (
        "wording-differs",
        "((She)) <said> {the man had been killed by guards}.",
        "((She)) <said> {the man had been murdered by guards}.",
    ),
    (
        "wording-differs",
        "((She)) <said> {the police pushed the crowd back}.",
        "((She)) <said> {the police attacked the crowd}.",
    ),
    (
        "wording-differs",
        "((She)) <said> {the minister had borrowed the money}.",
        "((She)) <said> {the minister had stolen the money}.",
    ),
    (
        "wording-differs",
        "((She)) <said> {the protesters had gathered at the gate}.",
        "((She)) <said> {the rioters had gathered at the gate}.",
    ),
    (
        "cue-colours",
        "((He)) <said> {he had paid the fine}.",
        "((He)) <boasted> {he had paid the fine}.",
    ),
    (
        "cue-colours",
        "((He)) <said> {he had paid the fine}.",
        "((He)) <claimed> {he had paid the fine}.",
    ),
    (
        "cue-colours",
        "((He)) <said> {he had paid the fine}.",
        "((He)) <confessed> {that he had paid the fine}.",
    ),
    (
        "cue-colours",
        "“{I want my money,}” ((he)) <said>.",
        "“{I want my money,}” ((he)) <whined>.",
    ),
    (
        "cue-colours",
        "“{I want my money,}” ((he)) <said>.",
        "“{I want my money,}” ((he)) <ranted>.",
    ),
    (
        "bracket-differs",
        "“{They [the rebels] burned it,}” ((he)) <said>.",
        "“{They [the soldiers] burned it,}” ((he)) <said>.",
    ),
    (
        "bracket-differs",
        "“{We told [the ministry] twice,}” ((he)) <said>.",
        "“{We told [the police] twice,}” ((he)) <said>.",
    ),
    (
        "ellipsis-hides",
        "“{The drug is harmless in small doses and cheap,}” ((he)) <said>.",
        "“{The drug is harmless ... and cheap,}” ((he)) <said>.",
    ),
    (
        "ellipsis-hides",
        "“{I will resign, not today, when the inquiry is over,}” ((he)) <said>.",
        "“{I will resign, (…) when the inquiry is over,}” ((he)) <said>.",
    ),
    (
        "ellipsis-hides",
        "“{We did not kill him and we did not take the money,}” ((he)) <said>.",
        "“{We did [...] take the money,}” ((he)) <said>.",
    ),
    (
        "antecedent-unclear",
        "“{The teachers lied to us,}” ((he)) <said>.",
        "Parents and teachers met on Monday. “{They lied to us,}” ((he)) <said>.",
    ),
    (
        "antecedent-unclear",
        "“{Tom Orre took the keys,}” ((he)) <said>.",
        "Tom Orre and Bo Harling were seen at the door. “{He took the keys,}” ((Pell)) <said>.",
    ),
    (
        "speaker-differs",
        "{The road is closed}, ((Mika Orre)) <said>.",
        "{The road is closed}, ((Gerrit Vane)) <said>.",
    ),
    (
        "date-differs",
        "((She)) <said> {the ship would sail on 4 May}.",
        "((She)) <said> {the ship would sail on 14 May}.",
    ),
    (
        "date-differs",
        "((She)) <said> {the ship had sailed on Monday}.",
        "((She)) <said> {the ship had sailed on Thursday}.",
    ),
    (
        "figure-differs",
        "((She)) <said> {14 people had died}.",
        "((She)) <said> {40 people had died}.",
    ),
    (
        "figure-differs",
        "((She)) <said> {the plan would cost $3 million}.",
        "((She)) <said> {the plan would cost $3 billion}.",
    ),
    (
        "figure-differs",
        "((She)) <said> {a third of the crop was lost}.",
        "((She)) <said> {two thirds of the crop was lost}.",
    ),
    (
        "unsupported-by-quote",
        "“{We will see what the court says,}” ((she)) <said>.",
        "((She)) <rejected> {the ruling}. “{We will see what the court says,}” ((she)) <said>.",
    ),
)

ALIKE = (
    (
        "((She)) <said> {the minister will visit the camp}.",
        "{The camp will be visited by the minister}, ((she)) <said>.",
    ),
    (
        "((She)) <said> {Ayatollah Ali Khamenei had met the envoy}.",
        "((She)) <said> {Khamenei met the envoy}.",
    ),
    (
        "((She)) <said> {the UN had sent food}.",
        "((She)) <said> {the United Nations had sent food}.",
    ),
    (
        "((She)) <said> {President Mika Orre of Tarn would come}.",
        "((She)) <said> {Orre would come}.",
    ),
    (
        "“{I'll never leave my house,}” ((she)) <said>.",
        "((She)) <said> {she would never leave her house}.",
    ),
    (
        "“{We can't go on like this,}” ((she)) <said>.",
        "((She)) <said> {they could not go on like this}.",
    ),
    (
        "((She)) <said> {the hospital was nearly full}.",
        "((She)) <said> {the hospital was almost full}.",
    ),
    (
        "((She)) <said> {a dozen soldiers had fled}.",
        "((She)) <said> {12 soldiers fled}.",
    ),
    (
        "((She)) <said> {no one was hurt}.",
        "((She)) <said> {nobody had been hurt}.",
    ),
    (
        "((She)) <said> {everyone had left}.",
        "((She)) <said> {everybody had left}.",
    ),
    (
        "((She)) <said> {half a million people had left}.",
        "((She)) <said> {500,000 people had left}.",
    ),
    (
        "“{I, for one, will not vote for it,}” ((she)) <said>.",
        "“{I ... will not vote for it,}” ((she)) <said>.",
    ),
    (
        "((She)) <said> {the bridge would be repaired in spring}.",
        "((She)) <said> {repairs to the bridge would be made in spring}.",
    ),
    (
        "((She)) <said> {the talks had failed}.",
        "{The talks are over and have failed}, ((she)) <said>.",
    ),
    (
        "“{We did it together,}” ((she)) <said>.",
        "((She)) <said> {“we did it together”}.",
    ),
    (
        "((She)) <said> {the labour programme was cancelled}.",
        "((She)) <said> {the labor program was canceled}.",
    ),
    (
        "((She)) <said> {the pupils were well}.",
        "((She)) <said> {the students were fine}.",
    ),
    (
        "((She)) <said> {it could take weeks}.",
        "((She)) <said> {it may take weeks}.",
    ),
    (
        "((She)) <said> {the firm would buy the land next year}.",
        "((She)) <said> {the company would purchase the land next year}.",
    ),
    (
        "((She)) <said> {the train was late because of snow}.",
        "((She)) <said> {because of snow, the train was late}.",
    ),
    (
        "“{My brother did nothing wrong. He was at home. I saw him,}” ((she)) <said>.",
        "“{My brother did nothing wrong,}” ((she)) <said>.",
    ),
    (
        "“{My brother did nothing wrong. He was at home. I saw him,}” ((she)) <said>.",
        "((She)) <said> {her brother “did nothing wrong”}.",
    ),
    (
        "((She)) <said> {they must pay}.",
        "((She)) <said> {they had to pay}.",
    ),
    (
        "((She)) <said> {she does not know who did it}.",
        "((She)) <denied> {knowing who did it}.",
    ),
    (
        "“{Nobody knows the answer,}” ((she)) <said>.",
        "((She)) <said> {that no one knew the answer}.",
    ),
    (
        "((She)) <said> {he was not guilty}.",
        "((She)) <said> {he was innocent}.",
    ),
    (
        "((She)) <said> {the law did not apply}.",
        "((She)) <said> {the law failed to apply}.",
    ),
    (
        "“{We will meet tomorrow,}” ((she)) <said> on Wednesday.",
        "((She)) <said> on Wednesday {they would meet on Thursday}.",
    ),
    (
        "((She)) <said> {the Prime Minister, Lise Tarrow, was ill}.",
        "((She)) <said> {Prime Minister Tarrow was ill}.",
    ),
    (
        "“{It is too simple an answer,}” ((she)) <said>.",
        "((She)) <said> {it was “not that simple”}.",
    ),
    (
        "((She)) <said> {it can take weeks}.",
        "((She)) <said> {it may take weeks}.",
    ),
    (
        "((She)) <said> {there’s a “one in five” chance of frost}.",
        "((She)) <said> {farmers had a one-in-five chance of frost}.",
    ),
    (
        "((She)) <admitted>: “{The road is shut.}”",
        "((She))<:> “{The road is shut.}”",
    ),
    (
        "“{The road is shut, see https://example.org/ab4 pic.example.org/7gB,}” ((she)) <wrote>.",
        "“{The road is shut, see https://example.org/ab4pic.example.org/7gB,}” ((she)) <wrote>.",
    ),
    (
        "((She)) <said> {the harbour would close in November}.",
        "((She)) <said> {the harbour would close, in an interview Tuesday}.",
    ),
    (
        "“{Both the cranes and the barges will go,}” ((she)) <said>.",
        "“{The cranes and the barges will go,}” ((she)) <said>.",
    ),
    (
        "((She)) <told> Orre {to leave the harbour}.",
        "((She)) <told> him {to leave the harbour}.",
    ),
    (
        "“{You might have a baker from Tarn as mayor,}” ((she)) <said>.",
        "((She)) <spoke> of {Bo Orre as a baker from Tarn}.",
    ),
    (
        "((She)) <said> {she may clarify the harbour law}.",
        "((She)) <said> {a bill to clarify the harbour law was ready}.",
    ),
    (
        "“{We fear for our work force,}” ((she)) <said>.",
        "“{We fear for our workforce,}” ((she)) <said>.",
    ),
    (
        "“{It is not about the right side of the river but the right side of the law,}” ((she)) <said>.",
        "((She)) <said> {it was about “the right side of the law”}.",
    ),
    (
        "“{I am getting dizzy here,}” ((she)) <said>. She felt it.",
        "((She)) <said> {she felt “dizzy”}.",
    ),
    (
        "“{If we do not get it, there will be no deal,}” ((she)) <said>.",
        "((She)) <said> {that unless they got it, there would be no deal}.",
    ),
    (
        "“{We’re the ones who have a plan for the ferry,}” ((she)) <said>.",
        "“{It is a quarrel we like to have. We’re the ones who have a plan for the ferry,}” ((she)) <said>.",
    ),
    (
        "“{We have done it in the past and will do it again. Fairness is bigger,}” ((she)) <said>.",
        "“{We have done it in the past and will do it again by telling people the truth,}” ((she)) <said>.",
    ),
    (
        "((She)) <said> {there would be no daylight between them}.",
        "“{There won’t be any daylight between them,}” ((she)) <said>.",
    ),
    (
        "((She)) <said> {the plan had spending cuts and new taxes}.",
        "((She)) <said> {the plan had some cuts and new taxes}.",
    ),
    (
        "((The union)) <called> on members {to weed “rotten elements” out of their ranks}. The port slept.",
        "((The union)) <condemned> {“rotten elements” in the port}.",
    ),
    (
        "“{The aide has been accused of breaking the harbour rules,}” ((he)) <wrote>. A porter saw it.",
        "((He)) <accused> {a porter of “breaking the harbour rules”}.",
    ),
    (
        "((The council)) <said> {she would sail unless she did not prove her age}.",
        "((The council)) <said> {she would sail when asked to prove her age}.",
    ),
    (
        "((She)) <wanted> {$5 million for the wall}.",
        "((She)) <got> {none of the $5 million for the wall}.",
    ),
    (
        "“{I lived off the ferry,}” ((he)) <said> at the trial. “{I used money I should not have used.}”",
        "((He)) <said> {he “used money that should not have been used”}.",
    ),
    (
        "((She)) <said> {she would sail in the race next Tuesday}.",
        "((She)) <said> {she would sail in the race next week}.",
    ),
    (
        "((She)) <said> {he did not know the clerk that the letter was sent to}.",
        "((She)) <said> {the town wondered who could have sent it, and why there was no stamp}.",
    ),
    (
        "((She)) <said> {she plans to sail in the race}.",
        "((She)) <said> {she will sail in the race}.",
    ),
    (
        "“{The families will have an answer, and they will have it before the papers do,}” ((she)) <said>.",
        "((She)) <said> {the families would have answers}.",
    ),
    (
        "((She)) <admitted> {the dog had barked at the gate}.",
        "((She)) <said> {the price of coal was a scandal}.",
    ),
    (
        "((She)) <said> {two-thirds of members agreed}.",
        "((She)) <said> {two thirds of the members agreed}.",
    ),
)

SIGNS = {"((": "speaker_mention", "<": "cue", "{": "content"}
ENDS = {"))": "speaker_mention", ">": "cue", "}": "content"}


def report(marked: str, outlet: str) -> dict[str, Any]:
    """A report as `bench/gold/flags.jsonl` has them, from a text with its spans marked."""
    spans: dict[str, list[list[int]]] = {name: [] for name in SIGNS.values()}
    text = ""
    for part in re.split(r"(\(\(|\)\)|[<>{}])", marked):
        if part in SIGNS:
            spans[SIGNS[part]].append([len(text)])
        elif part in ENDS:
            spans[ENDS[part]][-1].append(len(text))
        else:
            text += part
    (start, end), *_ = spans["speaker_mention"]
    name = text[start:end] if text[start:end].istitle() and " " in text[start:end] else "Lise Tarrow"
    return {"outlet": outlet, "date": "2025-08-21", "text": text, "speaker": name, **spans}


def tellings(*marked: str) -> list[Telling]:
    """The reports of one statement, the first one as base."""
    outlets = ("Harbor Ledger", "Sarn Monitor", "Tarn Post")
    reports = [report(text, outlet) for text, outlet in zip(marked, outlets, strict=False)]
    return [one for number, told in enumerate(reports) for one in tellings_of(told, number)]


def flags(*marked: str) -> tuple[Flag, ...]:
    """What an analyst is told of these reports."""
    return flags_of(tellings(*marked))


@pytest.mark.parametrize(("kind", "one", "two"), DIFFER)
def test_one_difference_is_one_flag(kind: str, one: str, two: str) -> None:
    """What is planted is told, once, with the words of both reports."""
    (flag,) = flags(one, two)
    assert flag.kind == kind
    assert {e.article for e in flag.evidence} == {"report-0", "report-1"} or kind == "unsupported-by-quote"


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_what_does_not_matter_is_no_flag(one: str, two: str) -> None:
    """Spelling, names, tense, persons, voice and order are no differences, whichever is first."""
    assert not flags(one, two)
    assert not flags(two, one)


@pytest.mark.parametrize(("kind", "one", "two"), DIFFER)
def test_evidence_is_cut_from_the_texts(kind: str, one: str, two: str) -> None:
    """Every span of a flag slices to its words."""
    texts = {t.article: t.text for t in tellings(one, two)}
    for flag in flags(one, two):
        assert flag.kind == kind
        assert all(e.article and texts[e.article][e.start : e.end] == e.text for e in flag.evidence)


def test_a_sentence_names_outlets_and_quotes_the_words() -> None:
    """Somebody who reads only the sentence knows where to look."""
    (flag,) = flags("((She)) <said> {some wells were poisoned}.", "((She)) <said> {all wells were poisoned}.")
    assert flag.explanation == "Sarn Monitor has “all wells” where Harbor Ledger has “some wells”."


def test_reports_that_share_a_difference_share_a_flag() -> None:
    """Two reports with the same words are named together."""
    (flag,) = flags(
        "((She)) <said> {some wells were poisoned}.",
        "((She)) <said> {all wells were poisoned}.",
        "((She)) <said> {all wells had been poisoned}.",
    )
    assert (
        flag.explanation
        == "Sarn Monitor and Tarn Post have “all wells” where Harbor Ledger has “some wells”."
    )


def orders(reports: list[Telling]) -> Iterator[list[Telling]]:
    """The base first, the others in every order."""
    base, *others = reports
    yield from ([base, *order] for order in permutations(others))


def test_the_order_of_the_reports_makes_no_difference() -> None:
    """Behind the base, flags are a function of the set of reports."""
    reports = tellings(
        "“{Some of our wells were poisoned,}” ((she)) <said>.",
        "((She)) <admitted> {the wells were poisoned}.",
        "((She)) <said> {all the wells might be poisoned}.",
    )
    assert len({flags_of(order) for order in orders(reports)}) == 1


SOUP = """the a some all no not nobody will may must never won’t port wells men of in if about 9 nine hundred
only they she lost poisoned closed the country’s . , … [men] safe unsafe first"""
WORDS = st.lists(st.sampled_from(SOUP.split()), min_size=1, max_size=25)


@given(st.lists(WORDS, min_size=2, max_size=4), st.booleans())
def test_whatever_is_compared_evidence_slices(reports: list[list[str]], quoted: bool) -> None:
    """No words make it fail; evidence is cut from the texts; a report has nothing against its own copy."""
    opening, closing = ("“", "”") if quoted else ("", "")
    marked = [f"((She)) <said> {opening}{{{' '.join(words)}}}{closing}." for words in reports]
    given_here = tellings(*marked)
    texts = {t.article: t.text for t in given_here}
    for flag in flags_of(given_here):
        assert flag.evidence
        assert flag.explanation.endswith(".")
        assert all(e.article and texts[e.article][e.start : e.end] == e.text for e in flag.evidence)
    assert not flags(marked[0], marked[0])


def test_what_was_told_to_one_outlet_was_told_to_the_press() -> None:
    """Reporters, a news conference and a paper are no different listeners; teachers and parents are."""
    assert not flags(
        "((She)) <told> reporters {the pass was open}.", "((She)) <told> Reuters {the pass was open}."
    )
    (flag,) = flags(
        "((She)) <urged> teachers {to return to work}.", "((She)) <urged> parents {to return to work}."
    )
    assert flag.explanation == "Sarn Monitor has it said to “parents”, Harbor Ledger to “teachers”."


def test_a_second_passage_of_one_article_is_told_from_the_first() -> None:
    """A sentence never names one outlet twice without saying which passage is meant."""
    (flag,) = flags(
        "((She)) <said> {some wells were dry}. In the evening ((she)) <said> {all wells were dry}."
    )
    assert "(elsewhere)" in flag.explanation


def speakers(one: str, two: str, *names: str) -> tuple[Flag, ...]:
    """What is told of one sentence that two reports have from speakers of these names."""
    said = (f"{{The quay is safe}}, (({who})) <said>." for who in (one, two))
    found = [
        Telling(replace(t.statement, attribution=named, speakers=(name,)))
        for t, name in zip(tellings(*said), names, strict=True)
        for named in (_named(t.attribution, name),)
    ]
    return flags_of(found)


def _named(one: Attribution, name: str) -> Attribution:
    return replace(one, speakers=tuple(replace(p, name=name, named=True) for p in one.speakers))


def test_a_name_within_a_name_is_no_other_speaker() -> None:
    """ "The port" and "Port Authority" may be one; "the port" and "the union" are not."""
    assert not speakers("the port", "Sarn Port Authority", "the port", "Sarn Port Authority")
    assert not speakers("she", "Lise Tarrow", "Lise Tarrow", "Lise Tarrow MEP")
    (flag,) = speakers("the port", "the union", "the port", "the union")
    assert flag.kind == "speaker-differs"


def test_no_pronoun_is_shown_as_another_speaker() -> None:
    """Where a mention is a pronoun and nothing near says whose, no flag rests on it."""
    assert not speakers("he", "she", "Mika Orre", "Lise Tarrow")
    assert not speakers("he", "Lise Tarrow", "Mika Orre", "Lise Tarrow")


def test_words_elsewhere_in_a_quotation_are_not_cut_from_it() -> None:
    """Where only a part of a quotation is laid beside another report, the rest is no omission."""
    full, whole = tellings(
        "“{Unless those living in the forts leave, they are armed,}” ((he)) <said>.",
        "“{People living in the forts may leave. They are armed.}” ((he)) <said>.",
    )
    at = whole.text.index("They")
    part = Telling(whole.statement, (Span(at, at + 14, whole.text[at : at + 14]),))
    assert not [f for f in flags_of([full, part]) if f.kind == "partial-quote"]


def test_a_passage_that_is_only_shorter_leaves_nothing_out() -> None:
    """An article that says a thing again says it more briefly; what it says otherwise is told."""
    shorter = "In May ((she)) <said> {the ferry is sold}."
    assert not flags(f"((She)) <said> {{the ferry is sold, with debts from the war}}. {shorter}")
    (flag,) = flags(f"((She)) <said> {{the ferry may be sold}}. {shorter}")
    assert flag.kind == "modality-differs"


def test_what_stands_inside_another_report_is_not_laid_against_it() -> None:
    """Somebody's words with what another one says in them are one report, not two."""
    outer, inner = tellings(
        "“{Orre writes that the dyke may break,}” ((she)) <said>.",
        "((Orre)) <writes> {that the dyke breaks}.",
    )
    nested = replace(inner.attribution, nested_in=outer.id)
    assert flags_of([outer, inner])
    assert not flags_of([outer, Telling(replace(inner.statement, attribution=nested))])


def test_the_rest_of_a_name_behind_a_mention_is_the_speaker_too() -> None:
    """Where a mention ends too soon, the words behind it may name whom the other report names."""
    assert not speakers("Senate) Leader Ann Orre (", "Ann Orre", "Senate", "Ann Orre")
