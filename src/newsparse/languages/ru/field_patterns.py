"""Russian: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="автор",
    author="автор(?:ы)?|текст|корреспондент|журналист|подготовил(?:а|и)?",
    work="текст",
    other_work="фото|видео|иллюстрации|перевод|коллаж|редактор",
    joins="и",
    places="в|из",
    updated="обновлен[оа]|изменен[оа]|обновление",
    published="опубликован[оа]|дата",
    ordinal="-?го",
    before_clock="в",
    behind_clock="мск",
    ago=r"(?:\d+ )?(?:секунд[уы]?|минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день|недел[юиь]|"
    r"месяц(?:а|ев)?|лет|год(?:а)?) назад",
    reading="время чтения|чтения",
    picture="фото(?:графия)?|источник|иллюстрация|коллаж",
)
