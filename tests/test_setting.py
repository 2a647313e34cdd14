"""What a statement takes from its event: run, channel, occasion, venue, listeners, translation."""

from onrecord.attribution import attributions
from onrecord.attribution.setting import runs
from onrecord.record import Attribution, ZoneKind
from onrecord.text.layout import Layout, layout
from tests.fakes import FakeTagger, Said, article


def read(
    text: str, *said: Said, zones: tuple[tuple[str, ZoneKind], ...] = ()
) -> tuple[Layout, list[Attribution]]:
    """The layout of a text, and what comes out when the tagger finds just this."""
    laid = layout(article(text, *zones))
    return laid, list(attributions(laid, FakeTagger(*said)).attributions)


def runs_of(text: str, *said: Said, zones: tuple[tuple[str, ZoneKind], ...] = ()) -> list[int]:
    """The number of the run of each statement, in text order."""
    return list(runs(*read(text, *said, zones=zones)))


def test_a_run_goes_on_with_pronouns_and_the_last_name() -> None:
    """Who speaks is the same, and nothing else has begun."""
    text = "Mayor Lena Orlan said the port was safe.\nShe said it would open. Orlan warned of fog."
    said = (
        Said("Mayor Lena Orlan", "said", "the port was safe"),
        Said("She", "said it", "it would open"),
        Said("Orlan warned", "warned", "of fog"),
    )
    assert runs_of(text, *said) == [0, 0, 0]


def test_a_separate_interview_is_another_event() -> None:
    """ "In a separate interview" ends what came before."""
    text = "Orlan said in a speech the port was safe.\nIn a separate interview, Orlan warned of fog."
    said = Said("Orlan", "said", "the port was safe"), Said("Orlan warned", "warned", "of fog")
    assert runs_of(text, *said) == [0, 1]


def test_another_day_is_another_event() -> None:
    """Two days beside two statements of one speaker."""
    text = "Orlan said on Monday the port was safe.\nOn Friday Marek came. Orlan warned on Friday of fog."
    said = Said("Orlan", "said", "the port was safe"), Said("Orlan warned", "warned", "of fog")
    assert runs_of(text, *said) == [0, 1]


def test_somebody_else_between_does_not_end_a_run_that_goes_on() -> None:
    """ "Orlan also said" takes up what he said before the other spoke."""
    text = (
        "Orlan said in a speech the port was safe.\nMarek laughed that it was not.\nOrlan also warned of fog."
    )
    said = (
        Said("Orlan", "said", "the port was safe"),
        Said("Marek", "laughed", "it was not"),
        Said("Orlan also", "warned", "of fog"),
    )
    assert runs_of(text, *said) == [0, 1, 0]


def test_those_who_meet_speak_at_one_event() -> None:
    """The answer of the one who was met belongs to the meeting."""
    text = "Orlan met Anna Marek and said the port was safe.\nMarek replied that it was not."
    said = Said("Orlan", "said", "the port was safe"), Said("Marek", "replied", "it was not")
    assert runs_of(text, *said) == [0, 0]


def test_a_headline_belongs_to_what_it_sums_up() -> None:
    """Of two events the one whose words it shares."""
    head = "Orlan: harbour fog worries pilots"
    text = f"{head}\nOrlan said on Monday the port was safe.\nOn Friday Orlan warned of harbour fog."
    said = (
        Said("Orlan", ":", "harbour fog worries pilots"),
        Said("Orlan", "said", "the port was safe"),
        Said("Orlan warned", "warned", "of harbour fog"),
    )
    numbers = runs_of(text, *said, zones=((head, "headline"),))
    assert numbers[0] == numbers[2] != numbers[1]


def test_a_heading_that_names_somebody_else_ends_a_run() -> None:
    """What comes behind it is not said on the occasion told of before it."""
    head = "Fishermen wait"
    text = f"Orlan said in a speech the port was safe.\n{head}\nOrlan warned of fog."
    said = Said("Orlan", "said", "the port was safe"), Said("Orlan warned", "warned", "of fog")
    assert runs_of(text, *said, zones=((head, "subheading"),)) == [0, 1]


def test_words_quoted_inside_a_quotation_have_a_run_of_their_own() -> None:
    """What somebody quotes was said on another occasion."""
    text = "Orlan said: “We heard Marek say the port was closed, and it was not.”"
    said = (
        Said("Orlan", "said", "“We heard Marek say the port was closed, and it was not.”"),
        Said("Marek", "say", "the port was closed", inner=True),
    )
    assert runs_of(text, *said) == [0, 1]
