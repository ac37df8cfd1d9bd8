"""Polish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"autor|przez|foto",
    particles=frozenset(("i",)),
    updated=r"\bzaktualiz",
    published=r"\bopublikowan",
)
