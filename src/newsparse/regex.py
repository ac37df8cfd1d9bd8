"""Regular expressions that are compiled when they are first used: of the hundreds that formats, languages and
fields have, a text needs some dozens, and compiling them all takes longer than reading it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

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
