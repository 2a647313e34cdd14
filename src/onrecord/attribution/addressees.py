"""To whom: the object of a cue, whoever its words are directed to, and whoever was told."""

from onrecord.attribution.draft import Draft, Drafts
from onrecord.attribution.spoken_to import behind_to
from onrecord.attribution.told import object_of_cue
from onrecord.attribution.was_told import is_passive, told_or_asked
from onrecord.text.layout import Layout

__all__ = ["find_addressees", "is_passive"]


def find_addressees(layout: Layout, drafts: Drafts) -> Drafts:
    """Set the addressee where the text names one, and cut it off cue, speaker and content."""
    return drafts.changing(_addressed(layout, d) for d in drafts.kept)


def _addressed(layout: Layout, draft: Draft) -> Draft:
    passive = told_or_asked(layout, draft)
    if passive is not None:
        return passive
    return object_of_cue(layout, draft) or behind_to(layout, draft) or draft
