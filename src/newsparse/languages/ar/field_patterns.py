"""Arabic: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="بقلم|كتب|كتبت|كتبه",
    author="بقلم|كتبت|كتب|الكاتب|الكاتبة|المحرر|إعداد",
    joins="و",
    updated="آخر تحديث|تحديث|حُدّث",
    published="نشر(?: في)?|نُشر|تاريخ النشر|التاريخ",
    picture="تصوير|صورة|الصورة|المصدر",
)
