"""Spans, links, marks and zones joined into attributions."""

import pytest

from onrecord.attribution import attributions
from onrecord.attribution.flags import flags
from onrecord.record import Attribution
from onrecord.tagger import TaggedName
from onrecord.text.layout import layout
from tests.fakes import FakeTagger, Said, article


def find(text: str, *said: Said) -> tuple[Attribution, ...]:
    """What comes out when the tagger finds just this."""
    return attributions(layout(article(text)), FakeTagger(*said)).attributions


def words(a: Attribution) -> tuple[str, str, str]:
    """Speaker, cue and content as printed."""
    mention = [s.text for p in a.speakers for s in p.mention]
    return " ".join(mention), " ".join(s.text for s in a.cue), " | ".join(s.text for s in a.content)


def test_direct_content_stands_inside_the_marks_without_them() -> None:
    """The marks are not part of what was said, the final comma inside them is."""
    (a,) = find("“We will rebuild,” Orlan said.", Said("Orlan", "said", "“We will rebuild,”"))
    assert words(a) == ("Orlan", "said", "We will rebuild,")
    assert a.form == "direct"


def test_a_content_that_mostly_holds_a_quotation_is_widened_to_it() -> None:
    """The network may stop short; no content cuts a quotation."""
    (a,) = find("“We will rebuild the old port,” Orlan said.", Said("Orlan", "said", "We will rebuild the"))
    assert words(a)[2] == "We will rebuild the old port,"


def test_some_words_in_marks_make_it_mixed_and_none_indirect() -> None:
    """Form follows the marks."""
    text = "Orlan said the port was “a ruin by now”. Marek added nobody came."
    mixed, indirect = find(
        text,
        Said("Orlan", "said", "the port was “a ruin by now”"),
        Said("Marek", "added", "nobody came"),
    )
    assert (mixed.form, indirect.form) == ("mixed", "indirect")


def test_a_title_in_marks_does_not_make_a_content_mixed() -> None:
    """A capitalised name of up to three words is a name."""
    (a,) = find("Orlan said “Red Harbour” would open.", Said("Orlan", "said", "“Red Harbour” would open"))
    assert a.form == "indirect"


def test_a_resumed_quotation_is_one_attribution_with_two_spans() -> None:
    """`"A," said X. "B."`: one cue, one attribution, discontinuous content."""
    (a,) = find("“We go,” said Orlan. “We will be back soon enough.”", Said("Orlan", "said", "“We go,”"))
    assert words(a)[2] == "We go, | We will be back soon enough."


def test_a_quotation_paragraph_without_cue_goes_to_the_running_speaker() -> None:
    """No mention of its own; the antecedent says whose words they are, `continues` what they carry on."""
    text = "The port is lost, said Orlan.\n\n“Nobody will come to rebuild it now.”"
    first, second = find(text, Said("Orlan", "said", "The port is lost"))
    assert second.speakers[0].mention == ()
    assert [s.text for s in second.speakers[0].antecedent] == ["Orlan"]
    assert (second.cue, second.continues) == ((), first.id)


def test_a_quotation_over_paragraphs_keeps_its_cue_and_speaker() -> None:
    """Each paragraph is an attribution with the introducing cue and mention, linked to the one before."""
    text = "Orlan said: “The port is lost to us.\n\n“The mole is gone.\n\n“We start again.”"
    found = find(text, Said("Orlan", "said", "“The port is lost to us."))
    assert [words(a) for a in found] == [
        ("Orlan", "said", "The port is lost to us."),
        ("Orlan", "said", "The mole is gone."),
        ("Orlan", "said", "We start again."),
    ]
    assert [a.continues for a in found] == [None, found[0].id, found[1].id]


def test_five_words_in_marks_are_kept_even_if_nobody_is_named() -> None:
    """Speakers stay empty; nothing is invented and nothing lost."""
    (a,) = find("On the wall stood “we shall not be moved again” in red.")
    assert (a.speakers, words(a)[2]) == ((), "we shall not be moved again")


def test_scare_quotes_and_titles_are_no_statements() -> None:
    """A few words in marks, or a capitalised title, with nobody speaking."""
    assert find("The “temporary” camp and the film “The Long Road To Vell Harbour” are old.") == ()


