"""Factiva exports as text, such as an RTF export holds: articles that end with the number of a document.

Of each, lines that open with a code such as HD, or lines without codes around the number of words. The words
before the numbers are those of the user's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.errors import InputError
from newsparse.languages import Language
from newsparse.readers.exports import source
from newsparse.readers.factiva_fields import ID, RIGHTS, WORDS, fields_behind, metadata_of
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.stated import byline_of, language_code
from newsparse.readers.text import decode_text

MAX_LINES = 12  # from the number of words to the copyright: day, time, source, code, edition, pages, language

_END = re.compile(rf"^[ \t|]*(?:AN[ \t|]+)?[^\W\d_]{{2,9}}[ \t]+({ID.pattern})[ \t|]*\r?$", re.M)
_CODES = (  # in the order in which they stand
    "SE CLM HD CR BY WC PD ET SN SC NGC GC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB".split()
)
_LISTS = (
    "CO",
    "IN",
    "NS",
    "RE",
)  # words that may open a line, but for the list behind them ("IN i1 : Metals")
_CODE = re.compile(
    rf"^[ \t|]*(?:({'|'.join(_CODES)})(?:[ \t]*[|\t][ \t|]*| {{2,}}| *$)"
    rf"|({'|'.join(each for each in _CODES if each not in _LISTS)}) "
    rf"|({'|'.join(_LISTS)}) (?=\S+ : ))",
    re.M,
)
_FOOTER = re.compile(r"^.{0,40}©.{0,12}Factiva\b.*$|^Search Summary\b(?s:.*)", re.M)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text; what stands behind the
    last number is one where it has codes or a number of words. Raises InputError."""
    text, encoding = decode_text(file.data(), file.name, file.encoding)
    text = _FOOTER.sub("", text.replace("\r\n", "\n"))
    parts = _END.split(text)
    for number, (block, id) in enumerate(zip(parts[::2], [*parts[1::2], None], strict=True), 1):
        fields, story = _coded(block) or _plain(block, file.language)
        if fields or id:
            yield source(
                file,
                number,
                story,
                metadata_of(fields, "", file.language, [fields.get("ART", "")]),
                format="factiva-text",
                encoding=encoding,
                id=id,
            )


def _coded(block: str) -> tuple[dict[str, str], str] | None:
    """The fields of a block with codes, and its text; None of a block without a headline's code."""
    found: list[tuple[str, re.Match[str]]] = []
    place = 0
    for match in _CODE.finditer(block):
        code = match[1] or match[2] or match[3]
        if _CODES.index(code) >= place:  # else a line of the text that opens with such a word
            place = _CODES.index(code)
            found.append((code, match))
    values = {}
    for i, (code, match) in enumerate(found):
        end = found[i + 1][1].start() if i + 1 < len(found) else len(block)
        values[code] = block[match.end() : end].strip(" \t|\n")
    if "HD" not in values:
        return None
    story = "\n\n".join(filter(None, (values.pop("LP", ""), values.pop("TD", ""))))
    return {code: " ".join(value.split()) for code, value in values.items()}, story


def _plain(block: str, language: Language) -> tuple[dict[str, str], str]:
    """The fields of a block without codes, by their place around the number of words, and its text; no field
    where there is no such number."""
    rows = [line.strip(" \t|") for line in block.split("\n")]
    lines = [i for i, row in enumerate(rows) if row]
    words = next((n for n, i in enumerate(lines[:MAX_LINES]) if n and WORDS.fullmatch(rows[i])), None)
    if words is None:
        return {}, block
    behind = lines[words + 1 : words + 1 + MAX_LINES]
    last = next((n for n, i in enumerate(behind) if RIGHTS.match(rows[i])), None)
    if last is None:
        last = next((n for n, i in enumerate(behind) if language_code(rows[i])), min(len(behind) - 1, 3))
    fields = _fields_before([rows[i] for i in lines[:words]], language)
    fields |= fields_behind([rows[i] for i in behind[: last + 1]])
    start = behind[last] + 1 if behind else len(rows)
    return fields, "\n".join(rows[start:])


def _fields_before(lines: list[str], language: Language) -> dict[str, str]:
    """The fields of the lines before the number of words: a section, the headline, authors."""
    signed = byline_of(lines[-1], language) if len(lines) > 1 else None
    is_byline = signed is not None and (
        len(lines) > 2 or all(len(author.name.split()) in (2, 3) for author in signed.authors)
    )
    by = lines.pop() if is_byline else ""
    section = lines.pop(0) if len(lines) > 1 else ""
    return {"SE": section, "HD": " ".join(lines), "BY": by}
