"""Label articles that may not be copied: literal marks in, offsets and text hash out.

usage: python training/label.py show CORPUS/FILE ID            the text by line, and what onrecord finds in it
       python training/label.py make MARKS.txt LABELS.jsonl    looks every mark up, prints what it made

The corpora are read in place from the folder ONRECORD_DATA (default ../shared/data). A file of marks holds
excerpts of the texts and stays out of the repository; labels/README.md says how one is written.
"""

import argparse
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from labelled import hash_of, text_of  # noqa: E402
from prepare_tagger import paragraphs  # noqa: E402

SKIP = " >>> "  # between the first and the last words of a long excerpt
MODES = {"s": "speech", "w": "writing", "t": "thought"}
SAME = {  # characters that look alike to whoever writes marks
    "'": "['‘’ʼ`]",
    "’": "['‘’ʼ`]",
    "‘": "['‘’ʼ`]",
    '"': '["“”„]',
    "“": '["“”„]',
    "”": '["“”„]',
    "-": "[-–—‑]",
    "–": "[-–—‑]",
    "—": "[-–—‑]",
}
Span = tuple[int, int]


class RefusedError(Exception):
    """A mark that cannot be looked up; says which and why."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("show", "make"))
    parser.add_argument("first", help="a corpus file, or the marks")
    parser.add_argument("second", help="the id of an article, or the labels to write")
    args = parser.parse_args()
    if args.what == "show":
        show(args.first, args.second)
    else:
        make(Path(args.first), Path(args.second))


# --- showing


def show(file: str, name: str) -> None:
    """The lines that are not empty, numbered, and the attributions found, as marks."""
    text = text_of(file, name)
    numbered = paragraphs(text)
    for number, (start, end) in enumerate(numbered, 1):
        print(f"[{number}] {text[start:end]}")
    print("--- suggestions of the program, to be checked one by one")
    found = suggested(text)
    for number, a in enumerate(found, 1):
        print(f"keep {number}: {described(text, numbered, a)}")


def described(text: str, numbered: list[Span], a: dict) -> str:
    """A label as a line of marks."""
    first = min(s for key in ("content", "cue", "speaker_mention") for s, _ in a[key])
    line = next(n for n, (_, end) in enumerate(numbered, 1) if first < end)
    parts = [str(line)]
    for key, field in (("s", "speaker_mention"), ("q", "cue"), ("c", "content")):
        parts += [f"{key}: {shortened(text[s:e])}" for s, e in a[field]]
    parts += [f"to: {text[s:e]}" for x in a["addressees"] for s, e in x["mention"]]
    parts += [f"m: {a['mode'][0]}"] if a["mode"] != "speech" else []
    parts += [f"in: {a['nested_in'][1:]}"] if a["nested_in"] else []
    return " | ".join(parts)


def shortened(passage: str) -> str:
    words = passage.split()
    return " ".join(words) if len(words) <= 12 else " ".join(words[:5]) + SKIP + " ".join(words[-5:])


def suggested(text: str) -> list[dict]:
    """What onrecord finds in a text, as labels."""
    from onrecord.pipeline import record as record_of
    from onrecord.readers import read_bytes

    record = record_of(read_bytes(text.encode(), name="labelled.txt"))
    if record.article.text != text:
        raise RefusedError("the text is read otherwise than it stands in the corpus")
    number = {a.id: f"a{i}" for i, a in enumerate(record.attributions, 1)}
    spans = lambda xs: [[x.start, x.end] for x in xs]  # noqa: E731
    return [
        {
            "id": number[a.id],
            "content": spans(a.content),
            "cue": spans(a.cue),
            "speaker_mention": [s for p in a.speakers for s in spans(p.mention)],
            "addressees": [{"mention": spans(p.mention)} for p in a.addressees if p.mention],
            "mode": a.mode,
            "nested_in": number.get(a.nested_in) if a.nested_in else None,
        }
        for a in record.attributions
    ]


# --- making


def make(marks: Path, labels: Path) -> None:
    """Labels of every article in a file of marks; says what is refused and writes the rest."""
    made, refused = [], []
    for head, body in articles(marks.read_text(encoding="utf-8")):
        try:
            file, name = head.split(maxsplit=1)
            made.append(article_labels(file, name, body, refused))
        except (RefusedError, ValueError, KeyError) as error:
            refused.append(f"{head}: {error!r}")
    labels.write_text("".join(json.dumps(d) + "\n" for d in made), encoding="utf-8")
    for line in refused:
        print("REFUSED", line)
    labelled = sum(len(d["attributions"]) for d in made)
    print(f"{len(made)} articles, {labelled} attributions, {len(refused)} refused")


def articles(text: str) -> list[tuple[str, list[str]]]:
    """The marks of each article under its heading `# CORPUS/FILE ID`."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("# "):
            found.append((line[2:].strip(), []))
        elif line.strip() and not line.startswith("//"):
            found[-1][1].append(line.strip())
    return found


