"""Templates: a context dataclass becomes a page. What is text in it stays text: everything is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.web import urls, wording


@cache
def _environment() -> Environment:
    """No template may ask for what is not there, nor switch escaping off (a test looks for that)."""
    made = Environment(
        loader=PackageLoader("onrecord.web", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["urls"] = urls
    made.globals["wording"] = wording
    return made


def rendered(
    template: str, page: object, *, title: str, here: str, twin: str | None, style: str | None = None
) -> str:
    """The page; `here` is its own address, `twin` that of the same for programs.

    `style` is our own style sheet, for a file that stands alone: what else is put in is escaped.
    """
    own = Markup(style) if style is not None else None
    return (
        _environment().get_template(template).render(page=page, title=title, here=here, twin=twin, style=own)
    )
