"""Hebrew: the words of bylines and times."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="מאת|כתבה|כתב",
        author="מאת|כתבה|כתב|הכותב|עורך",
        other_work="צילום|עריכה|תרגום|איור",
        joins="ו",
        updated="עודכן|עדכון אחרון",
        published="פורסם|תאריך|פורסם ב",
        before_clock="בשעה",
        reading="זמן קריאה",
        ago=r"לפני (?:\d+ )?(?:שניות|דקה|דקות|שעה|שעות|שעתיים|יום|יומיים|ימים)",
        picture="צילומים|צילום|תמונה|איור|קרדיט",
    ),
    byline=((r"\s?[,،]\s?", ", "), (r"\sו(?=[^\W\d_]{2,}\s[^\W\d_]{2,}$)", " ו ")),
    roles={
        "עריכה": "editor",
        "תרגום": "translator",
        "מקור": "source",
        "צילום": "photographer",
        "איור": "illustrator",
    },
)
