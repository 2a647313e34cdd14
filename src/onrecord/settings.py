"""What a user sets once, as an option or in the environment; thresholds are constants beside their code."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """Something a user may set: `--name` on the command line, ONRECORD_NAME in the environment."""

    name: str
    default: Value
    help: str

    @property
    def option(self) -> str:
        """The command-line option."""
        return "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        """The environment variable; an option on the command line goes before it."""
        return "ONRECORD_" + self.name.upper()


WORKERS = Choice("workers", 1, "Processes to read with; the output is the same for any number.")
QUIET = Choice("quiet", False, "Say nothing on standard error but errors.")
LARGEST = Choice("largest", 2_000_000, "Characters of the largest article read; larger ones are refused.")
TAGGER = Choice(
    "tagger",
    "best",
    "What reads: trained (the network), rules (without it; finds less), best (the network where it can run).",
)
PEOPLE = Choice(
    "people", "", "Your list of people: names, aliases, ids, offices (TOML, CSV, FollowTheMoney JSON lines)."
)
STORE = Choice("store", "onrecord.db", "The file in which articles and their statements are kept.")
WHO = Choice("who", "", "Your name, for what you decide; without it your login name.")
HOST = Choice("host", "127.0.0.1", "Where the reading room listens; beyond this machine it asks for a token.")
PORT = Choice("port", 8600, "Port of the reading room; 0 takes a free one.")
TOKEN = Choice("token", "", "What others must show; one is made where it is needed and none is given.")

ALL: tuple[Choice[int] | Choice[bool] | Choice[str], ...] = (
    WORKERS,
    QUIET,
    LARGEST,
    TAGGER,
    PEOPLE,
    STORE,
    WHO,
    HOST,
    PORT,
    TOKEN,
)
