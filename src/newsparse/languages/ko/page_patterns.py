"""Korean: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"글|작성자",
    desks=frozenset(("편집부", "편집국", "뉴스룸")),
    updated=r"수정|업데이트",
    published=r"입력|등록|게시|송고",
)
