"""Spans, links and marks joined into attributions; `attributions` is the way in, its lines the order."""

from dataclasses import dataclass, replace

from onrecord.attribution.addressees import find_addressees
from onrecord.attribution.blocks import give_blocks
from onrecord.attribution.chain import find_links
from onrecord.attribution.citing import drop_citing
from onrecord.attribution.confidence import rated
from onrecord.attribution.draft import Drafts
from onrecord.attribution.extent import extend_contents
from onrecord.attribution.finish import finish
from onrecord.attribution.free import give_free_quotations
from onrecord.attribution.gerunds import find_gerunds
from onrecord.attribution.join import join
from onrecord.attribution.labels import give_labelled
from onrecord.attribution.mode import set_modes
from onrecord.attribution.nested import nest
from onrecord.attribution.participles import split_participles
from onrecord.attribution.relay import find_relays
from onrecord.attribution.subjects import find_subjects
from onrecord.attribution.transcripts import give_turns
from onrecord.attribution.unclaimed import use_unclaimed_cues
from onrecord.attribution.verbless import give_verbless
from onrecord.attribution.weed import weed
from onrecord.record import Attribution
from onrecord.tagger import TaggedName, Tagger, Tags, Vectors
from onrecord.text.layout import Layout

__all__ = ["Found", "attributions", "draft_attributions", "scored_attributions"]

LOOKED_AT = 10  # sections whose words' vectors are kept: no report is longer, and a megabyte's take 130 MB


@dataclass(frozen=True, slots=True)
class Found:
    """What one article holds: its attributions in text order, and what the tagger saw on the way."""

    attributions: tuple[Attribution, ...]
    names: tuple[TaggedName, ...]
    vectors: tuple[Vectors, ...] = ()  # of its sections, in order


def attributions(layout: Layout, tagger: Tagger) -> Found:
    """Every attribution of an article, in text order, with its confidence."""
    found = scored_attributions(layout, tagger)
    return replace(found, attributions=rated(found.attributions, tagger.name))


def scored_attributions(layout: Layout, tagger: Tagger) -> Found:
    """The same with the score of the tagger or rule that made each as its confidence."""
    found: list[Attribution] = []
    names: list[TaggedName] = []
    vectors: list[Vectors] = []
    for section in layout.sections():
        drafts, tags = draft_attributions(section, tagger)
        found += finish(section, drafts, tags.names, numbered_from=len(found) + 1)
        names += tags.names
        if tags.vectors is not None and len(vectors) < LOOKED_AT:
            vectors.append(tags.vectors)
    return Found(tuple(found), tuple(names), tuple(vectors))


def draft_attributions(layout: Layout, tagger: Tagger) -> tuple[Drafts, Tags]:
    """Those of one section before they are made records, with what was turned down and why."""
    tags = tagger.tag(layout.text, [(b.start, b.end) for b in layout.blocks])
    drafts = join(layout, tags.attributions)
    drafts = extend_contents(layout, drafts)
    drafts = split_participles(layout, drafts)
    drafts = find_relays(layout, drafts)
    drafts = drop_citing(layout, drafts)
    drafts = find_subjects(layout, drafts)
    drafts = give_labelled(layout, drafts, tags.names)
    drafts = give_verbless(layout, drafts)
    drafts = give_turns(layout, drafts)
    drafts = give_blocks(layout, drafts)
    drafts = give_free_quotations(layout, drafts)
    drafts = find_gerunds(layout, drafts)
    drafts = use_unclaimed_cues(layout, drafts)
    drafts = nest(layout, drafts, tagger)
    drafts = find_addressees(layout, drafts)
    drafts = find_links(layout, drafts)
    drafts = set_modes(layout, drafts)
    return weed(layout, drafts), tags
