"""Which language a text is in, and what it is read with."""

from __future__ import annotations

import pytest

from newsparse import parse
from newsparse.languages import load
from newsparse.languages.detect import Detection, detect
from newsparse.languages.reading import completed

SENTENCES = {
    "en": (
        "The council of the old harbour town voted on Monday to let the ferries return after nine years "
        "of waiting."
    ),
    "de": (
        "Der Rat der alten Hafenstadt hat am Montag beschlossen, dass die Fähren nach neun Jahren wieder "
        "fahren und nicht mehr warten."
    ),
    "fr": (
        "Le conseil de la vieille ville a voté lundi pour que les bateaux reviennent dans le port après "
        "neuf ans d'attente et de débats."
    ),
    "es": (
        "El consejo de la vieja ciudad votó el lunes para que los barcos vuelvan al puerto después de "
        "nueve años de espera y de debates."
    ),
    "it": (
        "Il consiglio della vecchia città ha votato lunedì perché i traghetti tornino nel porto dopo nove "
        "anni di attesa e non solo."
    ),
    "pt": (
        "O conselho da velha cidade votou na segunda-feira para que os barcos voltem ao porto depois de "
        "nove anos de espera e não só."
    ),
    "ru": (
        "Совет старого портового города в понедельник решил, что паромы вернутся в гавань после девяти "
        "лет, и это не всё."
    ),
    "zh": "市议会星期一投票决定，九年之后让渡轮重新回到老港口，市长说这是应该做的事情。",
    "ja": "市議会は月曜日、九年ぶりにフェリーを古い港に戻すことを決めたと市長が述べた。",
    "ko": "시의회는 월요일 구 년 만에 여객선을 옛 항구로 돌려보내기로 했다고 시장이 말했다.",
    "ar": (
        "صوت مجلس المدينة القديمة يوم الاثنين على عودة العبارات إلى الميناء بعد تسع سنوات من الانتظار في "
        "المدينة."
    ),
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_in_its_language(code: str) -> None:
    assert detect(SENTENCES[code]) == (code, code)


@pytest.mark.parametrize("text", ["", "12:30", "Xylqp qzzt brmf", "NASA"])
def test_what_shows_no_language_is_read_as_english(text: str) -> None:
    assert detect(text) == (None, "en")


def test_a_language_is_completed_by_english() -> None:
    german = completed("de")
    assert german.code == "de"
    assert german.dates.months["märz"] == 3
    assert german.dates.months["march"] == 3
    assert german.segment.credit is load("en").segment.credit
    assert german.lexicon.stops == load("de").lexicon.stops


def test_dates_and_authors_of_other_languages_are_boundaries() -> None:
    german = completed("de").segment
    assert german.local_date.search("Hans Meier 4. März 2021, 14:32 Uhr")
    assert not german.local_date.search("im April haben 30 Leute")
    assert completed("fr").segment.local_date.search("Publié le 4 mars 2021 à 10h15")
    assert completed("ja").segment.local_date.search("2021年3月4日 10:15")


def test_a_language_of_another_script_is_unknown_and_its_story_is_read() -> None:
    text = (
        "Հին կամուրջը փակվեց\n\nՔաղաքային խորհուրդը երեքշաբթի օրը քվեարկեց հին կամուրջը փակելու օգտին, "
        "քանի որ այն այլևս անվտանգ չէ, ասացին ճարտարագետները։\n\nՔաղաքապետն ասաց, որ որոշումը ճիշտ "
        "է, և որ աշխատանքները "
        "կսկսվեն աշնանը։ Նա ասաց, որ կամուրջը շուտով կվերանորոգվի։\n"
    )
    assert detect(text).read_in == "und"
    assert parse(text).body


def test_vowel_signs_are_part_of_their_words() -> None:
    text = "नगर परिषद ने मंगलवार को पुराने पुल को बंद करने का फैसला किया और कहा कि काम में एक साल से अधिक समय लगेगा।"
    assert detect(f"{text} {text}") == Detection("hi", "hi")
