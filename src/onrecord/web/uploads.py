"""What is dropped in: written into a folder of its own under a name that leads nowhere else, then read."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from onrecord.collection import Collection
from onrecord.readers import given_date
from onrecord.readers.item import Item, Passed
from onrecord.web.jobs import Progress, Read
from onrecord.web.serving import Serving

if TYPE_CHECKING:
    from onrecord.pipeline import Outcome

LONGEST = 120  # characters of a name that are kept
CHUNK = 2**20
Work = Callable[[Collection, Progress], None]
AUTO = 2_000  # articles of a store that is compared anew by itself; a larger one when somebody asks for it


def put(folder: Path, name: str, number: int, content: BinaryIO) -> None:
    """Write one file; each has a folder of its own, so that two of one name do not meet."""
    own = folder / f"{number:04}"
    own.mkdir()
    with (own / safe(name)).open("wb") as file:
        while chunk := content.read(CHUNK):
            file.write(chunk)


def safe(name: str) -> str:
    """The last part of a name without what a file system or a terminal takes for something else."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    return plain.strip(". ")[-LONGEST:].strip(". ") or "unnamed"


def checked_date(written: str) -> None:
    """A date that nobody can read is refused before anything else is."""
    given_date(written, where="published")


def reading(
    folder: "TemporaryDirectory[str]", serving: Serving, *, outlet: str | None, published: str | None
) -> Work:
    """The job that reads a folder into the store, and compares where that is quick."""

    def job(collection: Collection, progress: Progress) -> None:
        def ordered(
            work: "Callable[[Item | Passed], Outcome]",
            items: "Iterable[Item | Passed]",
            *,
            died: "Callable[[Item | Passed], Outcome]",  # noqa: ARG001  nothing dies in this process but all of it
        ) -> "Iterator[Outcome]":
            for outcome in map(work, items):
                progress.took(_read(outcome))
                yield outcome

        with folder:
            progress.at("reading")
            for own in sorted(Path(folder.name).iterdir()):
                collection.add(
                    own,
                    outlet=outlet,
                    published=published,
                    tagger=serving.tagger,
                    people=serving.people,
                    ordered=ordered,
                )
        if collection.overview().articles <= AUTO:
            comparing(serving)(collection, progress)

    return job


def comparing(serving: Serving) -> Work:
    """The job that compares what is in the store."""

    def work(collection: Collection, progress: Progress) -> None:
        progress.at("comparing")
        collection.compare(people=serving.people)
        progress.at("compared")

    return work


def _read(outcome: "Outcome") -> Read:
    article = outcome.found.article.id if outcome.found is not None else None
    return Read(outcome.path or "", outcome.fate, article, outcome.message)
