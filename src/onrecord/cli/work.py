"""One input read and searched: what becomes of it, told as a line of output or a cause."""

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord import pipeline, readers
from onrecord.cli.inputs import Input
from onrecord.errors import NoTextError, OnRecordError, ReadError
from onrecord.exports import jsonl
from onrecord.readers.given import Given

Fate = Literal["read", "set aside", "refused"]


@dataclass(frozen=True, slots=True)
class Job:
    """An input with what the user knows about it."""

    input: Input
    given: Given


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its record as a line of JSON, or the error; and what else is to be told."""

    name: str
    fate: Fate
    cause: str | None = None
    line: str | None = None
    error: str | None = None
    notes: tuple[str, ...] = ()  # without the name: the same notes of many inputs are told once


def done(job: Job) -> Outcome:
    """Read one input and find its statements; whatever is wrong with it concerns this input alone."""
    name = job.input.name
    try:
        return _extracted(job)
    except NoTextError as error:
        return Outcome(name, "set aside", "no text", error=str(error))
    except ReadError as error:
        return Outcome(name, "refused", "not readable", error=str(error))
    except OnRecordError:
        raise  # the tagger cannot run: no other input would fare better
    except Exception as error:  # noqa: BLE001  a mistake of ours must not cost the user the other inputs
        return Outcome(name, "refused", "mistake in onrecord", error=_mistake(name, error))


def killed(job: Job) -> Outcome:
    """The outcome of an input whose process was killed while at work on it."""
    name = job.input.name
    why = "its process was killed, as happens when memory runs out; try it alone, or with fewer --workers"
    return Outcome(name, "refused", "process killed", error=f"{name}: {why}")


def read(one: Input, given: Given) -> readers.Read:
    """The article of an input, from its file or from the bytes already read."""
    if one.problem is not None:
        raise ReadError(f"{one.name}: {one.problem}")
    if one.path is None:
        return readers.read_bytes(one.data or b"", name=None, given=given)
    return readers.read_path(one.path, name=one.name, given=given)


def notes(article: readers.Read) -> tuple[str, ...]:
    """What the user should know about an article, without its name in front."""
    called = f"{article.article.path or readers.STANDARD_INPUT}: "
    return tuple(note.removeprefix(called) for note in article.notes)


def _extracted(job: Job) -> Outcome:
    article = read(job.input, job.given)
    line = jsonl.to_json(pipeline.record(article))
    if article.article.analysed:
        return Outcome(job.input.name, "read", line=line, notes=notes(article))
    return Outcome(job.input.name, "set aside", "other language", line, notes=notes(article))


def _mistake(name: str, error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}, line {where.lineno}"
    return (
        f"{name}: onrecord made a mistake here ({type(error).__name__}: {error}; {place}); please report it"
    )
