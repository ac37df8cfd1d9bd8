"""Japanese: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"著者|執筆者?|筆者|文",
    conjunctions=frozenset(("と",)),
    desks=frozenset(("編集部",)),
    updated=r"更新|改訂",
    published=r"公開|配信|掲載|投稿",
)
