"""Turkish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    updated=r"\bgüncellen",
    published=r"\byayınlan",
)
