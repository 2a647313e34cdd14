"""Two answers anybody can give: the same words, and all of one speaker."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

Event = Mapping[str, Any]


def identity(event: Event) -> Event:
    """The same words but for case and punctuation."""
    texts = {one["id"]: one["text"] for one in event["articles"]}
    return _by(event, lambda one: _plain(" ".join(texts[one["article"]][s:e] for s, e in one["content"])))


def speaker(event: Event) -> Event:
    """All that one speaker says, with the gold's names of speakers."""
    return _by(event, lambda one: str(one["speaker"]).casefold())


def _by(event: Event, key: Callable[[Any], str]) -> Event:
    groups = defaultdict(list)
    for one in event["attributions"]:
        groups[key(one)].append(one["id"])
    clusters = [ids for name, ids in groups.items() if name and len(ids) > 1]
    return {"event": event["event"], "clusters": clusters}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’‘]", "", text.lower())))


BASELINES = {"identity": identity, "speaker": speaker}