def test_a_designation_is_no_statement() -> None:
    """To designate or dub is a status, not something said."""
    assert (
        find("The bloc designated it “terrorist group”.", Said("The bloc", "designated", "“terrorist group”"))
        == ()
    )


def test_a_translated_block_belongs_to_whoever_the_introduction_names() -> None:
    """Every paragraph of it, with the introducing phrase as cue."""
    text = (
        "The following is a translation of Orlan's speech:\n\n“The port is lost.\n\n“We go on.”\n\nRain fell."
    )
    found = find(text)
    assert [words(a)[::2] for a in found] == [
        ("Orlan's", "The port is lost."),
        ("Orlan's", "We go on."),
    ]
    assert words(found[0])[1] == "translation of Orlan's speech"


def test_a_quotation_that_never_closes_is_all_of_its_paragraph() -> None:
    """The mark is flagged; its words are not cut at the first full stop."""
    (a,) = find("Orlan says: “We go. It is late.\n\nRain fell.", Said("Orlan", "says", "“We go."))
    assert words(a)[2] == "We go. It is late."


CUT = [
    ("it may rain, a rare admission from a man of few words", "it may rain"),
    ("it may rain, without giving a reason", "it may rain"),
    ("it may rain, a storm from the west", "it may rain, a storm from the west"),
]


@pytest.mark.parametrize(("said", "content"), CUT)
def test_what_the_outlet_makes_of_words_is_none_of_them(said: str, content: str) -> None:
    """An admission, without a reason: behind the words, and about them."""
    (a,) = find(f"Orlan said {said}.", Said("Orlan", "said", said))
    assert words(a)[2] == content


def test_a_second_verb_of_the_speaker_is_a_cue_without_a_comma_too() -> None:
    """ "said … and accused …": two statements."""
    text = "Orlan said nobody had paid and accused the army of lying."
    found = find(text, Said("Orlan", "said", "nobody had paid and accused the army of lying"))
    assert [words(a)[1:] for a in found] == [("said", "nobody had paid"), ("accused", "the army of lying")]


def test_behind_a_colon_nothing_said_before_belongs_to_it() -> None:
    """Not the words of another sentence that hold a quotation."""
    text = "It was “late and wet”. Orlan replied: “We go.”"
    (*_, a) = find(text, Said("Orlan", "replied", "It was “late and wet”|“We go.”"))
    assert words(a)[2] == "We go."


SUBJECTS = [
    ("“We go,” he stormed.", "stormed", "“We go,”", "he"),
    ("Police yesterday confirmed that it rained.", "confirmed", "that it rained", "Police"),
    ("Orlan, however, insisted that it rained.", "insisted", "that it rained", "Orlan"),
    ("Orlan was warned that it rained.", "warned", "that it rained", ""),
    ("When asked, Orlan left, warned that it rained.", "warned", "that it rained", ""),
]


@pytest.mark.parametrize(("text", "cue", "content", "who"), SUBJECTS)
def test_who_stands_before_a_cue_speaks(text: str, cue: str, content: str, who: str) -> None:
    """Where the network named nobody; nobody speaks who is warned."""
    (a,) = find(text, Said("", cue, content))
    assert words(a)[0] == who


PROMISED = [
    ("The mayor, Ada Orlan, promised a report within days.", "The mayor, Ada Orlan", "a report within days"),
    ("The office put the toll at “29 victims”.", "The office", "the toll at “29 victims”"),
    ("Orlan vowed to rebuild the port.", "Orlan", "to rebuild the port"),
]


@pytest.mark.parametrize(("text", "who", "content"), PROMISED)
def test_promises_and_figures_that_somebody_puts_are_statements(text: str, who: str, content: str) -> None:
    """Without "that", and though the network passed them over."""
    assert [words(a)[::2] for a in find(text)] == [(who, content)]


def test_what_stands_in_marks_was_said_and_what_a_headline_sees_too() -> None:
    """Whatever the network makes of the cue; what somebody believes stays a thought."""
    regretted, believed = find(
        "Orlan regretted “the long delay”. Marek believes “it will rain”.",
        Said("Orlan", "regretted", "“the long delay”", mode="thought"),
        Said("Marek", "believes", "“it will rain”", mode="thought"),
    )
    assert (regretted.mode, believed.mode) == ("speech", "thought")
    text, said = "Orlan sees an end of strike", Said("Orlan", "sees", "an end of strike", mode="thought")
    (seen,) = attributions(layout(article(text, (text, "headline"))), FakeTagger(said)).attributions
    assert seen.mode == "speech"


