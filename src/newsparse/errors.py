"""What goes wrong with an input: one sentence a kind, with the input's name, what is wrong,
and what to do about it.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class InputError(ValueError):
    """An input that can't be parsed; as a string it is one line: its `name`, what is `wrong`, and the
    `remedy`.

    `index` says which article of the input it is, from 0, where it has several.
    """

    index: int | None = None
    record: str | None = None

    def __init__(self, name: str, wrong: str, remedy: str) -> None:
        super().__init__(name, wrong, remedy)
        self.name = name
        self.wrong = wrong
        self.remedy = remedy

    def __str__(self) -> str:
        which = "" if self.index is None else f", article {self.index}"
        return f"{self.name}{which}: {self.wrong}: {self.remedy}"

    def at(self, index: int | None) -> InputError:
        """The same of the article of this number in its input."""
        error = InputError(self.name, self.wrong, self.remedy)
        error.index = index
        error.record = self.record
        return error

    def of(self, record: str | None) -> InputError:
        """The same of the article of this record."""
        error = self.at(self.index)
        error.record = record
        return error


def printable(path: str | Path) -> str:
    """A path as messages print it: on one line, and in characters that can be printed."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return name if name.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in name)


def no_such_file(name: str) -> InputError:
    return InputError(name, "there is no such file", "check the path")


def is_a_folder(name: str) -> InputError:
    return InputError(name, "a folder, not a file", "name the files in it")


def no_permission(name: str) -> InputError:
    return InputError(name, "not readable for you", "change its permissions")


def unreadable(name: str, error: OSError) -> InputError:
    return InputError(name, f"can't be read ({error.strerror or error})", "check the path")


def stdin_closed() -> InputError:
    return InputError("-", "standard input is closed", "pipe a text in")


def stdin_unreadable(error: OSError) -> InputError:
    return InputError("-", f"standard input can't be read ({error.strerror or error})", "pipe a text in")


def broken_gzip(name: str) -> InputError:
    return InputError(name, "gzip data that is cut off or broken", "get a whole copy of it")


def cut_off(name: str, kind: str) -> InputError:
    return InputError(name, f"{kind} that is cut off or broken", "get a whole copy of it")


def missing_library(name: str, kind: str, extra: str) -> InputError:
    return InputError(name, f"{kind}, for which a library is missing", f"pip install 'newsparse[{extra}]'")


def several_articles(name: str) -> InputError:
    return InputError(name, "several articles, not one", "parse_many gives each of them")


def too_large(name: str, limit: int) -> InputError:
    """`limit`: bytes."""
    return InputError(name, f"too large to be one article (more than {limit // 1_000_000} MB)", "split it")


def empty(name: str) -> InputError:
    return InputError(name, "empty", "give it the article's text")


def white_space_only(name: str) -> InputError:
    return InputError(name, "nothing but white space", "give it the article's text")


def not_text(name: str, kind: str, remedy: str) -> InputError:
    return InputError(name, f"{kind}, not text", remedy)


def binary(name: str) -> InputError:
    return InputError(name, "binary data", "give the article as text")


def nul_characters(name: str) -> InputError:
    return InputError(
        name, "holds NUL characters", "if it is UTF-16, say so with --encoding utf-16-le; else it is not text"
    )


def lone_surrogate(name: str, offset: int) -> InputError:
    return InputError(name, f"a lone surrogate at offset {offset}", "decode it with errors='replace'")


def line_too_long(name: str, limit: int) -> InputError:
    """`limit`: characters."""
    return InputError(
        name, f"a line of more than {limit:,} characters", "put each paragraph on a line of its own"
    )


def no_such_encoding(name: str, encoding: str) -> InputError:
    return InputError(name, f"no encoding is called {encoding!r}", "give a name such as utf-8 or cp1252")


def wrong_encoding(name: str, encoding: str, error: UnicodeError) -> InputError:
    at = f", at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    return InputError(name, f"not in the encoding {encoding}{at}", "name the right one with --encoding")


def mixed_encoding(name: str) -> str:
    """Of an input that was read all the same."""
    return f"{name}: UTF-8 in one part and Windows-1252 in another: each was read as what it is"


def without_words(languages: Counter[str]) -> str:
    """How many texts are in languages that there are no words for, by their tags."""
    one = languages.total() == 1
    texts = "1 text is" if one else f"{languages.total():,} texts are"
    tags = ", ".join(tag for tag, _ in languages.most_common())
    reading = f"{'it was' if one else 'they were'} read by layout and dates alone"
    return f"{texts} in a language that newsparse has no words for ({tags}); {reading}"


def unknown_encoding(name: str) -> InputError:
    return InputError(name, "its encoding can't be told from its bytes", "name it with --encoding")


def empty_page(name: str) -> InputError:
    return InputError(name, "empty", "give it the page's source")


def page_without_text(name: str) -> InputError:
    return InputError(name, "a page that shows no text", "save it from a browser, after its scripts have run")


