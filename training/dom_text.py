"""Page to raw text as a browser copies it: the text that labels.jsonl holds the labels of."""

from __future__ import annotations

import re
from typing import Any

import lxml.html

_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr li"
    " main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SPACED = frozenset((
    "blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul",
))  # fmt: skip
_HIDDEN = frozenset((
    "canvas", "head", "iframe", "input", "noscript", "option", "script", "select", "style", "svg", "template",
    "textarea",
))  # fmt: skip
_ARTICLE = "//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']"


def copied_text(html: bytes, style: str) -> str:
    """What a browser copies of the whole page (copy_page),
    or of its largest element that names itself the article (copy_article).
    """
    tree = lxml.html.fromstring(html.decode("utf-8", "replace"))
    articles = tree.xpath(_ARTICLE) if style == "copy_article" else []
    root = max(articles, key=lambda element: len(element.text_content()), default=tree.find(".//body"))
    return _element_text(root).replace("\r\n", "\n").strip()


def _element_text(root: Any) -> str:
    """The text of an element, its line breaks those of a browser's copy."""
    out: list[str] = []

    def add(text: str | None) -> None:
        if text:
            out.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in _HIDDEN or node.get("hidden") is not None:
            return
        if re.search(r"display:\s*none", node.get("style") or ""):
            return
        block = node.tag in _BLOCKS or node.tag == "br"
        out.append("\n" if block else "")
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        out.append("\n\n" if node.tag in _SPACED else "\n" if node.tag in _BLOCKS else "")

    walk(root)
    text = re.sub(r" *\n *", "\n", "".join(out))
    return re.sub(r"\n{3,}", "\n\n", text)
