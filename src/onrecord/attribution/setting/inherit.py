"""What is known of one statement of a run, handed on to the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.setting.narration import NOBODY, Narration, anchor
from onrecord.lang import english, words
from onrecord.record import Attribution, Setting, SettingKind

# Paragraphs without a further word of it behind which a writing is not quoted from any more;
# what is spoken on an occasion goes on as long as its run.
REACH: Mapping[SettingKind, int] = {"post": 2, "statement": 3, "letter": 4, "document": 1}


LEAD = 2  # the first paragraphs, which sum up what the next ones tell with its circumstances


@dataclass(slots=True)
class _Held:
    """What a run said last, and the paragraph in which it still held."""

    setting: Setting
    block: int


def inherited(
    told: Narration, numbers: Sequence[int], stated: Mapping[int, Setting | None]
) -> dict[int, Setting]:
    """The settings of all attributions: their own, else what the run said last; a heading has its run's."""
    found: dict[int, Setting] = {}
    latest: dict[int, _Held] = {}  # by run
    first: dict[int, _Held] = {}
    for i in told.order:
        run, block = numbers[i], told.layout.index(anchor(told.attributions[i])) or 0
        own = stated.get(i)
        if own is not None:
            found[i] = own
            first.setdefault(run, _Held(own, block))
            if not _shown_whole(own):
                latest[run] = _Held(own, block)
        elif i in stated and run in latest and not told.is_heading(i):
            held = latest[run]
            if _ended(told.attributions[i], held, block):
                del latest[run]
            else:
                found[i], held.block = replace(held.setting, basis="inherited"), block
    for i in told.order:
        if i in stated and i not in found and numbers[i] in first and _sums_up(told, i, first[numbers[i]]):
            found[i] = replace(first[numbers[i]].setting, basis="inherited")
    return found


def _sums_up(told: Narration, i: int, held: _Held) -> bool:
    """A headline, or a lead right before the paragraph that tells where it was said."""
    if told.is_heading(i):
        return True
    here = told.layout.index(anchor(told.attributions[i])) or 0
    near = here <= LEAD and here <= held.block <= here + 1
    return near and told.around[i] == NOBODY and held.setting.kind not in REACH


def _shown_whole(setting: Setting) -> bool:
    """A post that is printed with its account or link: what comes behind is not read out of it."""
    return setting.kind == "post" and setting.evidence[0].text.startswith(
        ("@", "pic.", "t.co", "twitter.com")
    )


def _ended(a: Attribution, held: _Held, block: int) -> bool:
    """Whether a statement is not read out of the writing before it any more."""
    reach = REACH.get(held.setting.kind) if held.setting.kind is not None else None
    if reach is None:
        return False
    spoken = a.mode == "speech" and any(english().lemma(w) == "tell" for s in a.cue for w in words(s.text))
    return spoken or block - held.block > reach
