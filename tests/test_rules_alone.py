"""Reading where the network cannot run: rules stand in, nobody is left in the dark, and one may choose."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import ModelError, UsageError
from onrecord.tagger import choice, choose, load, settled
from onrecord.tagger.rules import NAME

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
EXAMPLE = EXAMPLES / "silo-4-cps-wire.txt"
WITHOUT = str(HERE / "without_wheels.py")


def run(*arguments: object, tagger: str | None = None) -> "subprocess.CompletedProcess[str]":
    """The command on a machine without the network's libraries."""
    env = {name: value for name, value in os.environ.items() if name != "ONRECORD_TAGGER"}
    env |= {"ONRECORD_TAGGER": tagger} if tagger else {}
    command = [sys.executable, WITHOUT, *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")


def told(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """The lines of standard error that tell of rules alone."""
    return [line for line in done.stderr.splitlines() if "rules alone" in line]


def test_it_works_and_says_so_once() -> None:
    """Every article is read, the message comes once, and the record names the rules."""
    done = run("extract", EXAMPLE, EXAMPLES / "dam-2-sarn-monitor.txt")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record["made_with"]["tagger"] for record in records] == [NAME, NAME]
    assert all(record["attributions"] for record in records)
    (message,) = told(done)
    assert "onnxruntime" in message
    assert "--tagger rules" in message


def test_the_reasons_name_rules() -> None:
    """No reason claims that a network looked at anything."""
    (record,) = map(json.loads, run("extract", EXAMPLE).stdout.splitlines())
    reasons = {reason["by"] for one in record["attributions"] for reason in one["reasons"]}
    assert reasons == {"rule"}


@pytest.mark.slow
def test_several_processes_say_it_once() -> None:
    """Worker processes read with the same rules, give the same bytes, and add no message of their own."""
    one, two = (run("extract", "--workers", n, EXAMPLES) for n in (1, 2))
    assert one.stdout == two.stdout
    assert len(told(two)) == 1


def test_quiet_does_not_hide_it() -> None:
    """That less is found must be known, whatever else need not be said."""
    assert len(told(run("extract", "--quiet", EXAMPLE))) == 1


@pytest.mark.parametrize(
    "arguments, tagger", [(("--tagger", "rules"), None), ((), "rules")], ids=["option", "environment"]
)
def test_who_asks_for_rules_is_not_told(arguments: tuple[str, ...], tagger: str | None) -> None:
    """By option or environment, rules are taken as they are."""
    done = run("extract", *arguments, EXAMPLE, tagger=tagger)
    assert told(done) == []
    assert json.loads(done.stdout)["made_with"]["tagger"] == NAME


def test_who_insists_gets_an_error_with_a_way_out() -> None:
    """The trained tagger, asked for where it cannot run, is one line of error and no traceback."""
    done = run("extract", "--tagger", "trained", EXAMPLE)
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install onnxruntime tokenizers" in done.stderr
    assert "Traceback" not in done.stderr


def test_show_says_it_once() -> None:
    """Also where articles are shown, and where a passage is explained."""
    assert len(told(run("show", "--plain", EXAMPLE))) == 1
    assert len(told(run("show", "--plain", EXAMPLE, "--explain", "dust alarms"))) == 1


def test_a_wrong_word_is_a_wrong_command() -> None:
    """The message lists what there is."""
    done = run("extract", "--tagger", "best-ever", EXAMPLE)
    assert done.returncode == 2
    assert "best, trained or rules" in done.stderr


def test_python_is_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Python it is a warning that can be filtered by its class."""
    monkeypatch.setattr(choice, "_missing", lambda: ["onnxruntime (none)"])
    choice._choice.cache_clear()
    with pytest.warns(onrecord.TaggerWarning, match="rules alone"):
        (record,) = onrecord.extract([EXAMPLE])
    assert record.made_with.tagger == NAME
    choice._choice.cache_clear()


def test_a_damaged_model_is_no_reason_for_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Files that are missing or broken are an error; rules stand in only for what cannot be installed."""
    from onrecord import tagger
    from onrecord.tagger.tagging import NetworkTagger

    monkeypatch.setattr("onrecord.tagger.tagging.NetworkTagger", lambda **_: NetworkTagger(tmp_path))
    tagger._trained.cache_clear()
    with pytest.raises(ModelError, match="install onrecord again"):
        load("best")


def test_here_the_trained_one_is_the_best() -> None:
    """Where its libraries are installed, nothing is told."""
    assert choose("best") == choose("trained")
    assert settled("best") == "trained"


def test_the_environment_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for goes before ONRECORD_TAGGER, and that before the default."""
    monkeypatch.setenv("ONRECORD_TAGGER", "rules")
    assert settled() == "rules"
    assert settled("trained") == "trained"
    monkeypatch.setenv("ONRECORD_TAGGER", "nonsense")
    with pytest.raises(UsageError, match="nonsense"):
        settled()


def test_the_rules_import_no_network() -> None:
    """The rules need neither library, whatever is installed."""
    script = (
        "import sys; from onrecord.tagger.rules import RulesTagger; t = 'Ali said it rained.';"
        "assert RulesTagger().tag(t, [(0, len(t))]).attributions;"
        "print([n for n in ('onnxruntime', 'tokenizers') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
