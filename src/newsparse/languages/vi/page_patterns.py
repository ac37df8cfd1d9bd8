"""Vietnamese: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"tác giả",
    conjunctions=frozenset(("và",)),
    updated=r"cập nhật",
    published=r"xuất bản|đăng lúc",
)
