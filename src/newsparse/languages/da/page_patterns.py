"""Danish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"af|foto",
    conjunctions=frozenset(("og",)),
    updated=r"\bopdater",
)
