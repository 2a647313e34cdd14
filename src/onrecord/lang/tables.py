"""The files of word lists beside this one, each read once."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables(name: str) -> dict[str, Any]:
    """What stands in `<name>.toml`; not to be changed."""
    return tomllib.loads(
        resources.files("onrecord.lang").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    )
