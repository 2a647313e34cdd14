"""All that an utterance is made from, in a few letters: the same letters, the same utterance."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.across.comparison import Somebody
from onrecord.across.earlier import Earlier
from onrecord.across.grouping import Scores
from onrecord.across.variants import Member


def made_from(
    members: Sequence[Member], scores: Scores, names: Mapping[str, Somebody], earlier: Earlier
) -> str | None:
    """Of its reports in their versions, who speaks, and the scores; None where it cannot be kept."""
    versions = [earlier.version(one.statement.article) for one in members]
    if None in versions or any(one.joined is not None for one in members):
        return None
    parts = [one.part and [(span.start, span.end) for span in one.part] for one in members]
    voices = [[(id_, names[id_].name, names[id_].named) for id_ in one.statement.speakers] for one in members]
    likeness = [scores.get(pair) for pair in combinations(sorted(one.id for one in members), 2)]
    whole = repr(([one.id for one in members], versions, parts, voices, likeness))
    return hashlib.blake2b(whole.encode(errors="surrogatepass"), digest_size=16).hexdigest()
