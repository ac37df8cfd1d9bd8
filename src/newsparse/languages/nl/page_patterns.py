"""Dutch: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"door",
    particles=frozenset("de den der ten ter van".split()),
    other_work=r"^\W*fotos?\b",
    updated=r"\bbijgewerkt",
    published=r"\bgepubliceerd",
)
