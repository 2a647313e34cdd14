"""Confidence: a probability, measured as one; and what is left out where only the surer is wanted."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from bench import reliability
from onrecord.attribution import confidence
from onrecord.errors import UsageError
from onrecord.exports.confident import checked, confident
from onrecord.record import Attribution, ChainLink, Flag, Party, Reason, Record, Span
from onrecord.tagger import load
from tests.stored import TEXT, all_are_closed, record, says, store  # noqa: F401

ROOT = Path(__file__).parent.parent
MODEL = Reason("content", "model", "tagger")


def said(sure: float = 0.5, **fields: object) -> Attribution:
    """A statement of the tagger's, as sure as this."""
    made = says(TEXT, "Lucan Frey", "told", "16 people were known to have died", reasons=(MODEL,))
    return replace(made, confidence=sure, **fields)  # type: ignore[arg-type]


def by_rule(name: str) -> tuple[Reason, ...]:
    """The reasons of what a rule made."""
    return (Reason("speakers", "rule", name),)


# --- the measure


def test_bins_hold_equal_numbers_the_least_sure_first() -> None:
    """Four cases in two bins: the mean confidence and the share right of each half."""
    cases = [
        reliability.Case(said(sure), right)
        for sure, right in ((0.9, True), (0.1, False), (0.8, False), (0.3, True))
    ]
    low, high = reliability.bins(cases, 2)
    assert (low.n, low.low, low.high, low.confidence, low.right) == (2, 0.1, 0.3, 0.2, 0.5)
    assert (high.n, round(high.confidence, 3), high.right) == (2, 0.85, 0.5)


def test_the_error_is_the_distance_of_the_bins_by_their_size() -> None:
    """Twenty cases said .5, all right: .5 off in every bin; half of them right in each: nothing off."""
    assert reliability.error([reliability.Case(said(0.5), True)] * 20) == 0.5
    half = [reliability.Case(said(0.5), right) for right in (True, False)] * 10
    assert reliability.error(half) == 0.0
    eleven = [reliability.Case(said(0.25), False)] * 10 + [reliability.Case(said(1.0), True)]
    assert reliability.error(eleven) == pytest.approx((9 * 0.25 + 2 * 0.125) / 11)
    assert reliability.error([]) is None


GOLD = {"content": [[100, 140]], "cue": [], "speaker_mention": [[80, 90]]}
PAIRED = [
    ("the same", [(100, 140)], [(80, 90)], True),
    ("half of all characters", [(100, 120)], [(85, 99)], True),
    ("less than half", [(100, 119)], [(80, 90)], False),
    ("other speaker", [(100, 140)], [(10, 20)], False),
    ("nobody", [(100, 140)], [], False),
]


@pytest.mark.parametrize(
    ("content", "speaker", "right"), [case[1:] for case in PAIRED], ids=[c[0] for c in PAIRED]
)
def test_right_is_half_of_the_content_and_the_speaker(
    content: list[tuple[int, int]], speaker: list[tuple[int, int]], right: bool
) -> None:
    """Jaccard of the characters from one half on, and words of the speaker in common."""
    (case,) = reliability.judged([placed(content, mention=speaker)], [GOLD])
    assert case.right is right


def placed(
    content: Sequence[tuple[int, int]],
    *,
    mention: Sequence[tuple[int, int]] = (),
    antecedent: Sequence[tuple[int, int]] = (),
) -> Attribution:
    """An attribution of bare offsets."""
    spans, who, known = (
        tuple(Span(s, e, "") for s, e in places) for places in (content, mention, antecedent)
    )
    return Attribution("x:a1", (Party(who, known),) if who or known else (), (), spans)


def test_a_gold_one_is_found_once_and_by_the_best() -> None:
    """Of two that say the same, the one with more in common is right and the other is not."""
    found = [placed([(100, 130)], mention=[(80, 90)]), placed([(100, 138)], mention=[(80, 90)])]
    assert [case.right for case in reliability.judged(found, [GOLD])] == [False, True]


