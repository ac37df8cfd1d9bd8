"""Finnish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    published=r"\bjulkaist",
)
