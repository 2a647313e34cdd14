"""The main path: an article goes in, its record comes out; records go in, their comparison comes out.

`extract` and `compare` list the stages in order.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import onrecord
from onrecord import settings
from onrecord.across.comparison import Comparison, Judgement
from onrecord.across.earlier import NOTHING, Earlier
from onrecord.across.entities import members, somebodies
from onrecord.across.figure_groups import figure_groups
from onrecord.across.flags.copies import near_duplicates
from onrecord.across.grouping import groups
from onrecord.across.judged import apply
from onrecord.across.paused import without_collecting
from onrecord.across.profile import profiles
from onrecord.across.regrouped import regrouped
from onrecord.across.scoring import scorer, scores
from onrecord.across.settled import settled_dates
from onrecord.across.standing import in_order
from onrecord.across.statement import statements
from onrecord.across.units import of_statements, rejoined, units
from onrecord.across.utterances import utterances
from onrecord.across.within import within
from onrecord.attribution import attributions, draft_attributions
from onrecord.attribution.flags import flags
from onrecord.attribution.setting import settings_of
from onrecord.dates import dates
from onrecord.errors import OnRecordError, ReadError
from onrecord.figures import figures
from onrecord.people import ListFile, people, registry
from onrecord.readers import Read, read_item
from onrecord.readers.item import Fate, Item, Passed, called
from onrecord.readers.opening import mistake
from onrecord.record import VERSION, Article, MadeWith, Party, Record
from onrecord.tagger import Tagger, load
from onrecord.text.layout import READ, Layout, layout
from onrecord.text.zones import zones


def extract(articles: Iterable[Article]) -> Iterator[Record]:
    """The record of every article, one after the other."""
    tagger = load()
    for article in articles:
        yield extract_one(article, tagger=tagger, reader=None)


def record(read: Read, *, tagger: str | None = None, people: ListFile | None = None) -> Record:
    """The record of one article as it was read, made with the tagger of that name (see settings.TAGGER)."""
    return extract_one(read.article, tagger=load(tagger), reader=read.reader, listed=people)


def extract_one(
    article: Article, *, tagger: Tagger, reader: str | None, listed: ListFile | None = None
) -> Record:
    """Everything found in one article; one in a language that is not analysed has zones only."""
    article = replace(article, zones=zones(article))
    named = listed.made_with if listed is not None else None
    made_with = MadeWith(onrecord.__version__, reader, tagger.name, named)
    if not article.analysed:
        return Record(VERSION, made_with, article, (), (), (), (), ())
    laid = layout(article)
    found = attributions(laid, tagger)
    on_list = registry(listed) if listed is not None else None
    known = people(laid, found.attributions, found.names, found.vectors, on_list)
    placed = settings_of(laid, known.attributions, known.party)
    dated = dates(laid, placed)
    counted = figures(laid, dated.attributions, dated.expressions)
    return Record(
        VERSION,
        made_with,
        dated.article,
        dated.attributions,
        counted,
        dated.expressions,
        known.entities,
        (*flags(laid, dated.attributions), *dated.flags),
    )


@without_collecting()
def compare(
    records: Iterable[Record],
    *,
    people: ListFile | None = None,
    judgements: Iterable[Judgement] = (),
    earlier: Earlier = NOTHING,
    stage: Callable[[str], object] = str,
) -> Comparison:
    """Articles laid side by side: a function of the set of them, whatever order they come in.

    What people decided goes before all; what `earlier` knows need not be worked out again. `stage` is told
    what is being done.
    """
    articles, decided = _each_once(records), in_order(judgements)
    seen = apply(decided, articles)
    stage("finding out who is whom")
    everybody = somebodies(seen.records, registry(people) if people is not None else None)
    stage("looking for reports of one statement")
    known = profiles(statements(seen.records, members(everybody)))
    cut = units(known)
    likely = scores(cut, scorer(), earlier)
    likely, grouped = of_statements(likely), rejoined(groups(cut, likely))
    grouped = regrouped(grouped, known, seen.verdicts, likely)
    likely = within(grouped, likely)
    names = {one.id: one for one in everybody}
    stage("laying reports side by side")
    told = utterances(known, grouped, likely, scorer(), names, earlier)
    earlier.made({one.utterance.id: one.made_from for one in told})
    firm = [one.firm for one in told]
    return Comparison(
        version=VERSION,
        made_with=_made_with(articles),
        articles=articles,
        entities=everybody,
        utterances=tuple(one.utterance for one in told),
        figures=figure_groups(seen.records, [[one.id for one in some] for some in firm]),
        dates=settled_dates(seen.records, firm),
        flags=near_duplicates(articles, (one.utterance for one in told)),
        judgements=tuple(decided),
        orphaned=seen.orphaned,
    )


def _each_once(records: Iterable[Record]) -> tuple[Record, ...]:
    """By their ids; of an article given twice the one with the first path."""
    ordered = sorted(records, key=lambda one: (one.article.path or "", one.article.record or ""))
    articles = {one.article.id: one for one in reversed(ordered)}
    return tuple(articles[id_] for id_ in sorted(articles))


def _made_with(records: Iterable[Record]) -> MadeWith:
    """This release; tagger and list of people where all articles were read with the same."""
    made = [one.made_with for one in records]
    taggers, lists = {one.tagger for one in made}, {one.registry for one in made}
    tagger, registry_ = (some.pop() if len(some) == 1 else None for some in (taggers, lists))
    return MadeWith(onrecord.__version__, None, tagger, registry_)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: its record, or the cause and the message; and what else is to be told."""

    path: str | None
    record: str | None  # the place in its input; None: the input itself
    fate: Fate
    cause: str | None = None
    found: Record | None = None
    key: str | None = None  # the item's fingerprint, where there is a record
    message: str | None = None
    notes: tuple[str, ...] = ()  # without the name: the same notes of many inputs are told once

    @property
    def name(self) -> str:
        """What messages call it."""
        return called(self.path, self.record)


