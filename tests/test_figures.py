"""How many: what is found, how it is bounded and measured, what it counts, who gave it, what is left out."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.figures import figures
from onrecord.record import Attribution, DateExpression, DateReport, Figure, Party, Span
from onrecord.text.layout import layout
from tests.fakes import article


def found(text: str) -> tuple[Figure, ...]:
    """The figures of a text in which nobody says anything and no day is named."""
    return figures(layout(article(text)), (), ())


def only(text: str) -> Figure:
    """The one figure of a text."""
    (figure,) = found(text)
    return figure


def words(text: str) -> list[str]:
    """The figures of a text as they stand there."""
    return [figure.span.text for figure in found(text)]


NUMBERS = [
    ("They sold 1,250 lamps.", 1250),
    ("They sold 1 250 lamps.", 1250),
    ("They sold 1 250 000 lamps.", 1_250_000),
    ("They sold 1.250.000 lamps.", 1_250_000),
    ("They sold 12,50,000 lamps.", 1_250_000),
    ("They sold twenty-two lamps.", 22),
    ("They sold two hundred and fifty lamps.", 250),
    ("They sold three hundred and twelve thousand lamps.", 312_000),
    ("They sold half a million lamps.", 500_000),
    ("They sold two and a half million lamps.", 2_500_000),
    ("They sold a dozen lamps.", 12),
    ("They sold two dozen lamps.", 24),
    ("They sold 1.5bn lamps.", 1_500_000_000),
    ("They sold 5 lakh lamps.", 500_000),
    ("They sold ١٢ lamps.", 12),
    ("They sold １２ lamps.", 12),
    ("They walked 2½ miles.", 2.5),
    ("They walked 3,5 km.", 3.5),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    """Digits with any separators, of any script, and words."""
    figure = only(text)
    assert (figure.low, figure.high, figure.comparator) == (value, value, "exactly")


BOUNDS = [
    ("more than 300 lamps", 300, None, "more-than"),
    ("over 300 lamps", 300, None, "more-than"),
    ("well over 300 lamps", 300, None, "more-than"),
    ("upwards of 300 lamps", 300, None, "more-than"),
    ("at least 300 lamps", 300, None, "at-least"),
    ("no fewer than 300 lamps", 300, None, "at-least"),
    ("300 or more lamps", 300, None, "at-least"),
    ("300+ lamps", 300, None, "at-least"),
    ("nearly 300 lamps", None, 300, "nearly"),
    ("almost 300 lamps", None, 300, "nearly"),
    ("fewer than 300 lamps", None, 300, "less-than"),
    ("up to 300 lamps", None, 300, "at-most"),
    ("as many as 300 lamps", None, 300, "at-most"),
    ("about 300 lamps", 300, 300, "about"),
    ("some 300 lamps", 300, 300, "about"),
    ("between 20 and 30 lamps", 20, 30, "between"),
    ("20-30 lamps", 20, 30, "between"),
    ("20 to 30 lamps", 20, 30, "between"),
    ("two or three lamps", 2, 3, "between"),
    ("two to three million lamps", 2_000_000, 3_000_000, "between"),
    ("hundreds of lamps", 200, None, None),
    ("dozens of lamps", 24, None, None),
    ("tens of thousands of lamps", 20_000, None, None),
    ("several hundred lamps", 200, None, None),
    ("a handful of lamps", None, None, None),
    ("many more lamps", None, None, "more-than"),
]


@pytest.mark.parametrize(("size", "low", "high", "comparator"), BOUNDS)
def test_the_words_around_a_number_bound_it(
    size: str, low: float | None, high: float | None, comparator: str | None
) -> None:
    """What they leave open is unknown."""
    figure = only(f"The port ordered {size} on the quay.")
    assert (figure.low, figure.high, figure.comparator) == (low, high, comparator)
    assert figure.counts is not None
    assert figure.counts.name == "lamps"


KINDS = [
    ("It cost $1.5bn.", "money", "USD", 1_500_000_000),
    ("It cost US$ 7.2 bn.", "money", "USD", 7_200_000_000),
    ("It cost €3 million.", "money", "EUR", 3_000_000),
    ("It cost Rs 5 crore.", "money", "rupees", 50_000_000),
    ("It cost 40 million shekels.", "money", "ILS", 40_000_000),
    ("It fell by 12%.", "share", "%", 12),
    ("It fell by 12 per cent.", "share", "%", 12),
    ("It fell by 3 percentage points.", "share", "percentage points", 3),
    ("It lost three-quarters of its crew.", "share", "%", 75),
    ("Half of the crew left.", "share", "%", 50),
    ("A third of sailors left.", "share", "%", 33.333),
    ("It happened to one in five sailors.", "ratio", None, 0.2),
    ("It is 100 times more than before.", "ratio", "times", 100),
    ("It took hundred times more boats.", "ratio", "times", 100),
    ("It has twice as many boats.", "ratio", "times", 2),
    ("Its output doubled.", "ratio", "times", 2),
    ("It saw a tenfold rise.", "ratio", "times", 10),
    ("The 83-year-old captain left.", "duration", "years", 83),
    ("Ines Orlan, 45, left.", "duration", "years", 45),
    ("It lasted 20 minutes.", "duration", "minutes", 20),
    ("It took nearly half an hour.", "duration", "hours", 0.5),
    ("It rained in the past one week.", "duration", "weeks", 1),
    ("It rained during the past week.", "duration", "weeks", 1),
    ("It is 5 km away.", "measure", "km", 5),
    ("It is 300 metres long.", "measure", "m", 300),
    ("It weighs 300 pounds.", "measure", "lb", 300),
    ("It earns 300 pounds.", "money", "pounds", 300),
    ("Half of the 100 billion XRP is theirs.", "share", "%", 50),
    ("A 3.5-magnitude quake came.", "measure", "magnitude", 3.5),
    ("A quake of magnitude 3.5 came.", "measure", "magnitude", 3.5),
    ("It went at 80 km/h.", "rate", "km/h", 80),
    ("It pays $15 an hour.", "rate", "USD per hour", 15),
    ("It ships 5,000 a day.", "rate", "per day", 5000),
    ("It struck for the third time, in the third strike since spring.", "ordinal", None, 3),
    ("It was raided three times.", "count", "times", 3),
    ("It was raided twice.", "count", "times", 2),
    ("It was raided twice a day.", "rate", "times per day", 2),
    ("It has double the boats.", "ratio", "times", 2),
    ("Nearly eight of 10 sailors left.", "ratio", None, 0.8),
    ("They sail 60 hours a week.", "rate", "hours per week", 60),
    ("It took over 20-plus months.", "duration", "months", 20),
]


@pytest.mark.parametrize(("text", "kind", "unit", "value"), KINDS)
def test_a_quantity_has_a_kind_and_a_unit(text: str, kind: str, unit: str | None, value: float) -> None:
    """Shares in per cent, money by its code, where a word belongs to one country."""
    figure = found(text)[0]
    assert (figure.kind, figure.unit) == (kind, unit)
    assert value in (figure.low, figure.high)


COUNTED = [
    ("The blast killed 12 people.", "people killed", "people"),
    ("At least 12 people have been killed.", "people killed", "people"),
    ("The raid wounded hundreds.", "wounded", "people"),
    ("Police arrested 22 rail workers on Monday.", "rail workers arrested", "people"),
    ("Storms destroyed 40 houses.", "houses destroyed", None),
    ("Thousands of Norlanders fled.", "Norlanders", "people"),
    ("He met 20 members of parliament.", "members of parliament", "people"),
    ("The death toll rose to 12.", "death toll", None),
    ("Casualties: 40", "Casualties", None),
    ("He leads a 12-member panel.", "member", None),
    ("About 12% of voters agreed.", "voters", "%"),
    ("They gave $5m in aid.", "aid", "USD"),
    ("The unemployment rate is 4%.", "unemployment rate", "%"),
    ("The number of people killed has risen to 40.", "number of people killed", None),
    ("Harald Vey, who was 17, left.", "age", "years"),
    ("About 60 regional and national unions met.", "regional and national unions", None),
    ("Sailors in 21 cities were jailed.", "cities", None),
    ("They shipped 300 tonnes of grain.", "grain", "tonnes"),
]


@pytest.mark.parametrize(("text", "counts", "unit"), COUNTED)
def test_what_is_counted_is_named(text: str, counts: str, unit: str | None) -> None:
    """The noun behind or before, with what became of it."""
    figure = only(text)
    assert figure.counts is not None
    assert (figure.counts.name, figure.unit) == (counts, unit)
    assert all(text[e.start : e.end] == e.text for e in figure.counts.evidence)


def test_what_kills_is_not_killed() -> None:
    """The noun before "killed" with an object behind is whoever did it."""
    counts = [f.counts.name for f in found("Two shells killed five sailors.") if f.counts]
    assert counts == ["shells", "sailors killed"]


def test_two_tolls_in_one_sentence_keep_to_themselves() -> None:
    """ "Killed" belongs to the one and "wounded" to the other."""
    counts = [f.counts.name for f in found("It killed 12 people and wounded more than 30.") if f.counts]
    assert counts == ["people killed", "wounded"]


LEFT_OUT = [
    "They met in 2023.",
    "They met on 5 March.",
    "They met on March 5, 2023.",
    "They met on 5-6 April.",
    "They met in the 1990s.",
    "They met in the 20th century.",
    "They met at 7.30pm.",
    "They met at 4:52 p.m. in the harbour.",
    "They met at 1400 GMT.",
    "They met at 5 o'clock.",
    "They met in 2019-20.",
    "They met in Room 12.",
    "They won 3-1.",
    "They won a 6-4 7-5 match.",
    "They flew a Boeing 787.",
    "They flew Falcon 9 rockets.",
    "They flew on Flight 93.",
    "They flew the new 787.",
    "They cited Resolution 242.",
    "They cited Article 5.",
    "They cited page 12.",
    "They installed iOS 5.",
    "They installed version 2.0.1.",
    "They met at the G20.",
    "They recalled 9/11.",
    "They work 24/7.",
    "They had Covid-19.",
    "They had no one.",
    "This one was theirs.",
    "One of the men left.",
    "They left at half-time.",
    "They led in the second half.",
    "They cut it in half.",
    "They want a two-way street.",
    "They met the Group of Seven.",
    "They dialled 020 7946 0958.",
    "They dialled 555-0199.",
    "They posted it at example.org/2017/1234.",
    "They ended their talks (2) there.",
    "They left three days ago.",
    "They left last Tuesday.",
    "They left one day.",
    "They want it with a second-hand boat.",
    "They slept in a double bed.",
    "They doubled down.",
    "They called 911.",
    "They read the “Three Norns” aloud.",
    "They led in the last half.",
    "They drove the 8088 chip.",
    "They met Task Force (CTF) 50.",
    "They own an iPhone 4.",
    "They saw picture 3 of 12.",
    "They ended half-frozen.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    """Dates, times, names, scores, versions, telephone numbers, pronouns."""
    assert words(text) == []


def test_a_list_number_is_left_out() -> None:
    """What begins a line before a full stop or a bracket counts nothing."""
    assert words("1. Close the port\n\n2) Open the port") == []


SPANS = [
    ("In Velm 500 people left.", ["500 people"]),
    ("On Monday 12 men left.", ["12 men"]),
    ("Guards Kill 12 In Port Raid", ["12"]),
    ("Some left by the hundreds.", ["by the hundreds"]),
    ("It sold $20m to $30m of grain.", ["$20m to $30m"]),
    ("It rose from 12% to 15%.", ["12%", "15%"]),
    ("Shares rose 3.2 points to 118.", ["3.2 points", "118"]),
    ("Only 50% to 60% of sailors left.", ["50% to 60%"]),
    ("Profit fell to $41 million a year ago.", ["$41 million"]),
    ("Hundreds of them lined the quay.", ["Hundreds"]),
    ("He said: “Five sailors left.”", ["Five sailors"]),
    ("They bought five Borvin 737s.", ["five Borvin 737s"]),
    ("It will last 45 minutes.", ["45 minutes"]),
    ("The SGD1.75-billion pier opened.", ["SGD1.75-billion"]),
    ("People under 30 left.", ["under 30"]),
    ("They own 61 percent of the 100 billion XRP.", ["61 percent", "100 billion"]),
    ("Six were hired.", ["Six"]),
    ("They met two NBL G League players.", ["two NBL G League players"]),
    ("It sold between\u00a020 and 30 lamps.", ["between\u00a020 and 30 lamps"]),
    ("An 8-7, 10-inning win came.", ["10-inning"]),
    ("Children as young as 6 left.", ["6"]),
    ("They sold 40 lamps, 12 boats and two dozen ropes.", ["40 lamps", "12 boats", "two dozen ropes"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_figure_is_its_number_with_what_bounds_and_counts_it(text: str, expected: list[str]) -> None:
    """Nothing of its neighbours."""
    assert words(text) == expected


def said(text: str, content: str, number: int, *, thought: bool = False) -> Attribution:
    """An attribution whose content stands in the text."""
    at = text.index(content)
    mode = "thought" if thought else "speech"
    return Attribution(f"a{number}", (), (), (Span(at, at + len(content), content),), mode=mode)


def test_the_innermost_statement_gives_a_figure() -> None:
    """Outside every statement it is the article that gives it."""
    text = "The mayor said the clerk had counted 40 boats and 12 nets. There are 30 lamps."
    outer = said(text, "the clerk had counted 40 boats and 12 nets", 1)
    inner = said(text, "40 boats", 2)
    given = [f.according_to for f in figures(layout(article(text)), (outer, inner), ())]
    assert given == ["a2", "a1", None]


def test_what_is_thought_is_given_by_whoever_tells_it() -> None:
    """A belief is no statement of its own."""
    text = "The mayor said he believed 40 boats were lost."
    outer = said(text, "he believed 40 boats were lost", 1)
    inner = said(text, "40 boats were lost", 2, thought=True)
    (figure,) = figures(layout(article(text)), (outer, inner), ())
    assert figure.according_to == "a1"


def test_whoever_cites_their_own_information_gives_the_figure() -> None:
    """ "According to the logs we keep" names nobody else."""
    text = "The clerk said: according to the logs we keep, 40 boats were lost."
    outer = said(text, "according to the logs we keep, 40 boats were lost", 1)
    at = text.index("the logs we keep")
    logs = Party((Span(at, at + len("the logs we keep"), "the logs we keep"),))
    inner = replace(said(text, "40 boats were lost", 2), speakers=(logs,), nested_in="a1")
    (figure,) = figures(layout(article(text)), (outer, inner), ())
    assert figure.according_to == "a1"


def day(text: str, expression: str, value: str) -> DateExpression:
    """A date expression of the text."""
    at = text.index(expression)
    return DateExpression(
        "d1", Span(at, at + len(expression), expression), DateReport(value, basis="relative")
    )


def test_the_day_a_figure_was_true_is_that_which_its_sentence_names() -> None:
    """ "As of" says so; a day elsewhere in the sentence does not."""
    text = "As of Tuesday, 40 boats had been found. On Monday 12 nets were found."
    dates = (day(text, "Tuesday", "2031-05-06"), day(text, "Monday", "2031-05-05"))
    boats, nets = figures(layout(article(text)), (), dates)
    assert (boats.as_of.value, nets.as_of.value) == ("2031-05-06", None)


def test_a_number_inside_a_date_is_left_out() -> None:
    """Whatever it looks like; a stretch of time that is a date as well stays."""
    text = "They left 40 suns back, after rain in the past two weeks."
    dates = (day(text, "40 suns back", "2031"), day(text, "the past two weeks", "2031-05"))
    assert [f.span.text for f in figures(layout(article(text)), (), dates)] == ["past two weeks"]


def test_a_footnote_number_is_left_out() -> None:
    """The marker is a zone of its own."""
    text = "They found the boats.[12] They left."
    assert figures(layout(article(text, ("[12]", "footnote"))), (), ()) == ()


def test_a_toll_belongs_to_the_event_its_sentence_names() -> None:
    """With the words that say which."""
    figure = only("The army said 12 people were killed in the raid on Velm.")
    assert figure.event is not None
    assert figure.event.name == "the raid on Velm"


def test_figures_are_numbered_in_text_order() -> None:
    """Under the article's id."""
    assert [f.id for f in found("They sold 40 lamps and 12 boats.")] == [
        "0123456789abcdef:f1",
        "0123456789abcdef:f2",
    ]


