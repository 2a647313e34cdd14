"""Given names and whether women or men bear them: `given_names.txt`, two lines, those that tell it surely.

Taken from the tables of the package nomquamgender 0.1.4 (MIT licence): names found in eight and more of its
lists, of whose bearers 88 % are of one gender.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from onrecord.people.mention import Gender


def gender_of_given(name: str) -> Gender | None:
    """The gender that a given name tells, or None: "Anna" -> "f"."""
    return _names().get(name.lower())


@cache
def _names() -> Mapping[str, Gender]:
    text = resources.files("onrecord.people").joinpath("given_names.txt").read_text(encoding="utf-8")
    feminine, masculine = text.splitlines()
    found: dict[str, Gender] = dict.fromkeys(feminine.split()[1:], "f")
    return found | dict.fromkeys(masculine.split()[1:], "m")
