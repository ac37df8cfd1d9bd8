"""French: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"par|auteur|texte",
    conjunctions=frozenset(("et",)),
    particles=frozenset("de du la le".split()),
    desks=frozenset("rédaction redaction".split()),
    updated=r"\bmise?s? à jour",
    published=r"\bpublié",
)
