"""Japanese: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

_INSIDE = r"[^【】〔〕［］\[\]（）()]"
_AGENCY = r"(?:AFP|ロイター|Reuters|共同|時事|CNN|AP|新華社|タス)"

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        rf"""(?P<dateline>[【〔［\[（(](?:{_INSIDE}{{0,20}}?\d{{1,2}}\s?日{_INSIDE}{{0,20}}|{_INSIDE}{{1,14}}[=＝]{_INSIDE}{{1,20}}
              |{_INSIDE}{{0,14}}{_AGENCY}{_INSIDE}{{0,8}})[】〕］\]）)])\s*(?=\S)
          | (?P<bar>[【〔［\[＜<]{_INSIDE}{{1,20}}[】〕］\]＞>])\s*(?=\S)""",
        re.X,
    ),
    local_closing=re.compile(
        r"""(?<=[。！？])[^。！？]{2,30}$ | (?<=[。！？」])\s?[（(【〔][^（）()【】〔〕]{2,40}[）)】〕]$
          | [=＝][^\s=＝。]{2,24}(?:撮影|提供|共同|ロイター|時事|AP|AFP)[）)]?$ | (?:Photos?|写真)\s?[©(（].{2,40}$""",
        re.X,
    ),
    sentence=re.compile(r"(?<=[。！？])(?![”」』）)])\s*(?=\S)|(?<=[。！？][”」』）)])\s*(?=\S)"),
    rights=re.compile(r"(?:©|ⓒ|\(c\)|copyright\b|無断転載|無断複製|禁無断)", re.I),
)
