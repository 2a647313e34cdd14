"""Which mentions of saying are of one act: ours beside "the same verb of the same speaker", on ECB+.

Counted are event mentions whose head is a word for speech or writing, in chains that stand in two articles at
least; a topic's articles are compared together. A mention belongs to the statement whose cue it touches. One
that touches none ("a man charged with murder") is alone on both sides, so that both are measured on the same
statements. Two mentions are of one utterance when their statements are. ECB+ makes one event of all that one
speaker says of one matter, whatever sentence; our utterance is one thing said. So there is a second figure,
chosen on its train part: what utterances add to the same verb of the same speaker, mentions joined by either.
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.corpora import DATA, extracted, needed, rows
from bench.figures import Figure
from onrecord.exports.jsonl import from_json
from onrecord.lang import english, words
from onrecord.pipeline import compare
from onrecord.record import Attribution, Record

CORPUS = "ecbplus/dev"  # what is chosen is chosen on ecbplus/train


@dataclass(frozen=True, slots=True)
class Mention:
    """A word for an act of saying in an article, with the chain that the gold puts it in."""

    topic: str
    article: str
    start: int
    end: int
    lemma: str
    chain: str


Clusters = Mapping[Mention, Hashable]


def ecbplus(corpus: str = CORPUS) -> Iterator[Figure]:
    """B-cubed F1 of both, the points between them, and the share of mentions that are a cue of ours."""
    given = mentions(list(rows(needed(DATA / f"{corpus}.jsonl"))))
    found = records(corpus)
    cues = {one: cue for one in given if (cue := statement_of(one, found[one.article])) is not None}
    said = [ids for topic in sorted({one.topic for one in given}) for ids in utterances(found, topic)]
    verbs = same_verbs(cues)
    name = corpus.replace("/", " ")
    plain = b_cubed(given, joined(given, cues, verbs))
    yield Figure(f"{name}: mentions that are a cue", len(cues) / len(given), len(given))
    yield from _of(f"{name}: same verb and speaker", plain, len(given))
    for what, groups in (("utterances", said), ("both", [*verbs, *said])):
        ours = b_cubed(given, joined(given, cues, groups))
        yield from _of(f"{name}: {what}", ours, len(given))
        yield Figure(f"{name}: {what}, points above verb and speaker", 100 * (ours[2] - plain[2]), len(given))


def _of(name: str, scores: tuple[float, float, float], n: int) -> Iterator[Figure]:
    for what, value in zip(("precision", "recall", "F1"), scores, strict=True):
        yield Figure(f"{name}, B-cubed {what}", value, n)


def mentions(articles: Sequence[Mapping[str, Any]]) -> tuple[Mention, ...]:
    """The mentions of saying of all chains that stand in two articles."""
    every = [one for article in articles for one in _mentions(article)]
    stands: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in every:
        stands[one.topic, one.chain].add(one.article)
    return tuple(one for one in every if len(stands[one.topic, one.chain]) > 1)


def _mentions(article: Mapping[str, Any]) -> Iterator[Mention]:
    for start, end, kind, _, chain in article["mentions"]:
        head = next(iter(words(article["text"][start:end])), "")
        lemma = english().lemma(head)
        if kind == "Event" and lemma in english().reporting:
            yield Mention(str(article["topic"]), str(article["id"]), start, end, lemma, chain)


def records(corpus: str) -> dict[str, Record]:
    """Article id of the corpus -> its record."""
    with extracted(f"{corpus}.jsonl").records.open(encoding="utf-8") as lines:
        made = [from_json(line) for line in lines]
    return {str(one.article.path).removesuffix(".txt"): one for one in made}


def statement_of(mention: Mention, record: Record) -> Attribution | None:
    """The statement whose cue the mention touches."""
    for one in record.attributions:
        if one.mode != "thought" and any(s.start < mention.end and mention.start < s.end for s in one.cue):
            return one
    return None


def same_verbs(cues: Mapping[Mention, Attribution]) -> list[list[str]]:
    """Statements with the same verb of the same speaker: the last word of the name that is known of him."""
    groups = defaultdict(list)
    for mention, one in cues.items():
        groups[mention.topic, mention.lemma, _speaker(one)].append(one.id)
    return list(groups.values())


def _speaker(one: Attribution) -> str:
    party = one.speakers[0] if one.speakers else None
    name = "" if party is None else party.name or " ".join(s.text for s in party.mention)
    return (words(name) or [""])[-1]


def utterances(found: Mapping[str, Record], topic: str) -> Iterator[Sequence[str]]:
    """Statements that the product holds for reports of one utterance."""
    articles = [record for id_, record in found.items() if id_.partition("_")[0] == topic]
    yield from ([one.attribution for one in utterance.variants] for utterance in compare(articles).utterances)


def joined(
    given: Sequence[Mention], cues: Mapping[Mention, Attribution], groups: Iterable[Sequence[str]]
) -> Clusters:
    """Mentions whose statements hang together through some groups."""
    heads: dict[str, str] = {}
    for ids in groups:
        _join(heads, ids)
    return {one: _head(heads, cues[one].id) if one in cues else one for one in given}


def _join(heads: dict[str, str], ids: Sequence[str]) -> None:
    for id_ in ids:
        heads[_head(heads, id_)] = _head(heads, ids[0])


def _head(heads: dict[str, str], id_: str) -> str:
    while heads.setdefault(id_, id_) != id_:
        id_ = heads[id_]
    return id_


def b_cubed(given: Sequence[Mention], clusters: Clusters) -> tuple[float, float, float]:
    """Of each mention the share of its cluster that is of its chain, and the other way round; their mean."""
    chains, groups = defaultdict(set), defaultdict(set)
    for one in given:
        chains[one.topic, one.chain].add(one)
        groups[clusters[one]].add(one)
    precision = recall = 0.0
    for one in given:
        chain, group = chains[one.topic, one.chain], groups[clusters[one]]
        precision += len(chain & group) / len(group)
        recall += len(chain & group) / len(chain)
    precision, recall = precision / len(given), recall / len(given)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    for figure in ecbplus(*sys.argv[1:]):
        print(f"{figure.name}: {figure.value:.3f} of {figure.n}")
