"""A run over many inputs: what is told while it lasts, what is counted, and its exit code."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from onrecord.cli.output import BROKEN_PIPE, INTERRUPTED, silence
from onrecord.cli.progress import Watch
from onrecord.errors import OnRecordError, UsageError
from onrecord.pipeline import Outcome
from onrecord.readers.counts import Report
from onrecord.readers.folder import FORMATS, Inputs

KEPT = "what is done is kept, run it again for the rest"  # what a run that is stopped ends with
TOLD = 5  # items set aside for one cause that are told one by one
Result = TypeVar("Result")


class Run:
    """Takes the outcomes of a run one by one, tells what must be told, and counts."""

    def __init__(
        self,
        inputs: Inputs,
        *,
        quiet: bool,
        report: Path | None,
        unused: tuple[str, ...] = (),
        prints: bool = True,
        stopped: str = KEPT,
    ) -> None:
        self.report, self._told = Report(), stopped
        self._inputs, self._file, self._unused = inputs, report, unused
        self._watch = Watch(len(inputs.inputs), quiet=quiet, prints=prints)
        self._noted: dict[str, tuple[str, int]] = {}  # the first name, and how many there are
        self._passed: Counter[str] = Counter()  # items set aside, by cause
        if report is not None:
            _check(report)

    def through(self, results: Iterator[Result], take: Callable[[Result], Outcome]) -> int:
        """Take every result; gives the exit code. Ctrl-C keeps what is done."""
        with self._watch:
            try:
                for result in results:
                    self._tell(take(result))
            except KeyboardInterrupt:
                return self._stopped()
            except BrokenPipeError:
                silence()
                return BROKEN_PIPE
            except OnRecordError:  # the disk is full, the store is locked: nothing more can be done
                self._stopped()
                raise
            return self._end()

    def _tell(self, outcome: Outcome) -> None:
        """Errors are told at once; notes at the end, those that many inputs share in one line."""
        self.report.take(outcome.path, outcome.record, outcome.fate, outcome.cause, outcome.message)
        if outcome.message is not None and outcome.fate == "refused":
            self._watch.error(outcome.message)
        elif outcome.message is not None and self._still_told(outcome):
            self._watch.note(outcome.message)
        for note in outcome.notes:
            first, number = self._noted.get(note, (outcome.name, 0))
            self._noted[note] = (first, number + 1)
        self._watch.step(whole=outcome.record is None)

    def _still_told(self, outcome: Outcome) -> bool:
        """Archives hold thousands of pages without a text: the first few are told, the others counted."""
        if outcome.record is None:
            return True
        self._passed[outcome.cause or ""] += 1
        return self._passed[outcome.cause or ""] <= TOLD

    def _end(self) -> int:
        for note, (first, number) in self._noted.items():
            others = f" and {number - 1:,} more" if number > 1 else ""
            self._watch.note(f"{first}{others}: {note}")
        for cause, number in self._passed.items():
            if number > TOLD:
                more = f"{number - TOLD:,} more items set aside ({cause})"
                self._watch.note(f"{more}; --report FILE lists them")
        self._tell_of_folders()
        if self._unused:
            many, one = len(self._unused), self._unused[0]
            self._watch.note(f"manifest: rows that fit no input: {many}, {one} for one; check their paths")
        for line in self.report.lines():
            self._watch.note(line)
        return 1 if not self._write() or self.report.refused else 0

    def _stopped(self) -> int:
        counts = "; ".join(self.report.lines())
        self._watch.error(f"stopped: {counts}; {self._told}")
        self._write()
        return INTERRUPTED

    def _tell_of_folders(self) -> None:
        """Files passed over count too, and a folder that held nothing says what was looked for."""
        for name in self._inputs.no_pages:
            self.report.take(name, None, "set aside", "no page")
        if self._inputs.no_pages:
            number = len(self._inputs.no_pages)
            files = "1 file" if number == 1 else f"{number} files"
            self._watch.note(
                f"set aside {files} that by name hold no article, {self._inputs.no_pages[0]} for one; "
                "name a file itself to have it read"
            )
        for folder in self._inputs.empty:
            self._watch.error(
                f"{folder}: no articles in this folder; looked for {FORMATS}; hidden files are not read"
            )

    def _write(self) -> bool:
        """Write the report where one is wanted; False when that cannot be done."""
        if self._file is None:
            return True
        text = json.dumps(self.report.as_dict(), ensure_ascii=True, indent=1)
        try:
            self._file.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            self._watch.error(f"--report {self._file} cannot be written: {error.strerror}")
            return False
        return True


def _check(report: Path) -> None:
    """A report that cannot be written is a wrong command, told before an hour of reading."""
    try:
        report.touch()
    except OSError as error:
        raise UsageError(f"--report {report} cannot be written: {error.strerror}") from error
