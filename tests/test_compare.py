"""`compare`: records of many articles become utterances, each with all its reports laid side by side."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import StringIO
from pathlib import Path

import pytest

import onrecord
from onrecord.across.comparison import Comparison, Utterance
from onrecord.across.utterances import Told, each_flag_once
from onrecord.across.words import words_of
from onrecord.cli import compared
from onrecord.cli.page import Page
from onrecord.exports.comparison import to_json, to_jsonl
from onrecord.pipeline import compare
from onrecord.record import Attribution, Entity, Evidence, Flag, Mark, Record
from tests import piled
from tests.stored import says

EXAMPLES = Path(__file__).parent.parent / "examples"
LEDGER = "Mayor Ana Ruiz said: “We will rebuild the old harbour bridge before the winter floods.”"
POST = "Ana Ruiz promised that the town would rebuild the old harbour bridge before the spring floods."
OTHER = "Captain Piet Oss said that thick fog was to blame for the crash of the ferry."
REST = "base fullest first_report derivations readings flags"
SHOWN = """\
3 articles, 1 statement with several reports, 1 with one
A is what the others are laid against.
= same  ~ in other words  + added  - left out  > elsewhere  “ ” quoted, else paraphrased

1  Ana Ruiz, on an unknown day
    A  Ledger, 2031-05-01 · Ana Ruiz [said] · direct · LEDGER:a1
    B  Post, 2031-05-03 · Ana Ruiz [promised] · indirect · POST:a1

    A    “We will”
     B ~ that the town would
    A    “rebuild the old harbour bridge before the”
     B = rebuild the old harbour bridge before the
    A    “winter”
     B ~ spring
    A    “floods”
     B = floods

    first report: A. Ledger's report is dated 2031-05-01, the others later.
"""


def said(outlet: str, date: str | None, text: str, speaker: str, cue: str, content: str) -> Record:
    """An article in which somebody says one thing; what stands in “ ” is quoted."""
    start, end = text.find("“") + 1, text.find("”")
    one = says(text, speaker, cue, content, form="direct" if start else "indirect")
    if start:
        one = replace(one, marks=(Mark(start, end, text[start:end], "quoted"),))
    return known(piled.report(outlet, date, text, one))


def known(record: Record) -> Record:
    """The record with its speakers as entities."""
    names = dict.fromkeys(p.name for a in record.attributions for p in a.speakers if p.name)
    ids = {name: f"{record.article.id}:e{n}" for n, name in enumerate(names, start=1)}
    mentions = {p.name: p.mention for a in record.attributions for p in a.speakers}
    entities = tuple(Entity(ids[n], n, "person", True, mentions[n], ()) for n in names)
    return replace(
        record, entities=entities, attributions=tuple(_pointed(a, ids) for a in record.attributions)
    )


def _pointed(one: Attribution, ids: dict[str, str]) -> Attribution:
    return replace(one, speakers=tuple(replace(p, entity=ids.get(p.name or "")) for p in one.speakers))


def pile() -> list[Record]:
    """Two reports of one promise, and another statement."""
    words = LEDGER[LEDGER.index("“") + 1 : -1]
    return [
        said("Ledger", "2031-05-01", LEDGER, "Ana Ruiz", "said", words),
        said("Post", "2031-05-03", POST, "Ana Ruiz", "promised", POST[18:-1]),
        said("Gazette", "2031-05-02", OTHER, "Piet Oss", "said", OTHER[22:-1]),
    ]


@pytest.fixture(scope="module")
def read() -> list[Record]:
    """Five articles of the examples, read by rules alone."""
    paths = sorted(EXAMPLES.glob("dam-[1-5]*"))
    return list(onrecord.extract(map(str, paths), tagger="rules"))


def several(comparison: Comparison) -> list[Utterance]:
    """The utterances with two and more reports."""
    return [one for one in comparison.utterances if len(one.variants) > 1]


def parts(thing: object) -> Iterator[object]:
    """Every dataclass inside one."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from parts(one)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from parts(getattr(thing, field.name))


def test_two_reports_are_one_utterance() -> None:
    """The quotation is the base, the paraphrase of the same speaker lies beside it."""
    comparison = compare(pile())
    (both,) = several(comparison)
    ledger, post, gazette = (record.attributions[0].id for record in pile())
    assert {one.attribution for one in both.variants} == {ledger, post}
    assert (both.base, both.fullest) == (ledger, (ledger,))
    assert [s.name for s in both.speakers] == ["Ana Ruiz"]
    assert both.first_report.attribution == ledger
    (alone,) = (one for one in comparison.utterances if len(one.variants) == 1)
    assert [v.attribution for v in alone.variants] == [gazette]


