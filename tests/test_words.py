"""Names in the code are the field's own: none of the words that earlier versions had for things that have a
name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("src", "training", "bench")
FORMER = frozenset(
    "told said Told settled Lesson chance luck _Desk Says Front carried warmth surprise tempered chained "
    "_Scribe Lost owed buried whole foreign".split()
)


def defined_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The functions, classes, arguments, variables and attributes that a module defines, with their lines."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name) | ast.alias(asname=str(name)):
                yield name, node.lineno
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case (
                ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.ExceptHandler(name=str(name))
            ):
                yield name, node.lineno


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_former_word_is_a_name(folder: str) -> None:
    used = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, line in defined_names(ast.parse(path.read_text("utf-8")))
        if name in FORMER
    ]
    assert used == []


def test_every_kind_of_name_is_found() -> None:
    code = (
        "def told(said=1, *luck): pass\nclass Front:\n    owed: int\nfor chance, x.buried in y:\n    "
        "Lost = (warmth := 1)\n"
    )
    found = {name for name, _ in defined_names(ast.parse(code))}
    assert found >= {"told", "said", "luck", "Front", "owed", "chance", "buried", "Lost", "warmth"}
