"""Data flows one way: a stage imports only from those before it, and neighbours leave each other alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

ORDER = """
record errors settings lang -> readers -> text -> tagger -> attribution -> people dates figures -> across
-> pipeline -> exports imports -> store -> collection -> batch watch web -> cli
"""
RANK = {name: rank for rank, group in enumerate(ORDER.split("->")) for name in group.split()}
FREE = {"__init__", "__main__"}  # the door to the house: may name any room
PACKAGE = Path(__file__).parent.parent / "src" / "onrecord"


def test_stages_import_only_from_their_left() -> None:
    """No module imports a later stage or a neighbour of its own rank."""
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {there}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if (here := _layer(path)) not in FREE
        for there in _imported(path)
        if there != here and RANK[there] >= RANK[here]
    ]
    assert wrong == []


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("onrecord.")
            )
        elif isinstance(node, ast.ImportFrom) and node.module == "onrecord":
            yield from (alias.name for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("onrecord."):
            yield str(node.module).split(".")[1]


def test_every_module_has_a_place() -> None:
    """Every module and package under onrecord stands in the order above."""
    assert {_layer(path) for path in PACKAGE.rglob("*.py")} <= RANK.keys() | FREE


def test_no_relative_imports() -> None:
    """Imports name the whole path, so that the check above sees them."""
    nodes = (node for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    assert not any(isinstance(node, ast.ImportFrom) and node.level for node in nodes)