def article_labels(file: str, name: str, marks: list[str], refused: list[str]) -> dict:
    text = text_of(file, name)
    numbered, found = paragraphs(text), None
    made = []
    for number, mark in enumerate(marks, 1):
        try:
            base = None
            if mark.startswith("keep "):
                found = suggested(text) if found is None else found
                base = found[int(re.match(r"keep (\d+)", mark)[1]) - 1]  # type: ignore[index]
            made.append({**label(text, numbered, mark, base), "id": f"a{number}"})
        except (RefusedError, ValueError, IndexError, TypeError) as error:
            refused.append(f"{file} {name}: {mark[:100]!r}: {error}")
    known = {a["id"] for a in made}
    for a in made:
        if a["nested_in"] and a["nested_in"] not in known - {a["id"]}:
            refused.append(f"{file} {name}: {a['id']} is inside {a['nested_in']}, which is not there")
            a["nested_in"] = None
    return {"file": file, "id": name, "text_sha256": hash_of(text), "attributions": made}


def label(text: str, numbered: list[Span], mark: str, base: dict | None) -> dict:
    """One line of marks as a label; a kept suggestion keeps what the line does not say anew."""
    head, *fields = re.split(r"\s+\|\s*", mark)
    line = 0 if base else int(head)
    a = {
        "content": [],
        "cue": [],
        "speaker_mention": [],
        "addressees": [],
        "mode": "speech",
        "nested_in": None,
    }
    a = {**a, **(base or {}), **({"nested_in": None} if base else {})}
    given: dict[str, list] = {}
    for field in fields:
        m = re.match(r"(s|q|c|to|m|in|b)(?:@(\d+))?(?:: ?(.*))?$", field, re.DOTALL)
        if not m:
            raise RefusedError(f"no such field: {field[:40]!r}")
        key, at, words = m.groups()
        given.setdefault(key, []).append((int(at or line), (words or "").strip()))
    for key, field in (("s", "speaker_mention"), ("q", "cue"), ("c", "content")):
        if key in given:
            a[field] = [
                looked_up(text, numbered, at, words) for at, words in given[key] if words not in ("", "-")
            ]
    if "to" in given:
        named = [looked_up(text, numbered, at, words) for at, words in given["to"] if words not in ("", "-")]
        a["addressees"] = [{"mention": [span]} for span in named]
    if "m" in given:
        a["mode"] = MODES[given["m"][0][1]]
    if "in" in given:
        a["nested_in"] = f"a{int(given['in'][0][1])}"
    if "b" in given:
        a["borderline"] = True
    if not a["content"]:
        raise RefusedError("no content")
    return a


def looked_up(text: str, numbered: list[Span], line: int, words: str) -> list[int]:
    """The only place of an excerpt in a line, or its n-th with `#n` at the end; `A >>> B` is from A to B."""
    start, end = numbered[line - 1] if line else (0, len(text))
    nth = re.search(r"\s*#(\d+)$", words)
    words, wanted = (words[: nth.start()], int(nth[1])) if nth else (words, None)
    first, _, last = words.partition(SKIP)
    # what follows an excerpt may stand in the lines below it: a running quotation
    found = [m.span() for m in re.finditer(pattern(first), text[start:end])]
    if len(found) != 1 and wanted is None:
        raise RefusedError(
            f"{'not found' if not found else f'{len(found)} times'} in line {line}: {first[:60]!r}"
        )
    s, e = found[(wanted or 1) - 1]
    if last:
        after = re.search(pattern(last), text[start + e :])
        if not after:
            raise RefusedError(f"not found after {first[:30]!r}: {last[:60]!r}")
        e += after.end()
    return [start + s, start + e]


def pattern(words: str) -> str:
    """The excerpt whatever its marks and blanks, at the borders of words."""
    body = r"\s+".join("".join(SAME.get(c, re.escape(c)) for c in word) for word in words.split())
    return rf"(?<!\w){body}(?!\w)" if words[:1].isalnum() and words[-1:].isalnum() else body


if __name__ == "__main__":
    main()
