"""What an analyst is told about the reports of one statement: 60 planted differences, 40 pairs without any.

Each case gives the reports and their spans; addressees, dates and figures are what the program reads in them.
A flag is right when its kind is the planted one or one a fair reader could give, and it shows words of the
planted change. The `held` half is scored and never shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bench.corpora import ROOT, needed, rows
from bench.figures import Figure
from onrecord.across.flags import flags_of
from onrecord.across.flags.telling import Telling
from onrecord.across.statement import Statement
from onrecord.across.words import words_of
from onrecord.attribution.addressees import find_addressees
from onrecord.attribution.draft import Draft, Drafts
from onrecord.attribution.finish import finish
from onrecord.dates import dates
from onrecord.figures import figures
from onrecord.record import VERSION, Article, Attribution, DateReport, Flag, MadeWith, Named, Record
from onrecord.text.layout import layout
from onrecord.text.zones import zones

GOLD = ROOT / "bench" / "gold" / "flags.jsonl"


def flags() -> Iterator[Figure]:
    """Precision and recall on all cases and on the half nobody looks at."""
    cases = [(case, found(case)) for case in rows(needed(GOLD))]
    yield from _figures("flags, all", cases)
    yield from _figures(
        "flags, held half", [(case, given) for case, given in cases if case["half"] == "held"]
    )


def _figures(name: str, cases: list[tuple[Any, tuple[Flag, ...]]]) -> Iterator[Figure]:
    planted = [(case, flag, given) for case, given in cases for flag in case["flags"]]
    given = [(case, flag) for case, found_here in cases for flag in found_here]
    right = sum(any(is_right(flag, one) for flag in case["flags"]) for case, one in given)
    hit = sum(any(is_right(flag, one) for one in found_here) for case, flag, found_here in planted)
    yield Figure(f"{name}: recall", hit / len(planted), len(planted))
    yield Figure(f"{name}: precision", right / len(given) if given else None, len(given))


def is_right(planted: Any, given: Flag) -> bool:
    """Whether a flag tells of this change, and shows some of its words."""
    if given.kind not in (planted["kind"], *planted["acceptable"]):
        return False
    shown = [
        (_number(e.article), e.start, e.end)
        for e in given.evidence
        if e.start is not None and e.end is not None
    ]
    return any(
        report == number and start < last and first < end
        for report, start, end in planted["spans"]
        for number, first, last in shown
    )


def _number(article: str | None) -> int:
    return int((article or "-1").rpartition("-")[2])


def found(case: Any) -> tuple[Flag, ...]:
    """The flags of one case."""
    tellings = [one for number, report in enumerate(case["reports"]) for one in tellings_of(report, number)]
    return flags_of(tellings)


def tellings_of(report: Any, number: int) -> Iterable[Telling]:
    """The attributions of one report, with what the program reads around them."""
    record = record_of(report, number)
    return [
        Telling(
            Statement(
                _named(one, report), record, words_of(record.article.text, one.content), (report["speaker"],)
            )
        )
        for one in record.attributions
    ]


def _named(one: Attribution, report: Any) -> Attribution:
    """With the speaker the case gives."""
    return replace(one, speakers=tuple(replace(p, name=report["speaker"], named=True) for p in one.speakers))


def record_of(report: Any, number: int) -> Record:
    """The record of one report: its spans are given, all else is read."""
    day = DateReport(report["date"], basis="given")
    article = Article(
        f"report-{number}",
        None,
        None,
        None,
        "",
        None,
        None,
        Named(report["outlet"]),
        (),
        (),
        None,
        "en",
        True,
        day,
        DateReport(),
        report["text"],
        (),
    )
    laid = layout(replace(article, zones=zones(article)))
    drafts = find_addressees(laid, Drafts(tuple(_drafts(report))))
    dated = dates(laid, finish(laid, drafts, ()))
    counted = figures(laid, dated.attributions, dated.expressions)
    return Record(
        VERSION,
        MadeWith("", None, None, None),
        dated.article,
        dated.attributions,
        counted,
        dated.expressions,
        (),
        (),
    )


def _drafts(report: Any) -> Iterator[Draft]:
    """As many attributions as there are cues, if there are as many contents; else one."""
    contents, cues, speakers = (
        [tuple(span) for span in report[key]] for key in ("content", "cue", "speaker_mention")
    )
    if len(cues) > 1 and len(cues) == len(contents):
        mentions = speakers if len(speakers) == len(cues) else speakers[:1] * len(cues)
        for key, (content, cue, speaker) in enumerate(zip(contents, cues, mentions, strict=True)):
            yield Draft(key, (content,), (cue,), (speaker,))
    else:
        yield Draft(0, tuple(contents), tuple(cues), tuple(speakers))
