"""The gate's rows of variants from raw text: what the ceiling is made of."""

from bench.variants_raw import of_gold


def test_the_ceiling_has_the_golds_groups_of_what_was_found() -> None:
    """What is not found is in no group, nor is a member that the gold leaves open."""
    members = [{"attribution": "a1"}, {"attribution": "a2"}, {"attribution": "a3", "optional": True}]
    gold = {"utterances": [{"members": [*members, {"attribution": "a4"}]}]}
    assert of_gold(gold, {"a1": "x:a7", "a3": "x:a8", "a4": "y:a1"}) == [["x:a7", "y:a1"]]
