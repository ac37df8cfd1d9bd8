"""The command: options, streams and exit codes. What is made of a text stands in pipeline, of many in batch,
how it looks in writers.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from textwrap import fill, indent
from typing import TextIO, get_args

import click

from newsparse import __version__
from newsparse.article import DateOrder
from newsparse.batch.sinks import (
    RefusedError,
    ReportSink,
    has_several_inputs,
    into_folder,
    into_lines,
    needs_folder,
    stream_sink,
    with_format,
)
from newsparse.options import ReadOptions, RenderOptions, RunOptions
from newsparse.readers import ENDINGS, INPUT_FORMATS
from newsparse.writers import FIELDS, FORMATS, View

FAILED, INTERRUPTED, PIPE_CLOSED = 1, 130, 141

EXAMPLES = """\b
Examples:
  newsparse story.txt                          look at one article
  newsparse story.txt | jq .byline.authors     the same as JSON
  newsparse *.txt -o stories.jsonl             many: a line each
  newsparse *.txt -o stories.json.gz           or one array, packed
  newsparse page.html                          a saved page
  curl -s "$URL" | newsparse --input-format html
  newsparse corpus.jsonl -o stories.jsonl      records, with a text each
  newsparse table.csv --text-key story_text    a table, and its column
  newsparse a.jsonl --merge article -o b.jsonl each record with its article
  newsparse CC-NEWS.warc.gz -o stories.jsonl   the pages of a crawl
  newsparse nexis.docx -o stories.jsonl        an archive's export
  newsparse corpus.zip -o stories.jsonl        packed files, as a folder
  newsparse corpus/ -o out/                    a folder: a file each
  newsparse corpus/ -o out/ --resume           go on where it stopped
  newsparse corpus/ -o report.html             look at all, correct labels
  find . -name '*.log' -print0 | newsparse --files-from - -o out/
  pbpaste | newsparse                          what was just copied
  newsparse --only body -f text story.txt      the clean text
  newsparse --only headline,published *.txt
  newsparse -f pretty --color always *.txt | less -R
  newsparse --spans story.txt | jq '.spans[]'  where each part stands
  newsparse --explain story.txt                why each line got its label
  newsparse --encoding cp1252 old.txt          when the guess is wrong
  newsparse --date-order DMY *.txt             days such as 3/4/2024
  newsparse --schema > article.schema.json     what the JSON holds

\b
FIELD is one of
{fields}

\b
A folder is searched for these endings, gzipped or not, and for texts
without an ending; hidden files are left out.
{endings}

\b
Exit status: 0 all were parsed, 1 some input failed, 2 wrong usage,
130 interrupted.

\b
Completion, for bash (zsh and fish likewise), in ~/.bashrc:
  eval "$(_NEWSPARSE_COMPLETE=bash_source newsparse)"
"""


def _columns(words: Iterable[str]) -> str:
    return indent(fill(" ".join(words), 70), "  ")


_EPILOG = EXAMPLES.format(fields=_columns(FIELDS), endings=_columns(ENDINGS))


def _check_encoding(_: click.Context, __: click.Parameter, encoding: str | None) -> str | None:
    if encoding:
        from newsparse.readers.encoding import is_encoding

        if not is_encoding(encoding):
            raise click.BadParameter(f"no encoding is called {encoding!r}; try utf-8 or cp1252.")
    return encoding


def _check_language(_: click.Context, __: click.Parameter, code: str | None) -> str | None:
    if code:
        from newsparse.languages import check_code

        try:
            check_code(code)
        except ValueError as error:
            raise click.BadParameter(f"{error}.") from None
    return code


def _check_fields(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of lists that are separated by commas."""
    fields = tuple(field for value in values for field in value.split(","))
    for field in fields:
        if field not in FIELDS:
            raise click.BadParameter(f"{field!r} is not one of {', '.join(FIELDS)}.")
    return fields


