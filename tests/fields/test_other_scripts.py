"""Bylines, times, datelines and credits in languages of other scripts, in the order that these print."""

from __future__ import annotations

import pytest

from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times
from newsparse.languages.reading import completed

BYLINES = [
    ("zh", "记者 张三 李四", [("张三", "记者", None), ("李四", "记者", None)]),
    ("zh", "新华社记者张三、李四", [("张三", "记者", "新华社"), ("李四", "记者", "新华社")]),
    ("zh", "本报记者 张三", [("张三", "记者", None)]),
    ("zh", "（中央社記者王大明台北4日電）", [("王大明", "記者", "中央社")]),
    ("zh", "〔記者王大明／綜合報導〕", [("王大明", "記者", None)]),
    ("zh", "(文/图 王小明 李四光)", [("王小明", None, None), ("李四光", None, None)]),
    ("zh", "撰文：张三 编辑：李四", [("张三", None, None)]),
    ("zh", "记者 王小明 通讯员 李四光", [("王小明", "记者", None), ("李四光", "记者", None)]),
    ("zh", "阿卜杜拉·买买提", [("阿卜杜拉·买买提", None, None)]),
    ("zh", "张三 人民日报", [("张三", None, "人民日报")]),
    ("ja", "記者 山田太郎", [("山田太郎", "記者", None)]),
    ("ja", "山田太郎記者", [("山田太郎", "記者", None)]),
    ("ja", "山田 太郎", [("山田 太郎", None, None)]),
    ("ja", "文・山田太郎 写真・鈴木花子", [("山田太郎", None, None)]),
    ("ja", "取材・文／山田太郎　写真＝鈴木花子", [("山田太郎", None, None)]),
    ("ja", "【ワシントン=山田太郎】", [("山田太郎", None, None)]),
    ("ja", "朝日新聞 山田太郎", [("山田太郎", None, "朝日新聞")]),
    ("ja", "山田太郎、鈴木花子", [("山田太郎", None, None), ("鈴木花子", None, None)]),
    ("ja", "マイケル・ジョンソン", [("マイケル・ジョンソン", None, None)]),
    ("ja", "山田太郎（やまだ・たろう）", [("山田太郎", None, None)]),
    ("ko", "김철수 기자", [("김철수", "기자", None)]),
    ("ko", "김철수·이영희 기자", [("김철수", "기자", None), ("이영희", "기자", None)]),
    ("ko", "워싱턴=김철수 특파원", [("김철수", "특파원", None)]),
    ("ko", "(서울=연합뉴스) 김철수 기자 =", [("김철수", "기자", None)]),
    ("ko", "한국일보 김철수 기자", [("김철수", "기자", "한국일보")]),
    ("ko", "글·사진 김철수 기자", [("김철수", "기자", None)]),
    ("ko", "연합뉴스", [("연합뉴스", None, None)]),
    ("ru", "корреспондент ТАСС Иван Иванов", [("Иван Иванов", "корреспондент", "ТАСС")]),
    ("ru", "Беседовала Анна Смирнова", [("Анна Смирнова", None, None)]),
    ("ru", "Иван Иванов Пётр Петров", [("Иван Иванов", None, None), ("Пётр Петров", None, None)]),
    ("ru", "Текст: Иван Иванов Фото: Пётр Петров", [("Иван Иванов", None, None)]),
    ("uk", "Іван Петренко та Олена Коваль", [("Іван Петренко", None, None), ("Олена Коваль", None, None)]),
    ("ar", "بقلم أحمد محمود", [("أحمد محمود", None, None)]),
    ("ar", "كتبت: سارة علي", [("سارة علي", None, None)]),
    ("ar", "القاهرة - أحمد محمود", [("أحمد محمود", None, None)]),
    ("ar", "أحمد محمود ومحمد علي", [("أحمد محمود", None, None), ("محمد علي", None, None)]),
    ("he", "מאת: דוד כהן", [("דוד כהן", None, None)]),
    ("hi", "लेखक: राम शर्मा", [("राम शर्मा", None, None)]),
    ("th", "โดย สมชาย ใจดี", [("สมชาย ใจดี", None, None)]),
    ("vi", "Bài: Nguyễn Văn An - Ảnh: Lê Minh", [("Nguyễn Văn An", None, None)]),
    ("el", "Γράφει ο Γιώργος Παπαδόπουλος", [("Γιώργος Παπαδόπουλος", None, None)]),
]
TIMES = [
    ("zh", "发布时间：2021年3月4日 下午3:20", "2021-03-04T15:20:00", None),
    ("zh", "2021/3/4 10:15（3/5 22:08 更新）", "2021-03-04T10:15:00", "2021-03-05T22:08:00"),
    ("ja", "２０２１年３月４日　１０：１５", "2021-03-04T10:15:00", None),
    ("ja", "2021年3月4日 午後3時20分", "2021-03-04T15:20:00", None),
    ("ja", "2021/3/4(木) 10:15配信", "2021-03-04T10:15:00", None),
    ("ja", "2021/3/4 12:00（最終更新 3/5 17:47） 2075文字", "2021-03-04T12:00:00", "2021-03-05T17:47:00"),
    ("ja", "公開日：2021年3月4日　最終更新日：2021年3月5日", "2021-03-04", "2021-03-05"),
    ("ko", "입력 2021.03.04 10:15 수정 2021.03.04 11:20", "2021-03-04T10:15:00", "2021-03-04T11:20:00"),
    ("ko", "2021년 3월 4일 오후 3:20", "2021-03-04T15:20:00", None),
    ("ru", "4 марта 2021 года в 10:15", "2021-03-04T10:15:00", None),
    ("uk", "Оновлено 4 березня 2021 о 10:15", None, "2021-03-04T10:15:00"),
    ("ar", "٤ مارس ٢٠٢١", "2021-03-04", None),
    ("ar", "الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01", None),
    ("ar", "الخميس 4 آذار/مارس 2021", "2021-03-04", None),
    ("ar", "نشر في: 4 مارس 2021 - 10:15 م", "2021-03-04T22:15:00", None),
    ("he", "4 במרץ 2021, 10:15", "2021-03-04T10:15:00", None),
    ("hi", "4 मार्च 2021, 10:15", "2021-03-04T10:15:00", None),
    ("th", "4 มี.ค. 2564 10:15 น.", "2021-03-04T10:15:00", None),
    ("vi", "Thứ năm, 4/3/2021, 10:15 (GMT+7)", "2021-03-04T10:15:00+07:00", None),
    ("el", "Δημοσιεύθηκε: 04/03/2021, 10:15 μ.μ.", "2021-03-04T22:15:00", None),
]
DATELINES = [
    ("zh", "新华社北京3月4日电", "北京", "新华社", None),
    ("zh", "【北京3月4日电】", "北京", None, None),
    ("zh", "【澄江晚报 临江3月4日讯】", "临江", "澄江晚报", None),
    ("zh", "新华社华盛顿2021年3月4日电", "华盛顿", "新华社", "2021-03-04"),
    ("ja", "【6月18日 AFP】", None, "AFP", None),
    ("ja", "［東京　４日　ロイター］", "東京", "ロイター", None),
    ("ja", "【ワシントン=山田太郎】", "ワシントン", None, None),
    ("ko", "(서울=연합뉴스)", "서울", "연합뉴스", None),
    ("ko", "[부산=미래뉴스 김철수 기자]", "부산", "미래뉴스", None),
    ("ru", "МОСКВА, 4 мар — РИА Новости.", "Москва", "РИА Новости", None),
    ("ru", "МОСКВА, 4 марта. /ТАСС/.", "Москва", "ТАСС", None),
    ("uk", "Київ, 4 березня 2021 р. (УНІАН).", "Київ", "УНІАН", "2021-03-04"),
    ("ar", "القاهرة 4 مارس آذار (رويترز) -", "القاهرة", "رويترز", None),
    ("ar", "بيروت - «الشرق الأوسط»:", "بيروت", "الشرق الأوسط", None),
    ("hi", "नई दिल्ली, 4 मार्च (भाषा)।", "नई दिल्ली", "भाषा", None),
    ("vi", "(Dân trí) -", None, "Dân trí", None),
]
PICTURES = [
    ("zh", "新华社记者 张三丰 摄", ("张三丰",), ("新华社",)),
    ("zh", "新华社发（张三丰 摄）", ("张三丰",), ("新华社",)),
    ("zh", "（王大明攝/資料圖片）", ("王大明",), ()),
    ("zh", "图片来源：视觉中国", (), ("视觉中国",)),
    ("ja", "＝東京都千代田区で2021年3月4日、山田太郎撮影", ("山田太郎",), ()),
    ("ja", "写真提供：横浜市", (), ("横浜市",)),
    ("ko", "/사진=김철수 기자", ("김철수",), ()),
    ("ko", "(사진=서울시 제공)", (), ("서울시",)),
    ("ru", "Фото: Иван Иванов/ТАСС", ("Иван Иванов",), ("ТАСС",)),
    ("ru", "Иван Иванов / «Голос берега»", ("Иван Иванов",), ("Голос берега",)),
    ("ar", "تصوير: أحمد محمود", ("أحمد محمود",), ()),
    ("th", "ภาพ: สมชาย ใจดี", ("สมชาย ใจดี",), ()),
]
CREDITS = [
    ("zh", "（责任编辑：张三丰）", [("editor", ("张三丰",), ())]),
    ("zh", "来源：新华网 责任编辑：王小明", [("source", (), ("新华网",)), ("editor", ("王小明",), ())]),
    ("ja", "編集：山田太郎", [("editor", ("山田太郎",), ())]),
    ("ja", "出典：総務省", [("source", (), ("総務省",))]),
    ("ko", "영상편집 : 김철수", [("editor", ("김철수",), ())]),
    ("ru", "Редактор: Пётр Петров", [("editor", ("Пётр Петров",), ())]),
    ("ar", "المصدر: وكالات", [("source", (), ("وكالات",))]),
]


