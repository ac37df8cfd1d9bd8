"""Thai: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        r"""(?P<dateline>\S{2,24}(?:\s\d{1,2}\s(?:[ก-๙]\.[ก-๙]\.|[ก-๙]{4,10})(?:\s?\d{2,4})?)?\s?(?:\([^()]{2,30}\)\s?)?[–—-])\s+(?=\S)""",
        re.X,
    ),
)
