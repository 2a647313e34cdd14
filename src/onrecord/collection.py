"""A store and the pipeline together: what `onrecord.open` gives, and the command line and pages call."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import StoreError, UsageError
from onrecord.exports.confident import checked, confident
from onrecord.readers.counts import Report
from onrecord.readers.folder import listed
from onrecord.readers.item import Item, Passed
from onrecord.readers.known import Known
from onrecord.readers.opening import Reading, all_items
from onrecord.record import Form, Mode, Record
from onrecord.store import (
    backup,
    database,
    find,
    forget,
    judgements,
    outlets,
    overview,
    people,
    review,
    search,
    stats,
    write,
)
from onrecord.store import facets as counted
from onrecord.store.comparison import figures, near, others, state, utterances, whole
from onrecord.store.comparison.near import Near
from onrecord.store.comparison.state import Kept
from onrecord.store.outlets import Outlet, Publisher
from onrecord.store.overview import Listed, Overview
from onrecord.store.people import Person, Quoted
from onrecord.store.query import Query
from onrecord.store.review import Unsure
from onrecord.store.search import Found

if TYPE_CHECKING:  # the pipeline takes a while to load, and looking things up does without
    from onrecord.across.comparison import (
        Comparison,
        FigureGroup,
        Fix,
        Judgement,
        JudgementKind,
        Orphan,
        Relation,
        Somebody,
        Target,
        Utterance,
    )
    from onrecord.across.judged import Judged
    from onrecord.pipeline import Outcome

SHORTEST, WHOLE = 4, 16  # digits of an article's id: that can stand for it, and in all

CASE = "main"  # the case of whoever names none


def now() -> str:
    """The time of day, for "added at"."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ordered(Protocol):
    """Runs `work` on every item and gives the results in order; `onrecord.batch.pool.ordered` is one."""

    def __call__(
        self,
        work: "Callable[[Item | Passed], Outcome]",
        items: Iterable[Item | Passed],
        *,
        died: "Callable[[Item | Passed], Outcome]",
    ) -> "Iterator[Outcome]": ...


def one_by_one(
    work: "Callable[[Item | Passed], Outcome]",
    items: Iterable[Item | Passed],
    *,
    died: "Callable[[Item | Passed], Outcome]",  # noqa: ARG001  nothing dies in this process but all of it
) -> "Iterator[Outcome]":
    """One item after the other, in this process."""
    return map(work, items)


