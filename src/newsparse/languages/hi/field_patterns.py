"""Hindi: the words of bylines and times, and the order of datelines."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="लेखक|लेखिका|द्वारा|रिपोर्ट|by",
        author="लेखक|लेखिका|द्वारा|रिपोर्ट|रिपोर्टर|संवाददाता|written by|reported by",
        other_work="फोटो|संपादन|edited by",
        joins="और",
        updated="अपडेट(?:ेड)?|अंतिम अपडेट|updated",
        published="प्रकाशित|पब्लिश|publish date|published",
        ago=r"(?:\d+ )?(?:मिनट|घंटे|घंटा|दिन) पहले",
        picture="फोटो|फ़ोटो|तस्वीर|इमेज|चित्र|सौजन्य",
    ),
    dateline=r"^(?P<place>[^,:।()|—–-]{2,30}?)(?:,\s?\d{1,2}\s[^,:।()]{2,10})?,?\s?(?:\((?P<agency>[^()]{2,30})\)\s?[।.:–—-]?|[–—|:-])$",
    half_day="AM|PM",
    roles={
        "स्रोत": "source",
        "इनपुट": "source",
        "संपादन": "editor",
        "फोटो": "photographer",
        "अनुवाद": "translator",
    },
)
