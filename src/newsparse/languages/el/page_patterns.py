"""Greek: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"γράφει(?:\s(?:ο|η))?|συντάκτης|συντάκτρια",
    conjunctions=frozenset(("και",)),
    updated=r"ενημέρωσ|ενημερώθηκ",
    published=r"δημοσιε[υύ]",
)
