"""Ukrainian: the words of bylines and times, and the order of datelines."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="автор|авторка|автори",
        author="автор(?:ка|и)?|текст|кореспондент(?:ка)?|журналіст(?:ка)?|підготував|підготувала|спілкувал(?:ася|ась|ися)",
        work="текст",
        other_work="фото|відео|ілюстрації|переклад|колаж|редактор(?:ка)?",
        joins="та|і|й",
        lists=True,
        places="у|в|з|із",
        updated="оновлено|оновлення|змінено|останнє оновлення",
        published="опубліковано|дата публікації|дата",
        before_clock="о|об",
        ago=r"(?:\d+ )?(?:секунд[иу]?|хвилин[иу]?|годин[иу]?|дн(?:і|ів)|день) тому",
        reading="час читання|читання",
        picture="фото(?:графія|граф)?|джерело|ілюстрація|колаж",
    ),
    dateline=r"^(?P<place>[А-ЯЄІЇҐ][\w’' .-]{1,30}?)[.,]\s(?:\d{1,2}\s[а-яєіїґ]{3,9}(?:\s\d{4})?(?:\sр\.)?[.,]?\s?)?[—–/(-]{0,2}\s?(?P<agency>УНН|Укрінформ|УНІАН|Інтерфакс-Україна|[А-ЯЄІЇҐ]{3,8})(?![а-яєіїґ])",
    roles={
        "редактор": "editor",
        "редакторка": "editor",
        "переклад": "translator",
        "джерело": "source",
        "фото": "photographer",
        "ілюстрація": "illustrator",
        "підготував": "reporter",
        "підготувала": "reporter",
    },
)
