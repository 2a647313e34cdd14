"""Who has it from whom, and which report came first: only where something shows it."""

from dataclasses import replace
from itertools import permutations

from onrecord.across.comparison import Derivation
from onrecord.across.derivation import derivations
from onrecord.across.first_report import first_report
from onrecord.across.outlets import called, named
from onrecord.record import Flag, Record, Translation
from tests.piled import first, report
from tests.stored import says

AGENCY_TEXT = (
    "Dock workers shut both gates of the northern harbour before dawn and let no lorry in, the firm said. "
    "“Nobody will move a crane until we are paid,” union leader Ana Ruiz said. Ships were sent on to Velden."
)
SAID = says(AGENCY_TEXT, "Ana Ruiz", "said", "Nobody will move a crane until we are paid,", form="direct")
AGENCY = report("Coastal Press Agency", "2031-05-03", AGENCY_TEXT, SAID)


def own(outlet: str, date: str | None, text: str, content: str, cue: str = "said") -> Record:
    """An article of an outlet of its own in which Ruiz says something."""
    return report(outlet, date, text, says(text, "Ruiz", cue, content, form="direct"))


COPY_TEXT = AGENCY_TEXT.removesuffix(" Ships were sent on to Velden.")
COPY = report("Inland Post", "2031-05-04", COPY_TEXT, SAID)
CREDITS = own(
    "Radio Velden",
    "2031-05-03",
    "The strike goes on. “Nobody will move a crane until we are paid,” Ruiz told the Coastal Press Agency.",
    "Nobody will move a crane until we are paid,",
    "told",
)
ELSEWHERE = own(
    "Hill Gazette",
    "2031-05-04",
    "“Nobody will move a crane until we are paid,” Ruiz said at a rally by the water. The mood was good.",
    "Nobody will move a crane until we are paid,",
)


def between(one: Record, two: Record) -> Derivation:
    """What is found of two reports of one utterance."""
    (found,) = derivations(first(one, two), {})
    return found


def names(found: Derivation) -> list[str]:
    """The names of the reasons."""
    return [reason.name for reason in found.reasons]


def test_a_copy_of_an_article_is_verbatim_and_made_from_the_earlier() -> None:
    """Two articles are one text; the dates tell which had it first."""
    found = between(COPY, AGENCY)
    assert (found.kind, found.directed) == ("verbatim", True)
    assert found.from_ == AGENCY.attributions[0].id
    assert names(found) == ["one text", "same words", "dates"]


def test_a_copy_of_the_same_day_has_no_direction() -> None:
    """Two articles are one text, and nothing tells which had it first."""
    found = between(
        replace(COPY, article=replace(COPY.article, published_on=AGENCY.article.published_on)), AGENCY
    )
    assert (found.kind, found.directed) == ("verbatim", False)


def test_who_names_an_outlet_has_it_from_there() -> None:
    """A credit directs, whatever the dates."""
    found = between(CREDITS, AGENCY)
    assert (found.kind, found.directed, found.from_) == ("verbatim", True, AGENCY.attributions[0].id)
    assert [e.text for e in found.reasons[0].evidence] == ["Coastal Press Agency"]


def test_the_same_words_spoken_to_many_are_no_copy() -> None:
    """A quotation alone shows nothing: both reporters may have stood there."""
    assert between(ELSEWHERE, AGENCY).kind == "undetermined"


def test_the_words_of_a_post_are_copied_from_it() -> None:
    """What was written down is copied by all who have its words; nobody knows in which order."""
    text = "“We close the port at noon until further notice,” Ruiz wrote on Twitter."
    other = "Nothing moves in the harbour. “We close the port at noon until further notice,” Ruiz posted."
    content = "We close the port at noon until further notice,"
    found = between(
        own("Hill Gazette", "2031-05-04", text, content, "wrote"),
        own("Inland Post", "2031-05-05", other, content, "posted"),
    )
    assert (found.kind, found.directed) == ("verbatim", False)


def test_a_report_in_other_words_that_credits_is_rewritten() -> None:
    """Other words, but a credit."""
    text = "Cranes in the harbour stand still until wages come, Ruiz said, the Coastal Press Agency reported."
    said = says(text, "Ruiz", "said", "Cranes in the harbour stand still until wages come")
    found = between(report("Radio Velden", None, text, said), AGENCY)
    assert (found.kind, found.from_) == ("rewritten", AGENCY.attributions[0].id)


