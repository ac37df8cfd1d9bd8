"""The command: options, streams and exit codes. What is made of a text stands in pipeline, how it looks in writers."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from newsparse import __version__
from newsparse.writers import FIELDS, FORMATS, View, between, write

if TYPE_CHECKING:
    from newsparse.read import Source

FAILED, INTERRUPTED, PIPE_CLOSED = 1, 130, 141

EXAMPLES = """\b
Examples:
  newsparse story.txt                          look at one article
  newsparse story.txt | jq .byline.authors     the same as JSON
  newsparse *.txt -o stories.jsonl             many: a line each
  pbpaste | newsparse                          what was just copied
  newsparse --only body -f text story.txt      the clean text
  newsparse --only headline --only published *.txt
  newsparse --spans story.txt | jq '.spans[]'  where each part stands
  newsparse --explain story.txt                why each line got its label
  newsparse --encoding cp1252 old.txt          when the guess is wrong
  newsparse --schema > article.schema.json     what the JSON holds

\b
FIELD is one of
  headline kicker deck highlights byline published updated dateline
  captions body credits notes media bio related tags copyright
  confidence source spans

\b
Exit status: 0 all were parsed, 1 some input failed, 2 wrong usage.

\b
Completion, for bash (zsh and fish likewise), in ~/.bashrc:
  eval "$(_NEWSPARSE_COMPLETE=bash_source newsparse)"
"""


def _known(_: click.Context, __: click.Parameter, encoding: str | None) -> str | None:
    if encoding:
        from newsparse.read import is_encoding

        if not is_encoding(encoding):
            raise click.BadParameter(f"no encoding is called {encoding!r}; try utf-8 or cp1252.")
    return encoding


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="By default pretty on a terminal, else json; jsonl for several.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write to FILE, once all is done.")
@click.option("--only", type=click.Choice(FIELDS), metavar="FIELD", multiple=True, help="Show this field only; may be repeated.")
@click.option("--spans", is_flag=True, help="Add where each part stands in the text (JSON).")
@click.option("--explain", is_flag=True, help="Show each line's label and the cues that decided; -f json for JSON.")
@click.option("--encoding", metavar="NAME", callback=_known, help="The encoding of the input, where the guess is wrong.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the answer.")
@click.option("-q", "--quiet", is_flag=True, help="No message about an input that fails; the exit status still tells.")
@click.version_option(__version__, message="%(prog)s %(version)s")
def main(
    paths: tuple[str, ...], form: str | None, output: str | None, only: tuple[str, ...], spans: bool, explain: bool,
    encoding: str | None, schema: bool, quiet: bool,
) -> None:  # fmt: skip
    """Say what each part of a raw news text is: headline, byline, dateline, body, captions, credits and the rest.

    A PATH is a text file, or - for standard input; without one, what is piped in is read.
    """
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    try:
        if schema:
            _print_schema(output)
            return
        inputs = paths or _piped()
        _check(inputs, output, form, only, spans, explain)
        form = form or _usual_form(terminal and not spans, explain, len(inputs))
        failed = _parse(inputs, encoding, output, quiet, _renderer(form, explain, _view(only, spans, terminal)))
    except KeyboardInterrupt:
        _say("interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the interpreter flushes standard output once more
        sys.exit(PIPE_CLOSED)
    except OSError as error:
        _say(f"{click.format_filename(output) if output else 'standard output'}: can't be written ({error.strerror}): choose another place")
        sys.exit(FAILED)
    sys.exit(FAILED if failed else 0)


def _piped() -> tuple[str, ...]:
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("There is nothing to read: name a file, or pipe a text in.")
    return ("-",)


def _check(inputs: tuple[str, ...], output: str | None, form: str | None, only: tuple[str, ...], spans: bool, explain: bool) -> None:
    """Refuse options that don't go together."""
    if explain and only:
        raise click.UsageError("--only and --explain don't go together.")
    if spans and form in ("pretty", "text"):
        raise click.UsageError(f"--spans is for JSON, not for -f {form}; --only spans -f text lists them.")
    if output and any(os.path.exists(path) and os.path.exists(output) and os.path.samefile(path, output) for path in inputs):
        raise click.UsageError("The output would replace an input: give -o another name.")


def _usual_form(pretty: bool, explain: bool, inputs: int) -> str:
    if pretty or explain:
        return "pretty"
    return "json" if inputs == 1 else "jsonl"


def _view(only: tuple[str, ...], spans: bool, terminal: bool) -> View:
    from shutil import get_terminal_size

    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(only, spans, get_terminal_size().columns, color)


def _renderer(form: str, explain: bool, view: View) -> Callable[[Source, bool], str]:
    """A function that gives the output for a source, told whether it is the first."""
    from newsparse import pipeline

    def render(source: Source, first: bool) -> str:
        gap = "" if first else between(form, view)
        if explain:
            from newsparse.writers import explain as explainer

            return gap + explainer.write(pipeline.explain(source), form, view)
        return gap + write(pipeline.article(source), form, view)

    return render


def _parse(inputs: tuple[str, ...], encoding: str | None, output: str | None, quiet: bool, render: Callable[[Source, bool], str]) -> bool:
    """Put out each input's article; whether any input failed."""
    from newsparse.output import opened
    from newsparse.read import InputError

    done = 0
    with opened(output) as put:
        for path in inputs:
            try:
                put(render(_read(path, encoding), done == 0))
                done += 1
            except InputError as error:
                if not quiet:
                    _say(str(error))
    return done < len(inputs)


def _read(path: str, encoding: str | None) -> Source:
    from newsparse.read import InputError, read_file, read_stream

    if path != "-":
        return read_file(path, encoding)
    if sys.stdin is None:
        raise InputError("-", "standard input is closed", "pipe a text in")
    return read_stream(sys.stdin.buffer, encoding)


def _print_schema(output: str | None) -> None:
    from newsparse.output import opened
    from newsparse.writers import schema

    with opened(output) as put:
        put(schema.write())


def _say(message: str) -> None:
    click.echo(f"newsparse: {message}", err=True)
