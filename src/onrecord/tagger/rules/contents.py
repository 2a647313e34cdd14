"""What the reporting clauses of a sentence report."""

import re
from collections.abc import Iterator, Sequence

from onrecord.tagger.rules.frames import Frame
from onrecord.tagger.rules.veil import VEIL, Sentence
from onrecord.tagger.tags import Range

LEAST_WORDS = 2  # of a content without marks
_JOINT = re.compile(r"(?:[,;:—–\s-]|\b(?:and|but|while|as|though|although|or|yet)\s){0,9}$")
_JOINTS = " ,;:—–-\t\r\n"
_WORD = re.compile(r"\w+")


def contents(sentence: Sentence, frames: Sequence[Frame]) -> Iterator[tuple[Frame, list[Range]]]:
    """Each clause with the stretches it reports."""
    low = sentence.start
    for i, frame in enumerate(frames):
        high = frames[i + 1].start if i + 1 < len(frames) else sentence.end
        if frame.before:
            pieces = _around(sentence, frame, low, high)
            low = frame.end
        else:
            pieces = _behind(sentence, frame.end, high)
            low = high
        if pieces:
            yield frame, pieces


def _behind(sentence: Sentence, start: int, high: int) -> list[Range]:
    start, end = _cleaned(sentence, start, high)
    quoted = sentence.quotation_at(start)
    if quoted is not None and _is_whole(sentence, quoted):
        return [quoted]
    return [(start, end)] if _enough(sentence, start, end) else []


def _is_whole(sentence: Sentence, quoted: Range) -> bool:
    """Whether a quotation is a sentence of its own: a capital, and a stop or comma at its end."""
    inner = sentence.inside(quoted)
    after = sentence.veiled[quoted[1] : quoted[1] + 3].strip()[:1]
    return inner[:1].isupper() and (inner[-1:] in tuple(".,!?…—-") or after in ("", ",", ".", ";"))


def _around(sentence: Sentence, frame: Frame, low: int, high: int) -> list[Range]:
    before = _before(sentence, low, frame.start)
    return [*before, *_resumed(sentence, frame, low, high, before[-1])] if before else []


def _before(sentence: Sentence, low: int, at: int) -> list[Range]:
    """The clause before, or the quotation it ends in, if that stands apart from what leads to it."""
    start, end = _cleaned(sentence, low, at)
    quoted = sentence.quotation_at(end - 1)
    if quoted is not None and _stands_apart(sentence.veiled[start : quoted[0]]):
        return [quoted]
    end = quoted[1] if quoted is not None else end
    return [(start, end)] if _enough(sentence, start, end) else []


def _stands_apart(left: str) -> bool:
    """Behind a stop, or one word and a comma; `in our view, "it rains"` is said as a whole."""
    stopped = left.rstrip()[-1:] in tuple(":.;?!-—–)")
    one_word = left.rstrip().endswith(",") and len(_WORD.findall(left)) < LEAST_WORDS
    return VEIL not in left and (not left.strip() or stopped or one_word)


def _resumed(sentence: Sentence, frame: Frame, low: int, high: int, before: Range) -> list[Range]:
    """The second half: `"A," he said, "and B"`; `the plan, he said, was bad`."""
    veiled = sentence.veiled
    first = veiled.find(VEIL, frame.end, high)
    if first >= 0 and veiled[frame.end : first].rstrip()[-1:] in ("", ",", ":", "—", "–", "-"):
        if sentence.quotation_at(before[1] - 1) is None:
            return []
        quoted = sentence.quotation_at(first)
        ended = quoted is not None and sentence.inside(quoted)[-1:] in tuple(".,!?…")
        return [quoted] if quoted is not None and ended else [(first, _cleaned(sentence, first, high)[1])]
    if (
        first >= 0
        or VEIL in veiled[low : frame.start]
        or high != sentence.end
        or veiled[frame.end : frame.end + 1] != ","
    ):
        return []
    start, end = _cleaned(sentence, frame.end, high)
    return [(start, end)] if frame.rule != "inverted" and _enough(sentence, start, end) else []


def _cleaned(sentence: Sentence, start: int, end: int) -> Range:
    """Without blanks, joints and a final stop."""
    while start < end and sentence.veiled[start] in _JOINTS:
        start += 1
    joint = _JOINT.search(sentence.veiled, max(start, end - 60), end)
    end = joint.start() if joint else end
    while end > start and sentence.veiled[end - 1] in _JOINTS + ".":
        end -= 1
    return start, end


def _enough(sentence: Sentence, start: int, end: int) -> bool:
    return (
        VEIL in sentence.veiled[start:end] or len(_WORD.findall(sentence.veiled, start, end)) >= LEAST_WORDS
    )
