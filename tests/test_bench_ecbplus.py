"""The gate's rows of ECB+: which mentions count, and how clusters are scored."""

from bench.ecbplus import Mention, b_cubed, mentions


def _mention(article: str, chain: str) -> Mention:
    return Mention("1", article, 0, 4, "say", chain)


def test_mentions_of_saying_in_two_articles_count() -> None:
    """A chain that stays in one article, an entity and another act are left aside."""
    text = "They said no. They ran."
    said, ran = [5, 9, "Event", "ACT"], [19, 22, "Event", "ACT"]
    articles = [
        {"topic": 1, "id": "1_1", "text": text, "mentions": [[*said, "c1"], [*ran, "c2"], [*said, "c3"]]},
        {"topic": 1, "id": "1_2", "text": text, "mentions": [[*said, "c1"], [*ran, "c2"]]},
        {"topic": 2, "id": "2_1", "text": text, "mentions": [[*said, "c3"], [0, 4, "Entity", "HUM", "c1"]]},
    ]
    assert [(one.article, one.lemma, one.chain) for one in mentions(articles)] == [
        ("1_1", "say", "c1"),
        ("1_2", "say", "c1"),
    ]


def test_b_cubed_is_told_of_mentions() -> None:
    """All in one cluster: everything is found, and half of what stands together belongs together."""
    given = [_mention("a", "c1"), _mention("b", "c1"), _mention("c", "c2"), _mention("d", "c2")]
    precision, recall, f1 = b_cubed(given, dict.fromkeys(given, "together"))
    assert (precision, recall) == (0.5, 1.0)
    assert round(f1, 3) == 0.667