@pytest.mark.parametrize(("code", "text", "expected"), BYLINES)
def test_a_byline(code: str, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = bylines([text], completed(code))
    assert found is not None
    assert [(author.name, author.role, author.organization) for author in found.authors] == expected


def test_a_byline_keeps_its_printed_text() -> None:
    found = bylines(["本报记者 张三"], completed("zh"))
    assert found is not None
    assert found.text == "本报记者 张三"


@pytest.mark.parametrize(("code", "text", "published", "updated"), TIMES)
def test_times(code: str, text: str, published: str | None, updated: str | None) -> None:
    found = times([text], completed(code))
    assert [time and time.date for time in found] == [published, updated]


@pytest.mark.parametrize(("code", "text", "location", "organization", "day"), DATELINES)
def test_a_dateline(
    code: str, text: str, location: str | None, organization: str | None, day: str | None
) -> None:
    found = dateline(text, completed(code))
    assert (found.text, found.location, found.organization, found.date) == (
        " ".join(text.split()), location, organization, day,
    )  # fmt: skip


@pytest.mark.parametrize(("code", "text", "names", "organizations"), PICTURES)
def test_a_photo_credit(code: str, text: str, names: tuple[str, ...], organizations: tuple[str, ...]) -> None:
    found = photo_credit(text, completed(code))
    assert (found.names, found.organizations) == (names, organizations)


@pytest.mark.parametrize(("code", "text", "expected"), CREDITS)
def test_credits(code: str, text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    found = credits(text, completed(code))
    assert [(credit.role, credit.names, credit.organizations) for credit in found] == expected
