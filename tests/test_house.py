"""House rules that no other tool checks."""

import json
import re
import tokenize
from pathlib import Path

import onrecord

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "onrecord"
PROSE = (".py", ".md", ".toml", ".json", ".jsonl", ".txt", ".html", ".csv", "", ".cfg", ".yml", ".sh")
RELEASE = re.compile(r"^## \[(?P<version>[^\]]+)\] - (?P<day>unreleased|\d{4}-\d\d-\d\d)$", re.MULTILINE)


def test_source_is_no_name() -> None:
    """The bare word `source` names nothing: it has too many meanings in this field."""
    names = [
        f"{path.relative_to(ROOT)}:{token.start[0]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for token in tokenize.generate_tokens(iter(path.read_text("utf-8").splitlines(True)).__next__)
        if token.type == tokenize.NAME and token.string in ("source", "sources")
    ]
    assert names == []


def test_no_path_of_somebody_s_machine() -> None:
    """Nothing that is published names a folder of the machine it was written on."""
    home = re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users)/\w")
    named = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in _published()
        for found in home.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert named == []


def test_the_changelog_tells_of_this_version() -> None:
    """The newest entry of the changelog is the version the package says it has."""
    newest = RELEASE.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert newest
    assert newest["version"] == onrecord.__version__


def test_every_lowered_floor_has_a_reason() -> None:
    """The floors' file keeps why a floor was lowered."""
    floors = json.loads((ROOT / "bench" / "floors.json").read_text("utf-8"))
    assert all(entry["why"].strip() for entry in floors["lowered"])


def _published() -> list[Path]:
    """The files of the repository that are text, without what is made here and never published."""
    made = {"out", "dist", "build", "__pycache__"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and path.suffix in PROSE and not any(map(_is_hidden, path.relative_to(ROOT).parts))
        if made.isdisjoint(path.relative_to(ROOT).parts)
    ]


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part not in (".ci", ".gitignore")
