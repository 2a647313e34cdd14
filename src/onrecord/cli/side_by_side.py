"""`onrecord show` of an utterance: its reports side by side, out of the comparison that is kept."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.cli import compared
from onrecord.cli.output import quiet_end
from onrecord.cli.page import Page
from onrecord.cli.stored import naming, opened


def show(ids: Sequence[str], store: Path, page: Page, *, why: bool) -> None:
    """Each of them, and where an id leads to another one, that."""
    with quiet_end(), opened(store) as collection:
        for id_ in ids:
            one = collection.utterance(id_)
            articles = dict.fromkeys(variant.attribution.rpartition(":")[0] for variant in one.variants)
            if not one.id.endswith(id_.partition(":")[2]):
                page.line(f"{id_} is one statement with {one.id} by now", style="dim")
            compared.show_one(one, [collection.record(article) for article in articles], page, why=why)
            page.line(f"{one.id} · a report by itself: onrecord show {one.base}{naming(store)}", style="dim")
            page.line()
