"""The network itself: one int8 ONNX file, called once per window."""

import json
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import parent_process
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.tagger.windows import Window

FOLDER = Path(__file__).parent
MOST_THREADS = 8  # more bring nothing for one article's windows
KEPT = 64  # outputs kept for the next call: a text that says the same for pages costs one look
WAY_OUT = "install onrecord again"
ARRAYS = ("transitions", "start", "nobody", "nobody_bias", "distance", "confidence")  # of labels.json
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """labels.json: what the network's columns mean, and the constants of decoding."""

    name: str
    tags: tuple[str, ...]
    names: tuple[str, ...]
    modes: tuple[str, ...]
    links: tuple[str, ...]
    link_width: int
    transitions: Floats  # what is added for going from one tag to the next, forbidden steps included
    start: Floats  # the same for a block's first word
    nobody: Floats  # per kind of link: the vector of "none" …
    nobody_bias: Floats  # … and its advantage
    distance: Floats  # per kind of link and bucket of distance
    confidence: Floats  # weights of an attribution's signs, see joining.py


class Network:
    """A session with one thread per call; many calls run side by side.

    The scale of dynamic int8 is taken from a whole call. One window per call, without padding, therefore
    gives an article the same labels whatever is read beside it and however many threads there are.
    """

    def __init__(self, folder: Path = FOLDER, *, threads: int | None = None) -> None:
        model = _read(folder / "tagger.onnx")
        self.labels = _labels(_read(folder / "labels.json"), folder)
        self.name = f"{self.labels.name} (sha {sha256(model).hexdigest()[:8]})"
        self.tokenizer = _tokenizer(folder / "tokenizer.json")
        self._session = _session(model, folder)
        self._threads = threads or min(_cores(), MOST_THREADS)
        self._pool: ThreadPoolExecutor | None = None
        self._lately: dict[bytes, Floats] = {}

    def __call__(self, windows: Sequence[Window]) -> Floats:
        """One row of outputs per piece, in the order of the windows; the same window is looked at once."""
        seen = [window.seen() for window in windows]
        new = {key: window for key, window in zip(seen, windows, strict=True) if key not in self._lately}
        found = {**self._lately, **dict(zip(new, self._all(list(new.values())), strict=True))}
        self._lately = {key: found[key] for key in dict.fromkeys(seen[-KEPT:])}
        return _stack([found[key] for key in seen])

    def _all(self, windows: list[Window]) -> Iterable[Floats]:
        if self._threads == 1 or len(windows) < 2:
            return map(self._run, windows)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="tagger")
        return self._pool.map(self._run, windows)

    def _run(self, window: Window) -> Floats:
        (out,) = self._session.run(None, {"ids": window.ids, "types": window.types})
        rows: Floats = out[0, window.rows]
        return rows


def _cores() -> int:
    if parent_process() is not None:  # one of several processes: they share the cores among them
        return 1
    if hasattr(os, "sched_getaffinity"):  # Linux: the cores this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _stack(rows: list[Floats]) -> Floats:
    return np.concatenate(rows) if rows else np.zeros((0, 0), np.float32)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error}; {WAY_OUT}") from error


def _labels(data: bytes, folder: Path) -> Labels:
    try:
        raw = json.loads(data)
        tags, names, modes, links = (tuple(map(str, raw[k])) for k in ("tags", "names", "modes", "links"))
        arrays = [np.array(raw[k], np.float32) for k in ARRAYS]
        return Labels(str(raw["name"]), tags, names, modes, links, int(raw["link_width"]), *arrays)
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / 'labels.json'} is damaged: {error}; {WAY_OUT}") from error


def _tokenizer(path: Path) -> Tokenizer:
    text = _read(path).decode("utf-8", errors="replace")
    try:
        return Tokenizer.from_str(text)
    except Exception as error:  # the library raises nothing narrower
        raise ModelError(f"{path} is damaged: {error}; {WAY_OUT}") from error


def _session(model: bytes, folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # as above
        raise ModelError(f"{folder / 'tagger.onnx'} cannot be run here: {error}; {WAY_OUT}") from error
