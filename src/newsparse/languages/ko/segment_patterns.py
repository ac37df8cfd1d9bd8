"""Korean: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

_ROLE = r"(?:(?:인턴|선임|객원|전문|수습|사진|영상)\s?)?(?:기자|특파원|논설위원|통신원|앵커|PD|에디터)"
_INSIDE = r"[^()\[\]【】〈〉<>]"

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        rf"""(?P<dateline>[(\[【〈]{_INSIDE}{{1,14}}=\s?{_INSIDE}{{1,30}}[)\]】〉])\s*(?P<by>[가-힣\s·,]{{2,30}}{_ROLE}\s*=)?\s*(?=\S)
          | (?P<by2>[(\[【〈]?[가-힣·\s]{{2,16}}\s?{_ROLE}[)\]】〉]?\s*=)\s*(?=\S)
          | (?P<by3>[(\[【〈]{_INSIDE}{{1,20}}{_ROLE}[)\]】〉])\s*(?=\S)
          | (?P<bar>[(\[【〈<]{_INSIDE}{{1,20}}[)\]】〉>])\s*(?=\S)""",
        re.X,
    ),
    local_closing=re.compile(
        rf"""(?<=[\s.])(?:[가-힣]{{1,8}}=)?[가-힣]{{2,4}}\s?{_ROLE}(?:\s?[·,]\s?[가-힣]{{2,4}}\s?{_ROLE})*
             (?:\s?[(<\[/|]?\s?[\w.+-]{{1,40}}@[\w.-]{{2,40}}[)>\]]?)?\s?$
          | (?<=\s)[(<\[]?[\w.+-]{{1,40}}@[\w.-]{{2,40}}[)>\]]?$ | \s?[/|]\s?(?:사진|자료)\s?(?:[=:]|제공)[^/|]{{2,30}}$
          | (?<=\s)(?:댓글|제보하기|기사제보|구독|공유)\S{{0,6}}$""",
        re.X,
    ),
    rights=re.compile(r"(?:©|ⓒ|\(c\)|copyrights?\b|<\s?저작권자|저작권자|무단\s?(?:전재|복제|배포))", re.I),
    rights_end=re.compile(r"(?:금지|reserved)[.>]?\s+", re.I),
)
