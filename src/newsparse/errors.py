"""What goes wrong with an input, and how it is worded: one line, its name, what is wrong, and what to do."""

from __future__ import annotations

import os
from pathlib import Path


class InputError(ValueError):
    """An input that can't be parsed; as a string it is one line: its `name`, what is `wrong`, and the `remedy`."""

    def __init__(self, name: str, wrong: str, remedy: str) -> None:
        super().__init__(name, wrong, remedy)
        self.name = name
        self.wrong = wrong
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.wrong}: {self.remedy}"


def shown(path: str | Path) -> str:
    """A path as messages print it: on one line, and in characters that can be printed."""
    return "".join(c if c.isprintable() else "\ufffd" for c in os.fsencode(path).decode("utf-8", "replace"))
