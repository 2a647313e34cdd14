"""The corpora the measures run on: where they lie, and `onrecord extract` over each of them, once per run.

Most may not be copied into this repository. They are read in place, from the folder ONRECORD_DATA (else
`data` in the folder ONRECORD_SHARED, else in `shared` beside the repository); what is not there is skipped
by name.
"""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("ONRECORD_SHARED") or ROOT.parent / "shared")
DATA = Path(os.environ.get("ONRECORD_DATA") or SHARED / "data")
OUT = ROOT / "bench" / "out"
HANGS = 1800  # seconds after which a run over one corpus is stopped; the longest takes a fifth of that
SAMPLE = 12  # texts of a corpus in `make test`; all of them in `make soak`

TEXTS = (
    "basil/basil_share.jsonl",
    "ecbplus/dev.jsonl",
    "ecbplus/train.jsonl",
    "gap/dev.jsonl",
    "gap/train.jsonl",
    "german_wikinews/dev.jsonl",
    "german_wikinews/train.jsonl",
    "giveme5w1h/gold_5w1h_share.jsonl",
    "giveme5w1h/news_cluster_share.jsonl",
    "gum/dev.jsonl",
    "gum/train.jsonl",
    "litbank/dev.jsonl",
    "litbank/train.jsonl",
    "meantime/en_share.jsonl",
    "meantime/es_share.jsonl",
    "meantime/it_share.jsonl",
    "meantime/nl_share.jsonl",
    "news/dev.jsonl",
    "news/train.jsonl",
    "news/train_outlets.jsonl",
    "newswcl50/newswcl50_share.jsonl",
    "polnear/dev.jsonl",
    "polnear/train.jsonl",
    "re3d/re3d_share.jsonl",
    "timex/aquaint.jsonl",
    "timex/timebank.jsonl",
    "timex/tweets_train.jsonl",
    "timex/wikiwars.jsonl",
    "wnut17/dev.jsonl",
    "wnut17/train.jsonl",
)
PAGES = ("html_fundus/html", "html_scrapinghub/html")


class MissingDataError(Exception):
    """A corpus or a scorer is not on this machine; the message names it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `onrecord extract` said of one folder."""

    folder: Path
    files: tuple[str, ...]  # what was given, folders as their files
    records: Path
    messages: Path
    report: Path


def needed(path: Path) -> Path:
    """The same path, if it is there."""
    if not path.exists():
        raise MissingDataError(f"{path.name} is not here: {path.parent}")
    return path


def rows(jsonl: Path) -> Iterator[dict[str, object]]:
    with jsonl.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


@cache
def extracted(corpus: str, sample: int | None = None) -> Extracted:
    """`onrecord extract` over one corpus of the data folder: a file of texts, or a folder."""
    path = needed(DATA / corpus)
    name = corpus.removesuffix(".jsonl").replace("/", "-") + (f"-{sample}" if sample else "")
    folder = OUT / name
    _write_sample(path, folder, sample)
    return extract(folder, name)


def extract(
    folder: Path,
    name: str,
    *,
    workers: int = 1,
    files: Sequence[str] = (".",),
    options: Sequence[str] = (),
) -> Extracted:
    """`onrecord extract` in a folder; its lines go to bench/out/NAME.records.jsonl."""
    OUT.mkdir(parents=True, exist_ok=True)
    records, messages = OUT / f"{name}.records.jsonl", OUT / f"{name}.messages.txt"
    report = OUT / f"{name}.report.json"
    report.unlink(missing_ok=True)
    program = str(Path(sys.executable).with_name("onrecord"))
    command = [program, "extract", "--workers", str(workers), "--report", str(report), *options, *files]
    with records.open("wb") as out, messages.open("wb") as err:
        run = subprocess.run(command, cwd=folder, stdout=out, stderr=err, check=False, timeout=HANGS)
    code = run.returncode
    if code not in (0, 1):  # 1: something was refused, and the messages name it; the rest is there
        raise RuntimeError(f"onrecord extract in {folder} ended with {code}; see {messages}")
    return Extracted(folder, tuple(_given(folder, files)), records, messages, report)


def _given(folder: Path, files: Sequence[str]) -> Iterator[str]:
    for name in files:
        below = sorted((folder / name).rglob("*")) if (folder / name).is_dir() else [folder / name]
        yield from (one.relative_to(folder).as_posix() for one in below if one.is_file())


def _write_sample(path: Path, folder: Path, sample: int | None) -> None:
    """Some texts of a corpus as files, chosen by the hash of their names, or all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = dict(_chosen(path, sample))
    for old in folder.iterdir():
        if old.name not in wanted:
            old.unlink()
    for name, data in wanted.items():
        (folder / name).write_bytes(data)


def _chosen(path: Path, sample: int | None) -> Iterator[tuple[str, bytes]]:
    texts = dict(_pages(path) if path.is_dir() else _rows_as_files(path))
    names = sorted(texts, key=lambda name: hashlib.sha256(name.encode()).digest())[:sample]
    return ((name, texts[name]) for name in names)


def _pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.iterdir()):
        if file.suffix == ".gz":
            yield file.stem, gzip.decompress(file.read_bytes())
        elif file.suffix == ".txt":  # beside them lie gold and notes
            yield file.name, file.read_bytes()


def _rows_as_files(jsonl: Path) -> Iterator[tuple[str, bytes]]:
    for row in rows(jsonl):
        yield str(row["id"]).replace("/", "_") + ".txt", str(row["text"]).encode(errors="surrogatepass")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
