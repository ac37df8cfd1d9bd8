"""Arabic: the words of bylines and times, and the order of datelines."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="بقلم|كتبت|كتبه|كتب|تحرير|إعداد|حاوره|حاورته|بواسطة",
        author="بقلم|كتبت|كتبه|كتب|الكاتبة|الكاتب|المحرر|إعداد|تحرير|حاوره|بواسطة",
        other_work="تصوير|ترجمة|مونتاج",
        joins="و",
        companions="و",
        places="من",
        updated="آخر تحديث|تم التحديث|تحديث|حُدّث|حدث في",
        published="نشر(?:ت)?(?: في)?|نُشر(?: في)?|تاريخ النشر|التاريخ|تم النشر",
        clock_sign="[:.]",
        before_clock="الساعة|في",
        reading="مدة القراءة",
        ago=r"منذ (?:\d+ )?(?:ثانية|دقيقة|دقائق|ساعة|ساعات|ساعتين|يوم|يومين|أيام)",
        picture="تصوير|مصدر الصورة|الصورة|صورة|عدسة|المصدر",
    ),
    byline=(
        (r"^[(\[«]++|(?<![)\]»])[)\]»]++$", ""),
        (r"^(?:المصدر|المصادر)\s?:\s?", ""),
        (r"\s?[،]\s?", ", "),
        (r"\s(?:و)\s?(?=\w+\s\w+$)", " و "),
    ),
    dateline=r"^(?P<place>[^\W\d]{2,14}(?:\s[^\W\d]{2,14})??)(?:[،,]?\s\d{1,2}\s[^\W\d]{3,8}(?:\s?/?\s?[^\W\d]{3,8})?)?\s?(?:[-–—]\s?|\()[«\"“]?(?P<agency>[^()«»\"“”:–—-]{2,30})[»\"”]?\s?\)?\s?[-–—:]*$",
    roles={
        "تحرير": "editor",
        "ترجمة": "translator",
        "المصدر": "source",
        "المصادر": "source",
        "تصوير": "photographer",
        "إعداد": "reporter",
    },
    half_day="صباحاً|صباحا|مساءً|مساء|ظهراً|ص|م",
    afternoon="م|p",
    second_month=True,
)
