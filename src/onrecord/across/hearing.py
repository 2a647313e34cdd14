"""What judgements are about in the articles at hand: passages found again, or told as orphaned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.across.anchoring import Lost
from onrecord.across.comparison import Judgement, Orphan
from onrecord.across.fixing import Fixed, same_mistake
from onrecord.across.judging import OF_ARTICLES
from onrecord.across.passages import Passage, Passages
from onrecord.record import Record, Span


@dataclass(frozen=True, slots=True)
class Heard:
    """A judgement and, for each target, the statements it is: one in each version of its article."""

    by: Judgement
    reports: tuple[tuple[Passage, ...], ...]
    fixes: tuple[tuple[str, Fixed], ...] = ()  # by the ids of articles


@dataclass(slots=True)
class Hearing:
    """Finds what judgements are about, and keeps account of what cannot be found."""

    passages: Passages
    orphaned: list[Orphan] = field(default_factory=list)
    absent: list[Orphan] = field(default_factory=list)  # their articles are not at hand

    def hear(self, one: Judgement) -> Heard:
        """A judgement that stands; what it is about may be nothing here."""
        if one.value is None:
            whole = one.kind == "reject"
            return Heard(one, tuple(self._reports(one, at, whole=whole) for at in range(len(one.targets))))
        if one.value.field in OF_ARTICLES:
            fixes = tuple(self._of_article(one))
        elif one.value.field == "content":
            fixes = tuple(self._content(one))
        else:
            found = (p for at in range(len(one.targets)) for p in self._reports(one, at, whole=True))
            fixes = tuple((p.record.article.id, Fixed(p.id, one, one.value)) for p in found)
        return Heard(one, (), fixes)

    def _reports(self, one: Judgement, at: int, *, whole: bool) -> tuple[Passage, ...]:
        """The statements that a target is, in its article and in versions of it."""
        if not self._at_hand(one, at):
            return ()
        found, lost = self.passages.statements(one.targets[at], whole=whole)
        if not found:
            self._lose(one, at, lost)
        return tuple(found)

    def _of_article(self, one: Judgement) -> Iterator[tuple[str, Fixed]]:
        """The article itself, and versions of it with the same mistake."""
        if one.value is None or not self._at_hand(one, 0):
            return
        own, *versions = self.passages.articles(one.targets[0])
        for record in (own, *(other for other in versions if same_mistake(own, other, one.value.field))):
            yield record.article.id, Fixed(None, one, one.value)

    def _content(self, one: Judgement) -> Iterator[tuple[str, Fixed]]:
        """The statement, wherever all the words stand that are to be its content."""
        found = self._reports(one, 0, whole=True)
        words = [self._words(one, at) for at in range(1, len(one.targets))] if found else []
        for passage in found:
            spans = [span for some in words for record, span in some if record is passage.record]
            if one.value is not None and len(spans) == len(words):
                content = tuple(sorted(spans, key=lambda span: span.start))
                yield passage.record.article.id, Fixed(passage.id, one, one.value, content)

    def _words(self, one: Judgement, at: int) -> list[tuple[Record, Span]]:
        found, lost = self.passages.spans(one.targets[at])
        if not found:
            self._lose(one, at, lost)
        return found

    def _at_hand(self, one: Judgement, at: int) -> bool:
        """Whether the article of a target is; what is said of an article that is not is no orphan."""
        here = self.passages.here(one.targets[at])
        if not here:
            why = f"its article {one.targets[at].article} is not here"
            self.absent.append(Orphan(one.id, at, why))
        return here

    def _lose(self, one: Judgement, at: int, lost: Sequence[Lost]) -> None:
        self.orphaned.append(Orphan(one.id, at, lost[0].why))
