"""One statement where it stands: the paragraphs of the article around it, with its words marked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rich.text import Text

from onrecord.cli import card
from onrecord.cli.page import Page
from onrecord.cli.terminal import one_line, visible
from onrecord.cli.words import joined, number, people
from onrecord.record import Article, Attribution, Record, Span
from onrecord.text.paragraphs import paragraphs

AROUND = 1000  # characters before and after, where a paragraph goes on for pages


def show(
    record: Record,
    attribution: Attribution,
    page: Page,
    *,
    why: bool,
    decided: Mapping[str, Sequence[str]] = card.NOTHING,
) -> None:
    """Print the article's header, the passage, the statement, and the one it stands in."""
    card.header(record.article, page)
    page.line()
    for paragraph in _paragraphs(record.article, attribution):
        page.line(paragraph, indent=card.HANG)
    page.line()
    card.statement(attribution, record.article, page, indent=0, why=why)
    for line in decided.get(attribution.id, ()):
        page.line(line, indent=card.HANG, hang=card.HANG, style="yellow")
    for line in card.figures_of(record).get(attribution.id, ()):
        page.line(line, indent=card.HANG, hang=card.HANG, style="dim")
    outer = next((one for one in record.attributions if one.id == attribution.nested_in), None)
    if outer is not None:
        said = f"inside {number(outer.id)}: {people(outer.speakers)} [{joined(outer.cue)}]"
        page.line(one_line(said), indent=card.HANG, style="dim")
    page.line()


def _paragraphs(article: Article, attribution: Attribution) -> Iterator[Text]:
    styled = [(span, "bold") for party in attribution.speakers for span in party.mention]
    styled += [(span, "cyan") for span in attribution.cue]
    styled += [(span, "green") for span in attribution.content]
    first, last = min(span.start for span, _ in styled), max(span.end for span, _ in styled)
    for start, end in paragraphs(article.text):
        if start < last and first < end:
            left, right = max(start, first - AROUND), min(end, last + AROUND)
            words = _marked(article.text, left, right, styled)
            yield Text("…" if start < left else "") + words + Text("…" if right < end else "")


def _marked(text: str, start: int, end: int, styled: list[tuple[Span, str]]) -> Text:
    """The paragraph, cut where marked words begin and end so that offsets outlive the escaping."""
    inside = {at for span, _ in styled for at in (span.start, span.end) if start < at < end}
    words = Text()
    for left, right in pairwise(sorted({start, end} | inside)):
        styles = [style for span, style in styled if span.start <= left and right <= span.end]
        words.append(visible(text[left:right]), style=" ".join(styles[-1:]))
    return words