def _complete_fields(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + field for field in FIELDS if field.startswith(last)]


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]...")
@click.option(
    "-f",
    "--format",
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    help="By default as -o ends, else pretty on a terminal, json, or jsonl for several. "
    f"One of {', '.join(FORMATS)}.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="FILE|DIR/",
    help="Write to FILE, once all is done; or each into DIR/.",
)
@click.option(
    "--only",
    metavar="FIELD,…",
    multiple=True,
    callback=_check_fields,
    shell_complete=_complete_fields,
    help="Show these fields only.",
)
@click.option("--spans", is_flag=True, help="Add the text, and where each part stands in it (JSON).")
@click.option("--span-text", is_flag=True, help="The same, and in each span its own text.")
@click.option("--bom", is_flag=True, help="Begin CSV or TSV with the mark by which Excel knows UTF-8.")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colour the pretty page: by default on a terminal, or where FORCE_COLOR is set and NO_COLOR is not.",
)
@click.option(
    "--explain", is_flag=True, help="Show each line's label and the cues that decided; -f json for JSON."
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=_check_encoding,
    help="The encoding of the input, where the guess is wrong.",
)
@click.option(
    "--input-format",
    type=click.Choice(INPUT_FORMATS),
    default="auto",
    metavar="NAME",
    help=f"What the input is, where its beginning and its name do not show it: {', '.join(INPUT_FORMATS)}.",
)
@click.option(
    "--text-key",
    metavar="NAME",
    help="Which key or column of records (JSON Lines, JSON, CSV, Parquet) holds the text.",
)
@click.option(
    "--merge",
    metavar="KEY",
    help="Give the records back, each with its article under KEY: as JSON Lines, or Parquet as Parquet.",
)
@click.option(
    "--date-order",
    type=click.Choice(get_args(DateOrder), case_sensitive=False),
    help="How to read days such as 3/4/2024 where the text leaves it open; else they stay without a date.",
)
@click.option(
    "--language",
    metavar="CODE",
    callback=_check_language,
    help="The language to read the input in (en, de, zh, …), where it is told wrongly.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the answer.")