def page_too_long(name: str, lines: int, characters: int) -> InputError:
    return InputError(
        name, f"a page that shows more than {lines:,} lines or {characters:,} characters", "split it"
    )


def too_much_markup(name: str, limit: int) -> InputError:
    return InputError(name, f"more than {limit:,} tags, attributes and lines", "split it")


def too_many_attributes(name: str, limit: int) -> InputError:
    return InputError(name, f"a tag with more than {limit:,} attributes", "remove it")


def too_slow(name: str, limit: float) -> InputError:
    """`limit`: seconds."""
    return InputError(name, f"took longer than {limit:g} s", "raise --timeout, or split it")


def process_died(name: str, death: str) -> InputError:
    return InputError(
        name, f"the process that parsed it died ({death})", "it may need more memory than there is"
    )


def failure(name: str, error: Exception) -> InputError:
    wrong = " ".join(f"newsparse failed on it ({type(error).__name__}: {error})".split())
    return InputError(name, wrong, "please report it, with the text")


def unsearchable(name: str, error: OSError) -> InputError:
    return InputError(name, f"can't be searched ({error.strerror})", "change its permissions")


def no_article_in_folder(name: str) -> InputError:
    return InputError(name, "no article in this folder", "name the files, or say --include '*.ENDING'")


def unnamable_output(name: str, output: str, error: OSError) -> InputError:
    return InputError(name, f"its output can't be called {output} ({error.strerror})", "rename it")


def bad_row(name: str, row: int, wrong: str) -> InputError:
    return InputError(name, f"row {row}: {wrong}", "mend it, or leave it out")


def bad_article(name: str, number: int, wrong: str) -> InputError:
    """`number` counts the articles of an export from 1."""
    return InputError(name, f"number {number} of the export: {wrong}", "export it again, or leave it out")


def bad_record(name: str, number: int, wrong: str) -> InputError:
    """`number` counts the records of an archive that may hold an article from 1."""
    return InputError(name, f"record {number}: {wrong}", "leave it out")


def bad_entry(name: str, number: int, wrong: str) -> InputError:
    """`number` counts the entries of a feed from 1."""
    return InputError(name, f"entry {number}: {wrong}", "get its page")


def row_without_text(name: str, row: int, key: str) -> InputError:
    return InputError(
        name, f"row {row}: no text in {printable(key)}", "name the key of the text with --text-key"
    )


def no_record(name: str) -> InputError:
    return InputError(name, "no record that the article could be merged into", "leave --merge out")


def key_in_use(name: str, key: str) -> InputError:
    return InputError(name, f"a record has {printable(key)} already", "name another key with --merge")


def no_text_key(name: str, row: int, keys: tuple[str, ...]) -> InputError:
    listed = ", ".join(map(printable, keys)) or "none"
    return InputError(name, f"row {row}: no key of a text among {listed}", "name it with --text-key")


def broken_xml(name: str, error: SyntaxError) -> InputError:
    wrong = printable(" ".join(error.msg.split()))
    return InputError(name, f"XML that is broken or cut off ({wrong})", "get a whole copy of it")


def no_article_in_archive(name: str) -> InputError:
    return InputError(name, "an archive without an article in it", "unpack it, and name the files")


def too_deep(name: str, limit: int) -> InputError:
    """`limit`: archives in each other."""
    return InputError(name, f"an archive in more than {limit} others", "unpack it first")


def too_many_files(name: str, limit: int) -> InputError:
    return InputError(name, f"an archive of more than {limit:,} files", "unpack it first")


def packed_too_tight(name: str, limit: int) -> InputError:
    return InputError(name, f"packed to less than a {limit}th, as no text is", "unpack it first")


def broken_json(name: str) -> InputError:
    return InputError(name, "JSON that is broken or cut off", "get a whole copy of it")


def no_news_text(name: str, number: int, kind: str) -> InputError:
    """`number` counts the items of a file from 1."""
    return InputError(name, f"item {number}: {printable(kind)}, not a text", "leave it out")


def other_xml(name: str) -> InputError:
    return not_text(name, "XML of a kind that is not read", "give the article's text")


def no_text_in_items(name: str) -> InputError:
    return InputError(name, "news items without a text of their own", "give the items that they refer to")


def not_records(name: str) -> InputError:
    return InputError(name, "JSON that is broken, or no records", "give a list of objects, each with a text")


def broken_zip(name: str) -> InputError:
    return InputError(
        name, "a zip archive or an office document that is cut off or broken", "get a whole copy of it"
    )


def broken_document(name: str, kind: str) -> InputError:
    return InputError(name, f"{kind} that is cut off or broken", "get a whole copy of it")


def encrypted(name: str) -> InputError:
    return InputError(name, "a document with a password", "save it without one")


def own_output(name: str) -> InputError:
    return InputError(name, "what newsparse wrote, no input", "name the texts that it was made of")


def no_article(name: str) -> InputError:
    return InputError(name, "no article in it", "give it one at least")
