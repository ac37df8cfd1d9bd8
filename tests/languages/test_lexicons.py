"""The word lists of all languages: classes that English has, entries that can be looked up, and stop words
that tell prose.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import msgspec
import pytest

from newsparse.languages import load
from newsparse.segment.tokens import SegmentTokens

LEXICONS = {
    folder.name: {
        kind: classes
        for kind, classes in msgspec.json.decode(
            (folder / "lexicon.json").read_bytes(), type=dict[str, Any]
        ).items()
        if kind != "stop_share"
    }
    for folder in files("newsparse.languages").iterdir()
    if (folder / "lexicon.json").is_file()
}
# the share of stop words from which a segment reads as prose
PROSE = 0.2
NEWS = {
    "de": (
        "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu sperren. Die Stadt will "
        "das Bauwerk nach Angaben des Bürgermeisters für rund zwei Millionen Euro sanieren lassen."
    ),
    "fr": (
        "Le conseil municipal a décidé mardi de fermer le vieux pont jusqu'à l'automne. Selon le maire, la "
        "ville va y consacrer près de deux millions d'euros et les travaux dureront plus d'un an."
    ),
    "es": (
        "El consejo de la ciudad decidió el martes cerrar el viejo puente hasta el otoño. Según el alcalde, "
        "las obras costarán unos dos millones de euros y se prolongarán más de un año."
    ),
    "it": (
        "Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte fino all'autunno. Secondo il "
        "sindaco i lavori costeranno circa due milioni di euro e non finiranno prima di un anno."
    ),
    "pt": (
        "O conselho da cidade decidiu na terça-feira fechar a velha ponte até ao outono. Segundo o autarca, "
        "as obras vão custar cerca de dois milhões de euros e devem durar mais de um ano."
    ),
    "nl": (
        "De gemeenteraad heeft dinsdag besloten om de oude brug tot het najaar te sluiten. Volgens de "
        "burgemeester kost het werk zo'n twee miljoen euro en zal het meer dan een jaar duren."
    ),
    "pl": (
        "Rada miasta zdecydowała we wtorek, że stary most będzie zamknięty do jesieni. Jak powiedział "
        "burmistrz, prace będą kosztować około dwóch milionów i potrwają nie dłużej niż rok."
    ),
    "ru": (
        "Во вторник городской совет решил, что старый мост будет закрыт до осени. По словам мэра, работы "
        "обойдутся в два миллиона, и они не продлятся более года, как об этом говорили раньше."
    ),
    "tr": (
        "Belediye meclisi salı günü eski köprünün sonbahara kadar kapalı olacağını açıkladı. Başkan, bu "
        "çalışmanın çok pahalı olduğunu, ancak bir yıl sonra her şeyin daha iyi olacağını söyledi."
    ),
    "ar": (
        "قرر مجلس المدينة يوم الثلاثاء أن يغلق الجسر القديم حتى الخريف. وقال رئيس البلدية إن العمل على "
        "الجسر قد يستمر أكثر من عام، وهو ما كان قد أعلن عنه من قبل في هذا المجلس."
    ),
    "sv": (
        "Kommunen beslutade i tisdags att den gamla bron ska vara stängd till hösten. Enligt borgmästaren "
        "kommer arbetet att kosta två miljoner och det är inte klart förrän om ett år."
    ),
    "no": (
        "Kommunen vedtok på tirsdag at den gamle broen skal være stengt til høsten. Ifølge ordføreren vil "
        "arbeidet koste to millioner, og det er ikke ferdig før om et år."
    ),
    "da": (
        "Kommunen besluttede i tirsdags, at den gamle bro skal være lukket til efteråret. Ifølge "
        "borgmesteren vil arbejdet koste to millioner, og det er ikke færdigt før om et år."
    ),
    "ko": (
        "시의회는 지난 화요일 오래된 다리를 가을까지 닫기로 했다고 밝혔다. 시장은 이번 공사에 약 이백만 "
        "유로가 들 것으로 보고 있다고 말했다."
    ),
}
UNSPACED = {
    "zh": "市议会星期二决定，把这座老桥关闭到秋天。市长说，工程将要花费两百万，而且一年之内不会完成。",
    "ja": "市議会は火曜日、この古い橋を秋まで閉鎖することを決めた。市長は工事に一年かかると述べている。",
}


@pytest.mark.parametrize("code", LEXICONS)
def test_classes_are_those_of_english(code: str) -> None:
    for kind, classes in LEXICONS[code].items():
        assert classes.keys() <= LEXICONS["en"][kind].keys()


@pytest.mark.parametrize("code", LEXICONS)
def test_stop_words_are_there(code: str) -> None:
    assert LEXICONS[code]["words"]["stop"]


@pytest.mark.parametrize("code", LEXICONS)
def test_entries_are_in_lower_case_and_stand_once_in_a_class(code: str) -> None:
    for classes in LEXICONS[code].values():
        for entries in classes.values():
            assert entries == [entry.strip().lower() for entry in entries]
            assert len(entries) == len(set(entries))


@pytest.mark.parametrize("code", NEWS | UNSPACED)
def test_news_has_the_share_of_stop_words_that_prose_has(code: str) -> None:
    tokens = SegmentTokens([(NEWS | UNSPACED)[code]], load(code))
    assert tokens.stop_share[0] > PROSE
