"""What is asked for: how the text that is written is made from a source, and of which inputs, and where it goes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from newsparse.writers import View, between, write

if TYPE_CHECKING:
    from newsparse.readers.source import Source


INPUT_FORMATS = ("auto", "text", "html")


class Recipe(NamedTuple):
    """The format, what to show, whether to explain instead, and of the input its encoding, where known, and which of INPUT_FORMATS."""

    form: str
    view: View
    explain: bool = False
    encoding: str | None = None
    input_format: str = "auto"

    def render(self, source: Source) -> str:
        """The article in a source, or the explanation of it, in the format asked for."""
        from newsparse import pipeline

        if self.explain:
            from newsparse.writers import explain as explainer

            return explainer.write(pipeline.inspection(source), self.form, self.view)
        return write(pipeline.article(source), self.form, self.view)

    def between(self) -> str:
        """What stands between two."""
        return between(self.form, self.view)


class Order(NamedTuple):
    """Inputs (paths, a list of paths; what to take from folders), an output, and how many are to be parsed."""

    paths: tuple[str, ...]
    files_from: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    output: str | None  # None: standard output
    recipe: Recipe
    jobs: int | None
    timeout: float | None  # seconds an input
    resume: bool
    overwrite: bool
    fail_fast: bool

    def searches(self) -> bool:
        """Whether the inputs are yet to be found out."""
        return bool(self.files_from) or any(map(os.path.isdir, self.paths))

    def into_folder(self) -> bool:
        """Whether each answer gets a file: the output is a folder that is there, or ends like one."""
        return bool(self.output) and (str(self.output).endswith(("/", os.sep)) or os.path.isdir(str(self.output)))

    def into_lines(self) -> bool:
        """Whether the answers are the lines of a file."""
        new = bool(self.output) and (os.path.isfile(str(self.output)) or not os.path.exists(str(self.output)))
        return new and self.recipe.form == "jsonl" and not self.into_folder()