class Collection:
    """Articles with their statements, kept in one file.

    with onrecord.open("dam.db") as collection:
        print(collection.add(["pile/", "crawl.warc.gz"]).lines())
        for hit in collection.search("spillway", outlet="Harbor Ledger"):
            print(hit.speaker, hit.content)
    """

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        create: bool = True,
        clock: Callable[[], str] = now,
        trusted: bool = False,
    ) -> None:
        self.path = Path(path)
        self._db = database.opened(self.path, create=create, trusted=trusted)
        self._clock = clock

    def __enter__(self) -> "Collection":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything written is in it already."""
        self._db.close()

    def add(
        self,
        paths: str | PathLike[str] | Iterable[str | PathLike[str]],
        *,
        case: str = CASE,
        outlet: str | None = None,
        published: str | None = None,
        reading: Reading = Reading(),  # noqa: B008  it is frozen
        again: bool = False,
        tagger: str | None = None,
        people: str | PathLike[str] | None = None,
        ordered: Ordered = one_by_one,
    ) -> Report:
        """Read files, folders, feeds, archives and tables into the store; what is there already is skipped.

        `again` reads that anew too; `tagger` and `people` are as in `onrecord.extract`. The report counts
        what became of everything, and names every problem.
        """
        from onrecord.people import settled_list
        from onrecord.pipeline import attempt, killed
        from onrecord.tagger import settled

        inputs = listed([str(path) for path in ([paths] if isinstance(paths, (str, PathLike)) else paths)])
        known = Known(outlet=outlet, published=published)
        fresh = self.fresh(all_items(inputs.inputs, known.of, reading), case=case, again=again)
        report = Report()
        work = partial(attempt, largest=reading.largest, tagger=settled(tagger), people=settled_list(people))
        for outcome in ordered(work, fresh, died=killed):
            kept = self.take(outcome, case=case, again=again)
            report.take(kept.path, kept.record, kept.fate, kept.cause, kept.message)
        for name in inputs.no_pages:
            report.take(name, None, "set aside", "no page")
        return report

    def fresh(
        self, items: Iterable[Item | Passed], *, case: str = CASE, again: bool = False
    ) -> Iterator[Item | Passed]:
        """The same items; those that are stored already come out as unchanged and need no reading."""
        for item in items:
            if again or isinstance(item, Passed):
                yield item
                continue
            article = find.known(self._db, item.key)
            if article is None:
                yield item
            else:
                write.link(self._db, article, case=case, at=self._clock())
                yield Passed(item.path, item.record, "unchanged")

    def take(self, outcome: "Outcome", *, case: str = CASE, again: bool = False) -> "Outcome":
        """Write what was found in an item, whole or not at all; unchanged when that article was there."""
        if outcome.found is None:
            return outcome
        at = self._clock()
        if again:
            write.replace(self._db, outcome.found, key=outcome.key, case=case, at=at)
            return outcome
        if write.put(self._db, outcome.found, key=outcome.key, case=case, at=at):
            return outcome
        return replace(outcome, fate="unchanged", cause=None, found=None, notes=())

    def records(
        self,
        *,
        case: str | None = None,
        min_confidence: float = 0.0,
        report: Report | None = None,
        judged: bool = False,
    ) -> Iterator[Record]:
        """Every record, of one case or of all, in the order in which they were added.

        Attributions less sure than `min_confidence` are left out; `report.left_out` counts them.
        With `judged` they are as people decided.
        """
        checked(min_confidence)
        found = find.records(self._db, case=case)
        return self._confident(self._judged(found) if judged else found, min_confidence, report)

    def _judged(self, found: Iterator[Record]) -> Iterator[Record]:
        about = self.judged_articles()
        for record in found:
            id_ = record.article.id
            yield next(r for r in self.seen(id_).records if r.article.id == id_) if id_ in about else record

    def _confident(self, records: Iterator[Record], least: float, report: Report | None) -> Iterator[Record]:
        for record in records:
            kept = confident(record, least)
            if report is not None:
                report.leave_out(kept.left_out)
            yield kept.record

    def record(self, article: str) -> Record:
        """The record of an article, by its id or an unambiguous beginning of it."""
        found = find.record(self._db, self.article(article))
        if found is None:  # forgotten by another process a moment ago
            raise UsageError(f"{article}: this article is no longer in {self.path}")
        return found

    def article(self, beginning: str) -> str:
        """The whole id of the article whose id begins so."""
        found = find.matching(self._db, beginning) if len(beginning) >= SHORTEST else ()
        if not found:
            raise UsageError(
                f"no article {beginning} in {self.path}; `onrecord search` gives the ids of what is there"
            )
        if len(found) > 1:
            raise UsageError(f"{beginning} is not clear: {', '.join(found[:8])}; give more of the id")
        return found[0]

    def search(
        self,
        words: str = "",
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        date: str | None = None,
        form: Form | None = None,
        mode: Mode | None = None,
        thought: bool = False,
        case: str | None = None,
        min_confidence: float = 0.0,
        limit: int = 20,
        after: int = 0,
    ) -> Found:
        """Statements with these words, best first; without words the newest first.

        Words are all looked for; "a phrase", begin*, OR and -without work. `date` is a day, month, year or
        two of them with a slash between. What is less sure than `min_confidence` is counted in `left_out`.
        `after` passes over the hits of the pages before.
        """
        wanted = Query(
            words=words,
            speaker=speaker,
            outlet=outlet,
            date=date,
            form=form,
            mode=mode,
            thought=thought,
            case=case,
            min_confidence=min_confidence,
            limit=limit,
            after=after,
        )
        return search.search(self._db, wanted)

    def hits(self, query: Query) -> Found:
        """The statements a query is about, as `search` finds them."""
        return search.search(self._db, query)

    def facets(self, query: Query) -> counted.Facets:
        """How many of those statements are by whom, from which outlet, of which month and form."""
        return counted.facets(self._db, query)

    def overview(self) -> Overview:
        """How much the store holds, at a glance."""
        return overview.overview(self._db)

    def newest(
        self, *, limit: int = 20, before: str | None = None, outlet: str | None = None
    ) -> tuple[Listed, ...]:
        """The articles that were added last, or last before another one."""
        return overview.newest(self._db, limit=limit, before=before, outlet=outlet)

    def compare(
        self,
        *,
        case: str | None = None,
        people: str | PathLike[str] | None = None,
        stage: "Callable[[str], object]" = str,
    ) -> Kept:
        """Lay the reports of each statement side by side, of the whole store or of one case, and keep that.

        It takes the place of what was kept before, all of it or, when it is stopped, nothing; what the last
        one found and what still holds is not worked out again, and where nothing changed nothing is done.
        `people` is as in `onrecord.compare`; `stage` is told what is being done. `utterances` lists what
        was found.
        """
        from onrecord.people import settled_list
        from onrecord.pipeline import compare
        from onrecord.store.comparison import keep
        from onrecord.store.comparison.earlier import Earlier

        names = settled_list(people)
        digest = names.made_with if names is not None else None
        kept = self.compared(case=case)
        if kept is not None and kept.fresh and kept.people == digest:
            return kept
        earlier = Earlier(self._db, case=case, people=digest)
        stage("reading what is stored")
        found = compare(
            earlier.records(), people=names, judgements=self.judgements(), earlier=earlier, stage=stage
        )
        stage("writing")
        keep.keep(self._db, found, earlier, case=case, at=self._clock())
        kept = self.compared(case=case)
        assert kept is not None
        return kept

    def compared(self, *, case: str | None = None) -> Kept | None:
        """What `compare` kept, in figures, and what happened since; None when it never ran."""
        return state.state(self._db, case=case)

    def utterance(self, id_: str, *, case: str | None = None) -> "Utterance":
        """One utterance with all its reports; an id that another one took the place of leads to that."""
        article, _, rest = id_.partition(":")
        whole_id = f"{self.article(article)}:{rest}" if rest and len(article) < WHOLE else id_
        found = utterances.utterance(self._db, whole_id, case=case)
        if found is None:
            raise UsageError(f"no utterance {id_} in {self.path}; `onrecord compare --store` lists them")
        return found

    def utterances(
        self,
        *,
        case: str | None = None,
        speaker: str | None = None,
        flagged: bool = False,
        kind: str | None = None,
        conflicts: bool = False,
        several: bool = False,
        article: str | None = None,
        date: str | None = None,
        order: utterances.Order = "reported",
        limit: int = 20,
        after: int = 0,
    ) -> utterances.Lines:
        """Utterances that `compare` found: of a speaker (a name, or the id of an entity), with flags, flags
        of one kind, conflicts or several reports, of an article, of a day (or two, as in `search`); the most
        reported first, or by flags, conflicts, day, article. `after` passes over the pages before.
        """
        return utterances.utterances(
            self._db,
            case=case,
            speaker=speaker,
            flagged=flagged,
            kind=kind,
            conflicts=conflicts,
            several=several,
            article=article,
            date=date,
            order=order,
            limit=limit,
            after=after,
        )

    def reported_by(self, attribution: str, *, case: str | None = None) -> tuple[str, ...]:
        """The ids of the utterances that an attribution reports; its parts may report different ones."""
        return utterances.of_attribution(self._db, attribution, case=case)

    def near(self, attribution: str, *, limit: int = 5) -> tuple[Near, ...]:
        """The statements most like one, in one utterance with it or not, as `compare` scored them."""
        return near.near(self._db, attribution, limit=limit)

    def people(self, *, words: str = "", limit: int = 50, after: int = 0) -> tuple[Quoted, ...]:
        """Who is quoted most, of those with these words in their name."""
        return people.people(self._db, words=words, limit=limit, after=after)

    def person(self, name: str) -> Person | None:
        """What is known of one name; None where nobody of this name says anything."""
        return people.person(self._db, name)

    def outlets(self, *, limit: int = 50, after: int = 0) -> tuple[Publisher, ...]:
        """The outlets with most articles first."""
        return outlets.outlets(self._db, limit=limit, after=after)

    def outlet(self, name: str) -> Outlet | None:
        """How one outlet quotes; None where there is none of this name."""
        return outlets.outlet(self._db, name)

    def least_sure(self, *, limit: int = 20, after: int = 0) -> tuple[Unsure, ...]:
        """The least sure statements that nobody has decided about."""
        return review.least_sure(self._db, limit=limit, after=after)

    def somebody(self, name: str, *, case: str | None = None) -> "tuple[Somebody, ...]":
        """Everybody across articles who is called so, as `compare` tells; namesakes are several."""
        return others.named(self._db, name, case=case)

    def days(self, *, case: str | None = None, limit: int = 20, after: int = 0) -> others.Days:
        """The days that other articles settle, and articles with several dates, as `compare` kept them."""
        return others.days(self._db, case=case, limit=limit, after=after)

    def figures_of(self, articles: Iterable[str], *, case: str | None = None) -> "tuple[FigureGroup, ...]":
        """The groups of figures, as `compare` kept them, with one of these articles."""
        return figures.of_articles(self._db, articles, case=case)

    def figures(
        self, *, relations: "Iterable[Relation]", case: str | None = None, limit: int = 20, after: int = 0
    ) -> figures.Groups:
        """The groups of figures that stand so to each other, those in conflict first."""
        return figures.groups(self._db, relations=relations, case=case, limit=limit, after=after)

    def comparison(self, *, case: str | None = None) -> "Comparison":
        """What `compare` kept, whole, as `onrecord.compare` gives it."""
        found = whole.comparison(self._db, case=case)
        if found is None:
            raise UsageError(f"nothing is compared in {self.path}; `onrecord compare --store` does it")
        return found

    def written(self, *, case: str | None = None, lines: bool = False) -> Iterator[str]:
        """The same as JSON, bit by bit: one object, or with `lines` each utterance on a line of its own."""
        if lines:
            return (f"{line}\n" for line in whole.lines(self._db, case=case))
        return chain(whole.as_json(self._db, case=case), "\n")

    def stats(self, *, case: str | None = None) -> stats.Stats:
        """What the store holds, counted."""
        return stats.stats(self._db, case=case)

    def cases(self) -> tuple[str, ...]:
        """The names of the cases."""
        return find.cases(self._db)

    def judge(
        self,
        kind: "JudgementKind",
        statements: "Sequence[str | Target]",
        value: "Fix | None" = None,
        *,
        who: str,
        note: str | None = None,
    ) -> "Judgement":
        """Take a person's decision about statements, by their ids; docs/judgements.md tells what there is.

        `"0f3a5c77:a2=words"` means these words of a statement; `value` is what a field is to say.
        """
        from onrecord.store import judging

        whole = [self._whole(one) if isinstance(one, str) else one for one in statements]
        return judging.judge(self._db, kind, whole, value, who=who, now=self._clock(), note=note)

    def _whole(self, mark: str) -> str:
        """What names a statement, with the whole id of its article."""
        id_, *words = mark.split("=", 1)
        article, *rest = id_.split(":", 1)
        return "=".join((":".join((self.article(article), *rest)), *words))

    def undo(self, judgement: str, *, who: str, note: str | None = None) -> "Judgement":
        """Take back a judgement, by its id; an undo can be taken back too."""
        from onrecord.store import judging

        return judging.undo(self._db, judgement, who=who, now=self._clock(), note=note)

    def judgements(self) -> "tuple[Judgement, ...]":
        """Everything people decided, the earliest first, what was undone too."""
        return judgements.read(self._db)

    def judged_articles(self) -> frozenset[str]:
        """The articles that any judgement may be about, versions of them too."""
        return judgements.articles(self._db)

    def take_judgements(self, made: "Iterable[Judgement]") -> int:
        """Put in judgements that were made elsewhere; how many were new."""
        return judgements.put(self._db, made)

    def orphaned(self) -> "tuple[Orphan, ...]":
        """Passages of judgements that are not found again, and those of articles that are not here."""
        from onrecord.store import judging

        return judging.orphaned(self._db)

    def seen(self, article: str) -> "Judged":
        """An article, and versions of it, as people see them after all judgements."""
        from onrecord.store import judging

        return judging.seen(self._db, self.article(article))

    def forget(
        self, article: str, *, case: str | None = None, dry_run: bool = False, wipe: bool = True
    ) -> forget.Forgotten:
        """Take an article out, with all that hangs on it; with `case` only out of that case.

        `dry_run` tells what would go. Who forgets several, with `wipe` off, calls `wipe_file` once after.
        """
        return forget.forget(self._db, self.article(article), case=case, dry_run=dry_run, wipe=wipe)

    def wipe_file(self) -> bool:
        """Write the file anew, without what was forgotten; False where that cannot be done now."""
        return forget.wipe_file(self._db)

    def backup(self, path: str | PathLike[str]) -> None:
        """A complete copy in a new file, also while others write."""
        if Path(path).exists():
            raise StoreError(f"{path} is there already; give the name of a new file")
        backup.backup(self._db, Path(path))
