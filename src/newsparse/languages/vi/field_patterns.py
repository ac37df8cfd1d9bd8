"""Vietnamese: the words of bylines and times, and the order of datelines."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="tác giả|bài|thực hiện|theo",
        author="tác giả|bài viết|bài|thực hiện|phóng viên",
        work="bài",
        other_work="ảnh|biên tập|đồ họa|dịch",
        joins="và",
        updated="cập nhật(?: lúc)?|cập nhật lần cuối",
        published="đăng(?: lúc)?|xuất bản|ngày đăng",
        before_day="ngày",
        of="năm",
        before_clock="lúc",
        ago=r"(?:\d+ )?(?:giây|phút|giờ|ngày) trước",
        picture="ảnh minh họa|nguồn ảnh|ảnh|nguồn|đồ họa",
    ),
    byline=((r"\((?:Theo|theo)\s", "("),),
    dateline=r"^(?:\((?P<agency>[^()]{2,24})\)\s?[-–—]?|(?P<place>[A-ZĐÀ-Ỹ][^,()–—]{1,24}?)(?:,\s(?:ngày\s)?\d{1,2}/\d{1,2})?\s?[-–—])$",
    roles={
        "biên tập": "editor",
        "dịch": "translator",
        "nguồn": "source",
        "theo": "source",
        "ảnh": "photographer",
    },
)
