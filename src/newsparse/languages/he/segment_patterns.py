"""Hebrew: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

PATTERNS = SegmentPatterns(local_by=re.compile(r"(?<=[\s\d|,])(?:מאת:?\s|(?:כתב|כתבה|עריכה)\s?:)"))
