"""The readings of an utterance as a table: a letter for each report, a mark, and the words.

Reports that have the same words share a line. What is quoted stands in “ ”, what is not is a paraphrase.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.across.comparison import Reading, ReadingKind, Witness
from onrecord.cli.terminal import one_line
from onrecord.exports.readable import LETTERS
from onrecord.record import Attribution, Span
from onrecord.text.markchars import DOUBLE, SINGLE

MARKS: dict[ReadingKind, str] = {
    "base": " ",
    "same": "=",
    "reworded": "~",
    "added": "+",
    "dropped": "-",
    "moved": ">",
}
LEGEND = (
    "A is what the others are laid against.",
    "= same  ~ in other words  + added  - left out  > elsewhere  “ ” quoted, else paraphrased",
)
NOTHING = "(nothing)"
OPENING = DOUBLE + SINGLE + " "  # what stands between quoted words and others
GAP = " … "

Known = Mapping[str, tuple[Attribution, str]]  # attribution id -> it, and its article's text
Row = tuple[str, str, str]  # whose words, the mark, the words


def rows(readings: Sequence[Reading], letters: Mapping[str, str], known: Known) -> Iterator[list[Row]]:
    """The lines of each reading; `letters` are those of the attributions."""
    for reading in readings:
        lines: dict[tuple[str, str], list[str]] = {}
        for witness in sorted(reading.witnesses, key=lambda one: list(letters).index(one.attribution)):
            line = _line(witness, reading.witnesses[0], known)
            if line is not None:
                lines.setdefault(line, []).append(letters[witness.attribution])
        yield [(_whose(some, letters), mark, words) for (mark, words), some in _base_first(lines)]


def _line(witness: Witness, base: Witness, known: Known) -> tuple[str, str] | None:
    """The mark and the words; what agrees with the base is shown in its words."""
    if witness.kind == "dropped":
        return MARKS["dropped"], NOTHING
    if not witness.spans:
        return None
    attribution, text = known[witness.attribution]
    words = _words(witness.spans, attribution, text)
    alike = witness.kind == "same" and witness.quoted == base.quoted != "part"
    if witness is base or alike:
        base_attribution, base_text = known[base.attribution]
        return MARKS["same"], _words(base.spans, base_attribution, base_text)
    return MARKS[witness.kind], words


def _base_first(
    lines: Mapping[tuple[str, str], list[str]],
) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """A line that only the base has carries no mark."""
    for (mark, words), some in lines.items():
        alone = some == [LETTERS[0]] and mark == MARKS["same"]
        yield (MARKS["base"] if alone else mark, words), some


def _whose(some: Sequence[str], letters: Mapping[str, str]) -> str:
    """Each letter in its own column, as far as there are letters."""
    if len(letters) > len(LETTERS):
        return " ".join(some)
    return "".join(one if one in some else " " for one in letters.values())


def _words(spans: Sequence[Span], attribution: Attribution, text: str) -> str:
    return GAP.join(" ".join(_pieces(_closed(span, text), attribution, text)) for span in spans)


def _closed(span: Span, text: str) -> Span:
    """The span with the brackets around its first and last words, which are no words themselves."""
    start = span.start - (text[span.start - 1 : span.start] == "[" and "]" in text[span.start : span.end + 1])
    end = span.end + (text[span.end : span.end + 1] == "]" and "[" in text[start : span.end])
    return Span(start, end, text[start:end])


def _pieces(span: Span, attribution: Attribution, text: str) -> Iterator[str]:
    """The span, cut where quotation begins and ends."""
    inside = [mark for mark in attribution.marks if mark.kind == "quoted"]
    if attribution.form == "direct" and not inside:
        yield f"“{one_line(span.text)}”"
        return
    cuts = {at for m in inside for at in (m.start, m.end) if span.start < at < span.end}
    for start, end in pairwise(sorted({span.start, span.end} | cuts)):
        words = text[start:end]
        if any(mark.start <= start and end <= mark.end for mark in inside):
            yield f"“{one_line(words)}”"
            continue
        words = words.rstrip(OPENING) if end in cuts else words
        words = one_line(words.lstrip(OPENING) if start in cuts else words)
        yield from [words] if words else []
