"""How well the language of a report is told: no English text set aside, other languages recognised.

usage: python -m bench.languages     every corpus, in two halves by the hash of the texts' names: the half
                                     thresholds were chosen on, the other one; and milliseconds per text
"""

import contextlib
import gzip
import hashlib
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.corpora import DATA, PAGES, TEXTS, MissingDataError, needed, rows
from bench.figures import Figure
from bench.slices import name
from onrecord.errors import ReadError
from onrecord.readers import plain
from onrecord.readers.html import reading as html
from onrecord.readers.language import Language, language_of
from onrecord.record import Zone

ENGLISH = "en"
OTHER = {"german_wikinews": "de", "meantime/es": "es", "meantime/it": "it", "meantime/nl": "nl"}
TWEETS = ("wnut17/", "timex/tweets")
CUT = 100  # characters of the stretches that English texts are cut into
STRETCHES = 6  # of one text

# Looked at one by one. Tweets in Dutch, Tagalog and so on among the English ones; pages in Xhosa, Zulu and
# German that declare English; and pages in English that declare the German of their template.
NOT_ENGLISH = {
    *(f"wnut17-train-{n}" for n in (47, 164, 286, 340, 715, 794, 876, 1971, 2431, 2566, 2637, 2954, 2986)),
    *(f"wnut17-train-{n}" for n in (3152, 3211)),
    "za__Dizindaba__2025_11_16.html.gz",
    "za__Isolezwe__2025_11_09.html.gz",
    "57b4dafd18cfd0531b69f81e87158648227c673ef159f8d8c87d34e34bdb21f2.html.gz",
    "ba07d1e64775f4090e39116c382111f5a2cfe9528dd179673f4e9bfcea370c15.html.gz",
}
IS_ENGLISH = {
    "f81c6c05d9cbc93316992fa23ef74ec405194e292611f2e94f6a814868903665.html.gz",
    "fde930b01859de8311c6a14f8aa8c72be0659b551367803deb6736cf3526cf2e.html.gz",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the language it is in."""

    corpus: str
    name: str
    code: str  # without a region
    words: str
    zones: tuple[Zone, ...] = ()
    declared: str | None = None

    @property
    def half(self) -> int:
        """0: thresholds were chosen on it."""
        return hashlib.sha256(f"{name(self.corpus)}/{self.name}".encode()).digest()[0] % 2

    def language(self) -> Language:
        """What is said of it."""
        return language_of(self.words, self.zones, declared=self.declared)

    def right(self) -> bool:
        """English is analysed; another language is recognised as itself and is not."""
        found = self.language()
        if self.code == ENGLISH:
            return found.analysed
        return not found.analysed and _primary(found.code) == self.code


def languages() -> Iterator[Figure]:
    """The figures of the gate."""
    groups = _groups([*_texts(), *_pages()])
    for group, texts in groups.items():
        wrong = tuple(text.name for text in texts if not text.right())
        value = len(wrong) if group.startswith("English") else 1 - len(wrong) / len(texts)
        yield Figure(f"languages: {group}", value, len(texts), wrong)


def _groups(texts: Sequence[Text]) -> dict[str, list[Text]]:
    english = [text for text in texts if text.code == ENGLISH]
    groups = {"English texts set aside": english, "English stretches set aside": list(_stretches(english))}
    for text in texts:
        if text.code != ENGLISH:
            groups.setdefault(f"recognised, {text.corpus.split('/')[0]}", []).append(text)
    return {named: group for named, group in groups.items() if group}


def _texts() -> Iterator[Text]:
    """All texts that are here, as files of plain text."""
    for corpus in TEXTS:
        code = next((code for begun, code in OTHER.items() if corpus.startswith(begun)), ENGLISH)
        with contextlib.suppress(MissingDataError):
            for row in rows(needed(DATA / corpus)):
                if row["id"] not in NOT_ENGLISH:
                    page = plain.read_text(str(row["text"]))
                    yield Text(corpus, str(row["id"]), code, page.text, page.zones)


def _pages() -> Iterator[Text]:
    """All saved pages that are here and declare a language."""
    for corpus in PAGES:
        for path in sorted((DATA / corpus).glob("*.gz")):
            with contextlib.suppress(ReadError):
                page = html.read(gzip.decompress(path.read_bytes()))
                code = ENGLISH if path.name in IS_ENGLISH else _primary(page.language)
                if code and path.name not in NOT_ENGLISH:
                    yield Text(corpus, path.name, code, page.text, page.zones, page.language)


def _stretches(english: Iterable[Text]) -> Iterator[Text]:
    """Stretches of the English texts, each as if it were a text of its own."""
    for text in english:
        chance = random.Random(text.name)
        if text.corpus in TEXTS and not text.corpus.startswith(TWEETS):
            for _ in range(min(STRETCHES, len(text.words) // CUT)):
                start = chance.randrange(len(text.words) - CUT + 1)
                yield Text(text.corpus, text.name, ENGLISH, text.words[start : start + CUT])


def _primary(tag: str | None) -> str:
    code = (tag or "").lower().split("-")[0]
    return "no" if code == "nb" else code


def main() -> None:
    """Print for every corpus how many texts there are and how many are told wrong, in either half."""
    texts = [*_texts(), *_pages()]
    by_corpus: dict[str, list[Text]] = {}
    for text in texts:
        by_corpus.setdefault(f"{name(text.corpus)}, {'en' if text.code == ENGLISH else 'others'}", []).append(
            text
        )
    by_corpus |= {"English stretches": _groups(texts)["English stretches set aside"]}
    print(f"{'corpus':42} {'chosen on: n':>12} {'wrong':>6} {'other half: n':>14} {'wrong':>6} {'ms':>6}")
    for corpus, some in by_corpus.items():
        begun = time.process_time()
        wrong = [text for text in some if not text.right()]
        spent = 1000 * (time.process_time() - begun) / len(some)
        numbers = [sum(text.half == half for text in group) for half in (0, 1) for group in (some, wrong)]
        print("{:42} {:12} {:6} {:14} {:6} {:6.2f}".format(corpus, *numbers, spent))
        for text in wrong:
            print(f"    {text.name}: {text.code}, taken for {text.language().code}")


if __name__ == "__main__":
    main()
