"""Thai: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"โดย|ผู้เขียน|เขียนโดย",
    conjunctions=frozenset(("และ",)),
    desks=frozenset(("กองบรรณาธิการ",)),
    updated=r"อัปเดต|อัพเดท|แก้ไข|ปรับปรุง",
    published=r"เผยแพร่|โพสต์",
)
