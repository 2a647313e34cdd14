"""A statement as it is compared: an attribution with its article, its words, and who said it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.across.words import Word, words_of
from onrecord.record import Attribution, Record


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of one article, ready to be compared with those of others."""

    attribution: Attribution
    record: Record
    words: tuple[Word, ...]
    speakers: tuple[str, ...]  # ids of Somebody; () where nobody is named

    @property
    def id(self) -> str:
        return self.attribution.id

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.record.article.id

    @property
    def text(self) -> str:
        """The text its spans are cut from."""
        return self.record.article.text


def statements(records: Iterable[Record], somebody: Mapping[str, str]) -> Iterator[Statement]:
    """What is said or written in articles; what is only thought is never compared.

    `somebody` leads from the entities of single articles to those across articles.
    """
    for record in records:
        for one in record.attributions:
            if one.mode != "thought":
                known = (somebody.get(party.entity) for party in one.speakers if party.entity is not None)
                words = words_of(record.article.text, one.content)
                yield Statement(one, record, words, tuple(dict.fromkeys(filter(None, known))))
