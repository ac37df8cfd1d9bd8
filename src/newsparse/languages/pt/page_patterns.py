"""Portuguese: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"por|autora?|texto",
    conjunctions=frozenset(("e",)),
    particles=frozenset("da de do dos e".split()),
    other_work=r"^\W*fotos?\b",
    updated=r"\batualiz",
    published=r"\bpublic",
)
