"""Everything onrecord raises on purpose.

OnRecordError
├── UsageError        the command or call itself is wrong: an unknown option value, a path that is not there
├── ReadError         one input cannot be read; names it and the way out
│   └── NoTextError   it was read, but holds no text of a report
├── StoreError        a store cannot be used: not ours, newer, damaged, locked, or the disk is full
└── ModelError        the tagger's files are missing, damaged or cannot run here

Warnings: ReadWarning (something among many was not read), TaggerWarning (rules alone read, and find less).
"""


class OnRecordError(Exception):
    """Root of the tree; catch it to catch everything below."""


class UsageError(OnRecordError):
    """The command or call itself is wrong."""


class ReadError(OnRecordError):
    """One input cannot be read; the message names it and the way out; `cause` is what it is counted by."""

    def __init__(self, message: str, *, cause: str = "not readable") -> None:
        super().__init__(message)
        self.cause = cause


class NoTextError(ReadError):
    """An input was read but holds no text of a report."""

    def __init__(self, message: str) -> None:
        super().__init__(message, cause="no text")


class ReadWarning(UserWarning):
    """Something among many was not read; `onrecord.extract` goes on with the others."""


class StoreError(OnRecordError):
    """A store cannot be used; the message names the file and the way out."""


class ModelError(OnRecordError):
    """The tagger's files are missing, damaged or cannot run on this machine."""


class TaggerWarning(UserWarning):
    """The network cannot run on this machine: rules alone read, and find less."""
