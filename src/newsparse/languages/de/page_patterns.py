"""German: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"von|autor(?:in)?|text",
    conjunctions=frozenset(("und",)),
    particles=frozenset("den der vom von zu zur".split()),
    desks=frozenset(("redaktion",)),
    other_work=r"^\W*fotos?\b|\b(?:redaktion|übersetzung|mitarbeit)\s*:|\b(?:redigiert|übersetzt)\b",
    updated=r"\b(?:aktualis|geändert)",
    published=r"\bveröffentlicht",
)
