"""What compares, in a few letters: another release, or other words or weights in it, may find otherwise."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import onrecord

COMPARES = ("across", "dates", "lang", "people", "pipeline.py", "record.py")
READ = (".py", ".json", ".toml")


@cache
def made_by() -> str:
    """The release, and a digest of everything in it that has a part in comparing."""
    digest = hashlib.blake2b(digest_size=8)
    package = resources.files(onrecord)
    for name in COMPARES:
        for file in _files(package / name):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{onrecord.__version__} {digest.hexdigest()}"


def _files(there: Traversable) -> Iterator[Traversable]:
    if there.is_file():
        yield from (there,) if there.name.endswith(READ) else ()
    else:
        for inside in sorted(there.iterdir(), key=lambda one: one.name):
            yield from _files(inside)