@click.option(
    "--files-from",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Parse the paths listed in FILE too (-: piped in), one a line or NUL-separated.",
)
@click.option(
    "--include", metavar="GLOB", multiple=True, help="In folders, take these files only; may be repeated."
)
@click.option(
    "--exclude",
    metavar="GLOB",
    multiple=True,
    help="In folders, leave out these files and folders; may be repeated.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes parse; by default, one a core.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give an input up after this long (30).",
)
@click.option(
    "--resume", is_flag=True, help="Keep what is in the output, and newer than its input; do the rest."
)
@click.option("--overwrite", is_flag=True, help="Redo what is in the output.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option(
    "--report",
    type=click.File("w", encoding="utf-8", lazy=False),
    metavar="FILE",
    help="Write what failed and the counts to FILE, as JSON Lines.",
)
@click.option(
    "--html-report",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Show the run in FILE too: a page to look at articles, and to correct labels.",
)
@click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help="Only errors of usage and output are told; the exit status tells the rest.",
)
@click.option(
    "--version", is_flag=True, help="Print the version; with -v, the weights and the libraries too."
)
@click.option("-v", "--verbose", is_flag=True, help="Say what each input was read as; name cues.")
def main(
    paths: tuple[str, ...],
    format: str | None,
    output: str | None,
    only: tuple[str, ...],
    spans: bool,
    span_text: bool,
    bom: bool,
    color: str,
    explain: bool,
    encoding: str | None,
    input_format: str,
    text_key: str | None,
    merge: str | None,
    date_order: DateOrder | None,
    language: str | None,
    schema: bool,
    files_from: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    jobs: int | None,
    timeout: float | None,
    resume: bool,
    overwrite: bool,
    fail_fast: bool,
    report: TextIO | None,
    html_report: str | None,
    quiet: bool,
    version: bool,
    verbose: bool,
) -> None:
    """Say what each part of a raw news text is: headline, byline, dateline, body, captions, credits and the
    rest.

    A PATH is a text file, a saved page (HTML, gzipped or not), a folder, or - for standard input; without
    one, what is piped in is read.
    """
    output = None if output == "-" else output
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    try:
        if version:
            _print_version(verbose)
            return
        if schema:
            _print_schema(output)
            return
        inputs = paths if paths or files_from else _piped()
        _check_options(only, explain, merge, resume, overwrite)
        view = View(
            only, spans or span_text, span_text, bom, _terminal_width(), _has_color(color, output), terminal,
            names=verbose,
        )  # fmt: skip
        options = RunOptions(
            inputs, files_from, include, exclude, output,
            ReadOptions(encoding, input_format, text_key, date_order, language),
            RenderOptions("json", view, explain, None, bool(html_report), merge, outlines=verbose),
            jobs, timeout, resume, overwrite, fail_fast, html_report,
        )  # fmt: skip
        options = with_format(options, format, pretty=terminal and not (spans or span_text))
        _check(options, bool(format))
        piped = options.paths == ("-",) and not options.render.in_rows  # as it comes: it can't be resumed
        one = piped or not (has_several_inputs(options) or into_folder(options) or into_lines(options))
        plain = one and not (timeout or resume or report or html_report)
        failed = _one(options, quiet) if plain else _many(options, quiet, report, terminal, verbose)
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    except KeyboardInterrupt:
        _message("interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _discard_output()
        sys.exit(PIPE_CLOSED)
    except OSError as error:
        _message(
            f"{click.format_filename(output) if output else 'standard output'}: can't be written "
            f"({error.strerror}): choose another place"
        )
        _discard_output()
        sys.exit(FAILED)
    sys.exit(failed)


def _discard_output() -> None:
    """Standard output takes no more; what it holds goes nowhere,
    for the interpreter flushes it once again.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _piped() -> tuple[str, ...]:
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("There is nothing to read: name a file, or pipe a text in.")
    return ("-",)


def _check_options(
    only: tuple[str, ...], explain: bool, merge: str | None, resume: bool, overwrite: bool
) -> None:
    """Refuse options that don't go together."""
    if explain and only:
        raise click.UsageError("--only and --explain don't go together.")
    if explain and merge:
        raise click.UsageError("--explain and --merge don't go together.")
    if resume and overwrite:
        raise click.UsageError("--resume and --overwrite don't go together.")


def _check(options: RunOptions, named: bool) -> None:
    """Refuse an output that doesn't go with the inputs, or with what is to be shown."""
    render = options.render
    if render.view.spans and not FORMATS[render.format].is_json:
        raise click.UsageError(
            f"--spans is for JSON, not for {render.format}; --only spans -f text lists them."
        )
    if render.view.mark and render.format not in ("csv", "tsv"):
        raise click.UsageError(f"--bom is for csv and tsv, not for {render.format}.")
    if render.view.only and not FORMATS[render.format].selects:
        raise click.UsageError(f"--only doesn't go with {render.format}, which has fields of its own.")
    if not into_folder(options) and FORMATS[render.format].alone and has_several_inputs(options):
        raise click.UsageError(needs_folder(render.format))
    if not into_folder(options) and FORMATS[render.format].files > 1:
        raise click.UsageError(f"-f {render.format} writes several files an article: -o DIR/ takes them.")
    _check_binary(render.format, options.output)
    if render.explain and not FORMATS[render.format].explains:
        raise click.UsageError(f"--explain is shown as a page, text or JSON, not as {render.format}.")
    output, several = options.output, has_several_inputs(options)
    if options.files_from == "-" and "-" in options.paths:
        raise click.UsageError("Standard input is either an article or a list of paths.")
    if options.resume and not (into_folder(options) or into_lines(options)):
        raise click.UsageError(
            "--resume goes on with a folder or a JSON Lines file: -o DIR/ or -o FILE.jsonl."
        )
    if options.html_report and os.path.realpath(options.html_report) == os.path.realpath(output or "-"):
        raise click.UsageError("The output and the HTML report are one file: give one of them another name.")
    if output is None:
        return
    if into_folder(options) and "-" in options.paths:
        raise click.UsageError("Standard input has no name that its file in a folder could have.")
    if (
        several
        and not named
        and not os.path.exists(output)
        and not os.path.splitext(output)[1]
        and not into_folder(options)
    ):
        raise click.UsageError(f"Is {output} a folder or a file? Write -o {output}/ or -o {output}.jsonl.")
    if any(
        os.path.isfile(path) and os.path.exists(output) and os.path.samefile(path, output)
        for path in options.paths
    ):
        raise click.UsageError("The output would replace an input: give -o another name.")


def _check_binary(format: str, output: str | None) -> None:
    """Refuse a format whose library is not there, and bytes on a terminal."""
    from importlib.util import find_spec

    if FORMATS[format].container and output is None and sys.stdout.isatty():
        raise click.UsageError(f"-f {format} is binary: write it to a file, -o FILE.{format}.")
    package = FORMATS[format].package
    if package and not find_spec(package):
        raise click.UsageError(f"-f {format} needs {package}: pip install 'newsparse[{format}]'.")


def _terminal_width() -> int:
    """The columns of the terminal, also where only messages go there, as before a pager."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    for stream in (sys.__stdout__, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            if columns := os.get_terminal_size(stream.fileno()).columns:  # type: ignore[union-attr]
                return columns
    return 80


def _has_color(asked: str, output: str | None) -> bool:
    """Whether to colour: as it was asked for, else by the environment, else on a terminal."""
    if asked != "auto":
        return asked == "always"
    if output is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _one(options: RunOptions, quiet: bool) -> int:
    """Put out the articles of the one input; the return code."""
    from newsparse.batch.render import render, without_article
    from newsparse.errors import InputError, printable, without_words
    from newsparse.readers import read_input
    from newsparse.segment.threads import one_core

    one_core()
    failed = 0
    wordless: Counter[str] = Counter()
    with stream_sink(options) as sink:
        sink.open()
        for source in read_input(options.paths[0], *options.read):
            try:
                if isinstance(source, InputError):
                    raise source
                answer = render(source, options.render)
                sink.write(answer.text or "", answer.index)
                wordless.update(filter(None, [answer.wordless]))
                for remark in (answer.outline, answer.remark):
                    if remark and not quiet:
                        _message(str(remark))
            except InputError as error:
                failed = FAILED
                kept = without_article(error.of(source.record), options.render)
                if kept and kept.text:
                    sink.write(kept.text, source.index if isinstance(source, InputError) else 0)
                if isinstance(sink, ReportSink):
                    sink.fail(printable(options.paths[0]), error)
                if not quiet:
                    _message(str(error))
    if wordless and not quiet:
        _message(without_words(wordless))
    return failed


def _many(options: RunOptions, quiet: bool, file: TextIO | None, terminal: bool, verbose: bool) -> int:
    """Put out the articles of many inputs; the return code."""
    from newsparse.batch.report import Report
    from newsparse.batch.run import run

    report = Report(quiet, file, verbose)
    bar = not (quiet or terminal) and sys.stderr is not None and sys.stderr.isatty()
    options = options._replace(render=options.render._replace(outlines=verbose or bar))
    run(options, report, bar)
    return report.return_code


def _print_version(verbose: bool) -> None:
    click.echo(f"newsparse {__version__}")
    if verbose:
        from newsparse.provenance import libraries, weights_digest

        click.echo(f"weights {weights_digest()}")
        click.echo("\n".join(libraries()))


def _print_schema(output: str | None) -> None:
    from newsparse.atomic import opened
    from newsparse.writers import schema

    with opened(output) as put:
        put(schema.write())


def _message(text: str) -> None:
    click.echo(f"newsparse: {text}", err=True)
