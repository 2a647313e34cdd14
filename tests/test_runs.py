"""Two reports of one speech run side by side: what stands between two that are alike is more likely alike."""

from dataclasses import replace

from onrecord.across.profile import profiles
from onrecord.across.scoring import scorer, table
from onrecord.across.statement import Statement
from onrecord.across.words import words_of
from onrecord.record import Attribution, DateReport, Party, Span
from tests.test_grouping import statement

DAM = "The dam stays shut until the spring floods are over."
FEAR = "They have no reason to be afraid."
NOTHING = "People need fear nothing."
ROOF = "Every family that lost its roof will have timber from the forest."


def article(name: str, *said: str) -> list[Statement]:
    """An article that is nothing but statements of the minister."""
    whole = statement(name, " ".join(said))
    found = []
    for at, words in enumerate(said):
        start = whole.text.index(words)
        content = (Span(start, start + len(words), words),)
        parties = (Party(name="minister", named=True),)
        one = Attribution(f"{name}{at}", parties, (), content, form="direct", said_on=DateReport())
        spoken = words_of(whole.text, content)
        found.append(replace(whole, attribution=one, words=spoken))
    return found


def test_what_stands_between_two_that_are_alike_is_lifted() -> None:
    """The same two sentences by themselves share one word; in a run, both neighbours speak for them."""
    run = [*article("a", DAM, FEAR, ROOF), *article("b", DAM, NOTHING, ROOF)]
    alone = [*article("c", FEAR, DAM), *article("d", ROOF, NOTHING)]
    in_run, by_itself = table(profiles(run))["a1", "b1"], table(profiles(alone))["c0", "d1"]
    assert in_run.between > 0.5
    assert in_run.run >= in_run.between
    assert (by_itself.run, by_itself.between) == (0.0, 0.0)
    assert scorer().score(in_run) > scorer().score(replace(in_run, run=0.0, between=0.0))


def test_the_other_way_round_is_no_run() -> None:
    """What one report says before and the other behind does not speak for the pair."""
    said = [*article("a", DAM, FEAR, ROOF), *article("b", ROOF, NOTHING, DAM)]
    row = table(profiles(said))["a1", "b1"]
    assert (row.run, row.between) == (0.0, 0.0)


def test_a_block_told_in_pieces_holds_both() -> None:
    """What stands beside one paraphrase repeats another part of the block, so the paraphrase is of it too."""
    block = f"{DAM} {ROOF}"
    promised = "Families without a roof were promised timber."
    pieces = article("b", "The dam would stay shut.", promised)
    row = table(profiles([*article("a", block), *pieces]))["a0", "b1"]
    alone = table(profiles([*article("a", block), *article("b", promised)]))
    assert row.in_turn > 0.2
    assert alone["a0", "b0"].in_turn == 0.0


def test_saying_the_same_part_twice_is_not_telling_in_pieces() -> None:
    """The neighbour repeats the very part that the paraphrase does."""
    block = f"{DAM} {ROOF}"
    twice = article("b", "The dam would stay shut.", "Shut stays the dam.")
    assert table(profiles([*article("a", block), *twice]))["a0", "b1"].in_turn == 0.0
