"""Speech, writing or thought, and denied or asserted, by the cue."""

from dataclasses import replace

from onrecord.attribution.draft import Draft, Drafts
from onrecord.lang import Language, english, words
from onrecord.record import Mode, Polarity
from onrecord.text.layout import Layout

# Said in so many words, whatever the network makes of it.
SURE_SPEECH = frozenset(
    ("say", "tell", "announce", "declare", "claim", "warn", "explain", "insist", "add", "reply")
)
SURE_WRITING = frozenset(("write", "tweet", "retweet"))
SURE_THOUGHT = frozenset(
    ("believe", "think", "fear", "hope", "want", "wish", "expect", "intend", "plan", "know", "doubt")
)
# Stance and evidence: what somebody does about a thing, or a thing shows, is not what anybody said of it.
STANCE = frozenset(("downplay", "justify", "show", "prove", "demonstrate"))


def set_modes(layout: Layout, drafts: Drafts) -> Drafts:
    """Overrule the network where the cue word leaves no doubt."""
    return drafts.changing(replace(d, mode=_mode(layout, d, english())) for d in drafts.kept)


def _mode(layout: Layout, draft: Draft, language: Language) -> Mode:
    lemmas = {language.lemma(w) for s, e in draft.cue for w in words(layout.text[s:e])}
    sure: tuple[tuple[frozenset[str], Mode], ...] = (
        (SURE_SPEECH, draft.mode if draft.mode == "writing" else "speech"),
        (SURE_WRITING, "writing"),
        (SURE_THOUGHT | STANCE, "thought"),
    )
    return next((mode for known, mode in sure if lemmas & known), draft.mode)


def polarity(layout: Layout, draft: Draft) -> Polarity:
    """Denied when the cue denies; what the content says plays no part."""
    language = english()
    cue = [w for s, e in draft.cue for w in words(layout.text[s:e])]
    return "denied" if any(language.lemma(w) in language.denied for w in cue) else "asserted"
