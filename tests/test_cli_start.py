"""The command line is there at once: nothing heavy is imported before a command needs it."""

import os
import subprocess
import sys
from pathlib import Path

LIMIT = 0.25  # seconds; slower than that a program feels stuck
TRIES = 5  # the best counts
HEAVY = ("charset_normalizer", "htmldate", "lxml", "numpy", "onnxruntime", "resiliparse", "rich", "sentencex")
HEAVY += ("tokenizers", "trafilatura", "fastapi", "jinja2", "starlette", "uvicorn")
ONRECORD = str(Path(sys.executable).with_name("onrecord"))


def test_help_comes_at_once() -> None:
    """`onrecord --help` is a quarter of a second of work at most, however busy the machine is."""
    assert min(_seconds([ONRECORD, "--help"]) for _ in range(TRIES)) < LIMIT


def test_help_imports_nothing_heavy() -> None:
    """No library for reading, tagging or colouring is imported to print the help."""
    script = (
        "import sys, onrecord.cli\n"
        "sys.argv = ['onrecord', '--help']\n"
        "try: onrecord.cli.main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_importing_the_package_imports_none_of_it() -> None:
    """`import onrecord` loads not even the record; names are fetched when used."""
    script = "import sys, onrecord; print([name for name in sys.modules if name.startswith('onrecord.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _seconds(command: list[str]) -> float:
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    before = os.times()
    subprocess.run(command, env=plain, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system
