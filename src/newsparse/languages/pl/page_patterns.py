"""Polish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"autor|przez",
    particles=frozenset(("i",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\bzaktualiz",
    published=r"\bopublikowan",
)
