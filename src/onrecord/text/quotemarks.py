"""Quotation marks paired across words, lines and paragraphs; what never pairs is kept and said to be unbalanced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

DOUBLE = "\"“”„‟«»「」『』"
SINGLE = "'‘’‚‛‹›`"
# ``so'' is how corpora and some wires type a double mark.
_MARK = re.compile(r"``|''|[" + re.escape(DOUBLE + SINGLE) + "]")
_LINE = re.compile(r"[^\r\n]+")
_OPENERS = {"``": "double", "„": "double", "「": "double", "『": "double", "‚": "single", "`": "single"}
_CLOSERS = {"''": "double", "」": "double", "』": "double"}
_ELISION = re.compile(r"['’](?:\d0s|em\b|til\b|cause\b|tis\b|twas\b|n['’]|round\b|bout\b)", re.IGNORECASE)
_BEFORE_OPENING = "([{<–—-/…:;,"
LINES_AHEAD = 8  # a quotation left open may run over this many further lines …
PARAGRAPHS_AHEAD = 3  # … or this many paragraphs set off by blank lines, before it counts as unbalanced


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks, without the marks: one per paragraph where a quotation runs on.

    depth: 0 outermost, 1 a quotation inside one. closed: False when the mark never finds its partner; a stray
    closing mark is an empty stretch with `opener` "". continues: this paragraph carries on the one before.
    runs_on: the next paragraph carries this one on.
    """

    start: int
    end: int
    depth: int
    opener: str
    closed: bool = True
    continues: bool = False
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    char: str
    family: str
    opens: bool
    closes: bool


def quotations(text: str, *, within: Sequence[tuple[int, int]] | None = None) -> tuple[Quotation, ...]:
    """All quotations of a text in text order; `within` names the paragraphs to look at (default: every line)."""
    paragraphs = list(within) if within is not None else [m.span() for m in _LINE.finditer(text)]
    marks = [list(_marks(text, start, end)) for start, end in paragraphs]
    found: list[Quotation] = []
    running: Quotation | None = None
    for i, (start, end) in enumerate(paragraphs):
        last = i + 1 == len(paragraphs)
        pairing = _Pairing(text, start, end, marks[i], running)
        found.extend(pairing.done)
        running = pairing.open_at_end
        if running is not None and (last or not _carried_on(text, paragraphs, marks, i)):
            found.append(replace(running, end=_trim_right(text, running.start, end), closed=False))
            running = None
        elif running is not None:
            running = replace(running, end=_trim_right(text, running.start, end), runs_on=True)
            found.append(running)
    return tuple(sorted(_joined(text, found), key=lambda q: (q.start, -q.end)))


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        mark = _judge(text, match.start(), match.end(), start, end)
        if mark is not None:
            yield mark


def _judge(text: str, at: int, after: int, low: int, high: int) -> _Mark | None:
    """What the characters beside a mark allow it to be; None for apostrophes, primes and the like."""
    char = text[at:after]
    before = text[at - 1] if at > low else " "
    behind = text[after] if after < high else " "
    family = _OPENERS.get(char) or _CLOSERS.get(char) or ("single" if char in SINGLE else "double")
    if family == "single" and _apostrophe(text, at, char, before, behind):
        return None
    if char == '"' and before.isdigit() and behind in " ,x×" and text.count('"', low, high) % 2:
        return None
    beside = before.isspace() or before in _BEFORE_OPENING or _quote(before)
    opens = char not in _CLOSERS and not behind.isspace() and beside
    closes = char not in _OPENERS and not before.isspace() and not behind.isalnum()
    if before.isspace() and behind.isspace():
        opens, closes = char not in ("”", "’", "»", "''"), char not in ("“", "‘", "``")
    if char in "“‘" and not closes or char in _OPENERS:
        opens = True
    if char in "«»":
        opens, closes = True, True
    if char in "”’" and not opens or char in _CLOSERS:
        closes = True
    if char in "“‘" and opens and not (before.isalnum() or before in ".,!?…"):
        closes = False
    if char in "”’" and closes and not before.isspace() and before not in _BEFORE_OPENING:
        opens = False
    return _Mark(at, after, char, family, opens, closes)


def _apostrophe(text: str, at: int, char: str, before: str, behind: str) -> bool:
    if char not in "'’‘‛`":
        return False
    if before.isalnum() and behind.isalnum():
        return True
    return char in "'’" and not before.isalnum() and bool(_ELISION.match(text, at))


def _quote(char: str) -> bool:
    return char in DOUBLE or char in SINGLE


