"""Quotation marks paired across words, lines and paragraphs; what never pairs is kept, as unbalanced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.text.markchars import Mark, family, marks_in, same_family
from onrecord.text.marks_ahead import Ahead

_LINE = re.compile(r"[^\r\n]+")
LINES_AHEAD = 8  # a quotation left open may run over this many further lines …
PARAGRAPHS_AHEAD = 3  # … or this many paragraphs set off by blank lines, before it counts as unbalanced


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks, without the marks: one per paragraph where a quotation runs on.

    depth: 0 outermost, 1 a quotation inside one. closed: False when the mark never finds its partner; a stray
    closing mark is an empty stretch with `opener` "". continues: this paragraph carries on the one before.
    runs_on: the next paragraph carries this one on. to_end: never closed, but where it opens (first in its
    paragraph, or behind a colon) says that the rest of the paragraph is meant.
    """

    start: int
    end: int
    depth: int
    opener: str
    closed: bool = True
    continues: bool = False
    runs_on: bool = False
    to_end: bool = False

    @property
    def whole(self) -> bool:
        """Whether its words are known."""
        return self.closed or self.to_end

    def until(self, end: int, *, closed: bool = True) -> "Quotation":
        """The same with its end found; `replace` would do, and takes ten times as long."""
        return Quotation(self.start, end, self.depth, self.opener, closed, self.continues, self.runs_on)


def quotations(text: str, *, within: Sequence[tuple[int, int]] | None = None) -> tuple[Quotation, ...]:
    """All quotations of a text in text order; `within` names the paragraphs to look at (else: every line)."""
    paragraphs = list(within) if within is not None else [m.span() for m in _LINE.finditer(text)]
    marks = [list(marks_in(text, start, end)) for start, end in paragraphs]
    found: list[Quotation] = []
    running: Quotation | None = None
    for i, (start, end) in enumerate(paragraphs):
        last = i + 1 == len(paragraphs)
        pairing = _Pairing(text, start, end, marks[i], running)
        found.extend(pairing.done)
        running = pairing.open_at_end
        if running is not None and (last or not _carried_on(text, paragraphs, marks, i)):
            left = running.until(_trim_right(text, running.start, end), closed=False)
            found.append(replace(left, to_end=_opens_the_rest(text, start, running)))
            running = None
        elif running is not None:
            running = replace(running, end=_trim_right(text, running.start, end), runs_on=True)
            found.append(running)
    return tuple(sorted(_joined(text, found), key=lambda q: (q.start, -q.end)))


class _Pairing:
    """The marks of one paragraph paired, beginning with what the paragraph before left open."""

    def __init__(self, text: str, start: int, end: int, marks: list[Mark], running: Quotation | None) -> None:
        self.text = text
        self.ahead = Ahead(marks)
        self.done: list[Quotation] = []
        self.stack: list[Quotation] = []
        self.doubles = 0  # of those on the stack
        at = start
        while at < end and text[at].isspace():
            at += 1
        if running is not None and not _repeated(marks, at, running):
            self._push(Quotation(at, at, 0, running.opener, continues=True))
        self.repeats = running is not None and not self.stack
        for i, mark in enumerate(marks):
            self._take(i, mark)
        self.open_at_end = self._finish()

    def _push(self, opened: Quotation) -> None:
        self.stack.append(opened)
        self.doubles += family(opened.opener) == "double"

    def _pop(self) -> Quotation:
        opened = self.stack.pop()
        self.doubles -= family(opened.opener) == "double"
        return opened

    def _take(self, i: int, mark: Mark) -> None:
        inner = self.stack[-1] if self.stack else None
        if inner is not None and mark.closes and self._fits(i, mark, inner):
            self._close(mark)
        elif mark.closes and self._outer_fits(mark) and not mark.opens:
            self._close_through(mark)
        elif mark.opens and (inner is None or mark.family != family(inner.opener) or not mark.closes):
            self._open(i, mark)
        elif mark.closes and mark.family == "double":
            self.done.append(Quotation(mark.start, mark.start, 0, "", closed=False))

    def _open(self, i: int, mark: Mark) -> None:
        if mark.family == "single" and not self.ahead.single_closes(i) and not self._may_run_on(i, mark):
            return
        if self.stack and mark.family == family(self.stack[-1].opener) and not self._nests(i, mark):
            left = self._pop()
            end = _trim_right(self.text, left.start, mark.start)
            self.done.append(left.until(end, closed=False))
        continues = self.repeats and not self.done and not self.stack
        self._push(Quotation(mark.end, mark.end, len(self.stack), mark.char, continues=continues))
        self.repeats = False

    def _nests(self, i: int, mark: Mark) -> bool:
        """A mark of the same family inside an open one nests when enough closing ones follow."""
        return mark.char not in ('"', "''") and self.ahead.closing(i, mark.family) >= 2

    def _may_run_on(self, i: int, mark: Mark) -> bool:
        return mark.char == "‘" and not self.stack and i == 0

    def _fits(self, i: int, mark: Mark, opened: Quotation) -> bool:
        if mark.family != family(opened.opener):
            return False
        if mark.family == "single" and self._plural_apostrophe(i, mark):
            return False
        again = mark.char in "«»" and mark.char == opened.opener and mark.opens
        return not again or _looks_closing(self.text, mark)

    def _outer_fits(self, mark: Mark) -> bool:
        return mark.family == "double" and self.doubles > 0

    def _plural_apostrophe(self, i: int, mark: Mark) -> bool:
        """`the students' vote'`: after an s, and a better closing mark comes before the next opening one."""
        before = self.text[mark.start - 1 : mark.start]
        behind = self.text[mark.end : mark.end + 2]
        if before.lower() != "s" or not behind[:1].isspace() or not behind[1:].isalpha():
            return False
        other = self.ahead.single(i)
        return other is not None and other.closes and not other.opens

    def _close(self, mark: Mark) -> None:
        opened = self._pop()
        self.done.append(opened.until(max(opened.start, mark.start)))

    def _close_through(self, mark: Mark) -> None:
        while mark.family != family(self.stack[-1].opener):
            self._pop()  # a single mark that was an apostrophe after all
        self._close(mark)

    def _finish(self) -> Quotation | None:
        outer = next((q for q in self.stack if q.opener and not q.opener.isspace()), None)
        if outer is None:
            return None
        for left in self.stack:
            if left is not outer and family(left.opener) == "double":
                self.done.append(left.until(left.start, closed=False))
        return outer


def _repeated(marks: list[Mark], at: int, running: Quotation) -> bool:
    """Whether the paragraph begins with the running quotation's opening mark once more."""
    first = marks[0] if marks else None
    return first is not None and first.start == at and first.opens and same_family(first.char, running.opener)


def _looks_closing(text: str, mark: Mark) -> bool:
    behind = text[mark.end : mark.end + 1]
    return not behind or behind.isspace() or not behind.isalnum()


def _carried_on(text: str, paragraphs: list[tuple[int, int]], marks: list[list[Mark]], i: int) -> bool:
    """Whether a quotation open after paragraph `i` goes on: its mark again, or a lone closing one."""
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


def _opens_the_rest(text: str, start: int, opened: Quotation) -> bool:
    """Whether a double mark opens the paragraph, or stands behind a colon before a capital."""
    before = text[start : opened.start - len(opened.opener)].rstrip()
    double = family(opened.opener) == "double" or opened.opener == "‘"
    return double and before[-1:] in ("", ":") and text[opened.start : opened.start + 1].isupper()


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
