"""Text exports of ProQuest: articles between lines of underscores, each with its fields by name before and
behind the full text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from newsparse import errors
from newsparse.article import Credit
from newsparse.errors import InputError
from newsparse.fields.entities import classify
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.exports import blocks, by_lines, decode_block, source
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.stated import metadata

_RULE = re.compile(rb"(?:\xef\xbb\xbf)?_{60}\r?\n?$")
_FOOTER = re.compile(r"Contact us at:|Database copyright")
_COUNTER = re.compile(r"Document \d+ of \d+")
_NONE = ("None available", "Not available")  # in place of an abstract
_NOBODY = "Anonymous"  # in place of an author
_SPACE = re.compile(r"(?<=\d) (?=\d)")  # that a line break of a mail left in a number
_LINE = re.compile(r"^(CAPTION|CREDIT):(.*)(?:\n|\Z)", re.M)
MAX_NAME = 3  # words of a credit that is one name; two names together have four or more
_TAGS = ("subject", "location", "people")
BEFORE = "Author|Publication info|Abstract|Links|Full text"
BEHIND = (
    "Subject|Business indexing term|Location|People|Company / organization|Title|Publication title|"
    "Publication year|Publication date|First page|Section|Publisher|Place of publication|"
    "Country of publication|Publication subject|ISSN|Source type|Language of publication|Document type|"
    "ProQuest document ID|Document URL|Copyright|Last updated|Database"
)


def _keys(names: str) -> re.Pattern[str]:
    """A line that opens with one of these keys, behind an empty line; some exports lose a space of a key."""
    return re.compile(rf"(?:^|\n[ \t]*\r?\n)({names.replace(' ', ' ?')}):[ \t]*", re.I)


_BEFORE_TEXT = _keys(BEFORE)
_BEHIND_TEXT = _keys(BEHIND)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a full text."""
    number = 0
    file, wide = by_lines(file)
    for block in blocks(file, _RULE.match):
        if block is not None and not block.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        number += 1
        decoded = decode_block(file, block, number)
        if isinstance(decoded, InputError):
            yield decoded
        elif not _FOOTER.match(decoded[0].lstrip()):
            yield _article(file, number, decoded[0], wide or decoded[1])


def _article(file: InputFile, number: int, block: str, encoding: str) -> Source | InputError:
    before = {_name(key[1]): key for key in _BEFORE_TEXT.finditer(block)}
    if "fulltext" not in before:
        return errors.bad_article(file.name, number, "no full text")
    start = before["fulltext"].end()
    end = _BEHIND_TEXT.search(block, start)
    stop = end.start() if end else len(block)
    fields = _values(_BEFORE_TEXT, block[: before["fulltext"].start()]) | _values(_BEHIND_TEXT, block[stop:])
    fields.setdefault("title", _title(block[: next(iter(before.values())).start()]))
    story, captions, credits = split_story(block[start:stop])
    return source(
        file,
        number,
        story,
        metadata_of(fields, file.language, captions, credits),
        format="proquest",
        encoding=encoding,
        id=fields.get("proquestdocumentid"),
    )


def _values(keys: re.Pattern[str], text: str) -> dict[str, str]:
    """The value of each key, up to the next."""
    found = list(keys.finditer(text))
    ends = [*(key.start() for key in found), len(text)][1:]
    values = {_name(key[1]): text[key.end() : end] for key, end in zip(found, ends, strict=True)}
    return {key: " ".join(value.split()) for key, value in values.items() if value.strip()}


def _name(key: str) -> str:
    return key.lower().replace(" ", "")


def _title(top: str) -> str:
    """The title above the keys of a block that is cut off before it states one."""
    lines = (line.strip() for line in top.splitlines())
    return next((line for line in lines if line and not _COUNTER.fullmatch(line)), "")


def split_story(text: str) -> tuple[str, list[str], list[str]]:
    """A full text without its lines of captions and credits, and these."""
    lines = _LINE.findall(text)
    found = {
        key: [line.strip(" ;\t\r") for name, line in lines if name == key] for key in ("CAPTION", "CREDIT")
    }
    return _LINE.sub("", text), [*filter(None, found["CAPTION"])], [*filter(None, found["CREDIT"])]


def metadata_of(
    fields: Mapping[str, str], language: Language, captions: Iterable[str], credits: Iterable[str]
) -> Metadata:
    """What the fields of an article, by their names in lower case and without spaces, state.

    A credit is printed without signs between its names, and is one name where it can be no more.
    """
    author = fields.get("author", "")
    abstract, place = fields.get("abstract", ""), fields.get("dateline", "")
    return metadata(
        language,
        headline=fields.get("title", ""),
        byline="" if author == _NOBODY else author,
        published=_SPACE.sub("", fields.get("publicationdate", "")),
        keys=("title", "author", "publication date"),
        text_language=fields.get("languageofpublication", ""),
        captions=captions,
        credits=[_credit(line, language) for line in credits],
        place=place if place[:1].isalpha() else "",
        deck="" if abstract.startswith(_NONE) else abstract,
        tags=[tag for key in _TAGS for tag in fields.get(key, "").split(";")],
        url=fields.get("documenturl", ""),
        site=fields.get("publicationtitle", "").partition(";")[0].strip(),
        section=fields.get("section", ""),
        copyright=fields.get("copyright", ""),
    )


def _credit(line: str, language: Language) -> Credit:
    kind = classify(line, language) if len(line.split()) <= MAX_NAME else "other"
    return Credit(
        line,
        names=(line,) if kind == "person" else (),
        organizations=(line,) if kind == "organization" else (),
    )
