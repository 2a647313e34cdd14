"""Articles of the corpora that we labelled ourselves: offsets in labels/, texts where the corpora are."""

import json
import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
DATA = Path(os.environ.get("ONRECORD_DATA", HERE.parent.parent / "shared" / "data"))
LABELS = HERE / "labels"


def labelled() -> Iterator[dict]:
    """Every labelled article with its text; ValueError where a text is not the one that was labelled."""
    for path in sorted(LABELS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            d = json.loads(line)
            text = text_of(d["file"], d["id"])
            if hash_of(text) != d["text_sha256"]:
                raise ValueError(f"{path.name}: the text of {d['file']} {d['id']} is not the labelled one")
            yield {**d, "text": text}


def text_of(file: str, name: str) -> str:
    """The text of one article of a corpus, e.g. ("timex/aquaint.jsonl", "APW19980807.0261")."""
    return texts(file)[name]


@cache
def texts(file: str) -> dict[str, str]:
    """Every text of a corpus file by its id; the paragraphs of a saved page, one to a line."""
    with (DATA / file).open(encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    return {str(d.get("id") or d["file"]): body(d) for d in rows}


def body(d: dict) -> str:
    if "text" in d:
        return d["text"]
    return "\n".join(d["paragraphs"]) if "paragraphs" in d else d["articleBody"]


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()
