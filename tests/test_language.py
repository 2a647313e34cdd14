"""The language of a report: its words before the page's word for it; English is never set aside."""

import pytest

from onrecord.readers import read_bytes
from onrecord.readers.language import NO_LANGUAGE, _recognised, language_of
from onrecord.record import Zone

ENGLISH = (
    "The minister of Ardeh left her office on Monday after nine long years there. She told reporters that "
    "nobody had asked her to leave, and that she would not come back to it before the winter was over. "
)
GERMAN = (
    "Die Ministerin von Ardeh hat am Montag nach neun langen Jahren ihr Amt aufgegeben. Sie sagte, niemand "
    "habe sie darum gebeten, und vor dem Ende des Winters werde sie auch nicht dorthin zurückkehren. "
)
SWAHILI = (
    "Waziri wa Ardeh aliondoka ofisini kwake siku ya Jumatatu baada ya miaka tisa mirefu. Aliwaambia "
    "waandishi wa habari kwamba hakuna mtu aliyemwomba aondoke na kwamba hatarudi tena. "
)
OTHERS = [
    ("de", GERMAN),
    ("sw", SWAHILI),
    ("es", "La ministra dejó su despacho el lunes, después de nueve años, y dijo que no volverá nunca."),
    ("it", "La ministra ha lasciato lunedì il suo ufficio dopo nove anni, e ha detto che non ci tornerà."),
    ("nl", "De minister heeft maandag na negen jaar haar kantoor verlaten; niemand had haar dat gevraagd."),
    ("fr", "La ministre a quitté lundi son bureau après neuf années, et dit qu'elle n'y reviendra pas."),
    ("ru", "Министр Арде в понедельник покинула свой пост после девяти лет работы и не намерена вернуться."),
    ("ar", "غادرت الوزيرة مكتبها يوم الاثنين بعد تسع سنوات طويلة وقالت إنها لن تعود إليه قبل نهاية الشتاء."),
    ("fa", "وزیر روز دوشنبه پس از نه سال دفتر خود را ترک کرد و گفت که دیگر به آنجا باز نخواهد گشت."),
    ("zh", "部长星期一在任职九年之后离开了办公室，她告诉记者没有人要求她离开，她不会回来。"),
]
LONG = 2  # times: Latin letters are a byte each, and below 100 bytes nothing is sure
NAMES = "Müller, Schmidt, Großkreutz, Schweinsteiger, Weidenfeller, Höwedes, Özil, Mertesacker, "
KEPT = [
    ("nothing at all", ""),
    ("a figure", "3.5"),
    ("a headline", "Mann in Ardeh"),
    ("a tweet full of names", "RT @velden: Schäuble, Karl-Theodor zu Guttenberg @ Düsseldorf #berlin"),
    ("a list of names", NAMES * 4),
    ("names below a line of English", "These are the players called up on Friday: " + NAMES * 3),
    ("foreign names", "Jürgen Großkreutz-Höfer of the Bundesverfassungsgericht met Núñez in Göttingen."),
    ("a long quotation first", f"“{GERMAN * 2}” {ENGLISH * 2}"),
    ("a notice at the end", ENGLISH * 4 + GERMAN),
    ("capitals", ENGLISH.upper()),
    ("capitals, but for a word", ENGLISH.upper() + "ok"),
    ("only an address", "https://ardeh.example/die-ministerin-hat-am-montag-ihr-amt-aufgegeben " * 4),
    ("half of each", GERMAN + ENGLISH),
    ("nothing that can be told", "\ufffd" * 500),
]
DECLARED = [
    ("de", ENGLISH, "en", "recognised", True),  # pages in English carry the language of their template
    ("en", SWAHILI, "sw", "recognised", False),  # and in Swahili that of their publishing system
    ("en-GB", ENGLISH, "en-GB", "recognised", True),
    ("EN_us", ENGLISH, "EN-us", "recognised", True),
    ("de-AT", GERMAN, "de-AT", "recognised", False),
    ("en-US", GERMAN, "de", "recognised", False),
    ("nb-NO", "Statsråden forlot kontoret sitt på mandag, og hun sa at hun ikke kommer tilbake. " * 2,
     "nb-NO", "recognised", False),
    ("pcm", "Di minister don comot for office on Monday and she tok say nobody ask am. " * 3,
     "pcm", "recognised", False),
    ("fr", "Ardeh: 3-2", "fr", "declared", False),
    ("en", "Ardeh: 3-2", "en", "declared", True),
    ("de", "Minister leaves, and nobody asked", "en", "recognised", True),
    (None, "Ardeh: 3-2", None, None, True),
]  # fmt: skip
PAGE = """<!DOCTYPE html><html lang="{tag}"><head><title>{title}</title></head><body><article>
<h1>{title}</h1><p>{words}</p><p>{words}</p></article></body></html>"""


