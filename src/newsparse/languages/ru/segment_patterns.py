"""Russian: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

_AGENCY = r"(?:РИА\s\w+|ТАСС|ИТАР-ТАСС|Интерфакс|ПРАЙМ|БЕЛТА|Регнум|РАПСИ|Sputnik|АГН\s\S{2,12})"

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        rf"""(?P<dateline>[А-ЯЁA-Z][\wА-ЯЁа-яё.\s-]{{1,40}}?,\s(?:\d{{1,2}}\s[а-яё]{{3,8}}\.?(?:\s\d{{4}})?)?\s?[—–-]\s{_AGENCY}
              (?:,\s[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё-]+)?\.)\s+(?=\S)
          | (?P<dateline3>[А-ЯЁ][\w.\s-]{{1,40}}?[.,]\s\d{{1,2}}\s[а-яё]{{3,8}}\.?\s(?:INTERFAX\.RU|{_AGENCY})\s?[—–-])\s+(?=\S)
          | (?P<dateline2>[А-ЯЁ][\w.\s-]{{1,40}}?[.,]\s(?:\d{{1,2}}\s[а-яё]{{3,8}}\.?(?:\s\d{{4}})?[.,]?\s)?[/(\[][^/()\[\]]{{2,40}}[/)\]]\.?)\s+(?=\S)""",
        re.X,
    ),
)
