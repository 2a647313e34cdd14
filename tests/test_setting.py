"""What a statement takes from its event: run, channel, occasion, venue, listeners, translation."""

from dataclasses import replace

import pytest

from onrecord.attribution import attributions
from onrecord.attribution.setting import runs, settings_of
from onrecord.record import Attribution, Credit, Party, ZoneKind
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


def placed(text: str, *said: Said, zones: tuple[tuple[str, ZoneKind], ...] = ()) -> list[Attribution]:
    """The statements with their settings."""
    laid, found = read(text, *said, zones=zones)
    return list(settings_of(laid, found, lambda start, end: Party((laid.article.span(start, end),))))


def channel(a: Attribution) -> tuple[str | None, str | None, str] | None:
    """Kind, name and basis."""
    return None if a.channel is None else (a.channel.kind, a.channel.name, a.channel.basis)


@pytest.mark.parametrize(
    ("through", "kind", "name"),
    [
        ("in a statement", "statement", None),
        ("in a press release", "statement", "press release"),
        ("on Twitter", "post", "Twitter"),
        ("in a post on X", "post", "X"),
        ("in an interview", "interview", None),
        ("in an interview with the Herald", "interview", "Herald"),
        ("in an interview aired on Sky News", "interview", "Sky News"),
        ("in a message posted on Telegram", "post", "Telegram"),
        ("on CNN's morning programme", "broadcast", "CNN"),
        ("at a news conference", "press-conference", "news conference"),
        ("in a televised address", "speech", "address"),
        ("on national television", "broadcast", "television"),
        ("on state television", "state-media", "state television"),
        ("by phone", "call", "phone"),
        ("in an email", "letter", "email"),
        ("in an internal memo", "document", "memo"),
        ("on its website", "document", "website"),
    ],
)
def test_a_channel_is_named_beside_the_cue(through: str, kind: str, name: str | None) -> None:
    """By the noun behind its preposition, with its kind; a name where the noun says more than the kind."""
    (a,) = placed(f"The port was safe, Orlan said {through}.", Said("Orlan", "said", "The port was safe"))
    assert channel(a) == (kind, name, "stated")


@pytest.mark.parametrize(
    "told",
    [
        "told the Herald",
        "criticised a report and said",
        "said after the press conference",
        "called on Facebook",
    ],
)
def test_what_is_spoken_of_is_no_channel(told: str) -> None:
    """Nothing is said in a report that somebody criticises."""
    (a,) = placed(f"Orlan {told} that fog was near.", Said("Orlan", told.split()[-1], "that fog was near"))
    assert a.channel is None


def test_a_document_that_speaks_is_the_channel_of_its_words() -> None:
    """ "The report says": nobody else says it there."""
    (a,) = placed("The report says that fog was near.", Said("The report", "says", "that fog was near"))
    assert channel(a) == ("document", "report", "stated")


def test_a_post_is_known_by_the_account_below_it() -> None:
    """A post shown in an article has no cue."""
    text = "Orlan wrote:\n“The port is safe, and fog is far away.”\n— Lena Orlan (@orlan) May 1, 2021"
    (a,) = placed(text, Said("Orlan", "wrote", "“The port is safe, and fog is far away.”"))
    assert a.channel is not None
    assert a.channel.evidence[0].text == "@orlan"


def test_a_channel_holds_for_what_is_added() -> None:
    """Until the run ends."""
    text = "Orlan said in a speech the port was safe.\nShe added that fog was near.\nMarek laughed at it all."
    found = placed(
        text,
        Said("Orlan", "said", "the port was safe"),
        Said("She", "added", "that fog was near"),
        Said("Marek", "laughed", "at it all"),
    )
    assert [a.channel and a.channel.basis for a in found] == ["stated", "inherited", None]


def test_told_somebody_is_not_read_out_of_a_post() -> None:
    """What is told to a paper was not posted."""
    text = "Orlan wrote on Twitter the port was safe.\nOrlan told the Herald that fog was near."
    found = placed(
        text, Said("Orlan", "wrote", "the port was safe"), Said("Orlan told", "told", "that fog was near")
    )
    assert found[1].channel is None


MEETING = (
    "At a May 4 meeting with members of the pilots' club, at the Harbour Hall in Vell, "
    "Orlan said fog was near."
)


def test_an_occasion_goes_with_the_words_that_tell_which() -> None:
    """Without the determiner and the date; the place behind it is the venue."""
    (a,) = placed(MEETING, Said("Orlan", "said", "fog was near"))
    assert a.occasion is not None
    assert (a.occasion.kind, a.occasion.name) == ("meeting", "meeting with members of the pilots' club")
    assert a.venue is not None
    assert a.venue.name == "Harbour Hall, Vell"


