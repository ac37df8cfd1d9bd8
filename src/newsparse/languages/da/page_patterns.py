"""Danish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"af",
    conjunctions=frozenset(("og",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\bopdater",
)
