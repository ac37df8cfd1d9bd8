"""Ukrainian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"автор(?:ка|и)?|текст",
    conjunctions=frozenset(("та", "і", "й")),
    desks=frozenset(("редакція",)),
    updated=r"\bоновл|\bзмінен",
    published=r"\bопублік",
)
