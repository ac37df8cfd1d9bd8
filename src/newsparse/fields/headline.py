"""Headline: the title without the name of the site that stands beside it."""

from __future__ import annotations

from newsparse.fields.entities import is_outlet
from newsparse.languages import Language
from newsparse.regex import lazy

MIN_WORDS = 3  # of a title that a site's name is taken from: shorter ones are often a name and a remark on it

_SIGN = lazy(r"(?<!\s)\s++(?:[-–—·•⋆]\s++|\|\s*+)|\|\s*+")
_EDGES = " \t|·•⋆–—»›/"


def headline(text: str, language: Language) -> str:
    """The title of a headline span: "Ferry returns to the harbour | The Gull Post" without the site,
    before or behind it.
    """
    title = text.strip(_EDGES)
    signs = list(_SIGN.finditer(title))
    if signs and is_outlet(title[signs[-1].end() :], language) and _is_title(title[: signs[-1].start()]):
        title = title[: signs[-1].start()]
        signs.pop()
    if signs and is_outlet(title[: signs[0].start()], language) and _is_title(title[signs[0].end() :]):
        title = title[signs[0].end() :]
    return title.strip(_EDGES) or text


def _is_title(text: str) -> bool:
    return len(text.split()) >= MIN_WORDS