QUOTED = [
    "“We go at once,” Orlan was quoted as saying by state radio.",
    "“We go at once,” state radio quoted Orlan as saying on Monday.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_words_may_stand_before_quoted_as_saying(text: str) -> None:
    """Who passed them on, and when, is none of them."""
    (a,) = find(text)
    assert words(a)[::2] == ("Orlan", "We go at once,")
    assert [" ".join(s.text for s in link.party.mention) for link in a.chain] == ["state radio"]


def test_the_links_of_a_post_are_none_of_its_words() -> None:
    """Nor is its picture."""
    (a,) = find(
        "We thank you all for it. https://t.co/a1B pic.twitter.com/x9 — Port of Vell (@vell) May 3, 2016"
    )
    assert words(a)[2] == "We thank you all for it."


def test_who_read_a_statement_is_whose_words_follow() -> None:
    """Not the body whose spokesman he is; what stands in brackets alone is nobody's."""
    intro = "Text of a statement which Ada Orlan, spokeswoman of the Port, read to us:"
    text = f"{intro}\n\nWe go on.\n\n[Noise]\n\nSo be it."
    assert [words(a)[::2] for a in find(text)] == [("Ada Orlan", "We go on."), ("Ada Orlan", "So be it.")]


def test_a_verb_and_a_colon_introduce_a_block_without_marks() -> None:
    """Press releases print statements so; the block ends where somebody else is quoted."""
    text = "Minister Ada Orlan said:\n\nWe are sad.\n\nWe will rebuild.\n\nMarek added it was late."
    found = find(text, Said("Marek", "added", "it was late"))
    assert [words(a) for a in found][:2] == [
        ("Minister Ada Orlan", "said", "We are sad."),
        ("Minister Ada Orlan", "said", "We will rebuild."),
    ]
    assert found[0].form == "direct"


def test_a_colon_headline_names_its_speaker() -> None:
    """Without a cue; who is spoken to is not part of the mention."""
    found = find("Orlan To Envoy Marek: “The Port Must Open At Once”")
    assert [words(a) for a in found] == [("Orlan", "", "The Port Must Open At Once")]


def test_a_dash_signature_names_its_speaker() -> None:
    """Behind the quotation, in the same paragraph or the next."""
    found = find("“It rained on every day of it.” - Ada Orlan, baker")
    assert [words(a) for a in found] == [("Ada Orlan, baker", "", "It rained on every day of it.")]


def test_who_quoted_somebody_goes_into_the_chain() -> None:
    """Being quoted by state radio: the radio passed it on, it did not say it."""
    text = "On Monday, a colonel of the guard was quoted by state radio as saying that the road was open."
    (a,) = find(text, Said("state radio", "as saying", "that the road was open"))
    assert words(a)[:2] == ("a colonel of the guard", "was quoted as saying")
    assert [(c.role, c.party.mention[0].text) for c in a.chain] == [("media", "state radio")]


def test_an_inner_attribution_points_at_the_one_around_it() -> None:
    """The second look of the tagger, at the content alone."""
    text = "“The envoy told us the road was open to all,” Orlan said."
    outer, inner = find(
        text,
        Said("Orlan", "said", "“The envoy told us the road was open to all,”"),
        Said("The envoy", "told", "the road was open to all", inner=True),
    )
    assert (inner.nested_in, outer.nested_in) == (outer.id, None)


def test_a_quotation_inside_a_quotation_is_nested() -> None:
    """Behind a cue of its own; a mere 'scare' quotation is not."""
    text = "“I have said many times: ‘Bread is a right.’ They call it ‘charity’,” Orlan said."
    found = find(
        text, Said("Orlan", "said", "“I have said many times: ‘Bread is a right.’ They call it ‘charity’,”")
    )
    assert [words(a) for a in found][1:] == [("I", "said", "Bread is a right.")]
    assert found[1].form == "direct"


def test_first_person_hedges_inside_a_quotation_are_no_reports() -> None:
    """ "I think" is said, not reported."""
    text = "“I think the road is open to all of us,” Orlan said."
    found = find(
        text,
        Said("Orlan", "said", "“I think the road is open to all of us,”"),
        Said("I", "think", "the road is open to all of us", "thought", inner=True),
    )
    assert len(found) == 1


def test_a_denial_is_a_matter_of_the_cue() -> None:
    """What the content says plays no part."""
    text = "Orlan denied that she fled. Marek said it was not so."
    denied, asserted = find(
        text, Said("Orlan", "denied", "that she fled"), Said("Marek", "said", "it was not so")
    )
    assert (denied.polarity, asserted.polarity) == ("denied", "asserted")


def test_nothing_is_read_out_of_captions() -> None:
    """The tagger is not even shown them."""
    text = "Orlan said it rained.\n\nOrlan said goodbye to all of Vell.\n\nIt was late."
    laid = layout(article(text, ("Orlan said goodbye to all of Vell.", "caption")))
    assert [text[b.start : b.end] for b in laid.blocks] == ["Orlan said it rained.", "It was late."]


def test_the_object_of_the_cue_is_the_addressee_not_content() -> None:
    """Whether the network left it between cue and content or took it into the content."""
    text = "Orlan told the council that it rained. She called on Envoy Marek to open the port."
    first, second = find(
        text,
        Said("Orlan", "told", "that it rained"),
        Said("She", "called on", "Envoy Marek to open the port"),
    )
    assert [s.text for s in first.addressees[0].mention] == ["the council"]
    assert [s.text for s in second.addressees[0].mention] == ["Envoy Marek"]
    assert words(second)[2] == "to open the port"


def test_what_was_not_said_is_no_statement() -> None:
    """To decline to say whether something is so is to say nothing."""
    assert (
        find("Orlan did not say whether it rained.", Said("Orlan", "did not say", "whether it rained")) == ()
    )


def test_a_find_without_cue_and_marks_is_turned_down() -> None:
    """No word gives it as anybody's, nothing sets it apart."""
    assert find("Orlan rebuilt the port by hand.", Said("Orlan", "", "rebuilt the port by hand")) == ()


def test_stance_and_evidence_are_thought_not_speech() -> None:
    """Downplaying is the reporter's word; showing is not saying."""
    (a,) = find("Orlan downplayed the loss of the port.", Said("Orlan", "downplayed", "the loss of the port"))
    assert a.mode == "thought"


def test_a_second_cue_inside_a_content_is_an_attribution_of_its_own() -> None:
    """An order and a promise of the same speaker, which the network took for one content."""
    text = "Orlan called on them to hold on, promising that help would come."
    first, second = find(text, Said("Orlan", "called on", "to hold on, promising that help would come"))
    assert words(first) == ("Orlan", "called on", "to hold on")
    assert words(second) == ("Orlan", "promising", "that help would come")


def test_turns_of_a_transcript_belong_to_their_labels() -> None:
    """A label and a colon begin every turn; other paragraphs go on with it, asides in brackets do not."""
    turns = (
        "Spokeswoman: He left.",
        "Reporter: Where to?",
        "Spokeswoman: Home.",
        "It is late.",
        "(Laughter.)",
    )
    text = "\n\n".join((*turns, "Reporter: Oh."))
    assert [words(a)[::2] for a in find(text)] == [
        ("Spokeswoman", "He left."),
        ("Reporter", "Where to?"),
        ("Spokeswoman", "Home."),
        ("Spokeswoman", "It is late."),
        ("Reporter", "Oh."),
    ]


def test_two_labelled_paragraphs_are_no_transcript() -> None:
    """Notes and lists have colons too."""
    assert find("Note: it rained.\n\nPlace: Vell.") == ()


def test_a_headline_label_without_marks_must_be_somebody() -> None:
    """An office speaks, a place does not."""
    chief, place = "Rail chief: no trains before midnight", "Vell: no trains before midnight"
    (a,) = attributions(layout(article(chief, (chief, "headline"))), FakeTagger()).attributions
    assert words(a) == ("Rail chief", "", "no trains before midnight")
    assert attributions(layout(article(place, (place, "headline"))), FakeTagger()).attributions == ()


def test_words_in_marks_behind_an_article_are_no_statement() -> None:
    """Somebody promised a thing; that its name stands in marks makes no statement of it."""
    assert (
        find("Orlan promised an “hourly briefing” there.", Said("Orlan", "promised", "“hourly briefing”"))
        == ()
    )


def test_said_in_a_statement_is_writing() -> None:
    """So is what a study found; what was said at a meeting is speech."""
    text = "“We go,” Orlan said in a statement. “We stay,” Marek declared there. The study found it helps."
    statement, meeting, study = find(
        text,
        Said("Orlan", "said", "“We go,”"),
        Said("Marek", "declared", "“We stay,”"),
        Said("The study", "found", "it helps", "thought"),
    )
    assert (statement.mode, meeting.mode, study.mode) == ("writing", "speech", "writing")


def test_an_indirect_piece_of_another_sentence_is_cut_off() -> None:
    """No marks tie it to the cue, which has a content in its own sentence."""
    text = "Orlan said it rained. The trial goes on."
    (a,) = find(text, Said("Orlan", "said", "it rained|The trial goes on"))
    assert words(a)[2] == "it rained"


def test_a_mark_that_never_closes_is_flagged() -> None:
    """With the attribution it stands in, and the mark itself as evidence."""
    laid = layout(article("Orlan said “the port is lost."))
    found = attributions(laid, FakeTagger(Said("Orlan", "said", "“the port is lost"))).attributions
    (flag,) = flags(laid, found)
    assert (flag.kind, flag.attributions, flag.evidence[0].text) == ("unbalanced-quote", (found[0].id,), "“")


def test_a_content_runs_on_through_its_relative_clause_and_its_last_word() -> None:
    """The network stops before "which", or inside a hyphenated word; the clause does not."""
    text = "Orlan said it lost the port, which nobody held, in June. Marek added they saw a long-lost feud."
    first, second = find(
        text, Said("Orlan", "said", "it lost the port"), Said("Marek", "added", "they saw a long")
    )
    assert words(first)[2] == "it lost the port, which nobody held, in June"
    assert words(second)[2] == "they saw a long-lost feud"


def test_a_cue_with_its_complement_inside_a_content_is_nested() -> None:
    """Rules read what the network leaves: somebody, a reporting word, and that or an order."""
    text = "Petra says the driver told passengers to get out and follow the rails."
    found = find(text, Said("Petra", "says", "the driver told passengers to get out and follow the rails"))
    assert words(found[1]) == ("the driver", "told", "to get out and follow the rails")
    assert found[1].nested_in == found[0].id
    assert [s.text for s in found[1].addressees[0].mention] == ["passengers"]


def test_a_quotation_after_an_indirect_sentence_is_an_attribution_of_its_own() -> None:
    """Of the same speaker, without a cue; the network may have tied it to the first cue."""
    text = "Orlan said it rained all week. “It poured on every day of it.”"
    first, second = find(text, Said("Orlan", "said", "it rained all week|“It poured on every day of it.”"))
    assert words(first)[2] == "it rained all week"
    assert (words(second)[1:], second.continues) == (("", "It poured on every day of it."), first.id)
    assert [s.text for s in second.speakers[0].antecedent] == ["Orlan"]


def test_a_clause_set_off_by_commas_reports_the_rest_of_its_sentence() -> None:
    """Behind or in the middle of it; the network found only a part."""
    text = (
        "Ships came at noon; ten were lost; and two sank, Orlan added. At dusk, Marek said, it rained a lot."
    )
    first, second = find(text, Said("Orlan", "added", "ten were lost"), Said("Marek", "said", "it rained"))
    assert words(first)[2] == "Ships came at noon; ten were lost; and two sank"
    assert words(second)[2] == "At dusk | it rained a lot"


def test_according_to_somebody_is_the_whole_sentence() -> None:
    """Besides the phrase itself."""
    text = "The port lost, in June, half of its ships, according to Orlan."
    (a,) = find(text, Said("Orlan", "according to", "half of its ships"))
    assert words(a)[2] == "The port lost, in June, half of its ships"


def test_a_content_ends_with_its_sentence() -> None:
    """What follows a closed quotation is the reporter's again."""
    text = "Orlan posted: “Keep the road clear. Ambulances first.” Within an hour she was gone."
    (a,) = find(text, Said("Orlan", "posted", "“Keep the road clear. Ambulances first.” Within an hour she"))
    assert words(a)[2] == "Keep the road clear. Ambulances first."


def test_to_deny_doing_something_is_a_statement() -> None:
    """The network passes over a verb in -ing."""
    (a,) = find("At noon, Mr Orlan denied closing the port, and it rained.")
    assert (words(a), a.polarity) == (("Mr Orlan", "denied", "closing the port"), "denied")


def test_what_was_not_mentioned_and_mere_pointers_are_no_statements() -> None:
    """Nothing is said, or it is said elsewhere."""
    text = "Orlan did not mention the ladder. Marek discussed it."
    assert find(text, Said("Orlan", "mention", "the ladder"), Said("Marek", "discussed", "it")) == ()


def test_a_reporting_word_that_nobody_used_gets_its_attribution() -> None:
    """Before "that" or behind the words; with somebody to say it."""
    first, second = find(
        "Orlan instructed the crews that they must leave. It will be hard Marek said, and left."
    )
    assert words(first) == ("Orlan", "instructed", "that they must leave")
    assert words(second) == ("Marek", "said", "It will be hard")


def test_when_and_where_it_was_told_is_not_the_addressee() -> None:
    """A day or an interview is cut off; a news conference that is told something is spoken to."""
    (a,) = find(
        "Orlan told us in a phone interview on Monday that it rained.",
        Said("Orlan", "told", "that it rained"),
    )
    (b,) = find("Orlan told a news conference that it rained.", Said("Orlan", "told", "that it rained"))
    assert [p.mention[0].text for p in (*a.addressees, *b.addressees)] == ["us", "a news conference"]


def test_a_noun_is_no_reporting_word() -> None:
    """Nobody charges anything in "the charge that"."""
    text = "He rejected the charge that Velmar had cut off the lowlands."
    assert len(find(text, Said("He", "rejected", "the charge that Velmar had cut off the lowlands"))) == 1


def test_who_is_cited_is_not_what_is_said() -> None:
    """In "the agency reported, citing two officials" the clause before is reported, and by the agency."""
    text = "A ship has sunk off Velden, the agency reported on Monday, citing two officials."
    (a,) = find(text, Said("the agency", "citing", "two officials"))
    assert words(a) == ("the agency", "reported", "A ship has sunk off Velden")


def test_somebody_quoted_as_saying_is_the_speaker() -> None:
    """In "the daily quoted Marek as saying that …" the daily passes Marek's words on."""
    text = "The daily quoted Marek as saying that the port was lost."
    (a,) = find(text, Said("The daily", "quoted", "Marek as saying that the port was lost"))
    assert words(a) == ("Marek", "quoted as saying", "that the port was lost")
    assert [text[slice(s.start, s.end)] for link in a.chain for s in link.party.mention] == ["The daily"]


def test_a_clause_and_says_somebody() -> None:
    """A line may end with who says it."""
    (a,) = find("Four ships are missing off Velden, says harbour master.")
    assert words(a) == ("harbour master", "says", "Four ships are missing off Velden")


def test_a_headline_may_end_with_its_speaker() -> None:
    """`Trains stopped for days – minister`; the name of a site behind a dash is nobody."""
    for tail, speakers in (("minister", ["minister"]), ("Velden Times", [])):
        text = f"Trains stopped for two days – {tail}"
        found = attributions(layout(article(text, (text, "headline"))), FakeTagger()).attributions
        assert [words(a)[0] for a in found] == speakers


def test_the_points_of_a_list_are_one_by_one() -> None:
    """Behind "the union said:" each point is a statement of the union, without its bullet and sign."""
    first, second = find("The union said:\n\n- pay must rise by May;\n\n- nobody will work on Sundays.")
    assert words(first) == ("The union", "said", "pay must rise by May")
    assert (words(second)[2], second.form, second.continues) == (
        "nobody will work on Sundays",
        "indirect",
        first.id,
    )


def test_a_question_and_its_answer_are_a_transcript() -> None:
    """Two labels are enough where the first turn asks; labels may be set in bold."""
    text = "**Velden Post:** Who was it?\n\n**Minister Ruiz:** The wind."
    assert [words(a)[0::2] for a in find(text)] == [
        ("Velden Post", "Who was it?"),
        ("Minister Ruiz", "The wind."),
    ]


def test_a_box_of_facts_is_no_transcript() -> None:
    """Labels without a question among them are no speakers."""
    assert find("Length: 40 metres\n\nHeight: 12 metres\n\nBuilt: in 2031 by hand") == ()


def test_a_noun_inside_somebodys_words_needs_a_name_before_it_to_be_a_cue() -> None:
    """ "An executive order to end it" orders nothing; "Marek orders them to leave" does."""
    text = "Orlan said he wants to use an executive order to end the long practice."
    assert (
        len(find(text, Said("Orlan", "said", "he wants to use an executive order to end the long practice")))
        == 1
    )
    text = "Orlan said that Marek orders them to leave the old port at once."
    outer, inner = find(text, Said("Orlan", "said", "that Marek orders them to leave the old port at once"))
    assert (words(inner)[0], inner.nested_in) == ("Marek", outer.id)


def test_what_that_refers_back_to_is_no_content() -> None:
    """In "he made comments that were over the line" nothing is reported."""
    text = "Orlan said they told people that were at the port."
    assert len(find(text, Said("Orlan", "said", "they told people that were at the port"))) == 1


def test_he_added_with_a_colon_is_no_label_of_a_turn() -> None:
    """A cue before a colon belongs to one quotation, not to all paragraphs up to the next one."""
    text = "He added: “It rained.”\n\nThe port was shut.\n\nShe said: “It poured.”\n\nHe added: “Again.”"
    assert not [a for a in find(text) if "shut" in words(a)[2]]


def test_an_article_on_one_line_is_no_post_of_the_handle_at_its_end() -> None:
    """Where the paragraphs were lost, nobody knows where the post began."""
    text = "The port was shut. " * 40 + "— Harbour Watch (@harbour) May 4, 2031"
    assert find(text) == ()
    (a,) = find("The port was shut. — Harbour Watch (@harbour) May 4, 2031")
    assert words(a)[2] == "The port was shut."


def test_a_transcript_in_lines_ends_with_them() -> None:
    """Behind a blank line the paper speaks again."""
    text = "Q: Who?\nRUIZ: The wind.\nQ: Sure?\nRUIZ: No.\n\nThe minister left early that day."
    assert [words(a)[2] for a in find(text)] == ["Who?", "The wind.", "Sure?", "No."]


def test_readers_lines_belong_to_those_who_sign_them() -> None:
    """`No. Never. – Ana Ruiz, Velden`, twice or more; once it may be anything."""
    text = "No. Never. – Ana Ruiz, Velden\n\nYes, and soon. – “Tired Clerk”, by email"
    assert [words(a)[0::2] for a in find(text)] == [
        ("Ana Ruiz, Velden", "No. Never."),
        ("“Tired Clerk”, by email", "Yes, and soon."),
    ]
    assert find("No. Never. – Ana Ruiz, Velden") == ()


def inner(said: str) -> list[tuple[str, str, str]]:
    """What is found inside somebody's words by rule alone."""
    text = f"“{said}” Orlan said."
    return [words(a) for a in find(text, Said("Orlan", "said", f"“{said}”")) if a.nested_in]


def test_what_others_are_told_to_do_stands_inside_what_is_said() -> None:
    """A cue that directs, with "to do", is an attribution of its own."""
    found = inner("The general ordered the crews to leave the northern harbour at dawn.")
    assert found == [("The general", "ordered", "to leave the northern harbour at dawn")]


NOT_INNER = [
    "The allies continue to value the old partnership with us very much.",
    "We will not let them maintain capabilities that threaten the northern harbour.",
    "The crews worked in order to protect the northern harbour from the storm.",
    "The film appeals to your sense of what the northern harbour was.",
]


@pytest.mark.parametrize("said", NOT_INNER)
def test_other_verbs_report_nothing_inside_what_is_said(said: str) -> None:
    """ "continue to", "capabilities that", "in order to" are no reports."""
    assert inner(said) == []


def test_a_whole_quotation_inside_what_is_reported_is_one_of_its_own() -> None:
    """Behind a cue and a comma or colon; some words in marks are no report inside the report."""
    text = "The agency said the mayor answered: “We will build the bridge.”"
    said = Said("The agency", "said", "the mayor answered: “We will build the bridge.”")
    outer, inner = find(text, said)
    assert words(inner) == ("the mayor", "answered", "We will build the bridge.")
    assert inner.nested_in == outer.id
    text = "The agency said the mayor said his health had “ups and downs by now” again."
    (only,) = find(
        text, Said("The agency", "said", "the mayor said his health had “ups and downs by now” again")
    )
    assert only.nested_in is None


SECOND_CUES = [
    ("He noted that 214 homes were built, and instructed the cabinet to go on.", "noted", "instructed"),
    ("He said that the tax on boats would go, before specifying that ferries pay on.", "said", "specifying"),
]


@pytest.mark.parametrize("text, one, other", SECOND_CUES)
def test_a_second_verb_of_the_same_speaker_has_its_own_content(text: str, one: str, other: str) -> None:
    """The first content ends where the second cue begins."""
    content = text.partition(f"{one} ")[2].rstrip(".")
    first, second = find(text, Said("He", one, content))
    assert [words(a)[:2] for a in (first, second)] == [("He", one), ("He", other)]
    assert other not in words(first)[2]


def test_nothing_is_no_content() -> None:
    """Who said nothing at all has said nothing."""
    assert find("The soldier said nothing at all.", Said("The soldier", "said", "nothing at all")) == ()


def test_a_headline_may_name_who_is_spoken_to() -> None:
    """`Families to cabinet: bring them home`: the families speak."""
    text = "Hostage families to cabinet: bring them home"
    (a,) = attributions(layout(article(text, (text, "headline"))), FakeTagger()).attributions
    assert words(a) == ("Hostage families", "", "bring them home")


def test_a_headline_s_label_must_be_somebody() -> None:
    """`Velden avalanche: eight found` is said by nobody, `Ana Ruiz: we will build` by her."""
    for label, said_by in (("Velden avalanche", []), ("Ana Ruiz", ["Ana Ruiz"])):
        text = f"{label}: eight found after two days"
        kind = "organisation" if label.startswith("Velden") else "person"
        names = [TaggedName(0, len(label.split()[0]) if kind == "organisation" else len(label), kind, 0.9)]
        found = attributions(layout(article(text, (text, "headline"))), FakeTagger(names=names)).attributions
        assert [words(a)[0] for a in found] == said_by


def test_what_words_are_about_is_not_what_was_said() -> None:
    """ "Referred to the report" says none of it; words in marks behind the same cue are said."""
    about, said = find(
        "Orlan referred to the report on the port. Marek referred to “a ruin of a port”.",
        Said("Orlan", "referred to", "the report on the port"),
        Said("Marek", "referred to", "“a ruin of a port”"),
    )
    assert (about.mode, said.mode) == ("thought", "speech")


def test_when_it_was_said_is_not_what_was_said() -> None:
    """What stands between a cue and "that" belongs to the saying."""
    (a,) = find(
        "Orlan announced in a letter on Monday that it rained.",
        Said("Orlan", "announced", "in a letter on Monday that it rained"),
    )
    assert words(a)[2] == "that it rained"


def test_what_the_writer_tells_the_reader_is_no_statement() -> None:
    """ "I should say" outside marks is the paper's own voice; "I said" is a report."""
    assert find("I should say that I own a hotel.", Said("I", "should say", "that I own a hotel")) == ()
    (a,) = find("I said that it rained in Vell.", Said("I", "said", "that it rained in Vell"))
    assert words(a)[0] == "I"


def test_a_law_quoted_in_mid_clause_is_said_by_nobody() -> None:
    """ "Whoever “insults the waters of the state” may be fined" gives no one's statement."""
    assert find("Under Article 9, whoever “insults the waters of the state” may be fined.") == ()


def test_points_behind_a_list_that_somebody_lists_are_theirs() -> None:
    """A verb that opens a list is a cue there, and nowhere else."""
    text = "According to the minutes, Orlan listed two failures:\n\n- the alarm was off;\n\n- nobody came."
    assert [words(a) for a in find(text)] == [
        ("Orlan", "listed", "the alarm was off"),
        ("Orlan", "listed", "nobody came"),
    ]