def test_two_translations_have_each_their_own_words() -> None:
    """Both quote, no words are the same, and one says that it translates."""
    one = "“None shall stir a hoist before wages come,” Ruiz said, speaking in Portuguese."
    two = "“Nobody will move a crane until we are paid,” Ruiz said in the square."
    first_ = own("Hill Gazette", "2031-05-04", one, "None shall stir a hoist before wages come,")
    told = first_.article.evidence(one.index("speaking"), one.index("."))
    foreign = replace(first_.attributions[0], translated=Translation("Portuguese", None, (told,)))
    second = own("Inland Post", "2031-05-04", two, "Nobody will move a crane until we are paid,")
    found = between(replace(first_, attributions=(foreign,)), second)
    assert (found.kind, found.directed) == ("other-translation", False)


def test_reports_are_independent_where_the_speaker_told_the_outlet_itself() -> None:
    """Other words, and a listener of its own."""
    text = "“If wages come, hoists turn again. Not before,” Ruiz told the Gazette."
    found = between(
        own("Hill Gazette", "2031-05-04", text, "If wages come, hoists turn again. Not before,", "told"),
        AGENCY,
    )
    assert (found.kind, names(found)) == ("independent", ["own listener", "own words"])


def test_derivations_do_not_depend_on_order() -> None:
    """The same reports give the same derivations."""
    known = [derivations(first(*some), {}) for some in permutations((AGENCY, COPY, CREDITS, ELSEWHERE))]
    assert len(set(known)) == 1
    assert len(known[0]) == 6


def test_an_outlet_is_known_by_its_name_its_address_and_its_initials() -> None:
    """What others leave out of a name is left out."""
    assert called("The Eastern Post Online") == {"easternpost", "epo"}
    assert called("www.hillgazette.example") == {"hillgazette"}
    assert "cpa" in called("Coastal Press Agency")


def test_a_word_that_is_an_outlets_name_too_is_not_taken_for_it() -> None:
    """`The Mirror` is one; a mirror, and the Hill Mirror, are not."""
    paper = report(
        "The Mirror", None, "It was in the paper.", says("It was in the paper.", "It", "was", "paper")
    )
    text = "Mirror in hand, he told the Mirror, not the Hill Mirror, of a mirror."
    other = report("Inland Post", None, text, says(text, "he", "told", "of a mirror"))
    assert [span.start for span in named(other.article, paper.article)] == [text.index("Mirror,")]


def test_the_first_report_is_the_one_of_the_earliest_day() -> None:
    """Where the days of all are known."""
    found = first_report(first(ELSEWHERE, AGENCY), ())
    assert found.attribution == AGENCY.attributions[0].id
    assert found.why == "Coastal Press Agency's report is dated 2031-05-03, the others later."


def test_the_first_report_is_open_where_days_are_the_same_or_unknown() -> None:
    """A day without an hour does not tell two reports apart, and no day tells nothing."""
    same = replace(ELSEWHERE, article=replace(ELSEWHERE.article, published_on=AGENCY.article.published_on))
    assert first_report(first(same, AGENCY), ()).attribution is None
    undated = own("Radio Velden", None, "“No crane moves,” Ruiz said.", "No crane moves,")
    found = first_report(first(undated, AGENCY), ())
    assert (found.attribution, found.why) == (None, "Nothing says when Radio Velden published.")


def test_a_copy_is_never_first_before_what_it_credits() -> None:
    """A credit goes before days that are the same; where it is of an earlier day, nobody is first."""
    members = first(CREDITS, AGENCY)
    assert first_report(members, derivations(members, {})).attribution == AGENCY.attributions[0].id
    on = replace(AGENCY.article.published_on, value="2031-05-01")
    before = first(replace(CREDITS, article=replace(CREDITS.article, published_on=on)), AGENCY)
    assert first_report(before, derivations(before, {})).attribution is None
    assert not derivations(before, {})[0].directed


def test_a_date_that_something_speaks_against_settles_nothing() -> None:
    """A crawl date, or one that conflicts, makes nobody first."""
    flag = Flag("metadata-vs-content", (), (), "The page's date is not that of the text.")
    assert first_report(first(replace(AGENCY, flags=(flag,)), ELSEWHERE), ()).attribution is None
    collected = own("Old Post", "2033-01-01", "“No crane moves,” Ruiz said.", "No crane moves,")
    assert first_report(first(AGENCY, collected), ()).attribution is None


def test_a_crowd_of_reports_is_laid_beside_the_fullest_only() -> None:
    """Forty-five copies: each beside the ten that report most, in any order."""
    copies = [report(f"Paper {n}", "2031-05-04", f"{COPY_TEXT} Edition {n}.", SAID) for n in range(45)]
    found = derivations(first(*copies), {})
    assert len(found) == 10 * 9 // 2 + 10 * 35
    assert found == derivations(first(*reversed(copies)), {})
