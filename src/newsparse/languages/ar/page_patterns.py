"""Arabic: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"بقلم|كتبت|كتبه|كتب|الكاتبة|الكاتب",
    desks=frozenset(("التحرير",)),
    updated=r"تحديث",
    published=r"نشر|النشر",
)