def test_those_who_are_met_listen() -> None:
    """For as long as the meeting is told of."""
    text = f"{MEETING}\nShe added that ships would wait.\nOn May 9, Orlan said the port was open."
    found = placed(
        text,
        Said("Orlan", "said", "fog was near"),
        Said("She", "added", "that ships would wait"),
        Said("Orlan said the", "said the port", "port was open"),
    )
    heard = [[s.text for p in a.addressees for s in p.antecedent] for a in found]
    assert heard == [["members of the pilots' club"], ["members of the pilots' club"], []]


def test_each_of_two_who_meet_speaks_to_the_other() -> None:
    """The guest's answer is told to the host."""
    text = "Orlan met Anna Marek and said the port was safe.\nMarek replied that it was not."
    found = placed(text, Said("Orlan", "said", "the port was safe"), Said("Marek", "replied", "it was not"))
    heard = [[s.text for p in a.addressees for s in p.antecedent] for a in found]
    assert heard == [["Anna Marek"], ["Orlan"]]


@pytest.mark.parametrize(
    ("where", "listeners"),
    [
        ("in an interview with the Herald", ["the Herald"]),
        ("in an interview with the Herald two days later", ["the Herald"]),
        ("in a speech to parliament", ["parliament"]),
        ("in talks in Vell with the Danish envoy", ["the Danish envoy"]),
        ("after a meeting with pilots", []),
        ("in a speech to the harbour congress", []),
    ],
)
def test_who_listens_is_told_with_the_occasion(where: str, listeners: list[str]) -> None:
    """Not after it, and no event is a listener."""
    (a,) = placed(f"The port was safe, Orlan said {where}.", Said("Orlan", "said", "The port was safe"))
    assert [s.text for p in a.addressees for s in p.antecedent] == listeners


def test_a_place_inside_somebodys_office_is_no_venue() -> None:
    """The envoy in Vell may speak anywhere."""
    text = "Orlan met with Norway's envoy in Vell Jon Aas and said the port was safe."
    (a,) = placed(text, Said("Orlan", "said", "the port was safe"))
    assert a.venue is None


@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("said in Geneva", "Geneva"),
        ("told reporters outside the court", "court"),
        ("said, speaking in Vell,", "Vell"),
        ("said at a rally in Ohio", "Ohio"),
        ("said during a visit to Basel", "Basel"),
        ("said at a meeting in Basel with pilots", "Basel"),
        ("said in March", None),
        ("said in Hebrew", None),
        ("wrote in the Gazette", None),
        ("said in English", None),
    ],
)
def test_a_venue_stands_behind_the_saying(where: str, venue: str | None) -> None:
    """What is said of other places is about them."""
    cue = where.split()[0].strip(",")
    (a,) = placed(
        f"Orlan {where} that ships from Oslo would wait.", Said("Orlan", cue, "that ships from Oslo")
    )
    assert (a.venue and a.venue.name) == venue


@pytest.mark.parametrize(
    ("beside", "language", "translator"),
    [
        ("speaking in Farsi", "Farsi", None),
        ("in Farsi", "Farsi", None),
        ("speaking in Arabic on Monday", "Arabic", None),
        ("through an interpreter", None, None),
        ("through a Russian interpreter", "Russian", None),
        ("according to a translation by Vellmedia", None, "Vellmedia"),
        ("translated from Russian by Jon Aas", "Russian", "Jon Aas"),
    ],
)
def test_a_translation_is_told_beside_the_words(
    beside: str, language: str | None, translator: str | None
) -> None:
    """From which language and by whom, as far as the text says."""
    (a,) = placed(f"“Fog is near,” Orlan said, {beside}.", Said("Orlan", "said", "“Fog is near,”"))
    assert a.translated is not None
    assert (a.translated.from_, a.translated.by) == (language, translator)


def test_every_setting_says_why() -> None:
    """A reason for each field that is filled."""
    (a,) = placed(MEETING, Said("Orlan", "said", "fog was near"))
    assert {"occasion", "venue", "addressees"} <= {r.field for r in a.reasons}


def test_what_came_at_an_event_was_said_there() -> None:
    """ "The announcement came at": the sentence behind tells of the statement before it."""
    text = "Orlan said the port was safe. The announcement came at a news conference in Vell."
    (a,) = placed(text, Said("Orlan", "said", "the port was safe"))
    assert channel(a) == ("press-conference", "news conference", "stated")


def test_the_event_is_the_one_told_of_before() -> None:
    """Whoever speaks during it."""
    text = (
        "Orlan said the port was safe at a May meeting with pilots.\nDuring the event, Marek warned of fog."
    )
    found = placed(text, Said("Orlan", "said", "the port was safe"), Said("Marek warned", "warned", "of fog"))
    assert found[1].occasion is not None
    assert found[1].occasion.name == "meeting with pilots"


