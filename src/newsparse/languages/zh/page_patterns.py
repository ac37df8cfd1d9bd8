"""Chinese: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

PATTERNS = PagePatterns(
    introduction=r"作者|撰文",
    conjunctions=frozenset(("和", "与", "與")),
    desks=frozenset(("编辑部", "編輯部")),
    updated=r"更新|修改",
    published=r"发布|發布|發佈|发表|發表",
)
