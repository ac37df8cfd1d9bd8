"""Stories of the CNN and Daily Mail corpus (Hermann et al. 2015): a text, and behind it `@highlight` marks,
each with a line of summary.

Also the forms that circulate of it and of other corpora for summarisation: line breaks gone or written
NEWLINE_CHAR, brackets as the Penn Treebank writes them (-LRB-), and several stories with ||||| between them
(Fabbri et al. 2019).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.text import check_text, decode_text

_MARK = re.compile(r"(?:^|(?<=\s))@highlight(?!\S)\s*")
_TOKENS = {
    "NEWLINE_CHAR": "\n", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": "“", "''": "”",
}  # fmt: skip
# with the space that the tokenizer put behind what opens and before what closes
_TOKENIZED = re.compile(
    r"(?<!\S)(?:(NEWLINE_CHAR)|(-L[RSC]B-|``)(?:[ ]|(?!\S)))|[ ]?(?<!\S)(-R[RSC]B-|'')(?!\S)"
)
_FLATTENED = " . "  # what a line without a full stop and a line break became
# the byline that opens a story of the Daily Mail, its lines with full stops on lines of their own between
_DOTTED = re.compile(r"\A\s*By\r?\n\.\r?\n")
_DOT = re.compile(r"^\.[ \t]*(?:\r?\n|\Z)", re.M)
_SEPARATOR = re.compile(r"(?<!\S)\|{5}(?!\S)")
SHORT = 9  # words at most of a line above the text, such as a name or a time


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The article of each story. Raises InputError where the file is no text."""
    data = file.data()
    text, used = decode_text(data, file.name, file.encoding)
    if "NEWLINE_CHAR" in text or "-LRB-" in text:
        text = _TOKENIZED.sub(lambda token: _TOKENS[token[token.lastindex or 0]], text)
    stories = [story for story in _SEPARATOR.split(text) if story.strip()]
    for story in stories or [""]:
        own = data if len(stories) == 1 else story.encode()
        yield _source(file, story, Origin(file.path_text, "story", used, sha256(own).hexdigest()))


def _source(file: InputFile, text: str, origin: Origin) -> Source | InputError:
    story, highlights = split_highlights(_DOT.sub("", text) if _DOTTED.match(text) else text)
    story = _with_lines(story)
    if not story.strip():
        return errors.white_space_only(file.name)
    try:
        check_text(story, file.name)
    except InputError as error:
        return error
    return Source(story, origin, Metadata(highlights=highlights, is_article=True))


def split_highlights(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its marked highlights, and these; what stands below the line of one is text again."""
    story, *marked = _MARK.split(text)
    highlights = []
    for block in marked:
        highlight, _, rest = block.partition("\n")
        highlights.append(" ".join(highlight.split()).removeprefix(". ").removesuffix(" .").strip())
        story += rest
    return story, tuple(filter(None, highlights))


def _with_lines(story: str) -> str:
    """A flattened story with the lines above its text on lines of their own ("By . Mara Quist . PUBLISHED: .
    10:20 EST, 4 March 2014 . The ferry …"): short ones, of which one at least is a label, a bar or "By"."""
    pieces = story.split(_FLATTENED)
    count = next((i for i, piece in enumerate(pieces) if len(piece.split()) > SHORT), len(pieces))
    if not any(piece.endswith((":", "|")) or piece.strip() == "By" for piece in pieces[:count]):
        return story
    return "\n\n".join((*pieces[:count], _FLATTENED.join(pieces[count:])))
