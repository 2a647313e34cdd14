"""The language of a report, recognised from samples of its words; what the page declares comes second.

Only English is analysed. An English report that is set aside is lost to its reader, while another language
that is analysed costs a few odd findings: an article is set aside only when it surely is not English.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import TYPE_CHECKING, Literal

from onrecord.lang.tables import tables
from onrecord.record import Zone

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = ("en", "eng", "english")
REPORT = ("headline", "subheading", "body")
NO_WORDS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|&#?\w{1,8};")

# 1,000 characters say as much as the whole text and cost a millisecond. They are taken in five places: some
# English reports open with a long quotation in another language, or end with a notice in the outlet's own.
SAMPLES, SAMPLE = 5, 200
GLANCE = 100  # characters are enough to tell whether a sample is English, and no sample is shorter

# Chosen on one half of the corpora, by hash; `python -m bench.languages` measures both. Of 15,000 stretches
# of 100 characters of English none was taken for another language at .9 (at .8 one was); of those of other
# languages 95 % are recognised, of whole articles all. Bytes: a Chinese character says more than a letter.
ENOUGH, SURE = 100, 0.9
LIKELY = 0.5  # of English in a short text: a page that declares another language is not believed
POSSIBLE = 0.1  # of English in a text that nothing is sure of; 100 bytes of English never fall below it
ENGLISH_SHARE = 0.3  # of the samples: two of five make an English report, one of five may be a quotation
NAMES = 2 / 3  # of words with a capital: a list of names, German to the model; German prose has .57 at most

# English beyond doubt, of which the model is not asked: the share of words that only English has, how many
# different ones, in how many samples (of fewer, in all). Nine of ten English reports; of 550 in other
# languages none has half. Fewer than 200 characters are left to the model.
SURELY_SHARE, SURELY_DIFFERENT, SURELY_IN, SURELY_SAMPLES = 0.06, 4, 4, 2

# Codes that one text may bear with equal right: they are recognised together, and what the page declares is
# the more exact. English headlines and tables are taken for Nigerian Pidgin (pcm), which a page must declare.
ALIKE = (
    ("en", "pcm"),
    ("no", "nb", "nn"),
    ("bs", "hr", "sh", "sr"),
    ("id", "ms"),
    ("ar", "ary", "arz"),
    ("zh", "yue", "wuu"),
    ("tl", "fil"),
    ("fa", "prs"),
)
KIN = {code: codes for codes in ALIKE for code in codes}
NO_LANGUAGE = "zxx"  # what the model calls tables, code and lists of figures


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a report as a code such as `en-GB`, how it is known, and whether it is analysed."""

    code: str | None
    known: Literal["recognised", "declared"] | None
    analysed: bool


def language_of(text: str, zones: Sequence[Zone], *, declared: str | None) -> Language:
    """What the words say when there are enough of them to trust; else what the page declares."""
    samples = _samples(_report(text, zones))
    words = " ".join(samples)
    code, certainty = ("en", 1.0) if _surely_english(samples) else _recognised(words)
    trusted = certainty >= LIKELY if code == "en" else certainty >= SURE and _telling(code, words)
    tag = declared.strip().replace("_", "-") if declared else None
    if trusted:
        tag = tag if tag and _alike(tag, code) else code
        return Language(tag, "recognised", _analysed(tag, samples, ENGLISH_SHARE))
    if tag:
        return Language(tag, "declared", _analysed(tag, samples, POSSIBLE))
    return Language(None, None, True)


def _telling(code: str, words: str) -> bool:
    """Whether there are enough words, and words of a language, to believe that they are not English."""
    names = sum(word[0].isupper() for word in words.split())
    return len(words.encode()) >= ENOUGH and names <= NAMES * len(words.split()) and code != NO_LANGUAGE


def _analysed(code: str, samples: Sequence[str], least: float) -> bool:
    """Whether it is English, or at least so much of it is."""
    if _primary(code) in ENGLISH:
        return True
    return not _alike(code, "en") and fmean(map(_english, samples)) >= least


def _alike(tag: str, code: str) -> bool:
    return _primary(tag) in KIN.get(code, (code,))


def _primary(tag: str) -> str:
    return tag.lower().split("-")[0]


def _report(text: str, zones: Sequence[Zone]) -> str:
    """The words of the report: all that stands in its zones, or outside the others where it has none yet."""
    if any(zone.kind == "body" for zone in zones):
        return "\n".join(text[zone.start : zone.end] for zone in zones if zone.kind in REPORT)
    others = [zone for zone in zones if zone.kind not in REPORT]
    starts, ends = [0, *(zone.end for zone in others)], [*(zone.start for zone in others), len(text)]
    return "\n".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _samples(report: str) -> list[str]:
    """Stretches from the beginning to the end of a report, all of it when it is short."""
    words = " ".join(NO_WORDS.sub(" ", report).split())
    number = min(SAMPLES, len(words) // GLANCE) or 1
    size = min(SAMPLE, -(-len(words) // number))
    starts = [(len(words) - size) * i // max(number - 1, 1) for i in range(number)]
    return [_in_small_letters(words[start : start + size]) for start in starts]


def _in_small_letters(words: str) -> str:
    """Words in capitals look like another language to the model; a few among others do not."""
    capitals = sum(map(str.isupper, words))
    return words.lower() if 2 * capitals > sum(map(str.isalpha, words)) else words


def _surely_english(samples: Sequence[str]) -> bool:
    if len(samples) < SURELY_SAMPLES:
        return False
    words = [sample.lower().split() for sample in samples]
    only = [[word for word in some if word in _only_english()] for some in words]
    enough = sum(map(len, only)) >= SURELY_SHARE * sum(map(len, words))
    return (
        enough
        and len(set().union(*only)) >= SURELY_DIFFERENT
        and sum(map(bool, only)) >= min(SURELY_IN, len(samples))
    )


@cache
def _only_english() -> frozenset[str]:
    return frozenset(tables("en")["language"]["surely"])


def _recognised(words: str) -> tuple[str, float]:
    """The likeliest language, by its code of two letters if it has one, and how likely it is."""
    scores = dict(_identifier().rank(words))
    code = max(scores, key=lambda code: (_likely(code, scores), len(code) == 2, scores[code]))
    return code, _likely(code, scores)


def _english(sample: str) -> float:
    """How likely a sample is English."""
    return _likely("en", dict(_identifier().rank(sample[:GLANCE])))


def _likely(code: str, scores: Mapping[str, float]) -> float:
    return sum(scores.get(one, 0.0) for one in KIN.get(code, (code,)))


@cache
def _identifier() -> "LanguageIdentifier":
    """The model, read once per process; late, because it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
