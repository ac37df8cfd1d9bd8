"""Ukrainian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"автор",
    updated=r"\bоновл",
    published=r"\bопублік",
)