def test_a_clause_about_somebody_else_gives_no_channel() -> None:
    """Who gave the interview is not who scolds."""
    text = "Orlan scolded Marek, who gave an interview on Friday."
    (a,) = placed(text, Said("Orlan", "scolded", "Marek"))
    assert a.channel is None


def test_two_speakers_in_one_sentence_have_their_own_channels() -> None:
    """The nearer cue has it."""
    text = "Orlan tweeted that fog was near, while Marek said in a speech the port was safe."
    found = placed(
        text, Said("Orlan", "tweeted", "that fog was near"), Said("Marek", "said", "the port was safe")
    )
    assert [a.channel and a.channel.kind for a in found] == ["post", "speech"]


def test_a_lead_was_said_where_the_next_paragraph_tells() -> None:
    """The first paragraph sums up, the second gives the circumstances."""
    text = "Orlan warned of fog.\nAddressing a conference in Vell, Orlan said the port was safe."
    found = placed(text, Said("Orlan", "warned", "of fog"), Said("Orlan said", "said", "the port was safe"))
    assert [a.venue and (a.venue.name, a.venue.basis) for a in found] == [
        ("Vell", "inherited"),
        ("Vell", "stated"),
    ]


def test_an_earlier_time_is_another_event() -> None:
    """What was said last year was not said in the speech."""
    text = "Orlan said in a speech the port was safe. Last year, Orlan warned of fog."
    found = placed(text, Said("Orlan", "said", "the port was safe"), Said("Orlan warned", "warned", "of fog"))
    assert found[1].channel is None


def test_a_report_of_nobody_belongs_to_no_event() -> None:
    """ "It was reported" between two statements is no part of the speech."""
    text = "Orlan said in a speech the port was safe. Fog was reported."
    found = placed(text, Said("Orlan", "said", "the port was safe"), Said("", "was reported", "Fog"))
    assert found[1].channel is None


def test_a_letter_of_somebody_else_is_no_channel() -> None:
    """What is said of another's letter is not said in it."""
    text = "In Marek's letter nothing was new, Orlan said."
    (a,) = placed(text, Said("Orlan", "said", "nothing was new"))
    assert a.channel is None


def test_a_photo_caption_gives_no_place() -> None:
    """Where a picture was taken is not where something was said."""
    caption = "Lena Orlan speaks at a rally in Oslo. (Photo: Jon Aas)"
    text = f"Orlan said the port was safe.\n{caption}\nShe added that fog was near."
    found = placed(
        text,
        Said("Orlan said", "said the port", "port was safe"),
        Said("She", "added", "that fog was near"),
        zones=((caption, "caption"),),
    )
    assert [a.venue for a in found] == [None, None]


def test_a_speech_is_an_occasion_where_nothing_else_is() -> None:
    """ "In a speech at the congress" was said at the congress."""
    alone, at_congress = (
        placed(
            f"The port was safe, Orlan said in a speech{where}.", Said("Orlan", "said", "The port was safe")
        )[0]
        for where in ("", " at the annual pilots' conference")
    )
    assert alone.occasion is not None
    assert alone.occasion.name == "speech"
    assert at_congress.occasion is not None
    assert at_congress.occasion.name == "annual pilots' conference"


def test_who_quotes_is_no_channel() -> None:
    """Those who pass words on stand in the chain."""
    text = "Orlan was quoted by state media as saying that fog was near."
    (a,) = placed(text, Said("Orlan", "was quoted|as saying", "that fog was near"))
    assert a.channel is None


def test_a_footnote_number_does_not_part_a_place() -> None:
    """Both places are read."""
    text = "At a meeting with pilots, at the Imam Hall[1] in Vell, Orlan said fog was near."
    (a,) = placed(text, Said("Orlan", "said", "fog was near"))
    assert a.venue is not None
    assert a.venue.name == "Imam Hall, Vell"


@pytest.mark.parametrize(
    "beside", ["in German Bight", "in French-held Vell", "in English", "in a German port"]
)
def test_a_language_name_before_a_noun_is_no_language(beside: str) -> None:
    """And English is not translated."""
    (a,) = placed(f"“Fog is near,” Orlan said {beside}.", Said("Orlan", "said", "“Fog is near,”"))
    assert a.translated is None


def test_a_translator_in_the_credits_translated_all_of_it() -> None:
    """Where no statement says otherwise."""
    laid, found = read("Orlan said fog was near.", Said("Orlan", "said", "fog was near"))
    credited = replace(laid.article, credits=(Credit("Jon Aas", (), "translator"),))
    (a,) = settings_of(replace(laid, article=credited), found, lambda *_: Party())
    assert a.translated is not None
    assert a.translated.by == "Jon Aas"
