"""Hindi: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"लेखक|लेखिका|द्वारा",
    conjunctions=frozenset(("और",)),
    desks=frozenset(("डेस्क", "ब्यूरो")),
    updated=r"अपडेट|अद्यतन",
    published=r"प्रकाशित|पब्लिश",
)
