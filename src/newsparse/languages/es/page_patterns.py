"""Spanish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"por|autora?|texto",
    conjunctions=frozenset(("y",)),
    particles=frozenset("de del el la las los y".split()),
    desks=frozenset(("redacción",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\bactualiz",
    published=r"\bpublic",
)
