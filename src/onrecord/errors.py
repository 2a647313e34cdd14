"""Everything onrecord raises on purpose.

OnRecordError
├── UsageError        the command or call itself is wrong: an unknown option value, a path that is not there
├── ReadError         one input cannot be read; names it and the way out
│   └── NoTextError   it was read, but holds no text of a report
└── ModelError        the tagger's files are missing, damaged or cannot run here
"""


class OnRecordError(Exception):
    """Root of the tree; catch it to catch everything below."""


class UsageError(OnRecordError):
    """The command or call itself is wrong."""


class ReadError(OnRecordError):
    """One input cannot be read; the message names it and the way out."""


class NoTextError(ReadError):
    """An input was read but holds no text of a report."""


class ModelError(OnRecordError):
    """The tagger's files are missing, damaged or cannot run on this machine."""
