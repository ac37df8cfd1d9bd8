"""The pages of archives, in which CSS selectors read best and speed is no matter."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

# a page that begins like XML is a page all the same
warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)


def parse_page(page: str) -> BeautifulSoup:
    """The elements of a page's source."""
    return BeautifulSoup(page, "lxml")
