"""Lists to take away: CSV with everything, citations; all of a list, never only the page that is shown."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from io import StringIO
from typing import Literal, cast

from starlette.responses import Response

from onrecord.collection import Collection
from onrecord.exports import citations, statements_csv
from onrecord.exports.cells import cell
from onrecord.exports.citations import Cited
from onrecord.record import Record
from onrecord.web.seen import seen

Format = Literal["csv", "txt", "bib", "csl.json"]
KINDS: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
WRITERS: Mapping[Format, Callable[[Iterable[Cited]], Iterator[str]]] = {
    "txt": citations.plain,
    "bib": citations.bibtex,
    "csl.json": citations.csl,
}


def statements(store: Collection, ids: Iterable[str], form: Format, name: str) -> Response:
    """Statements in one of these formats, in their order; the CSV is that of `onrecord export`."""
    wanted: dict[str, list[str]] = {}
    for id_ in ids:
        wanted.setdefault(id_.rpartition(":")[0], []).append(id_)
    records = ((seen(store, article), frozenset(of)) for article, of in wanted.items())
    if form == "csv":
        file = StringIO(newline="")
        statements_csv.write((_only(record, of) for record, of in records), file)
        body = file.getvalue()
    else:
        cited = (Cited(r.article, one) for r, of in records for one in r.attributions if one.id in of)
        body = "".join(WRITERS[form](cited))
    return attached(body, KINDS[form], f"{name}.{form}")


def table(items: Iterable[object], name: str) -> Response:
    """Any list of dataclasses as CSV: a column a field; several things in one cell are parted by ;"""
    file = StringIO(newline="")
    writer = csv.writer(file)
    header: list[str] = []
    for item in items:
        row = dict(_cells(item))
        if not header:
            header = list(row)
            writer.writerow(header)
        writer.writerow([cell(row[key]) for key in header])
    return attached(file.getvalue(), KINDS["csv"], f"{name}.csv")


def attached(body: str, kind: str, name: str) -> Response:
    """A file to be kept."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body.encode("utf-8", "replace"), media_type=kind, headers=headers)


def _only(record: Record, ids: frozenset[str]) -> Record:
    return replace(record, attributions=tuple(one for one in record.attributions if one.id in ids))


def _cells(item: object, before: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a dataclass, those of dataclasses in it too: group_relation."""
    for field in fields(cast("type", item)):
        value = getattr(item, field.name)
        key = before + field.name.rstrip("_")
        if is_dataclass(value) and not isinstance(value, type):
            yield from _cells(value, f"{key}_")
        else:
            yield key, _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return "; ".join(map(_text, value))
    if is_dataclass(value) and not isinstance(value, type):
        return " ".join(filter(None, (words for _, words in _cells(value))))
    return str(value)
