"""What a user types, as a full-text query that is never wrong: every word goes in as a string.

All words are looked for; "a phrase", begin*, this OR that, -without. Whatever else FTS5's language has (NEAR,
column names, parentheses, ^) is words and punctuation here. Punctuation inside a word makes it a phrase, as
in the index: don't is don and t in a row.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.errors import UsageError

MOST = 64  # words of one query; nobody types more, and each one costs
PART = re.compile(
    r"""(?P<without> (?<!\S) [-−] )?
    (?: ["“”„«] (?P<phrase> [^"“”„«»]* ) ["“”»] (?P<star> \* )? | (?P<word> [^\s"“”„«»]+ ) )""",
    re.VERBOSE,
)
EITHER, ALL = "OR", "AND"


@dataclass(slots=True)
class Wanted:
    """What must be found (of each group one), and what must not."""

    groups: list[list[str]] = field(default_factory=list)
    without: list[str] = field(default_factory=list)


def expression(words: str, *, speaker: str | None = None) -> str | None:
    """The full-text query for words and for words of a speaker's name; None where neither is given."""
    wanted = parsed(words)
    if words.strip() and not (wanted.groups or wanted.without):
        raise UsageError(f"there is no word in {words!r}; search looks for letters and digits only")
    groups = ["(" + " OR ".join(group) + ")" for group in wanted.groups]
    if speaker is not None:
        groups.append(f"speaker : ({_name(speaker)})")
    if wanted.without and not groups:
        raise UsageError(f"{words!r} says only what to leave out; give a word to look for as well")
    if not groups:
        return None
    without = f" NOT ({' OR '.join(wanted.without)})" if wanted.without else ""
    return f"({' AND '.join(groups)}){without}"


def parsed(typed: str) -> Wanted:
    """The parts of what was typed; OR binds the parts beside it, AND is said already."""
    wanted, either = Wanted(), False
    for word, part, without in _parts(typed):
        if word == EITHER:
            either = bool(wanted.groups)
        elif word == ALL or part is None:
            continue
        elif without:
            wanted.without.append(part)
        elif either:
            wanted.groups[-1].append(part)
            either = False
        else:
            wanted.groups.append([part])
    if len(wanted.without) + sum(map(len, wanted.groups)) > MOST:
        raise UsageError(f"these are too many words to look for at once; give at most {MOST}")
    return wanted


def _name(speaker: str) -> str:
    parts = [part for _, part, _ in _parts(speaker) if part is not None]
    if not parts:
        raise UsageError(
            f"there is no word in the speaker's name {speaker!r}; search looks for letters and digits"
        )
    return " AND ".join(parts[:MOST])


def _parts(typed: str) -> Iterator[tuple[str | None, str | None, bool]]:
    """Each word as typed, as a string of FTS5 (None: nothing that the index knows), whether to do without."""
    typed = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in typed)
    for found in PART.finditer(typed):
        word, phrase = found["word"], found["phrase"]
        begins = bool(found["star"]) if word is None else word.endswith("*")
        yield word, _string(phrase if word is None else word, begins=begins), found["without"] is not None


def _string(text: str, *, begins: bool) -> str | None:
    if not any(unicodedata.category(c)[0] in "LN" for c in text):
        return None
    return '"' + text.replace('"', '""') + '"' + (" *" if begins else "")
