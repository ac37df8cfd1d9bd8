"""Thai: the words of bylines and times."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="โดย|ผู้เขียน|เรื่อง|เขียนโดย",
        author="เขียนโดย|โดย|ผู้เขียน|ผู้สื่อข่าว|เรื่อง|นักข่าว",
        other_work="ภาพ|เรียบเรียง|แปล",
        joins="และ",
        updated="อัปเดต(?:ล่าสุด)?|อัพเดท(?:ล่าสุด)?|แก้ไข(?:ล่าสุด)?|ปรับปรุง",
        published="เผยแพร่(?:เมื่อ)?|วันที่|เมื่อวันที่|โพสต์",
        behind_clock="น",
        picture="ภาพจาก|ภาพโดย|เครดิตภาพ|ที่มาภาพ|ภาพ|ที่มา",
    ),
    byline=((r"^(?:เขียนโดย|โดย|ผู้เขียน|เรื่อง|ผู้สื่อข่าว|นักข่าว)\s?[:：]?\s*", "โดย: "),),
    dateline=r"^(?P<place>\S{2,24}?)(?:\s\d{1,2}\s\S{3,10}(?:\s?\d{2,4})?)?\s?(?:\((?P<agency>[^()]{2,30})\)\s?)?[–—-]$",
    roles={
        "เรียบเรียง": "editor",
        "บรรณาธิการ": "editor",
        "แปล": "translator",
        "ที่มา": "source",
        "ภาพ": "photographer",
    },
    buddhist=True,
)
