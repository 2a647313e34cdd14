"""Lines of styled text on standard output, wrapped to the terminal; colours only where they are wanted."""

from typing import IO

from rich.console import Console
from rich.text import Text

NARROWEST = 24  # columns left for words, however deep a statement is nested


class Page:
    """Where commands print what is to be read; `plain` means one line per field and no colours."""

    def __init__(self, *, plain: bool, file: IO[str] | None = None, width: int | None = None) -> None:
        self._plain, self._file = plain, file
        self._console = _Console(
            no_color=True if plain else None, highlight=False, emoji=False, file=file, width=width
        )

    @property
    def width(self) -> int:
        """Columns of the terminal."""
        return self._console.width

    def line(self, text: Text | str = "", *, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """Print a line, in several if need be: all of them indented, those after the first by `hang` more."""
        whole = text if isinstance(text, Text) else Text(text, style=style)
        if self._plain:
            print(" " * indent + " ".join(whole.plain.split()), file=self._file)
            return
        width = max(self._console.width - indent - hang, NARROWEST)
        for at, piece in enumerate(whole.wrap(self._console, width)):
            piece.rstrip()
            self._console.print(Text(" " * (indent + hang * (at > 0))) + piece, soft_wrap=True)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """A reader that went away is the command's affair; rich would end it with an exit code of its own."""
        raise BrokenPipeError
