"""The README is run, and nothing a user can type or set is missing from it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from onrecord import settings
from onrecord.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PEOPLE = (ROOT / "docs" / "people.md").read_text("utf-8")
RUNS = re.compile(r"<!-- runs -->\n```(?P<kind>sh|python)\n(?P<code>.+?)```", re.DOTALL)
SHOWS = re.compile(r"<!-- shows: (?P<command>.+?) -->\n```\w+\n(?P<lines>.+?)```", re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")


@pytest.mark.slow
@pytest.mark.parametrize(
    "block", [pytest.param(m, id=f"block{n}") for n, m in enumerate(RUNS.finditer(README + PEOPLE), 1)]
)
def test_what_the_readme_says_to_type_works(block: re.Match[str], tmp_path: Path) -> None:
    """Every block of the README and of docs/people.md marked as running ends without an error."""
    for name in ("examples", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    command = (
        ["sh", "-euc", block["code"]] if block["kind"] == "sh" else [sys.executable, "-c", block["code"]]
    )
    assert _run(command, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("block", [pytest.param(m, id=m["command"]) for m in SHOWS.finditer(README)])
def test_what_the_readme_shows_is_what_comes(block: re.Match[str]) -> None:
    """Every line the README shows of a command's output is in its output."""
    output = _run(["sh", "-euc", block["command"]], ROOT)
    assert [line for line in block["lines"].splitlines() if line.strip() not in output] == []


def test_every_command_and_option_is_in_the_readme() -> None:
    """A command or an option that the README leaves out cannot be added."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    typed = {f"onrecord {name}" for name in commands}
    typed |= {opt for one in commands.values() for p in one.params for opt in p.opts if opt.startswith("--")}
    assert sorted(word for word in typed if word not in README) == []


def test_every_setting_is_in_the_readme() -> None:
    """Whatever can be set in the environment stands in the README."""
    assert [one.variable for one in settings.ALL if one.variable not in README] == []


def test_links_lead_somewhere() -> None:
    """A link to a file of the repository leads to a file that is there."""
    assert [link["target"] for link in LINK.finditer(README) if not (ROOT / link["target"]).exists()] == []


def _run(command: list[str], folder: Path) -> str:
    """What a command prints, run as a user would with the package installed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
