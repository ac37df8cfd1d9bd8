"""Regular expressions that are compiled when they are first used: of the hundreds that formats, languages and
fields have, a text needs some dozens, and compiling them all takes longer than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, AnyStr, Generic, cast

NOTHING = r"(?!)"  # matches nothing

# signs inside a word that are no letters, for a class: vowels of Indian scripts, points of Arabic and Hebrew
POINTS = (
    r"\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957"
    r"\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd"
)
_USES = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags")


class LazyPattern(Generic[AnyStr]):
    """What `lazy` gives; it has the methods of `compiled`, the pattern."""

    def __init__(self, source: AnyStr, flags: int | re.RegexFlag) -> None:
        self._source: AnyStr = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """The compiled pattern, or one of its methods, which are the instance's own from then on."""
        if name != "compiled" and name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        vars(self).update({use: getattr(compiled, use) for use in _USES}, compiled=compiled)
        return vars(self)[name]


def lazy(source: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled when it is first used, and till then is no re.Pattern but looks like one."""
    return cast("re.Pattern[AnyStr]", LazyPattern(source, flags))


def one_of(words: Iterable[str]) -> str:
    """The source of a regular expression of any of these words, the longest first;
    of nothing where there is none.
    """
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or NOTHING
