"""Imports follow the data: no module of a stage imports one that comes after it,
and training and bench do not know each other.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "newsparse"
_COMMAND = {"article", "atomic", "errors", "options", "provenance", "readers", "writers", ""}
# What the modules of each folder, or a module at the top, may import of the package, themselves apart.
ALLOWED = {
    "article": {"writers"},  # only when a notebook shows it
    "errors": set(),
    "regex": set(),
    "atomic": {"regex"},
    "languages": {"article", "regex"},
    "metadata": {"article"},
    "segment": {"article", "languages", "metadata", "regex"},
    "fields": {"article", "languages", "regex", "segment"},
    # fields.entities knows the names of a page's authors
    "readers": {"article", "errors", "fields", "languages", "metadata", "regex"},
    "writers": {"article", ""},
    "options": {"article", "writers"},
    "provenance": {"", "segment"},
    "pipeline": {"article", "errors", "fields", "languages", "metadata", "provenance", "readers", "segment"},
    "batch": {*_COMMAND, "languages", "pipeline", "segment"},
    "cli": {*_COMMAND, "batch", "languages", "pipeline", "segment"},
    "integrations": {"article", "batch", "errors", "languages", "pipeline", "readers", "segment", "writers"},
    "__main__": {"cli"},
}


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, with the names that it takes from them, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def stage(module: str) -> str:
    """The folder, or the module at the top, of a name of the package; "" for the package itself."""
    first = module.split(".")[1]
    return first if first in ALLOWED else ""


@pytest.mark.parametrize("name", ALLOWED)
def test_a_stage_imports_none_that_comes_after_it(name: str) -> None:
    files = sorted((PACKAGE / name).rglob("*.py")) or [PACKAGE / f"{name}.py"]
    found = {stage(module) for path in files for module in imported(path) if module.startswith("newsparse.")}
    assert found - {name} <= ALLOWED[name]


def test_every_module_has_its_place() -> None:
    top = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()
    }
    assert top - {"__init__"} == set(ALLOWED)


@pytest.mark.parametrize(
    ("folder", "others"), [("src", ("training", "bench")), ("training", ("bench",)), ("bench", ("training",))]
)
def test_training_and_bench_stand_apart(folder: str, others: tuple[str, ...]) -> None:
    found = {module.split(".")[0] for path in (ROOT / folder).rglob("*.py") for module in imported(path)}
    assert not found & set(others)
