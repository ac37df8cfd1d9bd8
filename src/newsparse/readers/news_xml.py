"""What the readers of news XML share: a tree without namespaces, and an article made of a part of it.

No entity is expanded but the names that HTML has for characters, no DTD is loaded, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import escape
from html.entities import name2codepoint

from lxml import etree

from newsparse import errors
from newsparse.article import Dateline
from newsparse.errors import InputError
from newsparse.fields.entities import print_place
from newsparse.languages import Language
from newsparse.readers.encoding import decode_page
from newsparse.readers.files import InputFile, refuse_binary

_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});")
_DECLARATION = re.compile(r"\A\s*+<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,7});")
_XML_NAMES = ("amp", "lt", "gt", "quot", "apos")
_MARKUP = re.compile(r"<(?:p|br|div|h\d|ul|ol|table|body|html)\b[^<>]*>", re.I)
_BLOCKS = {
    "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "nitf-table": "div", "body.content": "div",
    "tagline": "p", "DataContent": "div", "inlineXML": "div", "inlineData": "div",
}  # fmt: skip
_KEPT = frozenset(
    "a article aside b blockquote br caption col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hr i img li main ol p pre q s section small span strong sub sup table tbody td tfoot th "
    "thead time tr u ul".split()
)


class Tree:
    """The tree of an XML file, its names without namespaces, and the encoding that it was in.

    Of a file that is broken or cut off, `root` is what stands before, and `fault` says so.
    """

    def __init__(self, file: InputFile) -> None:
        data = file.data()
        refuse_binary(data, file.name)
        text, self.encoding = decode_page(data, file.name, file.encoding)
        text = _ENTITY.sub(_as_number, _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
        text = _REFERENCE.sub(_without_half, text)
        self.fault: InputError | None = None
        try:
            self.root = etree.fromstring(text, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            self.fault = errors.broken_xml(file.name, SyntaxError(str(error)))
            self.root = _recovered(text, self.fault)
        for element in self.root.iter(etree.Element):
            # without its namespace, or, where that was not declared, its prefix
            with suppress(ValueError):  # no name
                element.tag = re.split("[}:]", str(element.tag))[-1]


def _without_half(found: re.Match[str]) -> str:
    """A reference to a character, U+FFFD where it is to half of one."""
    number = found[1].lower()
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return "&#xFFFD;" if 0xD800 <= code <= 0xDFFF else found[0]


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=recover,
    )  # fmt: skip


def _recovered(text: str, fault: InputError) -> etree._Element:
    """The root of what can be read of a broken file. Raises the fault where that is nothing."""
    try:
        root = etree.fromstring(text, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        raise fault from None
    if root is None:
        raise fault
    return root


def _as_number(entity: re.Match[str]) -> str:
    """A character's name of HTML as its number; of another entity, itself."""
    name = entity[1]
    known = name in name2codepoint and name not in _XML_NAMES
    return f"&#{name2codepoint[name]};" if known else entity[0]


def line(element: etree._Element | None) -> str:
    """The text of an element as one line; "" for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def lines(root: etree._Element, path: str) -> Iterator[str]:
    """The texts of the elements on a path that have one, each as one line."""
    return filter(None, map(line, root.iterfind(path)))


def first(root: etree._Element, *paths: str) -> str:
    """The first text on these paths that is none of white space only, as one line; else ""."""
    return next((text for path in paths for text in lines(root, path)), "")


def attribute(root: etree._Element, *paths: str) -> str:
    """The first value that is not empty of these attributes, each written path@name; else ""."""
    for path in paths:
        way, _, name = path.rpartition("@")
        values = (element.get(name, "") for element in (root.iterfind(way) if way else (root,)))
        found = next(filter(None, map(str.strip, values)), "")
        if found:
            return found
    return ""


def language_tag(element: etree._Element) -> str:
    """The language that an element is marked as written in, by itself or one around it; else ""."""
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    return next((each.get(name) for each in (element, *element.iterancestors()) if each.get(name)), "") or ""


def place_line(location: str, language: Language, day: str | None = None) -> Dateline | None:
    """The dateline of a place that is stated as one, and of the day of an instant; None without a place."""
    if not location:
        return None
    return Dateline(location, print_place(location, language), None, day[:10] if day else None)


def to_html(content: Iterable[etree._Element]) -> str:
    """The content as the body of a page: elements that HTML has, and of others the text in them.

    A text that is itself mark-up, escaped, is taken as such.
    """
    return "\n".join(map(_element_to_html, content))


def _element_to_html(content: etree._Element) -> str:
    if not len(content):
        text = content.text or ""
        return text if _MARKUP.search(text) else f"<pre>{escape(text, quote=False)}</pre>"
    root = etree.Element("div")
    root.append(content)
    for element in root.iter(*_BLOCKS):
        element.tag = _BLOCKS[element.tag]
    etree.strip_elements(root, "head", "script", "style", with_tail=False)
    others = {element.tag for element in root.iter(etree.Element)} - _KEPT
    etree.strip_tags(root, *others, etree.Entity)
    return str(etree.tostring(root, method="html", encoding="unicode"))
