"""Swedish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"av|text",
    conjunctions=frozenset(("och",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\buppdater",
)
