"""The pages of archives, in which CSS selectors read best and speed is no matter."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning


def parse_page(page: str) -> BeautifulSoup:
    """The elements of a page's source; one that begins like XML is a page all the same."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(page, "lxml")