@pytest.mark.parametrize("digits", ["9" * 500, "1" + "," + "000," * 200 + "000", "1e999", "9" * 40])
def test_a_number_too_large_for_news_is_no_figure(digits: str) -> None:
    """Or is read, but never as infinity."""
    assert all(f.low is not None and f.low < 1e50 for f in found(f"They sold {digits} lamps."))


HOSTILE = [
    "9",
    "1,",
    "1.",
    "1 000 ",
    "one ",
    "one-",
    "half a ",
    "$",
    "20-",
    "of ",
    "hundred and ",
    "1/",
    "more than ",
    "(",
    "killed ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_of_one_piece_takes_no_longer_than_its_length(piece: str) -> None:
    """Two hundred thousand characters of it are read in a few seconds."""
    text = f"They sold 12 lamps {piece * 12} now. " * (200_000 // (30 + 12 * len(piece)))
    laid = layout(article(text + piece * 5_000))
    before = time.process_time()
    figures(laid, (), ())
    assert time.process_time() - before < 20


def test_a_run_of_ten_million_digits_is_no_figure() -> None:
    """And costs no more than reading it once."""
    laid = layout(article(f"They sold 12 lamps. {'9' * 10_000_000}"))
    before = time.process_time()
    assert len(figures(laid, (), ())) <= 1
    assert time.process_time() - before < 20


@given(st.text(alphabet="0123456789 .,-–%$€one twohalf millionof the½²١৪x:/", max_size=80))
def test_whatever_stands_there_is_sliced_out_of_the_text(text: str) -> None:
    """Spans and evidence are the text's own words, in order, and no two figures overlap."""
    end = 0
    for figure in found(text):
        assert text[figure.span.start : figure.span.end] == figure.span.text
        assert figure.span.start >= end
        end = figure.span.end
        for evidence in figure.counts.evidence if figure.counts else ():
            assert text[evidence.start : evidence.end] == evidence.text
