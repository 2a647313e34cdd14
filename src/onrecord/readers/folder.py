"""The inputs a user names: files, folders and standard input, in a stable order."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from onrecord.errors import UsageError

STANDARD_INPUT = "-"
FORMATS = (
    "plain text, HTML, feeds, web archives (WARC, WACZ) and tables (JSON Lines, CSV), "
    "told apart by what is in them, whatever they are called"
)

# What lies beside saved pages in a folder. Read as text it would come out as articles that nobody wrote.
NO_PAGES = {
    *(".css", ".js", ".mjs", ".map", ".xlsx", ".db", ".sqlite", ".db-wal", ".db-shm"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".ogg", ".wav", ".webm", ".mov"),
    ".zip",
}


@dataclass(frozen=True, slots=True)
class Input:
    """One input: a file to read, bytes already read, or what keeps it from being read."""

    name: str  # the record's `path`, and what messages call it
    path: Path | None = None  # None is standard input
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """All inputs of a command, the files of its folders passed over, and the folders that held nothing."""

    inputs: tuple[Input, ...]
    no_pages: tuple[str, ...]
    empty: tuple[str, ...]


def listed(paths: Sequence[str], *, but: Sequence[Path | None] = ()) -> Inputs:
    """Every file the paths name, those of folders sorted; `but` are files to pass over (the manifest)."""
    _check(paths)
    inputs: list[Input] = []
    no_pages: list[str] = []
    empty: list[str] = []
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            found = [one for one in _below(Path(path)) if not any(_same(one.path, other) for other in but)]
            pages = [one for one in found if not _is_no_page(one)]
            inputs += pages
            no_pages += [one.name for one in found if _is_no_page(one)]
            empty += [] if pages else [path]
        else:
            inputs.append(_single(path))
    return Inputs(tuple(inputs), tuple(no_pages), tuple(empty))


def _check(paths: Sequence[str]) -> None:
    """A wrong command is told at once, before anything is read."""
    for path in paths:
        if not path:  # Python would take it for the folder one is in
            raise UsageError("an empty name was given; name a file or folder, . for the one you are in")
        if path != STANDARD_INPUT and not _exists(Path(path)):
            raise UsageError(
                f"there is no file or folder {path}; check the spelling and the folder you are in"
            )
    if paths.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input (-) can be read only once; save the other page to a file")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or no name at all
        return False


def _single(path: str) -> Input:
    if path == STANDARD_INPUT:
        return Input("standard input")
    return Input(_legible(path), Path(path))


def _below(folder: Path, *, inside: str = "", around: frozenset[Path] = frozenset()) -> Iterator[Input]:
    """The files of a folder and of those in it, sorted by name, without hidden ones; a linked loop is cut."""
    real = folder.resolve()
    if real in around:
        return
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Input(inside or str(folder), problem=f"this folder cannot be listed ({error.strerror})")
        return
    for entry in entries:
        name = inside + _legible(entry.name)
        if entry.is_dir():
            yield from _below(entry, inside=f"{name}/", around=around | {real})
        else:
            yield Input(name, entry, problem=_problem(entry))


def _problem(entry: Path) -> str | None:
    if entry.is_file():
        return None
    return "it is neither a file nor a folder" if entry.exists() else "it links to a file that is not there"


def _is_no_page(one: Input) -> bool:
    name = PurePath(one.name)
    return name.suffix.lower() in NO_PAGES or name.stem.lower() == "readme"


def _same(one: Path | None, other: Path | None) -> bool:
    if one is None or other is None:
        return False
    return one.exists() and other.exists() and one.samefile(other)


def _legible(name: str) -> str:
    """A file name that is not UTF-8 gets U+FFFD for what cannot be read, as texts do."""
    return os.fsencode(name).decode("utf-8", "replace")
