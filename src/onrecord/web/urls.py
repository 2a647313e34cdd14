"""Every link of the site, built here and nowhere else."""

import re
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote, urlencode

PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")  # characters from … to
STATIC = files("onrecord.web") / "static"


def nav() -> tuple[tuple[str, str], ...]:
    """What every page leads to."""
    return (
        ("Search", search()),
        ("Statements", statements()),
        ("People", people()),
        ("Outlets", outlets()),
        ("Conflicts", conflicts()),
        ("Review", review()),
        ("Add", add()),
    )


def on_the_web(address: str) -> bool:
    """Whether an address out of an article may be a link: nothing that acts, as `javascript:` does."""
    return address.lower().startswith(("http://", "https://"))


def home() -> str:
    """The first page."""
    return "/"


def search(asked: Mapping[str, object] | None = None, *, suffix: str = "", **changed: object) -> str:
    """Statements that fit; `changed` goes over what was asked, None takes away."""
    return _asked(f"/search{suffix}", {**(asked or {}), **changed})


def article(id_: str, *, lit: str | None = None, thought: bool = False, suffix: str = "") -> str:
    """An article; with `lit` one statement (a3) or a field of one (a3.speaker) is lit in it."""
    place = f"#{_place(lit)}" if lit else ""
    return _asked(f"/articles/{_part(id_)}{suffix}", {"lit": lit, "thought": thought}) + place


def passage(article_id: str, start: int, end: int) -> str:
    """Characters of an article, lit in it."""
    return article(article_id, lit=f"{start}-{end}")


def _place(lit: str) -> str:
    """A statement's card, or where its characters stand."""
    if PLACE.fullmatch(lit):
        return "t-at"
    return f"t-{lit.partition('.')[0]}" if "." in lit else lit


def attribution(id_: str) -> str:
    """One statement where it stands: `<article>:a3`."""
    owner, _, own = id_.rpartition(":")
    return article(owner, lit=own)


def statements(asked: Mapping[str, object] | None = None, *, suffix: str = "", **changed: object) -> str:
    """Statements with all their reports, those that most outlets report first."""
    return _asked(f"/statements{suffix}", {**(asked or {}), **changed})


def statement(id_: str, *, suffix: str = "", **asked: object) -> str:
    """One statement with all its reports."""
    return _asked(f"/statements/{_part(id_)}{suffix}", asked)


def cited(article_id: str, own: str, form: str) -> str:
    """One statement of an article as a citation."""
    return f"/articles/{_part(article_id)}/statements.{form}?of={_part(own)}"


def of_article(article_id: str, form: str) -> str:
    """All statements of an article, as a file."""
    return f"/articles/{_part(article_id)}/statements.{form}"


def of_statement(id_: str, form: str) -> str:
    """All reports of a statement, as a file."""
    return f"/statements/{_part(id_)}/reports.{form}"


def report(id_: str, **asked: object) -> str:
    """A comparison as one HTML file."""
    return _asked(f"/statements/{_part(id_)}/report.html", asked)


def csv_of(twin: str) -> str:
    """The table beside a page's JSON."""
    path, mark, asked = twin.partition("?")
    return f"{path.removesuffix('.json')}.csv{mark}{asked}"


def person(name: str, *, suffix: str = "", **asked: object) -> str:
    """What somebody said."""
    return _asked(f"/person{suffix}", {"name": name, **asked})


def people(*, suffix: str = "", **asked: object) -> str:
    """Everybody who is quoted."""
    return _asked(f"/people{suffix}", asked)


def outlet(name: str, *, suffix: str = "", **asked: object) -> str:
    """Whom an outlet quotes, and how."""
    return _asked(f"/outlet{suffix}", {"name": name, **asked})


def outlets(*, suffix: str = "", **asked: object) -> str:
    """All outlets."""
    return _asked(f"/outlets{suffix}", asked)


def conflicts(*, suffix: str = "", **asked: object) -> str:
    """Figures and dates that disagree."""
    return _asked(f"/conflicts{suffix}", asked)


def review(*, suffix: str = "", **asked: object) -> str:
    """What an analyst should look at next."""
    return _asked(f"/review{suffix}", asked)


def add() -> str:
    """Where files and text go in."""
    return "/add"


def judgements(*, suffix: str = "", **asked: object) -> str:
    """What people decided; where decisions go."""
    return _asked(f"/judgements{suffix}", asked)


def undo(judgement: str) -> str:
    """Where a decision is taken back."""
    return f"/judgements/{_part(judgement)}/undo"


def here(back: str) -> str:
    """A page of this site to go back to; another site's address leads to the first page."""
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return quote(back, safe="/?&=%#:+,;~.-_") if is_ours else home()


def encoded(words: str) -> str:
    """Words as a cookie can hold them."""
    return quote(words, safe="")


def compare() -> str:
    """Where comparing is asked for."""
    return "/compare"


def reading(id_: str, *, suffix: str = "") -> str:
    """How far the reading of what was dropped in is."""
    return f"/reading/{_part(id_)}{suffix}"


def static(name: str) -> str:
    """A file of the site itself; its address changes when it does, so that browsers may keep it."""
    return f"/static/{name}?{_digest(name)}"


def _asked(path: str, asked: Mapping[str, object]) -> str:
    given = {
        key.rstrip("_"): 1 if value is True else value
        for key, value in asked.items()
        if value not in (None, "", False)
    }
    return f"{path}?{urlencode(given)}" if given else path


def _part(words: str) -> str:
    return quote(words, safe=":")


_digests: dict[str, str] = {}


def _digest(name: str) -> str:
    if name not in _digests:
        _digests[name] = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return _digests[name]