def test_the_base_is_laid_out_whole(read: list[Record]) -> None:
    """Readings have every word of the base once, in its order."""
    texts = {a.id: (a, r.article.text) for r in read for a in r.attributions}
    for one in compare(read).utterances:
        base, text = texts[one.base]
        meant = next(v.part for v in one.variants if v.attribution == one.base) or base.content
        laid = [span for reading in one.readings for span in reading.witnesses[0].spans]
        assert [w.start for w in words_of(text, laid)] == [w.start for w in words_of(text, meant)]


def test_every_span_slices(read: list[Record]) -> None:
    """What a comparison shows can be cut out of the article it names."""
    comparison = compare([*read, *pile()])
    text = {record.article.id: record.article.text for record in comparison.articles}
    for one in comparison.utterances:
        for variant in one.variants:
            of = text[variant.attribution.rpartition(":")[0]]
            assert all(of[s.start : s.end] == s.text for s in variant.part or ())
        for witness in (w for reading in one.readings for w in reading.witnesses):
            of = text[witness.attribution.rpartition(":")[0]]
            assert all(of[s.start : s.end] == s.text for s in witness.spans)
    found = [e for e in parts(comparison.utterances) if isinstance(e, Evidence) and e.place == "text"]
    assert found
    assert all(text[e.article or ""][e.start : e.end] == e.text for e in found)


def test_any_order_gives_the_same_bytes(read: list[Record]) -> None:
    """The same articles give the same comparison, shuffled or not; one given twice counts once."""
    everything = [*read, *pile()]
    told = to_json(compare(everything))
    shuffled = random.Random(6)
    for _ in range(20):
        order = shuffled.sample(everything, len(everything))
        assert to_json(compare([*order, order[0]])) == told


def test_thoughts_are_no_utterances() -> None:
    """What somebody is said to think is never compared."""
    thought = [replace(r, attributions=(replace(r.attributions[0], mode="thought"),)) for r in pile()]
    assert compare(thought).utterances == ()


def test_nothing_gives_an_empty_comparison() -> None:
    """No articles, no error."""
    assert json.loads(to_json(compare([])))["utterances"] == []


def test_keys_stand_in_the_published_order() -> None:
    """The object is the one that was promised: these keys in this order."""
    written = json.loads(to_json(compare(pile())))
    one = next(u for u in written["utterances"] if len(u["variants"]) > 1)
    for thing, keys in (
        (written, "version made_with articles entities utterances figures dates flags judgements orphaned"),
        (one, f"id speakers occasion venue said_on variants {REST}"),
        (one["variants"][0], "attribution part standing similarity reasons"),
        (one["derivations"][0], "from to directed kind reasons"),
        (one["first_report"], "attribution candidates why"),
        (one["readings"][0]["witnesses"][0], "attribution spans kind quoted marks"),
        (written["entities"][0], "id name kind named same_as roles members reasons"),
    ):
        assert list(thing) == keys.split()
    assert written["entities"][0]["same_as"] == {}


def test_articles_are_as_extract_prints_them() -> None:
    """Byte for byte, inside the one object."""
    told = to_json(compare(pile()))
    assert all(onrecord.to_json(record) in told for record in pile())


def test_a_line_for_each_utterance() -> None:
    """JSON Lines have no articles."""
    lines = list(map(json.loads, to_jsonl(compare(pile()))))
    assert [len(line["variants"]) for line in lines] == [len(u.variants) for u in compare(pile()).utterances]
    assert "articles" not in lines[0]


def test_a_pair_in_a_terminal() -> None:
    """Who and when, each report with outlet and date, then the words with marks that need no colour."""
    file = StringIO()
    compared.show(compare(pile()), Page(plain=False, file=file, width=100))
    ids = {name: record.article.id for name, record in zip(("LEDGER", "POST"), pile(), strict=False)}
    expected = SHOWN
    for name, id_ in ids.items():
        expected = expected.replace(f"{name}:", f"{id_}:")
    assert file.getvalue().startswith(expected), file.getvalue()


def test_what_is_hostile_to_a_terminal_is_written_out() -> None:
    """An escape in an article is shown as text."""
    nasty = [
        said(outlet, "2031-05-01", LEDGER.replace("old", "o\x1b[2Jld"), "Ana Ruiz", "said", "We will rebuild")
        for outlet in ("A\x1b[31m", "B")
    ]
    file = StringIO()
    compared.show(compare(nasty), Page(plain=False, file=file))
    assert "\x1b" not in file.getvalue()


