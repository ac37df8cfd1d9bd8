"""Russian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"автор",
    updated=r"\bобновл",
    published=r"\bопублик",
)
