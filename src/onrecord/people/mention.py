"""A mention: a stretch of an article that names, describes or points at somebody.

The ranker of `pronouns.py` is given all mentions in text order, those of one entity with the same `entity`
number, and finds for every pronoun the mention it stands for, or none.
"""

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "role", "pronoun", "unnamed"]
Bearer = Literal["person", "organisation", "group", "account", "document", "location"]
Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Mention:
    """The words, what kind of words they are, and where they stand."""

    start: int
    end: int
    kind: MentionKind
    head: str  # lower-cased: the last word of a name, the noun of a role, the pronoun itself
    bearer: Bearer | None = None  # who or what is mentioned, as far as the words tell
    gender: Gender | None = None  # by a title ("Mrs"), a first name or a noun ("spokeswoman")
    plural: bool | None = None
    block: int = 0  # number of the paragraph in Layout.blocks
    sentence: int = 0  # where the sentence begins
    depth: int = 0  # inside how many quotations: 0 is the narrator's voice
    subject: bool = False  # the speaker of an attribution, or the subject of a sentence as far as can be seen
    entity: int | None = None  # mentions with one number are one and the same; None: not grouped


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a pronoun stands for: a mention before it or after it, or None where two fit equally."""

    pronoun: Mention
    antecedent: Mention | None
    score: float
