"""A record's parts as rows of the store's tables."""

import re
from collections.abc import Iterable, Sequence

from onrecord.lang import english
from onrecord.readers.addresses import url_key
from onrecord.record import Article, Attribution, Credit, Named, Party, Record, Setting, Span
from onrecord.store import dates

GAP = " … "  # between pieces that do not stand together
TITLE = 100  # characters of a label; Datasette prints them in every cell that refers to the row
SURROGATE = re.compile("[\ud800-\udfff]")  # in names of files that are no UTF-8; SQLite cannot hold it
UNWRITABLE = "\ufffd"

Value = str | int | float | None
Row = dict[str, Value]


def article_row(record: Record) -> Row:
    """The columns of `articles` that the record itself decides."""
    article = record.article
    published = dates.written(article.published_on)
    first, last = dates.days(published)
    return _writable(
        {
            "id": article.id,
            "title": article.title,
            "published_on": published,
            "published_from": first,
            "published_to": last,
            "updated_on": dates.written(article.updated_on),
            "url": article.url,
            "url_key": url_key(article.url),
            "language": article.language,
            "analysed": int(article.analysed),
            "authors": _names(article.authors),
            "credits": _names(article.credits),
            "path": article.path,
            "record": article.record,
            "captured_on": article.captured_on,
            "sha256": article.sha256,
            "text": article.text,
        }
    )


def attribution_row(attribution: Attribution, article: Article, position: int) -> Row:
    """The columns of `attributions` that the record itself decides."""
    said = dates.written(attribution.said_on)
    first, last = dates.days(said)
    if not (first or last):
        first, last = dates.days(dates.written(article.published_on))
    speaker = " and ".join(filter(None, map(printed, attribution.speakers))) or None
    cue, content = joined(attribution.cue), joined(attribution.content)
    return _writable(
        {
            "id": attribution.id,
            "title": _label(speaker, cue, content, direct=attribution.form == "direct"),
            "article_id": article.id,
            "position": position,
            "form": attribution.form,
            "mode": attribution.mode,
            "polarity": attribution.polarity,
            "zone": attribution.zone,
            "said_on": said,
            "dated_from": first,
            "dated_to": last,
            "nested_in": attribution.nested_in,
            "continues": attribution.continues,
            "start": min(span.start for span in attribution.content),
            "end": max(span.end for span in attribution.content),
            "confidence": attribution.confidence,
            "channel": _setting(attribution.channel),
            "occasion": _setting(attribution.occasion),
            "venue": _setting(attribution.venue),
            "speaker": speaker,
            "cue": cue,
            "content": content,
        }
    )


def parties(attribution: Attribution) -> Iterable[tuple[str, int, Party]]:
    """Role, position and party of everybody who has a part in an attribution."""
    roles = {
        "speaker": attribution.speakers,
        "addressee": attribution.addressees,
        "chain": tuple(link.party for link in attribution.chain),
    }
    return ((role, i, party) for role, group in roles.items() for i, party in enumerate(group, start=1))


def printed(party: Party) -> str | None:
    """Who, as printed, with who that is where other words settle it: she (Anneke Roos)."""
    mention = joined(party.mention)
    settled = party.name or joined(party.antecedent)
    if not mention or not settled or settled in mention:
        return mention or settled or None
    return f"{mention} ({settled})"


def speaker_name(party: Party) -> str | None:
    """The words that name a party; None for a bare pronoun, which is somebody else in every article."""
    name = party.name or joined(party.antecedent) or joined(party.mention)
    name = " ".join(name.split())
    return None if name.lower() in english().pronouns else clean(name) or None


def joined(spans: Sequence[Span]) -> str:
    """The words of several spans."""
    return GAP.join(span.text for span in spans)


def clean(text: str) -> str:
    """The text, with half characters (in names of files) replaced, which SQLite cannot hold."""
    return SURROGATE.sub(UNWRITABLE, text)


def _writable(row: Row) -> Row:
    return {key: clean(value) if isinstance(value, str) else value for key, value in row.items()}


def _label(speaker: str | None, cue: str, content: str, *, direct: bool) -> str:
    words = f"“{content}”" if direct else content
    label = " ".join(f"{speaker or 'Nobody named'} [{cue}] {words}".split())
    return label if len(label) <= TITLE else label[: TITLE - 1].rstrip() + "…"


def _names(named: Sequence[Named | Credit]) -> str | None:
    return ", ".join(one.name for one in named) or None


def _setting(setting: Setting | None) -> str | None:
    return (setting.name or setting.kind) if setting else None