def attempt(
    item: Item | Passed,
    *,
    largest: int = settings.LARGEST.default,
    tagger: str | None = None,
    people: ListFile | None = None,
) -> Outcome:
    """Read one item and find its statements; whatever is wrong with it concerns this item alone."""
    if isinstance(item, Passed):
        return Outcome(item.path, item.record, item.fate, item.cause, message=item.message)
    try:
        read = read_item(item, largest=largest)
        found = record(read, tagger=tagger, people=people)
    except ReadError as error:
        fate: Fate = "set aside" if error.cause == "no text" else "refused"
        return Outcome(item.path, item.record, fate, error.cause, message=str(error))
    except OnRecordError:
        raise  # the tagger cannot run: no other item would fare better
    except Exception as error:  # noqa: BLE001  a mistake of ours must not cost the user the other items
        why = mistake(item.name, error)
        return Outcome(item.path, item.record, "refused", "mistake in onrecord", message=why)
    if found.article.analysed:
        notes = _still_true(read.notes, found.article)
        return Outcome(item.path, item.record, "read", None, found, item.key, notes=notes)
    cause = "other language"
    return Outcome(item.path, item.record, "set aside", cause, found, item.key, notes=read.notes)


def _still_true(notes: tuple[str, ...], article: Article) -> tuple[str, ...]:
    """Without what reading missed and the text itself told later: its day."""
    dated = article.published_on.value is not None
    return tuple(note for note in notes if not (dated and note.startswith("undated")))


def killed(item: Item | Passed) -> Outcome:
    """The outcome of an item whose process was killed while at work on it."""
    why = "its process was killed, as happens when memory runs out; try it alone, or with fewer --workers"
    return Outcome(item.path, item.record, "refused", "process killed", message=f"{item.name}: {why}")


def explain(article: Article, start: int, end: int, *, tagger: str | None = None) -> tuple[str, ...]:
    """Plain sentences: what was found in a stretch of an article, and if nothing was, why."""
    article = replace(article, zones=zones(article))
    if not article.analysed:
        return (f"The article's language is {article.language!r}; only English is analysed.",)
    laid = layout(article)
    outside = _outside(article, start, end)
    if outside:
        return outside
    reads = load(tagger)
    dropped = [d for part in laid.sections() for d in draft_attributions(part, reads)[0].dropped]
    found = [
        a
        for a in attributions(laid, reads).attributions
        if any(s.start < end and start < s.end for s in (*a.content, *a.cue))
    ]
    said = tuple(f"{a.id}: {_who(a.speakers)} — {' … '.join(s.text for s in a.content)}" for a in found)
    turned_down = tuple(f"Turned down: {d.why}." for d in dropped if d.start < end and start < d.end)
    return said + turned_down or _nothing(laid, start, end)


def _outside(article: Article, start: int, end: int) -> tuple[str, ...]:
    kinds = {z.kind for z in article.zones if z.start < end and start < z.end}
    if kinds and not kinds & set(READ):
        return (
            f"The passage stands in a {' and '.join(sorted(kinds))}; statements are not read out of these.",
        )
    return ()


def _who(speakers: tuple[Party, ...]) -> str:
    mentions = (p.mention or p.antecedent for p in speakers)
    return ", ".join(" ".join(s.text for s in m) for m in mentions) or "nobody named"


def _nothing(laid: Layout, start: int, end: int) -> tuple[str, ...]:
    if any(q.start < end and start < q.end for q in laid.quotations):
        return (
            "The words in marks are too few, or look like a name or title; nobody is said to have said them.",
        )
    return ("The tagger sees nobody's words here: no reporting word with a speaker and a content.",)
