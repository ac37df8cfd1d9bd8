"""Which of its page's statements a stretch of text repeats, as plain tokens that a segmenter can learn from.

says=title           a stated title, word for word
part=title           what is most of a stated title, or has it for most of its words
says=description     a stated description, or how one begins
says=author          a stated author's name; names=author where it holds that
says=site            the site's name; in the same way section and keyword
says=body            stands in what the page states as the article's text; not=body where such a text is stated and lacks it
kind=newsarticle     what the page says it is, the same for all of its text
"""

from __future__ import annotations

import re

from newsparse.readers.html.names import key
from newsparse.readers.html.statements import Statements

LONG = 300  # characters; a longer stretch is looked for in the stated text only, by its first ones
OPENING, NAME, PART = 40, 5, 12  # characters of a key: to know a description, a name or a part of something by


class Says:
    """What a page states, by the letters and digits of it."""

    def __init__(self, statements: Statements) -> None:
        self._titles = {key(title.text) for title in statements.titles if title.source != "h1"} - {""}
        self._description = key(statements.description or "")
        self._names = tuple({name for author in statements.authors if len(name := key(author.text)) >= NAME})
        self._signed = re.compile(
            "|".join(rf"\b{re.escape(author.text)}\b" for author in statements.authors if len(key(author.text)) >= NAME) or "(?!)", re.I
        )
        self._body = key(statements.body or "")
        self._kinds = tuple(f"kind={kind.lower()}" for kind in dict.fromkeys((statements.kind, statements.type)) if kind)
        self._whole = {
            **dict.fromkeys(map(key, statements.keywords), "says=keyword"),
            key(statements.section or ""): "says=section",
            key(statements.site or ""): "says=site",
            **dict.fromkeys(self._names, "says=author"),
            **dict.fromkeys(self._titles, "says=title"),
        }
        self._whole.pop("", None)

    def of(self, text: str) -> tuple[str, ...]:
        """The tokens of a stretch of the page's text."""
        found = list(self._kinds)
        letters = key(text[:LONG])
        if not letters:
            return self._kinds
        if letters in self._whole:
            found.append(self._whole[letters])
        elif len(letters) >= PART and any(_is_part(letters, title) for title in self._titles):
            found.append("part=title")
        if self._description and self._description.startswith(letters[:OPENING]) and len(letters) >= min(OPENING, len(self._description)):
            found.append("says=description")
        if len(text) <= LONG and self._signed.search(text):
            found.append("names=author")
        if self._body and len(letters) >= PART:
            found.append("says=body" if letters in self._body else "not=body")
        return tuple(found)


def _is_part(letters: str, title: str) -> bool:
    shorter, longer = sorted((letters, title), key=len)
    return 2 * len(shorter) >= len(longer) and shorter in longer
