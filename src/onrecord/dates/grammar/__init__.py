"""The grammar of dates: rules over kinds of words, tried in order at every word that can begin a date."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.dates.expression import Says
from onrecord.dates.grammar import calendar, day_lists, periods, shifts, stretches, vague, wholes, years
from onrecord.dates.grammar.cut import Cut, Rule
from onrecord.dates.kinds import letters, spelled
from onrecord.dates.words import Words

# Every date holds one of these, or has one near behind it ("3 and 5 May").
TRIGGERS = (
    *(
        "MONTH",
        "FOREIGN",
        "WEEKDAY",
        "YEAR",
        "ORD",
        "CARD",
        "UNIT",
        "SEASON",
        "HOLIDAY",
        "QTR",
        "HALFYEAR",
        "NUMDATE",
        "PAIR",
    ),
    *("YEARS", "TODAY", "YESTERDAY", "TOMORROW", "TONIGHT", "OVERNIGHT", "NOW", "RECENTLY", "FUTURE", "PAST"),
    *("PERIOD", "PARTOF", "RECURS", "HALF", "AGO", "EVE"),
)
REACH = 8  # words from the beginning of a date to its first trigger, at most
RULES: tuple[Rule, ...] = (  # where two begin alike, the one that takes more stands first
    *periods.RULES,
    *day_lists.PAIRS,
    *calendar.RULES,
    *day_lists.SINGLES,
    *years.RULES,
    *shifts.RULES,
    *stretches.RULES,
    *wholes.RULES,
    *vague.RULES,
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(spelled(rule.pattern) for rule in RULES)


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern.pattern})" for pattern in _patterns()))


@cache
def _trigger() -> re.Pattern[str]:
    letter = letters()
    behind = "".join(letter[kind] for kind in ("AND", "OR", "COMMA"))  # the second of "May 3 and 4"
    return re.compile(f"[{''.join(letter[kind] for kind in TRIGGERS)}]|(?<=[{behind}]){letter['DAY']}")


def matches(words: Words) -> Iterator[tuple[Cut, Says]]:
    """Every date in a stretch: the words it takes, and what they say."""
    at = 0  # no word is tried twice
    for trigger in _trigger().finditer(words.code):
        at = max(at, trigger.start() - REACH)
        while at <= trigger.start():
            found = _beginning(words, at)
            at = found[0].last if found else at + 1
            if found:
                yield found


def _beginning(words: Words, at: int) -> tuple[Cut, Says] | None:
    """The date that begins with a word."""
    if words.code[at] == letters()["X"]:
        return None
    match = _any().match(words.code, at)
    return _first(words, match) if match else None


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
