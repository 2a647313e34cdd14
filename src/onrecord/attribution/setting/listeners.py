"""Who hears what is said on an occasion: those who are met, spoken to or written to, as long as it lasts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.setting.narration import NOBODY, Narration
from onrecord.attribution.setting.phrase import phrase_end
from onrecord.attribution.setting.scenes import Scene
from onrecord.attribution.setting.speakers import capitals, is_pronoun
from onrecord.attribution.setting.stated import Stated
from onrecord.lang import words
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution, Evidence, Party, Reason, Span
from onrecord.text.layout import Range

SCORE = 0.75
_WITH = re.compile(
    r"(?:\s+(?:in|at)\s+(?:the\s+)?(?:[^\W\d_a-z][\w'’-]*\s+){0,3}?[^\W\d_a-z][\w'’-]*)?\s+with\s"
)
_ASKED = re.compile(r"\s+(?:with|to)\s")
_TO = re.compile(r"\s+(?:to|before)\s")
_MET = re.compile(r"\s+with\s|\s")
PartyOf = Callable[[int, int], Party]


@dataclass(slots=True)
class _Audience:
    """Those who hear what is said in a run, and who speaks to them."""

    heard: Party
    speaker: frozenset[str]
    spoke: tuple[Party, ...]
    names: frozenset[str]


def with_listeners(
    told: Narration,
    shown: Sequence[Scene],
    numbers: Sequence[int],
    attributions: tuple[Attribution, ...],
    party: PartyOf,
) -> tuple[Attribution, ...]:
    """Give addressees to every statement that has none and whose occasion has listeners."""
    audiences = _audiences(told, shown, numbers, party)
    given = list(attributions)
    for i, a in enumerate(attributions):
        audience = audiences.get(numbers[i])
        if audience is not None and not a.addressees and a.mode == "speech":
            given[i] = _told(told, i, a, audience)
    return tuple(given)


def _audiences(
    told: Narration, shown: Sequence[Scene], numbers: Sequence[int], party: PartyOf
) -> dict[int, _Audience]:
    """By run: those who listen, where the words beside its first statements tell."""
    found: dict[int, _Audience] = {}
    for i in told.order:
        a, run = told.attributions[i], numbers[i]
        met = next(_met(told, i, shown[i]), None) if run not in found else None
        if met is not None and a.speakers and told.around[i] == NOBODY:
            names = capitals(told.layout.text[slice(*met)])
            found[run] = _Audience(_elsewhere(party(*met)), told.speakers[i], a.speakers, names)
    return found


def _met(told: Narration, i: int, shown: Scene) -> Iterator[Range]:
    """The words for those whom a meeting is with, an interview is given to, a speech is made to."""
    for s in (*shown.settings, *shown.before):
        link = _link(s) if s.binding else None
        found = _behind(told, i, s, link) if link is not None else None
        if found is not None:
            yield found


def _link(s: Stated) -> re.Pattern[str] | None:
    """What stands between an occasion or channel and those who listen."""
    if s.occasion == "meeting":
        return _MET if s.noun in english_settings().acts else _WITH
    if s.channel == "interview":
        return _ASKED
    return _TO if s.channel == "speech" else None


def _behind(told: Narration, i: int, s: Stated, between: re.Pattern[str]) -> Range | None:
    """The noun phrase behind "met", "a meeting with", "a speech to"."""
    link = between.match(told.layout.text, s.end)
    if link is None:
        return None
    end = phrase_end(told.layout.text, link.end() - 1, told.limit(i, s.end))
    found = words(told.layout.text[link.end() : end])
    nobody = any(word in english_settings().occasions for word in found)  # "a speech to the congress"
    return (link.end(), end) if found and not nobody else None


def _elsewhere(party: Party) -> Party:
    """A party named by the words of another sentence."""
    elsewhere = party.antecedent if is_pronoun(party) else party.mention
    return replace(party, mention=(), antecedent=elsewhere or party.antecedent)


def _told(told: Narration, i: int, a: Attribution, audience: _Audience) -> Attribution:
    itself = audience.heard.entity is not None and audience.heard.entity in told.speakers[i]
    if not itself and (not told.speakers[i] or told.speakers[i] & audience.speaker):
        heard: tuple[Party, ...] = (audience.heard,)
    elif told.names[i] & audience.names and not told.speakers[i] & audience.speaker:
        heard = tuple(_elsewhere(p) for p in audience.spoke if p.antecedent or not is_pronoun(p))
    else:
        return a
    if not heard:
        return a
    return replace(a, addressees=heard, reasons=(*a.reasons, _reason(a, heard)))


def _reason(a: Attribution, heard: Sequence[Party]) -> Reason:
    spans: list[Span] = [s for p in heard for s in p.antecedent]
    article = a.id.partition(":")[0]
    evidence = tuple(Evidence(article, "text", s.start, s.end, s.text) for s in spans)
    return Reason("addressees", "rule", "listeners-of-the-occasion", evidence, SCORE)
