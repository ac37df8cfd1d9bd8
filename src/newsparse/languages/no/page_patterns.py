"""Norwegian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"av",
    conjunctions=frozenset(("og",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\boppdater",
)