def test_the_command(tmp_path: Path) -> None:
    """One object to a file, and what was found on standard error; text to standard output."""
    for name, text in (("ledger", LEDGER), ("again", LEDGER + "\n")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "compare", "--tagger", "rules", "."]
    done = subprocess.run(
        [*command, "--output", "all.json"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert "2 articles" in done.stderr
    assert len(json.loads((tmp_path / "all.json").read_text("utf-8"))["articles"]) == 2
    (tmp_path / "all.json").unlink()
    done = subprocess.run(
        [*command, "--format", "text"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("2 articles")


def test_python_and_the_command_line_agree(tmp_path: Path) -> None:
    """`onrecord.compare` gives, byte for byte, what the command writes; of paths or of records."""
    for name, text in (("ledger", LEDGER), ("post", POST)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "compare", "--quiet", "--tagger", "rules", str(tmp_path)]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    report = onrecord.Report()
    of_paths = onrecord.compare(tmp_path, tagger="rules", report=report)
    records = list(onrecord.extract(tmp_path, tagger="rules"))
    assert onrecord.comparison_to_json(of_paths) + "\n" == printed
    assert onrecord.comparison_to_json(onrecord.compare(records)) + "\n" == printed
    assert report.inputs.of("read") == 2


def test_a_comparison_is_read_back() -> None:
    """What `comparison_to_json` writes, `comparison_from_json` reads as the same comparison."""
    written = onrecord.comparison_to_json(compare(pile()))
    assert onrecord.comparison_to_json(onrecord.comparison_from_json(written)) == written
    with pytest.raises(onrecord.ReadError, match="comparison"):
        onrecord.comparison_from_json("{}")


def test_a_format_nobody_knows(tmp_path: Path) -> None:
    """A wrong format is told before anything is read."""
    command = [sys.executable, "-m", "onrecord", "compare", "--format", "xml", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "json, jsonl, text" in done.stderr


def test_what_others_leave_out_of_a_quotation_is_shown() -> None:
    """A short statement stays whole, although only one sentence of it has other reports."""
    words = "We will rebuild the old harbour bridge before the winter floods. Nobody asked the ferrymen."
    text = f"Mayor Ana Ruiz said: “{words}”"
    records = [said("Ledger", "2031-05-01", text, "Ana Ruiz", "said", words), *pile()[1:]]
    (both,) = several(compare(records))
    assert [variant.part for variant in both.variants] == [None, None]
    left_out = [w for r in both.readings for w in r.witnesses if w.kind == "dropped"]
    assert len(left_out) == 1


def test_a_statement_of_two_utterances_is_parted_between_them() -> None:
    """Each clause goes to the group that has it, what nobody repeats to the clause before it."""
    words = (
        "We will rebuild the old harbour bridge before the winter floods. Nobody asked the ferrymen. "
        "The toll office hides its yearly accounts from every councillor."
    )
    text = f"Mayor Ana Ruiz said: “{words}”"
    toll = "Ana Ruiz claimed that the toll office hides its yearly accounts from every councillor."
    first = said("Ledger", "2031-05-01", text, "Ana Ruiz", "said", words)
    third = said("Mirror", "2031-05-04", toll, "Ana Ruiz", "claimed", toll[21:-1])
    told = several(compare([first, pile()[1], third]))
    parts_of_first = [
        v.part[0].text if v.part else None
        for one in told
        for v in one.variants
        if v.attribution == first.attributions[0].id
    ]
    assert set(parts_of_first) == {
        "We will rebuild the old harbour bridge before the winter floods. Nobody asked the ferrymen",
        "The toll office hides its yearly accounts from every councillor",
    }


def test_brackets_stand_around_their_words() -> None:
    """A bracket that ends or begins a stretch of words is shown, though it is no word."""
    words = "We will rebuild the old harbour bridge before the winter [floods]."
    text = f"Mayor Ana Ruiz said: “{words}”"
    file = StringIO()
    records = [said("Ledger", "2031-05-01", text, "Ana Ruiz", "said", words), *pile()[1:]]
    compared.show(compare(records), Page(plain=False, file=file, width=100))
    assert "“[floods]”" in file.getvalue()


def test_a_flag_of_two_utterances_is_told_in_the_first(read: list[Record]) -> None:
    """The same words of the same reports are one thing to look at, and words of others another."""
    first, second = compare(read).utterances[:2]
    shared, own = (Flag("figure-differs", (), (Evidence("a", "text", at, at + 1, "x"),), "") for at in (0, 5))
    told = [
        Told(replace(first, flags=(shared,)), ()),
        Told(replace(second, flags=(shared, own)), ()),
    ]
    assert [one.utterance.flags for one in each_flag_once(told)] == [(shared,), (own,)]


def test_flags_rest_on_sure_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a report may be of something else, what it says otherwise is no finding."""
    text = "Ana Ruiz said that the town might rebuild the old harbour bridge before the winter floods."
    records = [*pile()[:1], said("Post", "2031-05-03", text, "Ana Ruiz", "said", text[19:-1])]
    (one,) = several(compare(records))
    assert [flag.kind for flag in one.flags] == ["modality-differs"]
    monkeypatch.setattr("onrecord.across.utterances.is_firm", lambda one, _: one.id.startswith("LEDGER"))
    (one,) = several(compare(records))
    assert not one.flags