class _Pairing:
    """The marks of one paragraph paired, beginning with what the paragraph before left open."""

    def __init__(self, text: str, start: int, end: int, marks: list[_Mark], running: Quotation | None) -> None:
        self.text, self.done, self.stack = text, [], []  # type: str, list[Quotation], list[Quotation]
        self.marks = marks
        at = start
        while at < end and text[at].isspace():
            at += 1
        if running is not None and not (marks and marks[0].start == at and _same_family(marks[0].char, running.opener) and marks[0].opens):
            self.stack.append(Quotation(at, at, 0, running.opener, continues=True))
        self.repeats = running is not None and not self.stack
        for i, mark in enumerate(marks):
            self._take(i, mark)
        self.open_at_end = self._finish()

    def _take(self, i: int, mark: _Mark) -> None:
        inner = self.stack[-1] if self.stack else None
        if inner is not None and mark.closes and self._fits(i, mark, inner):
            self._close(mark)
        elif mark.closes and self._outer_fits(mark) and not mark.opens:
            self._close_through(mark)
        elif mark.opens and (inner is None or not _same_family(mark.char, inner.opener) or not mark.closes):
            self._open(i, mark)
        elif mark.closes and mark.family == "double":
            self.done.append(Quotation(mark.start, mark.start, 0, "", closed=False))

    def _open(self, i: int, mark: _Mark) -> None:
        if mark.family == "single" and not self._closer_ahead(i, mark) and not self._may_run_on(i, mark):
            return
        if self.stack and _same_family(mark.char, self.stack[-1].opener) and not self._nests(i, mark):
            left = self.stack.pop()
            end = _trim_right(self.text, left.start, mark.start)
            self.done.append(replace(left, end=end, closed=False))
        continues = self.repeats and not self.done and not self.stack
        self.stack.append(Quotation(mark.end, mark.end, len(self.stack), mark.char, continues=continues))
        self.repeats = False

    def _nests(self, i: int, mark: _Mark) -> bool:
        """A mark of the same family inside an open one nests when enough closing ones follow."""
        ahead = [m for m in self.marks[i + 1 :] if m.family == mark.family]
        closing = sum(m.closes and not m.opens for m in ahead)
        opening = sum(m.opens and not m.closes for m in ahead)
        return mark.char != '"' and closing - opening >= 2

    def _closer_ahead(self, i: int, mark: _Mark) -> bool:
        return any(m.family == "single" and m.closes for m in self.marks[i + 1 :])

    def _may_run_on(self, i: int, mark: _Mark) -> bool:
        return mark.char == "‘" and not self.stack and i == 0

    def _fits(self, i: int, mark: _Mark, opened: Quotation) -> bool:
        if not _same_family(mark.char, opened.opener):
            return False
        if mark.family == "single" and self._plural_apostrophe(i, mark):
            return False
        return not (mark.char in "«»" and mark.char == opened.opener and mark.opens and not _looks_closing(self.text, mark))

    def _outer_fits(self, mark: _Mark) -> bool:
        return mark.family == "double" and any(_same_family(mark.char, q.opener) for q in self.stack)

    def _plural_apostrophe(self, i: int, mark: _Mark) -> bool:
        """`the students' vote'`: after an s, and a better closing mark follows before the next opening one."""
        before = self.text[mark.start - 1 : mark.start]
        behind = self.text[mark.end : mark.end + 2]
        if before.lower() != "s" or not behind[:1].isspace() or not behind[1:].isalpha():
            return False
        for other in self.marks[i + 1 :]:
            if other.family == "single":
                return other.closes and not other.opens
        return False

    def _close(self, mark: _Mark) -> None:
        opened = self.stack.pop()
        self.done.append(replace(opened, end=max(opened.start, mark.start)))

    def _close_through(self, mark: _Mark) -> None:
        while not _same_family(mark.char, self.stack[-1].opener):
            self.stack.pop()  # a single mark that was an apostrophe after all
        self._close(mark)

    def _finish(self) -> Quotation | None:
        outer = next((q for q in self.stack if q.opener and not q.opener.isspace()), None)
        if outer is None:
            return None
        for left in self.stack:
            if left is not outer and _family(left.opener) == "double":
                self.done.append(replace(left, end=left.start, closed=False))
        return outer


def _looks_closing(text: str, mark: _Mark) -> bool:
    behind = text[mark.end : mark.end + 1]
    return not behind or behind.isspace() or not behind.isalnum()


def _family(char: str) -> str:
    return _OPENERS.get(char) or _CLOSERS.get(char) or ("single" if char in SINGLE else "double")


def _same_family(a: str, b: str) -> bool:
    return _family(a) == _family(b)


def _carried_on(text: str, paragraphs: list[tuple[int, int]], marks: list[list[_Mark]], i: int) -> bool:
    """Whether a quotation open at the end of paragraph `i` goes on: an opening mark repeated, or a lone closing one."""
    blank = 0
    for j in range(i + 1, min(len(paragraphs), i + 1 + LINES_AHEAD)):
        blank += not _one_break(text, paragraphs[j - 1][1], paragraphs[j][0])
        if blank > PARAGRAPHS_AHEAD:
            return False
        double = [m for m in marks[j] if m.family == "double" or m.char == "‘"]
        if double:
            first = double[0]
            at_start = not text[paragraphs[j][0] : first.start].strip()
            return first.opens and at_start and j == i + 1 or first.closes and not first.opens
    return False


def _one_break(text: str, end: int, start: int) -> bool:
    return text[end:start].replace("\r\n", "\n").count("\n") <= 1


def _joined(text: str, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """Pieces parted by a mere line break are one stretch, unless the mark was repeated."""
    held: Quotation | None = None
    for piece in sorted(found, key=lambda q: (q.start, -q.end)):
        if piece.depth or not piece.opener:
            yield piece
        elif held is not None and held.runs_on and piece.continues and _unmarked(text, held, piece):
            held = replace(piece, start=held.start, continues=held.continues)
        else:
            if held is not None:
                yield held
            held = piece
    if held is not None:
        yield held


def _unmarked(text: str, held: Quotation, piece: Quotation) -> bool:
    between = text[held.end : piece.start]
    return not between.strip() and between.replace("\r\n", "\n").count("\n") <= 1


def _trim_right(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
