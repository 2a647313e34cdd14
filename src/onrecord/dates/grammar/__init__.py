"""The grammar of dates: rules over kinds of words, tried in order at every word that can begin a date."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.dates.expression import Says
from onrecord.dates.grammar import calendar, periods, relative
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.words import Words, spelled

RULES: tuple[Rule, ...] = (*periods.RULES, *calendar.RULES, *relative.RULES)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(spelled(rule.pattern) for rule in RULES)


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern.pattern})" for pattern in _patterns()))


def matches(words: Words) -> Iterator[tuple[Cut, Says]]:
    """Every date in a stretch: the words it takes, and what they say."""
    at = 0
    while match := _any().search(words.code, at):
        found = _first(words, match)
        at = found[0].last if found else match.start() + 1
        if found:
            yield found


def _first(words: Words, match: re.Match[str]) -> tuple[Cut, Says] | None:
    """What the first rule says that has something to say there."""
    assert match.lastindex is not None
    for i in range(match.lastindex - 1, len(RULES)):
        tried = match if i == match.lastindex - 1 else _patterns()[i].match(words.code, match.start())
        if tried:
            cut = Cut(words, tried.start(), tried.end())
            says = RULES[i].says(cut)
            if says is not None:
                return cut, says
    return None
