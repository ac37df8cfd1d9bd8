"""Elements of XML from texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from lxml.builder import ElementMaker

_NO_CHARACTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # of XML 1.0


def maker(namespace: str) -> ElementMaker:
    """A maker of elements in a namespace: E(tag, {attribute: value}, text or element, …), where what is None
    is left out.
    """
    typemap = {str: _add_text, dict: _add_attributes, type(None): lambda *_: None}
    return ElementMaker(namespace=namespace, nsmap={None: namespace}, typemap=typemap)


def characters(text: str) -> str:
    """The text with a mark in place of what no XML may hold."""
    return _NO_CHARACTERS.sub("\ufffd", text)


def serialized(root: etree._Element) -> str:
    """The element as indented text with its last line break."""
    etree.cleanup_namespaces(root)
    etree.indent(root)
    return str(etree.tostring(root, encoding="unicode")) + "\n"


def _add_text(element: etree._Element, text: str) -> None:
    text = characters(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _add_attributes(element: etree._Element, attributes: Mapping[str, str | None]) -> None:
    for name, value in attributes.items():
        if value is not None:
            element.set(name, characters(value))
