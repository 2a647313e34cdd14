"""`onrecord forget`: articles out of the store, with all that hangs on them."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options

if TYPE_CHECKING:
    from onrecord.record import Article
    from onrecord.store.forget import Forgotten

STAYS = (
    "their words are still in the file: another program has it open, or the disk is full; "
    "they go with the next article that is forgotten when that is over"
)


def forget(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles, or clear beginnings of them.")
    ],
    store: options.Store = options.STORE,
    case: Annotated[
        str | None, typer.Option(metavar="NAME", help="Take them out of this case; the others keep them.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would go.")] = False,
) -> None:
    """Take articles out of the store, and say what goes with each: statements, flags, names, judgements.

    Nothing goes when one of the ids is unknown or not clear.
    """
    from onrecord.cli.output import quiet_end
    from onrecord.cli.stored import article_id, opened

    beginnings = list(map(article_id, articles))
    with quiet_end(), opened(store, case=case) as collection:
        whole = [collection.record(id_).article for id_ in dict.fromkeys(map(collection.article, beginnings))]
        for article in whole:  # whatever is wrong with one of them is told before the first one goes
            collection.forget(article.id, case=case, dry_run=True)
        for article in whole:
            gone = collection.forget(article.id, case=case, dry_run=dry_run, wipe=False)
            print(told(article, gone, dry_run=dry_run), flush=True)
        if not dry_run and not collection.wipe_file():
            print(STAYS, file=sys.stderr)


def told(article: "Article", gone: "Forgotten", *, dry_run: bool) -> str:
    """What became of an article and what hung on it, in a line."""
    from onrecord.cli.terminal import one_line

    outlet = article.outlet.name if article.outlet else "outlet unknown"
    name = f"{article.id} {one_line(article.title or article.path or 'standard input')} ({one_line(outlet)})"
    would = "would be " if dry_run else ""
    if gone.articles:
        return f"{name}: {would}forgotten, with {_what(gone)}"
    return f"{name}: {would}taken out of the case {one_line(', '.join(gone.cases))}; other cases keep it"


def _what(gone: "Forgotten") -> str:
    from onrecord.cli.words import times

    parts = [times(gone.attributions, "statement")]
    if gone.flags:
        parts.append(times(gone.flags, "flag"))
    if gone.speakers:
        parts.append(f"{times(gone.speakers, 'speaker')} named nowhere else")
    if gone.utterances:
        parts.append(f"{times(gone.utterances, 'utterance')} until the next comparison")
    if gone.judgements:
        parts.append(times(gone.judgements, "judgement"))
    if gone.passages:
        parts.append(f"{times(gone.passages, 'passage')} of judgements that stay")
    later = (
        "; a later version of it stays" if gone.versions == 1 else f"; {gone.versions} later versions stay"
    )
    return ", ".join(parts) + (later if gone.versions else "")
