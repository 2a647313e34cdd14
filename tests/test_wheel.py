"""The built wheel works alone: a fresh environment, run-time dependencies only, one article."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests import needs

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

ROOT = Path(__file__).parent.parent
IN_THE_WHEEL = (
    "onrecord/py.typed",
    "onrecord/record.schema.json",
    "onrecord/comparison.schema.json",
    "onrecord/attribution/confidence.json",
    "onrecord/lang/en.toml",
    "onrecord/lang/pronouns.toml",
    "onrecord/people/given_names.txt",
    "onrecord/people/pronouns.npz",
    "onrecord/readers/outlets.toml",
    "onrecord/store/migrations/0001_tables.sql",
    "onrecord/tagger/tagger.onnx",
    "onrecord/tagger/tokenizer.json",
    "onrecord/tagger/labels.json",
)
OFFLINE = ("NewConnectionError", "NameResolutionError", "Temporary failure in name resolution", "ProxyError")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with what is installed here."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("onrecord-*.whl"))


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment that holds the wheel and what it needs, nothing else."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--retries", "1", str(wheel)]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True)
    if done.returncode and any(sign in done.stderr for sign in OFFLINE):
        needs.missing("the wheel's dependencies cannot be fetched: no network")
    assert done.returncode == 0, done.stderr
    return programs


def test_the_wheel_holds_what_is_no_python(wheel: Path) -> None:
    """The network, its words, the language file and the schema are part of the package."""
    held = set(zipfile.ZipFile(wheel).namelist())
    assert [name for name in IN_THE_WHEEL if name not in held] == []


def test_the_wheel_says_its_version(fresh: Path) -> None:
    """`onrecord --version` runs with run-time dependencies only."""
    assert _run(fresh / "onrecord", "--version").split()[0] == "onrecord"


@pytest.mark.parametrize("kind", ["*.txt", "*.html"])
def test_the_wheel_extracts(fresh: Path, kind: str) -> None:
    """`onrecord extract` finds statements in an example, as text and as a page."""
    example = sorted((ROOT / "examples").glob(kind))[0]
    record = json.loads(_run(fresh / "onrecord", "extract", str(example)))
    text = record["article"]["text"]
    contents = [span for one in record["attributions"] for span in one["content"]]
    assert contents
    assert all(text[span["start"] : span["end"]] == span["text"] for span in contents)


def test_what_only_tests_need_is_not_there(fresh: Path) -> None:
    """No package of the development set came in by a side door."""
    script = (
        "import importlib.util as u; print([n for n in ('pytest', 'mypy', 'hypothesis') if u.find_spec(n)])"
    )
    assert _run(fresh / "python", "-c", script).strip() == "[]"


def _run(*command: object) -> str:
    done = subprocess.run(
        [str(part) for part in command], env=_environment(), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _environment() -> dict[str, str]:
    """This process's, without the folder that blocks the network for other tests."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
