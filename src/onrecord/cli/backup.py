"""`onrecord backup`: a copy of the store."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the copy.")],
    store: options.Store = options.STORE,
) -> None:
    """Copy the whole store into a new file, also while others write to it."""
    from onrecord.cli.stored import opened
    from onrecord.cli.terminal import visible
    from onrecord.errors import UsageError

    with opened(store) as collection:
        if file.exists():
            raise UsageError(f"{file} is there already; give the name of a new file")
        if not file.absolute().parent.is_dir():
            raise UsageError(f"there is no folder {file.parent} to put the copy in")
        collection.backup(file)
    done = f"{store} copied to {file}, {file.stat().st_size:,} bytes; look into it with --store {file}"
    print(visible(done), file=sys.stderr)
