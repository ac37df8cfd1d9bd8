"""Norwegian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"av|foto",
    conjunctions=frozenset(("og",)),
    updated=r"\boppdater",
)
