"""What a search page is asked for: the words and the facets, as they stand in its address."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any, get_args

from fastapi import Depends, Query
from pydantic import StringConstraints

from onrecord.record import Form, Mode
from onrecord.store.query import Query as Wanted
from onrecord.web.faults import RefusedError

PAGE = 25
LONGEST = 2000  # characters of one field; more is no question
AT_MOST = 500  # hits of one page

Words = Annotated[str, StringConstraints(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a search; None and "" ask for nothing."""

    q: str = ""
    speaker: str | None = None
    person: str | None = None
    outlet: str | None = None
    date: str | None = None
    form: Form | None = None
    mode: Mode | None = None
    unnamed: bool = False
    flagged: bool = False
    case: str | None = None

    @property
    def given(self) -> dict[str, object]:
        """What stands in the address."""
        return {key: value for key, value in asdict(self).items() if value not in (None, "", False)}

    def wanted(self, *, limit: int, after: int = 0) -> Wanted:
        """The same, as the store is asked."""
        return Wanted(
            words=self.q,
            speaker=self.speaker or None,
            person=self.person or None,
            outlet=self.outlet or None,
            date=self.date or None,
            form=self.form,
            mode=self.mode,
            unnamed=self.unnamed,
            flagged=self.flagged,
            case=self.case or None,
            limit=limit,
            after=after,
        )


def question(
    q: Annotated[Words, Query(description='All must be there; "a phrase", begin*, OR, -without.')] = "",
    speaker: Annotated[Words | None, Query(description="Words of who said it.")] = None,
    person: Annotated[Words | None, Query(description="Exactly this name.")] = None,
    outlet: Annotated[Words | None, Query(description="Who published it, or part of the name.")] = None,
    date: Annotated[Words | None, Query(description="2031, 2031-05, 2031-05-09, or from/to.")] = None,
    form: Annotated[Words | None, Query(description="direct, indirect or mixed.")] = None,
    mode: Annotated[Words | None, Query(description="speech, writing or thought.")] = None,
    unnamed: Annotated[bool, Query(description="Only what nobody is named for.")] = False,
    flagged: Annotated[bool, Query(description="Only what is to be looked at.")] = False,
    case: Annotated[Words | None, Query(description="Only what was added to this case.")] = None,
) -> Asked:
    """The fields of the search form; one that is left empty asks for nothing."""
    return Asked(
        q, speaker, person, outlet, date, one_of(form, Form), one_of(mode, Mode), unnamed, flagged, case
    )


Question = Annotated[Asked, Depends(question)]
Size = Annotated[int, Query(ge=1, le=AT_MOST, description="Items of one page.")]
After = Annotated[int, Query(ge=0, le=10**6, description="Where the page before ended: its `next`.")]


def one_of(word: str | None, words: object) -> Any:
    """The word as one of a vocabulary; an empty one is none."""
    if word and word not in get_args(words):
        raise RefusedError(400, f"{word!r} is none of {', '.join(get_args(words))}")
    return word or None
