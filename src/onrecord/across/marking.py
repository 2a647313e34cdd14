"""What a person points at, as a target: a statement by its id, words of it, or an article."""

from onrecord.across.anchoring import target
from onrecord.across.comparison import Fix, JudgementKind, Target
from onrecord.across.judging import OF_ARTICLES, of_article, of_statement
from onrecord.across.passages import Passages
from onrecord.across.places import places
from onrecord.errors import UsageError
from onrecord.record import Attribution, Record


def marked(record: Record, mark: str, kind: JudgementKind, fix: Fix | None) -> Target:
    """`mark` is the id of an article, or of a statement; `=WORDS` behind it means these words of it."""
    id_, _, words = mark.partition("=")
    if fix is not None and fix.field in OF_ARTICLES and id_ == record.article.id:
        return of_article(record.article)
    statement = _statement(record, id_)
    made = passage(record, statement, words) if words else of_statement(statement, record.article)
    _check(record, statement, made, whole=kind not in ("join", "split"))
    return made


def passage(record: Record, statement: Attribution, words: str) -> Target:
    """Words of a statement, or of what stands around it; however they are spaced and quoted."""
    first, last = statement.content[0].start, max(span.end for span in statement.content)
    everywhere = list(places(words, record.article.text))
    inside = [one for one in everywhere if first <= one.start and one.end <= last]
    touching = [one for one in everywhere if one.start < last and first < one.end]
    found = inside or touching or everywhere
    if len(found) != 1:
        times = "nowhere" if not found else f"{len(found)} times"
        raise UsageError(
            f"the words {words!r} stand {times} in {statement.id}; give them as printed, and enough of them"
        )
    return target(record.article, found[0].start, found[0].end)


def with_content(record: Record, mark: str, fix: Fix) -> tuple[tuple[Target, ...], Fix]:
    """The statement whose content is fixed and the passages that it is to be; their words as printed."""
    statement = _statement(record, mark)
    passages = tuple(passage(record, statement, words) for words in fix.to)
    printed = Fix("content", tuple(one.text for one in passages))
    return (of_statement(statement, record.article), *passages), printed


def _statement(record: Record, id_: str) -> Attribution:
    for one in record.attributions:
        if one.id == id_:
            return one
    article = record.article.id
    raise UsageError(
        f"{id_} is no statement of the article {article}, which has {len(record.attributions)}, "
        f"{article}:a1 and so on; `onrecord show {article}` shows them"
    )


def _check(record: Record, statement: Attribution, made: Target, *, whole: bool) -> None:
    """Whether the passage leads back to the statement, without which the judgement would be an orphan."""
    found, lost = Passages([record]).statements(made, whole=whole)
    if not any(one.id == statement.id for one in found):
        why = lost[0].why if lost else f"they are {found[0].id}"
        raise UsageError(f"{statement.id} cannot be told from other statements by its words: {why}")
