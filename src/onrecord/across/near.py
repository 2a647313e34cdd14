"""Articles that share something: names that are not everywhere, and days that are not far apart."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.across.called import Called
from onrecord.across.spelled import sound
from onrecord.dates.calendar import bounds
from onrecord.lang.dates import english_dates
from onrecord.people.nouns import bearer_of, nouns
from onrecord.people.places import country_of
from onrecord.record import Article

WINDOW = 14  # days between reports of one happening
TOGETHER, UNDATED, APART = 2, 3, 4  # names that articles share: near in time, of unknown days, far apart
COMMON = 50  # articles from which on a name may be everywhere …
EVERYWHERE = 0.05  # … and is, where so large a share of all have it
LOOKED_AT = 200  # articles nearest in time that somebody's articles are searched for a near one


_RUN = re.compile(r"(?<=[\w,;:“\"‘'(] )[^\W\d_a-z]\w{2,}(?:[ -][^\W\d_a-z]\w+)*")
_LOWER = re.compile(r"\b[a-z]\w+")


class Near:
    """What the articles of a pile have in common."""

    def __init__(self, everybody: Iterable[Called]) -> None:
        entities: dict[str, set[str]] = defaultdict(set)
        articles: dict[str, Article] = {}
        for one in everybody:
            articles.setdefault(one.article.id, one.article)
            if one.entity.named and one.words and country_of(one.entity.name) is None:
                entities[one.article.id].add(token(one))
        self._days = {id_: _day(article) for id_, article in articles.items()}
        self._entities = self._rare(entities)
        self._names = self._rare({id_: entities[id_] | _names(a.text) for id_, a in articles.items()})

    def _rare(self, names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
        often = Counter(name for said in names.values() for name in said)
        most = max(COMMON, EVERYWHERE * len(self._days))
        return {a: frozenset(n for n in said if often[n] <= most) for a, said in names.items()}

    def entities(self, article: str, but: str) -> frozenset[str]:
        """The people and bodies an article names, without the one that is asked about."""
        return self._entities.get(article, frozenset()) - {but}

    def names(self, article: str) -> frozenset[str]:
        """The last words of all its names, those of places too."""
        return self._names.get(article, frozenset())

    def articles(self, one: str, two: str, but: str, less: int = 0) -> bool:
        """Whether two articles share enough besides a name; `less` so many names are asked for fewer."""
        shared = len((self.names(one) & self.names(two)) - {but})
        return shared >= self._needed(one, two) - less

    def any(self, article: str, others: Sequence[str], but: str, less: int = 0) -> bool:
        """Whether one of some articles, in order of time, is near to this one."""
        at = bisect_left(others, self.when(article), key=self.when)
        low = max(at - LOOKED_AT // 2, 0)
        return any(self.articles(article, other, but, less) for other in others[low : low + LOOKED_AT])

    def when(self, article: str) -> tuple[int, str]:
        """The order of time; unknown comes first."""
        day = self._days[article]
        return (-1 if day is None else day), article

    def _needed(self, one: str, two: str) -> int:
        a, b = self._days[one], self._days[two]
        if a is None or b is None:
            return UNDATED
        return TOGETHER if abs(a - b) <= WINDOW else APART


def token(one: Called) -> str:
    """What a name is counted as when articles are compared: a person's last word."""
    return one.sounds[-1] if one.personal else " ".join(one.sounds)


def _names(text: str) -> set[str]:
    """The last words of what is capitalised inside sentences and never written small."""
    small = set(_LOWER.findall(text))
    found = {match.group().replace("-", " ").split()[-1] for match in _RUN.finditer(text)}
    return {sound(word) for word in found if word.lower() not in small and not _is_common(word)}


def _is_common(word: str) -> bool:
    """Words that are capitalised but name nobody in particular: days, offices, countries, newspapers."""
    low = word.lower()
    listed = nouns().days | nouns().publishing | nouns().institutions | nouns().ranks
    return (
        low in listed
        or bearer_of(low) is not None
        or country_of(word) is not None
        or low in english_dates().months
    )


def _day(article: Article) -> int | None:
    known = bounds(article.published_on.value) if article.published_on.value else None
    return None if known is None else known[0].toordinal()
