"""Japanese: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="著者",
    author="著者|執筆者?|筆者|文|取材・文|ライター|記者|編集",
    updated="(?:最終)?更新日?時?|改訂",
    published="公開日?|掲載日?|配信日?|投稿日?|発行日?",
    clock_sign=r"[:.：]|\s?時\s?",
    behind_clock="分",
    picture="写真提供|写真|画像|提供|出典|撮影",
)
