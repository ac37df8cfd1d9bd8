"""Pictures of the terminal views, docs/screens/*.svg: `python docs/screens.py`."""

from __future__ import annotations

import os
import re
from io import StringIO
from pathlib import Path

from msgspec.structs import replace
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME
from rich.text import Text

from newsparse import inspect_file
from newsparse.writers import View, explain, write

ROOT = Path(__file__).parents[1]
SCREENS = Path(__file__).with_name("screens")
SAMPLE = Path("samples") / "museum-bronzes.txt"
PARAGRAPHS, PARTS = 3, 9  # that are shown of it
WIDTHS = (40, 60, 80, 120)
THEMES = {"dark": SVG_EXPORT_THEME, "light": DEFAULT_TERMINAL_THEME}
_FONTS = re.compile(r"@font-face \{.*?\}\}\s*", re.S)  # that would be fetched


def save(page: str, width: int, theme: str, name: str) -> None:
    """Write a page with its colours as a picture."""
    console = Console(width=width, record=True, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(page.rstrip("\n")))
    format = _FONTS.sub("", CONSOLE_SVG_FORMAT)
    svg = console.export_svg(title=name, theme=THEMES[theme], code_format=format, unique_id=name)
    (SCREENS / f"{name}-{theme}.svg").write_text(svg, "utf-8")


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    os.chdir(ROOT)
    inspection = inspect_file(SAMPLE)
    opening = replace(
        inspection.article.body[0], paragraphs=inspection.article.body[0].paragraphs[:PARAGRAPHS]
    )
    article = replace(inspection.article, body=(opening,))
    inspection = replace(inspection, parts=inspection.parts[:PARTS])
    for theme in THEMES:
        for width in WIDTHS:
            save(write(article, "pretty", View(width=width, color=True)), width, theme, f"pretty-{width}")
        save(explain.write(inspection, "pretty", View(color=True)), 80, theme, "explain-80")


if __name__ == "__main__":
    main()
