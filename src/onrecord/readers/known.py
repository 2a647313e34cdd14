"""What the user knows of each input: options for all of them, rows of a manifest for single ones."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.readers.folder import Input
from onrecord.readers.given import Given, given_date, key, read_manifest


class Known:
    """Options go before the manifest, and both before what an input says about itself."""

    def __init__(self, *, outlet: str | None, published: str | None, manifest: Path | None = None) -> None:
        date = given_date(published, where="--published") if published is not None else None
        self.common = Given(outlet=outlet or None, published=date)
        self._manifest = manifest
        self._rows = read_manifest(manifest) if manifest is not None else {}

    def of(self, one: Input) -> Given:
        """What is known of one input."""
        row = next((self._rows[name] for name in self._names(one) if name in self._rows), Given())
        return self.common.over(row)

    def unused(self, inputs: Iterable[Input]) -> tuple[str, ...]:
        """The paths of the manifest that fit no input: a misspelt one must not go unnoticed."""
        used = {name for one in inputs for name in self._names(one)}
        return tuple(name for name in self._rows if name not in used)

    def _names(self, one: Input) -> tuple[str, ...]:
        """A manifest may name files as the record does, or as they lie below the manifest itself."""
        names = [key(one.name)]
        if one.path is not None and self._manifest is not None:
            path, home = one.path.absolute(), self._manifest.absolute().parent
            if path.is_relative_to(home):
                names.append(path.relative_to(home).as_posix())
        return tuple(names)
