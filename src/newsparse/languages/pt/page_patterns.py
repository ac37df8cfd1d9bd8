"""Portuguese: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"por|autora?|texto|foto",
    conjunctions=frozenset(("e",)),
    particles=frozenset("da de do dos e".split()),
    updated=r"\batualiz",
    published=r"\bpublic",
)
