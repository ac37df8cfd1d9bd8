"""Korean: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="글",
    author="글|작성자|취재",
    role="기자|특파원|논설위원|선임기자|인턴기자|객원기자|앵커",
    updated=r"(?:최종\s?)?수정(?:일시?|시간)?|업데이트|기사수정",
    published="입력(?:일시?|시간)?|등록(?:일시?)?|승인|작성|송고시간|기사입력|게시",
    clock_sign=r"[:.：]|\s?시\s?",
    behind_clock="분",
    picture=r"\[?사진(?:\s?(?:출처|제공))?|출처|자료",
)
