"""German: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"von|autor(?:in)?|text|foto",
    conjunctions=frozenset(("und",)),
    particles=frozenset("den der vom von zu zur".split()),
    desks=frozenset(("redaktion",)),
    updated=r"\b(?:aktualis|geändert)",
    published=r"\bveröffentlicht",
)
