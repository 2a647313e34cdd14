"""Long statements are laid beside others sentence by sentence."""

import random
from collections.abc import Sequence

from onrecord.across.grouping import Group, groups
from onrecord.across.profile import profiles
from onrecord.across.scoring import scorer, scores
from onrecord.across.statement import Statement
from onrecord.across.unit_ids import whole_of
from onrecord.across.units import of_statements, rejoined, units
from tests.test_grouping import DAM, WINTER, statement

SPEECH = (
    "“The harvest failed in the north and the granaries of the coast were empty by June. "
    "The dam stays shut until the spring floods are over. "
    "Every family that lost its roof in the storm will have timber and nails from the crown forests. "
    "Nobody in the valley will go hungry this winter. "
    "Our engineers have measured the eastern wall twice and found no crack that frightens them.”"
)


def grouped(said: Sequence[Statement]) -> tuple[Group, ...]:
    """Groups of whole statements."""
    cut = units(profiles(said))
    return rejoined(groups(cut, scores(cut, scorer())))


def test_a_short_statement_stays_whole() -> None:
    """Only what is long is cut."""
    assert list(units(profiles([statement("a", DAM)]))) == ["a"]


def test_a_speech_is_cut_at_its_sentences() -> None:
    """Each sentence is a unit, and all words are in one of them."""
    whole = profiles([statement("a", SPEECH)])["a"]
    cut = units({"a": whole})
    assert {whole_of(id_) for id_ in cut} == {"a"}
    assert [one.statement.words[0].same for one in cut.values()] == ["the", "the", "every", "nobody", "our"]
    assert sum((one.statement.words for one in cut.values()), ()) == whole.statement.words


def test_the_claims_that_a_paraphrase_joins_are_units_beside_it() -> None:
    """Both sides have a finite verb; a list of nouns is one thing, and a quotation is left as it is."""
    said = "they were armed and the villages had been warned"
    cut = units(profiles([statement("a", said)]))
    assert list(cut) == ["a", "a#0000", "a#0001"]
    assert [one.statement.words[0].same for one in cut.values()] == ["they", "they", "and"]
    listed = "the bread and the butter were sold and eaten"
    assert list(units(profiles([statement("b", listed), statement("c", f"“{said}”")]))) == ["b", "c"]


def test_a_joined_claim_meets_the_report_that_tells_it_alone() -> None:
    """One article sums up two sentences of a speech; each is told by itself in another."""
    both = statement("a", "the villagers were armed and the dam had been poisoned by strangers")
    armed, dam = (
        statement("b", "the villagers were all armed"),
        statement("c", "strangers had poisoned the dam"),
    )
    assert [group.ids for group in grouped([both, armed, dam])] == [("a", "b"), ("a", "c")]


def test_groups_lead_back_to_the_clauses_of_the_speech() -> None:
    """Each report repeats another sentence, and the clauses are those of the whole statement."""
    said = [statement("a", SPEECH), statement("b", DAM), statement("c", WINTER)]
    whole = profiles(said)["a"]
    found = [(group.ids, dict(group.members)["a"]) for group in grouped(said)]
    first = [whole.statement.words[whole.clauses[min(at)].first].same for _, at in found]
    assert [ids for ids, _ in found] == [("a", "b"), ("a", "c")]
    assert first == ["the", "nobody"]


def test_two_reports_share_a_sentence_each_at_a_time() -> None:
    """Two long reports of one speech are one utterance a sentence, the same in 20 orders (contract 10)."""
    said = [statement("a", SPEECH), statement("b", SPEECH.replace("timber", "wood")), statement("c", DAM)]
    expected = grouped(said)
    assert sum({"a", "b"} <= set(group.ids) for group in expected) == 5
    for seed in range(20):
        random.Random(seed).shuffle(said)
        assert grouped(said) == expected


def test_a_pair_of_statements_scores_as_its_best_sentences() -> None:
    """Scores are told of statements."""
    assert of_statements({("a#0000", "b"): 0.4, ("a#0003", "b"): 0.7}) == {("a", "b"): 0.7}


def test_one_word_in_common_with_a_sentence_is_chance() -> None:
    """A long statement has so many sentences that one of them has any word."""
    said = [statement("a", SPEECH), statement("b", "would have to rebuild the wall")]
    assert not grouped(said)
