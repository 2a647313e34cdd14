"""An occasion taken up again: "during the event" is the one told of before."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.attribution.setting.narration import Narration
from onrecord.attribution.setting.occasion import occasion_in
from onrecord.attribution.setting.scenes import Scene
from onrecord.lang.settings import english_settings
from onrecord.record import Setting

Found = Mapping[int, Setting | None]


def taken_up(
    told: Narration, shown: tuple[Scene, ...], occasions: Found, channels: Found
) -> tuple[dict[int, Setting | None], dict[int, Setting | None]]:
    """Occasions and channels with what "the event", "the meeting" stand for."""
    own, through = dict(occasions), dict(channels)
    latest: dict[str, int] = {}  # the attribution beside which an occasion was told of last, by noun
    last: int | None = None
    for i in told.order:
        noun = occasion_in(told, i, shown[i]) if own.get(i) is not None else None
        if noun is None:
            continue
        known = latest.get(noun.noun, last if noun.noun in english_settings().any_occasion else None)
        if noun.fresh or known is None:
            latest[noun.noun] = last = i
            continue
        own[i] = _joined(own[i], own[known])
        through[i] = through.get(i) or through.get(known)
    return own, through


def _joined(here: Setting | None, before: Setting | None) -> Setting | None:
    if here is None or before is None:
        return here
    fuller = max((before, here), key=lambda s: len(s.name or ""))
    return replace(fuller, basis="stated", evidence=(*here.evidence, *before.evidence))
