"""The manual page newsparse.1, made from the command's own help: `python docs/manpage.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from newsparse import __version__
from newsparse.cli import main

PAGE = Path(__file__).with_name("newsparse.1")


def page() -> str:
    """The page as roff."""
    context = click.Context(main, info_name="newsparse")
    lines = [f'.TH NEWSPARSE 1 "" "newsparse {__version__}" "User Commands"']
    lines += [".SH NAME", "newsparse \\- say what each part of a raw news text is"]
    lines += [".SH SYNOPSIS", ".B newsparse", escaped(" ".join(main.collect_usage_pieces(context)))]
    lines += [".SH DESCRIPTION", *paragraphs(str(main.help)), ".SH OPTIONS", *options(context)]
    lines += [".SH EXAMPLES AND MORE", *blocks(str(main.epilog))]
    return "\n".join(lines) + "\n"


def paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield from (".PP", escaped(" ".join(paragraph.split())))


def options(context: click.Context) -> Iterator[str]:
    for parameter in main.get_params(context):
        record = parameter.get_help_record(context)
        if record and isinstance(parameter, click.Option):
            names, help = record
            yield from (".TP", f".B {escaped(names)}", escaped(" ".join(help.split())))


def blocks(text: str) -> Iterator[str]:
    """Blocks that stand as they are: each behind a line with \\b."""
    for block in filter(None, map(str.strip, text.split("\b\n"))):
        yield from (".PP", ".nf", *map(escaped, block.split("\n")), ".fi")


def escaped(text: str) -> str:
    """Text of which roff takes no character for its own."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith((".", " ")) else text


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
