"""Where a caption ends and its credit begins."""

import pytest

from onrecord.readers.html.captions import credit_from

CASES = [
    ("The old bridge on Monday. Photo: Jo Rey", "Photo: Jo Rey"),
    ("The old bridge on Monday. (Photo by Jo Rey/Getty Images)", "(Photo by Jo Rey/Getty Images)"),
    ("The old bridge on Monday (AP Photo/Jo Rey)", "(AP Photo/Jo Rey)"),
    ("The old bridge on Monday. Jo Rey/City Press", "Jo Rey/City Press"),
    ("The old bridge on Monday. (Jo Rey)", "(Jo Rey)"),
    ("The old bridge on Monday | Jo Rey", "Jo Rey"),
    ("The old bridge on Monday © AFP", "© AFP"),
    ("The old bridge on Monday. [Jo Rey/Reuters]", "[Jo Rey/Reuters]"),
    ("Die alte Brücke am Montag. Foto: Jo Rey/dpa", "Foto: Jo Rey/dpa"),
    ("Старый мост в понедельник. Фото: Анна Б.", "Фото: Анна Б."),
    ("Getty Images", "Getty Images"),
    ("Photo: Jo Rey", "Photo: Jo Rey"),
]
NONE = [
    "The old bridge on Monday.",
    "The mayor (left) and the owner of the ferry",
    "She said: the bridge stays closed.",
    "The ferry, a picture of calm, leaves Anville.",
    "The well-known ferry leaves Anville for the first time",
]


@pytest.mark.parametrize(("caption", "credit"), CASES)
def test_a_credit_at_the_end_of_a_caption_is_found(caption: str, credit: str) -> None:
    """The usual ways to write a credit, in several languages."""
    start = credit_from(caption)
    assert start is not None
    assert caption[start:] == credit


@pytest.mark.parametrize("caption", NONE)
def test_a_caption_without_a_credit_stays_whole(caption: str) -> None:
    """Words in brackets or behind a colon are no credit by themselves."""
    assert credit_from(caption) is None
