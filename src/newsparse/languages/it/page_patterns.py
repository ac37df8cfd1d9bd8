"""Italian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"di|autore|testo",
    conjunctions=frozenset(("e",)),
    particles=frozenset("da dal de del della di e".split()),
    desks=frozenset(("redazione",)),
    other_work=r"^\W*fotos?\b",
    updated=r"\baggiornat",
    published=r"\bpubblicat",
)
