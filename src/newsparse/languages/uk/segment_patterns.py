"""Ukrainian: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        r"""(?P<dateline>[А-ЯЄІЇҐ][\w.’'\s-]{1,40}?[.,]\s\d{1,2}\s[а-яєіїґ]{3,9}(?:\s\d{4})?(?:\sр\.)?\.?\s?
              (?:[/(\[][^/()\[\]]{2,40}[/)\]]\.?|[—–-]?\s?(?:УНН|Укрінформ|УНІАН|Інтерфакс-Україна)\.))\s+(?=\S)""",
        re.X,
    ),
)
