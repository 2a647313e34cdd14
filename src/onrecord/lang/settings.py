"""The words that say through what, on what occasion and where something was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lang.tables import tables


@dataclass(frozen=True, slots=True, eq=False)
class SettingWords:
    """Nouns and verbs with the kind of setting they are, and words around them; all lower-cased but names."""

    channels: Mapping[str, str]
    occasions: Mapping[str, str]
    acts: Mapping[str, str]
    names: Mapping[str, str]  # as they are written
    begin: frozenset[str]  # the first words of all these
    fresh: frozenset[str]
    back: frozenset[str]
    prepositions: frozenset[str]
    said_in: Mapping[str, frozenset[str]]  # by kind
    only_in: Mapping[str, frozenset[str]]  # by noun
    giving: frozenset[str]
    apart: frozenset[str]
    platform_users: frozenset[str]
    attributive: frozenset[str]
    interviewers: frozenset[str]
    complements: frozenset[str]
    stops: frozenset[str]
    counts: frozenset[str]
    made: tuple[str, ...]  # patterns
    any_occasion: frozenset[str]
    abbreviated: tuple[str, ...]  # as they are written
    can_be_named: frozenset[str]
    copies: frozenset[str]
    journeys: frozenset[str]
    gatherings: frozenset[str]
    places: frozenset[str]
    no_places: frozenset[str]
    languages: tuple[str, ...]  # as they are written
    families: tuple[frozenset[str], ...]


@cache
def english_settings() -> SettingWords:
    """The lists of `settings.toml`."""
    data = tables("settings")
    kinds = [_by_word(data[table]) for table in ("channels", "occasions", "acts", "names")]
    return SettingWords(
        channels=kinds[0],
        occasions=kinds[1],
        acts=kinds[2],
        names=kinds[3],
        begin=frozenset(word.split()[0].lower() for table in kinds for word in table),
        fresh=frozenset(data["fresh"]),
        back=frozenset(data["back"]),
        prepositions=frozenset(data["prepositions"]),
        said_in=_sets(data["said_in"]),
        only_in=_sets(data["only_in"]),
        giving=frozenset(data["giving"]),
        apart=frozenset(data["apart"]),
        platform_users=frozenset(data["platform_users"]),
        attributive=frozenset(data["attributive"]),
        interviewers=frozenset(data["interviewers"]),
        complements=frozenset(data["complements"]),
        stops=frozenset(data["stops"]),
        counts=frozenset(data["counts"]),
        made=tuple(data["made"]),
        any_occasion=frozenset(data["any_occasion"]),
        abbreviated=tuple(data["abbreviated"]),
        can_be_named=frozenset(data["can_be_named"]),
        copies=frozenset(data["copies"]),
        journeys=frozenset(data["journeys"]),
        gatherings=frozenset(data["gatherings"]),
        places=frozenset(data["places"]),
        no_places=frozenset(data["no_places"]),
        languages=tuple(data["languages"]),
        families=tuple(map(frozenset, data["families"])),
    )


def _by_word(words_by_kind: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: kind for kind, words in words_by_kind.items() for word in words}


def _sets(words: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in words.items()}