@pytest.mark.parametrize("code, words", OTHERS)
def test_other_languages_are_set_aside(code: str, words: str) -> None:
    """An article in another language is recognised, whatever its script, and not analysed."""
    found = language_of(words * LONG, (), declared=None)
    assert (found.code, found.known, found.analysed) == (code, "recognised", False)


@pytest.mark.parametrize("words", [pytest.param(words, id=name) for name, words in KEPT])
def test_what_may_be_english_is_analysed(words: str) -> None:
    """Neither names, quotations and capitals nor a text too short to tell set a report aside."""
    assert language_of(words, (), declared=None).analysed


def test_a_quotation_in_english_makes_no_english_report() -> None:
    """A German report that quotes a sentence in English is German."""
    found = language_of(GERMAN * 3 + f"“{ENGLISH[:77]}” " + GERMAN * 3, (), declared=None)
    assert (found.code, found.analysed) == ("de", False)


@pytest.mark.parametrize("tag, words, code, known, analysed", DECLARED)
def test_words_go_before_what_is_declared(
    tag: str | None, words: str, code: str | None, known: str | None, analysed: bool
) -> None:
    """The declared code counts where it says the same more exactly, or where there are too few words."""
    found = language_of(words, (), declared=tag)
    assert (found.code, found.known, found.analysed) == (code, known, analysed)


def test_only_the_report_is_looked_at() -> None:
    """Furniture and captions in another language do not count, nor does a metadata line before a text."""
    text = GERMAN * 5 + ENGLISH
    zones = (Zone(0, len(GERMAN) * 5, "furniture"), Zone(len(GERMAN) * 5, len(text), "body"))
    line = "date 2023-10-03 " + "Größe " * 40
    assert language_of(text, zones, declared="de").code == "en"
    assert language_of(line + ENGLISH, (Zone(0, len(line), "metadata"),), declared=None).code == "en"


def test_tables_are_no_language() -> None:
    """What the model calls no language is not given out as one."""
    words = "0x1f 0x2e 0x3d; 12 34 56 78 | ** -- ++ == 11:22:33 " * 20
    assert language_of(words, (), declared=None).code != NO_LANGUAGE


def test_likelihoods_are_shares() -> None:
    """Certainty lies between 0 and 1, also when there is nothing to go by."""
    assert all(0 <= _recognised(words)[1] <= 1.001 for words in ("", " ", "a", ENGLISH, "\x00"))


def test_the_record_and_the_notes_tell() -> None:
    """A page keeps its language in the record; one set aside says so and how its language is known."""
    german = read_bytes(PAGE.format(tag="en", title="Abschied", words=GERMAN).encode(), name="x.html")
    english = read_bytes(PAGE.format(tag="de", title="She leaves", words=ENGLISH).encode(), name="x.html")
    assert (german.article.language, german.article.analysed) == ("de", False)
    assert "its language is 'de' (recognised); only English is analysed" in german.notes
    assert (english.article.language, english.article.analysed) == ("en", True)
    assert not any("language" in note for note in english.notes)


def test_plain_english_costs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report full of words that only English has is English without a look at the model."""
    monkeypatch.setattr("onrecord.readers.language._recognised", None)
    text = (
        ENGLISH * 2
        + "They said that this was not the first of their plans, which have been the talk of Ardeh. "
    )
    assert language_of(text * 2, (), declared="de") == language_of(text * 3, (), declared=None)
