"""Hindi: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        r"""(?P<dateline>[^\s,:।()|-]{2,20}(?:\s[^\s,:।()|-]{2,20}){0,2}(?:,\s\d{1,2}\s[^\s,:।()]{2,10})?,?\s?
              (?:\([^()]{2,30}\)\s?[।.:–—-]?|[–—]|\|))\s*(?=\S)""",
        re.X,
    ),
    sentence=re.compile(r"(?<=[।!?])\s+(?=\S)"),
)
