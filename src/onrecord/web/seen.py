"""An article as people see it: what the machine found, with what was decided."""

from onrecord.collection import Collection
from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.web.faults import missing


def seen(store: Collection, id_: str) -> Record:
    """The record of an article with what people decided; 404 where there is none of this id."""
    try:
        whole = store.article(id_)
        found = (one for one in store.seen(whole).records if one.article.id == whole)
        return next(found)
    except (UsageError, StopIteration) as error:
        raise missing(f"there is no article {id_}") from error
