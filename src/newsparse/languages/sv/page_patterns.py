"""Swedish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"av|text|foto",
    conjunctions=frozenset(("och",)),
    updated=r"\buppdater",
)
