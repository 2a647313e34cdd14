"""What the user knows of an article: options of the command line, rows of a manifest CSV."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from onrecord.errors import UsageError
from onrecord.readers.timestamps import edtf

COLUMNS = ("path", "outlet", "url", "date", "title")
DATE_FORMS = "2023, 2023-10, 2023-10-17 or 2023-10-17T14:05"


@dataclass(frozen=True, slots=True)
class Given:
    """Outlet, date, address and title as the user gave them, each None where nothing was said."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    outlet_place: str = "--outlet"
    published_place: str = "--published"

    def over(self, other: "Given") -> "Given":
        """This knowledge, filled up where it is silent with what another place says."""
        merged = replace(self, url=self.url or other.url, title=self.title or other.title)
        if merged.outlet is None:
            merged = replace(merged, outlet=other.outlet, outlet_place=other.outlet_place)
        if merged.published is None:
            merged = replace(merged, published=other.published, published_place=other.published_place)
        return merged

    def of_items(self) -> "Given":
        """What of this knowledge of an archive, feed or table holds for every item in it."""
        return replace(self, url=None, title=None)


def given_date(written: str, *, where: str) -> str:
    """A date the user wrote, in EDTF; `where` names the option or the manifest line in the error."""
    value = edtf(written)
    if value is None:
        raise UsageError(f"{where}: {written!r} is no date; write it as {DATE_FORMS}")
    return value


def read_manifest(path: Path) -> Mapping[str, Given]:
    """The rows of a manifest by file name (`key`); a wrong row is an error that names its line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the manifest {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the manifest {path} is not UTF-8; save it as CSV (UTF-8)") from error
    found: dict[str, Given] = {}
    for where, name, given in _rows(text, path):
        if key(name) in found:
            raise UsageError(f"{where}: {name} stands in the manifest twice; keep one row")
        found[key(name)] = given
    return found


def key(name: str) -> str:
    """The form in which a manifest's path and an input's name are compared."""
    return str(PurePosixPath(name.strip().replace("\\", "/")))


def _rows(text: str, path: Path) -> Iterator[tuple[str, str, Given]]:
    table = csv.DictReader(text.splitlines(keepends=True), skipinitialspace=True)
    _check_header([name.strip() for name in table.fieldnames or ()], path)
    try:
        for row in table:
            cells = {str(k).strip(): v.strip() for k, v in row.items() if isinstance(v, str)}
            if any(cells.values()):
                where = f"{path.name} line {table.line_num}"
                yield where, *_row(cells, where)
    except csv.Error as error:
        raise UsageError(f"{path.name} line {table.line_num} is no CSV row: {error}") from error


def _check_header(header: list[str], path: Path) -> None:
    unknown = sorted(set(header) - set(COLUMNS))
    if "path" not in header or unknown:
        wrong = f"does not know the column {unknown[0]!r}" if unknown else "needs a column path"
        raise UsageError(f"the manifest {path} {wrong}; its first line names them: {','.join(COLUMNS)}")


def _row(cells: Mapping[str, str], where: str) -> tuple[str, Given]:
    name = cells.get("path")
    if not name:
        raise UsageError(f"{where} names no path; every row needs one")
    date = cells.get("date")
    return name, Given(
        outlet=cells.get("outlet") or None,
        published=given_date(date, where=where) if date else None,
        url=cells.get("url") or None,
        title=cells.get("title") or None,
        outlet_place="manifest",
        published_place="manifest",
    )
