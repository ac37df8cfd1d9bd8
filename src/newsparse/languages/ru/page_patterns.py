"""Russian: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"автор(?:ы)?|текст|беседовала?",
    conjunctions=frozenset(("и",)),
    desks=frozenset(("редакция",)),
    updated=r"\bобновл|\bизмен",
    published=r"\bопублик",
)
