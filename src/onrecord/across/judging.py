"""A judgement as it is made: checked, and named after all that it says."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from typing import get_args

from onrecord.across.anchoring import target
from onrecord.across.comparison import Fix, FixedField, Judgement, JudgementKind, Target
from onrecord.across.standing import moment
from onrecord.errors import UsageError
from onrecord.readers.timestamps import edtf
from onrecord.record import Article, Attribution, Form, Mode, Polarity

KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)
FIELDS: tuple[FixedField, ...] = get_args(FixedField)
OF_ARTICLES = ("outlet", "published_on")  # fields of the whole article; every other one is a statement's
DATES = ("said_on", "published_on")
WORDS: Mapping[str, tuple[str, ...]] = {
    "form": get_args(Form),
    "mode": get_args(Mode),
    "polarity": get_args(Polarity),
}
FEWEST = {"join": 2, "split": 2, "fix": 1, "reject": 1, "undo": 0}  # targets
ID = re.compile(r"j[0-9a-f]{16}")
DATE_FORMS = "2031, 2031-05, 2031-05-09 or 2031-05-09T14:05"
WHOLE = "article"  # the place of a target that is an article and no passage of it

_HALF = re.compile("[\ud800-\udfff]")  # of a command line that is no UTF-8; nothing can hold it


def of_statement(attribution: Attribution, article: Article) -> Target:
    """The passage of a statement: from its first word to its last."""
    ends = [span.end for span in attribution.content]
    return target(article, attribution.content[0].start, max(ends))


def of_article(article: Article) -> Target:
    """An article as a whole."""
    return Target(article.id, WHOLE, None, None, "", "", "")


def made(
    kind: JudgementKind,
    targets: Iterable[Target],
    value: Fix | None = None,
    *,
    who: str,
    at: str,
    note: str | None = None,
    undoes: str | None = None,
) -> Judgement:
    """A new judgement."""
    fix = _tidied(value) if value is not None else None
    said = _HALF.sub("\ufffd", note).strip() if note else ""
    return named(checked(Judgement("", kind, tuple(targets), fix, _word(who), at, said or None, undoes)))


def named(judgement: Judgement) -> Judgement:
    """With its id: the same for the same judgement, wherever it is made."""
    rest = json.dumps(astuple(judgement)[1:], ensure_ascii=True, separators=(",", ":"))
    return replace(judgement, id=f"j{hashlib.sha256(rest.encode()).hexdigest()[:16]}")


def checked(one: Judgement) -> Judgement:
    """The judgement, when it can mean something; else an error says what it lacks."""
    if one.kind not in KINDS:
        raise UsageError(f"{one.kind!r} is no kind of judgement; those are {', '.join(KINDS)}")
    if not one.who:
        raise UsageError("who judges? Give a name: --who NAME")
    if len(one.targets) < FEWEST[one.kind]:
        raise UsageError(f"{one.kind} needs {_statements(FEWEST[one.kind])}; {len(one.targets)} given")
    if (one.kind == "undo") != (one.undoes is not None) or (one.kind == "undo" and one.targets):
        raise UsageError("undo, and nothing else, names the judgement that it takes back, and no statement")
    if (one.kind == "fix") != (one.value is not None):
        raise UsageError("fix, and nothing else, names a field and what it is to say")
    if one.value is not None:
        _check_fix(one.value, one.targets)
    moment(one.at)
    return one


def _check_fix(fix: Fix, targets: Sequence[Target]) -> None:
    if fix.field not in FIELDS:
        raise UsageError(f"{fix.field!r} cannot be fixed; what can is {', '.join(FIELDS)}")
    if not all(fix.to):
        raise UsageError(f"an empty word for {fix.field}; to leave it open give none at all")
    if len({one.article for one in targets}) > 1:
        raise UsageError(f"one {fix.field} at a time is fixed; these are of several articles")
    if (fix.field in OF_ARTICLES) != (targets[0].place == WHOLE):
        of = "an article, by its id alone" if fix.field in OF_ARTICLES else "a statement, as in 0f3a5c77:a2"
        raise UsageError(f"{fix.field} is a field of {of}")
    if fix.field in WORDS and (len(fix.to) != 1 or fix.to[0] not in WORDS[fix.field]):
        raise UsageError(f"{fix.field} is one of {', '.join(WORDS[fix.field])}")
    if fix.field in (*DATES, "outlet") and len(fix.to) > 1:
        raise UsageError(f"{fix.field} is one, or none; {len(fix.to)} given")
    if fix.field in DATES and fix.to and edtf(fix.to[0]) is None:
        raise UsageError(f"{fix.to[0]!r} is no date; write it as {DATE_FORMS}")
    if fix.field == "content" and not len(targets) == len(fix.to) + 1 > 1:
        raise UsageError("content is fixed by the passages that it is, after the statement as it was found")


def _tidied(fix: Fix) -> Fix:
    """Words with single blanks between them, and dates as they are written everywhere."""
    words = tuple(map(_word, fix.to))
    if fix.field in DATES:
        words = tuple(edtf(one) or one for one in words)
    return replace(fix, to=words)


def _word(text: str) -> str:
    return " ".join(_HALF.sub("\ufffd", text).split())


def _statements(count: int) -> str:
    return "a statement" if count == 1 else f"{count} statements"
