"""Spanish: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"por|autora?|texto|foto",
    conjunctions=frozenset(("y",)),
    particles=frozenset("de del el la las los y".split()),
    desks=frozenset(("redacción",)),
    updated=r"\bactualiz",
    published=r"\bpublic",
)
