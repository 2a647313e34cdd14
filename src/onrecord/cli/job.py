"""What `extract` and `add` are asked to read, and how: the command's options made into a stream of items."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol, TypeVar

from onrecord.batch import pool
from onrecord.cli.chosen import chosen
from onrecord.cli.run import KEPT, Run
from onrecord.errors import UsageError
from onrecord.people import ListFile, settled_list
from onrecord.readers.folder import Inputs, listed
from onrecord.readers.item import Item, Passed
from onrecord.readers.known import Known
from onrecord.readers.opening import Reading, all_items
from onrecord.readers.table.columns import mapping

Result = TypeVar("Result", covariant=True)


class Work(Protocol[Result]):
    """What is done with one item; it must be a function that another process can find by its name."""

    def __call__(
        self, item: Item | Passed, *, largest: int, tagger: str, people: ListFile | None
    ) -> Result: ...


@dataclass(frozen=True)
class Job:
    """The options of a command that reads; what is wrong with them is told before anything is read."""

    paths: list[str]
    outlet: str | None
    published: str | None
    manifest: Path | None
    columns: str | None
    largest: int
    report: Path | None
    workers: int
    quiet: bool
    tagger: str
    people: str
    store: Path | None = None  # it may lie in a folder that is read, and is no article

    @cached_property
    def inputs(self) -> Inputs:
        """Every file to be read."""
        found = listed(self.paths, but=[self.manifest, self.report, *_files_of(self.store)])
        self._spare([self.store, *(one.path for one in found.inputs)])
        return found

    @cached_property
    def known(self) -> Known:
        """What the user knows of them."""
        return Known(outlet=self.outlet, published=self.published, manifest=self.manifest)

    def items(self) -> Iterator[Item | Passed]:
        """What the inputs hold, one by one."""
        reading = Reading(largest=self.largest, columns=mapping(self.columns))
        return all_items(self.inputs.inputs, self.known.of, reading)

    def run(self, *, prints: bool, stopped: str = KEPT) -> Run:
        """Where the outcomes are told and counted; `prints` when they go to standard output as well."""
        unused, quiet = self.known.unused(self.inputs.inputs), self.quiet
        return Run(
            self.inputs, quiet=quiet, report=self.report, unused=unused, prints=prints, stopped=stopped
        )

    def results(
        self, work: Work[Result], items: Iterable[Item | Passed], *, died: Callable[[Item | Passed], Result]
    ) -> Iterator[Result]:
        """The work on every item, by as many processes as were asked for; in the order of the items."""
        known = settled_list(self.people)
        todo = partial(work, largest=self.largest, tagger=chosen(self.tagger), people=known)
        return iter(pool.ordered(todo, items, workers=self.workers, died=died))

    def _spare(self, files: Iterable[Path | None]) -> None:
        """The report is written over what was in its file before: neither an article nor the store."""
        report = self.report
        if report is None or not report.exists():
            return
        if any(file is not None and file.exists() and file.samefile(report) for file in files):
            raise UsageError(f"--report {report} would write over that file; give it a name of its own")


def _files_of(store: Path | None) -> list[Path]:
    """A store in use has two files beside it."""
    return [] if store is None else [store.with_name(store.name + end) for end in ("", "-wal", "-shm")]
