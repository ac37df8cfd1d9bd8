"""Dutch: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"door|foto",
    particles=frozenset("de den der ten ter van".split()),
    updated=r"\bbijgewerkt",
    published=r"\bgepubliceerd",
)
