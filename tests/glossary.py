"""The glossary as data: {object or vocabulary: {key or word: its sentence}}."""

import re
from pathlib import Path

GLOSSARY = Path(__file__).parent.parent / "docs" / "glossary.md"
ENTRY = re.compile(r"- `(?P<key>[^`]+)`: (?P<sentence>.+)")


def glossary() -> dict[str, dict[str, str]]:
    """Every entry of docs/glossary.md under its heading."""
    entries: dict[str, dict[str, str]] = {}
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif entry := ENTRY.fullmatch(line):
            entries.setdefault(heading, {})[entry["key"]] = entry["sentence"]
    return entries
