"""Through what, on what occasion and where something was said; inherited while the text runs on about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.attribution.setting.channel import stated_channel
from onrecord.attribution.setting.inherit import inherited
from onrecord.attribution.setting.known import taken_up
from onrecord.attribution.setting.listeners import with_listeners
from onrecord.attribution.setting.narration import narration
from onrecord.attribution.setting.occasion import stated_occasion
from onrecord.attribution.setting.reasons import reason
from onrecord.attribution.setting.runs import runs, runs_in
from onrecord.attribution.setting.scenes import scenes
from onrecord.attribution.setting.translated import translations
from onrecord.attribution.setting.venue import stated_venue
from onrecord.record import Attribution, Party, Setting, Translation
from onrecord.text.layout import Layout

__all__ = ["runs", "settings_of"]


def settings_of(
    layout: Layout, attributions: Sequence[Attribution], party: Callable[[int, int], Party]
) -> tuple[Attribution, ...]:
    """Set channel, occasion, venue, listeners and translation; `party` tells whom a stretch of text names."""
    told = narration(layout, attributions)
    shown = scenes(told)
    numbers = runs_in(told, shown)
    spoken = [i for i, a in enumerate(attributions) if a.mode != "thought"]
    events, through = taken_up(
        told,
        shown,
        {i: stated_occasion(told, i, shown[i]) for i in spoken},
        {i: stated_channel(told, i, shown[i]) for i in spoken},
    )
    channels, occasions = inherited(told, numbers, through), inherited(told, numbers, events)
    venues = inherited(told, numbers, {i: stated_venue(told, i, shown[i]) for i in spoken})
    translated = translations(told, numbers)
    placed = (
        _with(a, channels.get(i), occasions.get(i), venues.get(i), translated.get(i))
        for i, a in enumerate(attributions)
    )
    return with_listeners(told, shown, numbers, tuple(placed), party)


def _with(
    a: Attribution,
    channel: Setting | None,
    occasion: Setting | None,
    venue: Setting | None,
    translated: Translation | None,
) -> Attribution:
    why = (reason("channel", channel), reason("occasion", occasion), reason("venue", venue))
    also = reason("translated", translated)
    given = tuple(r for r in (*why, also) if r is not None)
    return replace(
        a,
        channel=channel,
        occasion=occasion,
        venue=venue,
        translated=translated,
        reasons=(*a.reasons, *given),
    )
