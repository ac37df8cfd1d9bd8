"""Page to raw text, the ways raw article text comes about: copied from a browser, or printed by an extractor.

Only training needs this: it makes the texts that `training/labels.jsonl` holds the labels of.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SPACED = frozenset(["blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"])
HIDDEN = frozenset(["canvas", "head", "iframe", "input", "noscript", "option", "script", "select", "style", "svg", "template", "textarea"])


def render(html: bytes, style: str) -> str:
    """The text of the page in one of STYLES; empty if that way finds none."""
    text = html.decode("utf-8", "replace")
    return STYLES[style](text).replace("\r\n", "\n").strip()


def read_page(folder: Path, name: str) -> bytes:
    """The page NAME.html.gz of a folder."""
    return gzip.decompress((folder / f"{name}.html.gz").read_bytes())


def _copy(root: Any) -> str:
    out: list[str] = []

    def put(text: str | None) -> None:
        if text:
            out.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in HIDDEN or node.get("hidden") is not None:
            return
        if re.search(r"display:\s*none", node.get("style") or ""):
            return
        if node.tag == "br":
            out.append("\n")
        block = node.tag in BLOCKS
        out.append("\n" if block else "")
        put(node.text)
        for child in node:
            walk(child)
            put(child.tail)
        out.append("\n\n" if node.tag in SPACED else "\n" if block else "")

    walk(root)
    text = re.sub(r" *\n *", "\n", "".join(out))
    return re.sub(r"\n{3,}", "\n\n", text)


def copy_page(html: str) -> str:
    """What a browser copies of the whole page."""
    return _copy(lxml.html.fromstring(html).find(".//body"))


def copy_article(html: str) -> str:
    """What a browser copies of the element that holds the article, or of the page where none is named."""
    tree = lxml.html.fromstring(html)
    found = tree.xpath("//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']")
    best = max(found, key=lambda e: len(e.text_content()), default=tree.find(".//body"))
    return _copy(best)


def resiliparse(html: str) -> str:
    """What resiliparse prints of the whole page."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=False, alt_texts=False))


def resiliparse_main(html: str) -> str:
    """What resiliparse takes for the main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False))


def trafilatura_recall(html: str) -> str:
    """What trafilatura prints when it favours recall."""
    import trafilatura

    return trafilatura.extract(html, favor_recall=True) or ""


def justext(html: str) -> str:
    """All paragraphs that jusText sees, boilerplate too."""
    import justext as jt

    return "\n\n".join(p.text for p in jt.justext(html.encode(), jt.get_stoplist("English")))


def newspaper(html: str) -> str:
    """What newspaper4k takes for the text, under its title."""
    import newspaper as np

    article = np.Article("http://example.com/a", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return f"{article.title}\n\n{article.text}"


STYLES: dict[str, Callable[[str], str]] = {
    f.__name__: f for f in (copy_article, copy_page, resiliparse, resiliparse_main, trafilatura_recall, justext, newspaper)
}