def test_a_speaker_known_from_elsewhere_counts() -> None:
    """Words elsewhere that settle who speaks are compared where no mention stands here; nobody is nobody."""
    assert reliability.judged([placed([(100, 140)], antecedent=[(80, 90)])], [GOLD])[0].right
    nobody = GOLD | {"speaker_mention": []}
    assert reliability.judged([placed([(100, 140)])], [nobody])[0].right


# --- the probability


def test_a_better_score_is_never_less_sure() -> None:
    """Everything else alike, confidence goes up with the tagger's score and stays between 0 and 1."""
    rated = [a.confidence for a in confidence.rated((said(n / 50) for n in range(51)), "fake")]
    assert rated == sorted(rated)
    assert 0 < rated[0] < rated[-1] < 1


def test_confidence_is_rounded_as_it_is_written() -> None:
    """A limit leaves out the same before and after a record is written."""
    (a,) = confidence.rated([said(0.777)], "fake")
    assert round(a.confidence, 3) == a.confidence


def test_every_sign_is_there_for_its_own_case_only() -> None:
    """The plain case has score and length; each fact has a sign of its own."""
    plain = confidence.signs(said())
    assert {term for term, sign in plain.items() if sign} == {"always", "length"}  # the logit of .5 is 0
    cases = {
        "thought": said(mode="thought"),
        "direct": said(form="direct"),
        "headline": said(zone="headline"),
        "nested": said(nested_in="x"),
        "no speaker": said(speakers=()),
        "no cue": said(cue=()),
    }
    for term, a in cases.items():
        assert {t for t, sign in confidence.signs(a).items() if sign} - {"always", "length"} == {term}


def test_what_a_rule_made_has_the_weight_of_its_kind_and_of_rules() -> None:
    """A label is a label and a rule; a rule of no known kind is a rule; the tagger's own is none."""
    label = confidence.signs(said(reasons=by_rule("colon-label"), cue=()))
    assert (label["label"], label["rule"], label["no cue"]) == (1, 1, 0)
    new = confidence.signs(said(reasons=by_rule("made-up-tomorrow")))
    assert new["rule"] == 1
    assert not any(new[kind] for kind in confidence.RULES)
    carried = confidence.signs(said(reasons=by_rule("quotation-paragraph-without-cue")))
    assert (carried["carried on"], carried["rule"]) == (1, 0)


def test_every_rule_named_here_is_one() -> None:
    """The kinds name no rule that the stage does not have."""
    code = "".join(
        p.read_text("utf-8")
        for p in (ROOT / "src/onrecord/attribution").glob("*.py")
        if p.name != "confidence.py"
    )
    names = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', code))
    assert [name for kind in confidence.RULES.values() for name in kind if name not in names] == []


def test_the_weights_are_those_of_this_tagger() -> None:
    """Every sign has a weight and its number of cases, the score's is positive, the tagger is this one."""
    book = json.loads((ROOT / "src/onrecord/attribution/confidence.json").read_text("utf-8"))
    for fitted in book.values():
        assert tuple(fitted["terms"]) == confidence.TERMS
        assert all(term["cases"] >= 0 for term in fitted["terms"].values())
        assert fitted["terms"]["score"]["weight"] > 0
    assert book[confidence.USUAL]["tagger"] == load().name, "run python training/calibrate_records.py"


def test_a_tagger_has_the_weights_of_its_family() -> None:
    """Names differ by version and fingerprint; one that nothing was fitted for has the network's weights."""
    assert confidence.family("onrecord-tagger 1 (sha 77b9759d)") == confidence.USUAL
    assert confidence.weights("fake") == confidence.weights(confidence.USUAL)


# --- what is left out


