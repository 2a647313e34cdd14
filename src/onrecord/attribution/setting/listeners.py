"""Who hears what is said on an occasion: those who are met, spoken to or written to, as long as it lasts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.setting.narration import NOBODY, Narration
from onrecord.attribution.setting.phrase import phrase_end
from onrecord.attribution.setting.scenes import Scene
from onrecord.attribution.setting.speakers import capitals, is_pronoun
from onrecord.attribution.setting.stated import Stated
from onrecord.lang.settings import english_settings
from onrecord.record import Attribution, Evidence, Party, Reason, Span
from onrecord.text.layout import Range

SCORE = 0.75
_WITH = re.compile(r"\s+with\s")
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
    given = list(attributions)
    audiences: dict[int, _Audience] = {}  # by run
    for i in told.order:
        a = attributions[i]
        met = next(_met(told, i, shown[i]), None)
        if met is not None and a.speakers and told.around[i] == NOBODY:
            heard = party(*met)
            words = capitals(told.layout.text[slice(*met)])
            audiences.setdefault(
                numbers[i], _Audience(_elsewhere(heard), told.speakers[i], a.speakers, words)
            )
    for i, a in enumerate(attributions):
        audience = audiences.get(numbers[i])
        if audience is not None and not a.addressees and a.mode != "thought":
            given[i] = _told(told, i, a, audience)
    return tuple(given)


def _met(told: Narration, i: int, shown: Scene) -> Iterator[Range]:
    """The words for those whom a meeting is with."""
    for s in (*shown.settings, *shown.before):
        if s.occasion == "meeting" and s.binding:
            found = _behind(told, i, s)
            if found is not None:
                yield found


def _behind(told: Narration, i: int, s: Stated) -> Range | None:
    """The noun phrase behind "met" or "a meeting with"."""
    link = (_MET if s.noun in english_settings().acts else _WITH).match(told.layout.text, s.end)
    if link is None:
        return None
    end = phrase_end(told.layout.text, link.end() - 1, told.limit(i, s.end))
    return (link.end(), end) if end > link.end() else None


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
