"""Hebrew: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"מאת",
    desks=frozenset(("מערכת",)),
    updated=r"עודכן|עדכון",
    published=r"פורסם",
)