def test_what_points_at_something_left_out_is_led_on() -> None:
    """Ids resolve: to the next one around that stays, else to nothing; a reason tells where that stood."""
    ids = [f"x:a{n}" for n in range(1, 6)]
    chain = (ChainLink("speaker", Party(), attribution=ids[1]),)
    article = record()
    found = (
        said(0.9, id=ids[0]),
        said(0.2, id=ids[1], nested_in=ids[0]),
        said(0.8, id=ids[2], nested_in=ids[1], chain=chain),
        said(0.1, id=ids[3]),
        said(0.7, id=ids[4], nested_in=ids[3], continues=ids[3]),
    )
    flag = Flag("unbalanced-quote", (ids[1], ids[2]), (), "")
    kept = confident(replace(article, attributions=found, flags=(flag,)), 0.5)
    outer, inner, last = kept.record.attributions
    assert kept.left_out == 2
    assert [a.id for a in (outer, inner, last)] == [ids[0], ids[2], ids[4]]
    assert (inner.nested_in, last.nested_in, last.continues) == (ids[0], None, None)
    assert inner.chain == (ChainLink("speaker", Party()),)
    assert kept.record.flags[0].attributions == (ids[2],)
    assert outer == found[0]
    (reason,) = (r for r in inner.reasons if r.by == "rule")
    assert (reason.field, reason.name, reason.score) == ("nested_in", "min-confidence", 0.2)
    assert [e.text for e in reason.evidence] == ["told", "16 people were known to have died"]


def test_as_sure_as_asked_for_stays() -> None:
    """The limit itself is sure enough, and 0 leaves everything as it is."""
    whole = three()
    assert confident(whole, 0.0) == confident(whole, 0.2)
    assert confident(whole, 0.6).left_out == 1


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_what_is_no_confidence_cannot_be_asked_for(least: float) -> None:
    """The error names the number and says what to give."""
    with pytest.raises(UsageError, match="give a number from 0 to 1"):
        checked(least)


def three() -> Record:
    """The statements of TEXT, .9, .6 and .2 sure."""
    whole = record()
    sure = (0.9, 0.6, 0.2)
    return replace(
        whole,
        attributions=tuple(replace(a, confidence=c) for a, c in zip(whole.attributions, sure, strict=True)),
    )


def test_python_leaves_out_and_counts(tmp_path: Path) -> None:
    """`extract`, `search` and `records` take the same limit, and each says how many it left out."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    report = onrecord.Report()
    (none,) = onrecord.extract([tmp_path / "a.txt"], min_confidence=1, report=report)
    assert none.attributions == ()
    assert report.left_out > 0
    assert f"statements left out as less sure: {report.left_out}" in report.lines()
    store(tmp_path / "s.db", three()).close()
    with onrecord.open(tmp_path / "s.db") as collection:
        found = collection.search(min_confidence=0.7, thought=True)
        assert ([hit.confidence for hit in found], found.left_out) == ([0.9], 2)
        assert collection.search("died", min_confidence=0.7).left_out == 1
        report = onrecord.Report()
        (sure,) = collection.records(min_confidence=0.5, report=report)
        assert (len(sure.attributions), report.left_out) == (2, 1)
        with pytest.raises(UsageError):
            collection.records(min_confidence=2)


@pytest.mark.parametrize(
    ("command", "there", "told"),
    [
        (
            ("extract", "--min-confidence", "1", "a.txt"),
            '"attributions":[]',
            "statements left out as less sure: ",
        ),
        (("show", "--min-confidence", "0.7", "--plain", "ID"), "90 % sure", ""),
        (("search", "--min-confidence", "0.7"), "90 % sure", "1 less sure than 0.7 left out"),
        (
            ("export", "--min-confidence", "0.7"),
            '"confidence":0.9',
            "2 statements less sure than 0.7 left out",
        ),
        (("export", "--min-confidence", "0.7", "--format", "csv"), "0.9", "1 statement of 1 article"),
    ],
    ids=["extract", "show", "search", "export", "csv"],
)
def test_every_command_that_gives_statements_leaves_out_and_counts(
    command: tuple[str, ...],
    there: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """`--min-confidence` in each of them: the sure one is there, the others are counted."""
    from onrecord.cli import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    store(tmp_path / "onrecord.db", three()).close()
    arguments = [three().article.id if word == "ID" else word for word in command]
    with pytest.raises(SystemExit):
        app(arguments)
    out, err = capfd.readouterr()
    assert there in out
    assert "60 % sure" not in out
    assert '"confidence":0.6' not in out
    assert told in err
    if command[0] == "show":
        assert "2 statements less sure than 0.7 left out" in out
