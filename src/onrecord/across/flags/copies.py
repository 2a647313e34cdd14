"""Articles that tell the same, word for word, as copies of a dispatch do: an analyst counts them once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.across.comparison import Utterance
from onrecord.across.outlets import listed, shown
from onrecord.record import Evidence, Flag, Record

FEWEST = 3  # statements word for word the same: one or two are quoted by everybody
MOST = 0.8  # share of the statements of the shorter article
SHOWN = 3  # statements shown as evidence

Pair = tuple[str, str]


def near_duplicates(records: Sequence[Record], utterances: Iterable[Utterance]) -> tuple[Flag, ...]:
    """Pairs of articles of which one has nearly all statements of the other, word for word."""
    known = {record.article.id: record for record in records}
    return tuple(_flags(known, _same_words(utterances)))


def _same_words(utterances: Iterable[Utterance]) -> Mapping[Pair, set[Pair]]:
    """Pairs of articles with their pairs of statements in the same words."""
    found: dict[Pair, set[Pair]] = defaultdict(set)
    for utterance in utterances:
        for one in utterance.derivations:
            first, second = sorted((one.from_, one.to))
            articles = first.rpartition(":")[0], second.rpartition(":")[0]
            if one.kind == "verbatim" and articles[0] != articles[1]:
                found[articles].add((first, second))
    return found


def _flags(known: Mapping[str, Record], same: Mapping[Pair, set[Pair]]) -> Iterator[Flag]:
    said = {id_: sum(one.mode != "thought" for one in record.attributions) for id_, record in known.items()}
    for articles in sorted(same):
        pairs = sorted(same[articles])
        alike = [len({pair[side] for pair in pairs}) for side in (0, 1)]
        side = min((0, 1), key=lambda n: said[articles[n]])
        if alike[side] >= FEWEST and alike[side] >= MOST * said[articles[side]]:
            yield _flag([known[id_] for id_ in articles], pairs, alike[side], said[articles[side]])


def _flag(records: Sequence[Record], pairs: Sequence[Pair], alike: int, said: int) -> Flag:
    names = [shown(record.article) for record in records]
    many = Counter(names).most_common(1)[0][1] > 1
    who = f"Two articles of {names[0]}" if many else listed(names)
    which = "" if said == alike else " of the shorter one"
    explanation = f"{who} tell the same: {alike} of {said} statements{which} stand in both, word for word."
    ids = tuple(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    evidence = (one for pair in pairs[:SHOWN] for one in _evidence(records, pair))
    return Flag("near-duplicate", ids, tuple(evidence), explanation)


def _evidence(records: Sequence[Record], pair: Pair) -> Iterator[Evidence]:
    for record, id_ in zip(records, pair, strict=True):
        spans = next(one.content for one in record.attributions if one.id == id_)
        yield from (record.article.evidence(span.start, span.end) for span in spans)
