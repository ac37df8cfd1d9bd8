"""Chinese: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="作者",
    author=r"作者|文字|撰文|文|\w{0,6}记者|\w{0,6}記者|评论员|評論員|编辑|編輯|采写|採訪|特约记者|特約記者|来源|本报记者|本報記者",
    updated="更新(?:于|於|时间|時間)?|修改",
    published="发布(?:时间|時間)?|發布|發佈|发表(?:于|於)?|發表|出版",
    clock_sign=r"[:.：]|\s?[时時点點]\s?",
    behind_clock="分",
    picture="图片来源|圖片來源|图源|图片|圖片|图|圖|题图来自|来源|來源|图/|摄影|攝影",
)
