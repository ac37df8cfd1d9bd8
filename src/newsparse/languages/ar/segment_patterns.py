"""Arabic: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        r"""(?P<dateline>(?:[^\W\d][\w.]*\s){1,3}(?:[-–—]\s?|\()(?:[«"“][^«»"“”]{2,30}[»"”]|وكالات|[^\W\d]{2,14}(?:\s[^\W\d]{2,14})?)\s?\)?\s?(?:[-–—]{1,2}|:))\s*(?=\S)
          | (?P<dateline2>(?:[^\W\d][\w.]*\s){1,3}(?:\d{1,2}\s\w{3,8}\s?(?:/?\s?\w{3,8}\s)?)?\([^()]{2,30}\)\s?[-–—:]{1,2})\s*(?=\S)
          | (?P<bar>[(\[【«][^()\[\]«»]{1,24}[)\]】»]\s?[-–—:])\s*(?=\S)""",
        re.X,
    ),
    local_closing=re.compile(r"(?<=[.!؟])\s(?:\S{1,16}\s){0,4}\S{1,16}(?<![.!؟])$"),
    local_by=re.compile(r"(?<=[\s\d|،,])(?:بقلم:?\s|(?:كتب|كتبت|تحرير|إعداد|الكاتب)\s?:)"),
    sentence=re.compile(r"(?<=[.!؟…])\s+(?=\w)"),
)
