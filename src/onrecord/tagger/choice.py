"""Which tagger reads: the trained one where it can run, else rules alone, and never without saying so."""

import os
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from onrecord.errors import ModelError, UsageError
from onrecord.settings import TAGGER

Name = Literal["trained", "rules"]
NEEDED = ("onnxruntime", "tokenizers")  # what the network runs on; not every platform has a build of them
LOST = (  # on PolNeAR's dev split, relaxed and on direct quotations: README.md, bench/README.md
    "They find two of five statements where the trained tagger finds two of three "
    "(F1 .54, not .73; direct quotations .90, not .91)"
)
WAY_OUT = "`python -m pip install onnxruntime tokenizers`, or a Python they are built for, brings it back"


@dataclass(frozen=True, slots=True)
class Choice:
    """The tagger that reads, and what the user must be told of it."""

    name: Name
    notice: str | None = None


def choose(wanted: str | None = None) -> Choice:
    """The tagger for "trained", "rules" or "best"; without a word, what ONRECORD_TAGGER says, else the best.

    Raises UsageError for any other word, and ModelError where "trained" is asked for and cannot run here.
    """
    return _choice(wanted or os.environ.get(TAGGER.variable) or TAGGER.default)


@cache
def _choice(wanted: str) -> Choice:
    if wanted not in ("best", "trained", "rules"):
        raise UsageError(f"{TAGGER.option} {wanted}: there is no such tagger; say best, trained or rules")
    if wanted == "rules":
        return Choice("rules")
    missing = "; ".join(_missing())
    if not missing:
        return Choice("trained")
    if wanted == "trained":
        raise ModelError(
            f"the trained tagger cannot run here: {missing}; {WAY_OUT}; {TAGGER.option} rules does without"
        )
    return Choice(
        "rules",
        f"rules alone read here, since the trained tagger cannot run: {missing}. {LOST}. {WAY_OUT}; "
        f"{TAGGER.option} rules ({TAGGER.variable}=rules) takes it as it is, and says no more of it.",
    )


def _missing() -> list[str]:
    """What cannot be imported, and why."""
    found = []
    for library in NEEDED:
        try:
            import_module(library)
        except ImportError as error:
            found.append(f"{library} ({error})")
    return found
