"""Factiva exports as XML (PPSResponse): an element `article` an article, read as they come."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.exports import source
from newsparse.readers.factiva_fields import metadata_of
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source

_FIELDS = {  # the code that the field has in other exports → the elements that hold it
    "HD": ("headline",), "BY": ("byline",), "CR": ("credit",), "SE": ("sectionName",), "CLM": ("columnName",),
    "PD": ("publicationDate",), "ET": ("publicationTime",), "SN": ("sourceName",), "LA": ("baseLanguage",),
    "CY": ("copyright",), "CO": ("company",), "IN": ("industry",), "NS": ("newsSubject",), "RE": ("region",),
}  # fmt: skip
_STORY = ("leadParagraph", "tailParagraphs")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text.
    Raises InputError where the XML is broken.
    """
    parsed = etree.iterparse(
        file.stream,
        tag="{*}article",
        encoding=file.encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    number = 0
    try:
        for _, element in parsed:
            number += 1
            yield _article(file, number, element)
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise errors.broken_xml(file.name, error) from None


def _article(file: InputFile, number: int, element: etree._Element) -> Source | InputError:
    children = [(etree.QName(child).localname, child) for child in element.iterchildren(tag=etree.Element)]
    fields = {
        code: " | ".join(_line(child) for name, child in children if name in names)
        for code, names in _FIELDS.items()
    }
    stories = [child for name, child in children if name in _STORY]
    captions = [_line(child) for name, child in children if name == "artWork"]
    return source(
        file,
        number,
        "\n\n".join(text for story in stories for text in _paragraphs(story)),
        metadata_of(fields, "", file.language, captions),
        format="factiva-xml",
        encoding="utf-8",
        id=next((_line(child) for name, child in children if name == "accessionNo"), None),
    )


def _line(element: etree._Element) -> str:
    return " ".join("".join(element.itertext(tag=etree.Element)).split())


def _paragraphs(story: etree._Element) -> Iterator[str]:
    """The paragraphs of a part of the text, or its lines as they are where none is marked."""
    marked = list(story.iterchildren(tag="{*}paragraph"))
    for part in marked or [story]:
        text = "".join(part.itertext(tag=etree.Element))
        as_it_is = not marked or part.get("display") == "Fixed"
        yield text.strip("\n") if as_it_is else " ".join(text.split())


def _forget(element: etree._Element) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]
