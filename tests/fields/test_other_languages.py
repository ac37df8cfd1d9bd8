"""Bylines and times in other languages than English, by the words of their folders."""

from __future__ import annotations

import pytest

from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times
from newsparse.languages import load
from newsparse.languages.patterns import FieldPatterns
from newsparse.languages.reading import completed


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("de", "Von Mara Quist", ["Mara Quist"]),
        ("de", "Von Mara Quist und Jan Veld", ["Mara Quist", "Jan Veld"]),
        ("de", "VON MARA QUIST", ["Mara Quist"]),
        ("de", "Von GULL-Redakteurin Mara Quist", ["Mara Quist"]),
        ("de", "By Mara Quist", ["Mara Quist"]),
        ("de", "Ein Kommentar von Mara von der Veld", ["Mara von der Veld"]),
        ("de", "Text: Mara Quist, Fotos: Jan Veld", ["Mara Quist"]),
        ("de", "Von Mara Quist, Korrespondentin in Paris", ["Mara Quist"]),
        ("de", "Von unserem Korrespondenten Jan Veld, Brüssel", ["Jan Veld"]),
        ("de", "Von unserem Redaktionsmitglied Mara Quist", ["Mara Quist"]),
        ("de", "Von Jan Veld Landespolitischer Korrespondent", ["Jan Veld"]),
        ("de", "Aufgezeichnet von Mara Quist", ["Mara Quist"]),
        ("de", "Von Mara Quist, mit Material von dpa", ["Mara Quist"]),
        ("de", "Von Mara Quist und Agenturen", ["Mara Quist"]),
        ("de", "mqu, jve", ["mqu", "jve"]),
        ("de", "mqu/Reuters", ["mqu", "Reuters"]),
        ("de", "Mara Quist (mqu)", ["Mara Quist"]),
        ("de", "(kna)", ["KNA"]),
        ("de", "Mara Quist Mara Quist", ["Mara Quist"]),
        ("de", "Von Mara Quist (Text) und Jan Veld (Fotos)", ["Mara Quist"]),
        (
            "de",
            "Von: MARA QUIST, JAN VELD Übersetzung und Adaptierung: AFP Deutschland",
            ["Mara Quist", "Jan Veld"],
        ),
        ("de", "mqu; Foto [M]: Bildwerk", ["mqu"]),
        ("de", "mqu; Foto: Reuters", ["mqu"]),
        ("fr", "Par Maro QUIST, Jeno DE VELD", ["Maro QUIST", "Jeno DE VELD"]),
        ("de", "Von Mara Quist, Sankt Veld", ["Mara Quist"]),
        ("fr", "Par Mara Quist", ["Mara Quist"]),
        ("fr", "Par Mara Quist (avec AFP)", ["Mara Quist"]),
        ("fr", "Le Courrier avec AFP", ["Le Courrier"]),
        ("fr", "M.Q. avec AFP", ["M.Q."]),
        ("fr", "Par MARA QUIST, JEAN DE LA VELD Envoyés spéciaux à Rome", ["Mara Quist", "Jean de la Veld"]),
        ("fr", "De notre correspondant à Rome, Jean Veld", ["Jean Veld"]),
        ("fr", "Un texte de Mara Quist", ["Mara Quist"]),
        ("fr", "Par Le Monde et AFP", ["Le Monde", "AFP"]),
        ("fr", "Par Mara Quist et Jean Veld", ["Mara Quist", "Jean Veld"]),
        ("fr", "Propos recueillis par Mara Quist", ["Mara Quist"]),
        ("es", "Por Mara Quist", ["Mara Quist"]),
        ("es", "Por Mara Quist y Juan Veld", ["Mara Quist", "Juan Veld"]),
        ("es", "Publicado por Mara Quist", ["Mara Quist"]),
        ("es", "Mara Quist | El Faro de Riva", ["Mara Quist"]),
        ("es", "Mara Quist, con información de EFE", ["Mara Quist"]),
        ("es", "EFE/Bogotá", ["EFE"]),
        ("it", "di Mara Quist", ["Mara Quist"]),
        ("it", "dal nostro inviato Gianni Veld", ["Gianni Veld"]),
        ("it", "Mara Quist, corrispondente da Londra", ["Mara Quist"]),
        ("it", "Mario di Veld", ["Mario di Veld"]),
        ("pt", "Por Mara Quist", ["Mara Quist"]),
        ("pt", "Mara Quist, com informações da Lusa", ["Mara Quist"]),
        ("pt", "Por Mara Quist e João dos Santos", ["Mara Quist", "João dos Santos"]),
        ("pt", "Por Mara Quist, Gazeta da Serra — Santa Mélia", ["Mara Quist"]),
        ("nl", "Jan van der Veld, correspondent in Parijs", ["Jan van der Veld"]),
        ("nl", "Door Mara Quist en Jan Veld", ["Mara Quist", "Jan Veld"]),
        ("sv", "Av Mara Quist", ["Mara Quist"]),
        ("pl", "Autor: Mara Quist", ["Mara Quist"]),
        ("pl", "Mara Quist, Jan Veld", ["Mara Quist", "Jan Veld"]),
        ("pl", "Rozmawiała Mara Quist", ["Mara Quist"]),
        ("pl", "oprac. Mara Quist", ["Mara Quist"]),
        ("tr", "Muhabir: Mara Quist", ["Mara Quist"]),
        ("tr", "Haber: Mara Quist - Fotoğraf: Jan Veld", ["Mara Quist"]),
        ("cs", "Mara Quist, zpravodajka v Paříži", ["Mara Quist"]),
        ("ru", "Автор: Мара Квист", ["Мара Квист"]),
        ("ru", "Мара Квист, Ян Велд", ["Мара Квист", "Ян Велд"]),
        ("ru", "Корреспондент «Голоса берега» Мара Квист", ["Мара Квист"]),
        ("zh", "作者：林小明", ["林小明"]),
        ("zh", "（本社记者 林小明）", ["林小明"]),
        ("ja", "執筆者：山川花子", ["山川花子"]),
        ("ko", "김나루 기자", ["김나루"]),
        ("ar", "كتبت منى الساعدي", ["منى الساعدي"]),
    ],
)
def test_authors(code: str, text: str, names: list[str]) -> None:
    byline = bylines([text], completed(code))
    assert byline
    assert [author.name for author in byline.authors] == names


@pytest.mark.parametrize(
    ("code", "text", "published", "updated"),
    [
        ("de", "Stand: 04.03.2021 14:32 Uhr", "2021-03-04T14:32:00", None),
        ("de", "4. März 2021, 17:47", "2021-03-04T17:47:00", None),
        ("de", "12. MÄR 2021 18:03", "2021-03-12T18:03:00", None),
        ("de", "Veröffentlicht am 04.03.2021 Aktualisiert am 05.03.2021", "2021-03-04", "2021-03-05"),
        ("fr", "Publié le 4 mars 2021 à 10h15", "2021-03-04T10:15:00", None),
        (
            "fr",
            "Publié le 4 mars 2021 à 10h15, mis à jour le 5 mars 2021 à 8h05",
            "2021-03-04T10:15:00",
            "2021-03-05T08:05:00",
        ),
        ("fr", "1er juin 2021", "2021-06-01", None),
        ("fr", "Publié le 4 Mar 21 à 9:21", "2021-03-04T09:21:00", None),
        ("fr", "4 mars 2021 à 23:15 - Mis à jour à 06:17", "2021-03-04T23:15:00", None),
        ("cs", "4. 3. 2021 10:15", "2021-03-04T10:15:00", None),
        ("nl", "Geüpdatet: 4 maart 2021 11:12", None, "2021-03-04T11:12:00"),
        ("fi", "Päivitetty torstaina 4. maaliskuuta 2021", None, "2021-03-04"),
        ("es", "4 de marzo de 2021, 14:32", "2021-03-04T14:32:00", None),
        ("es", "Publicado el 04/03/2021. Actualizado el 05/03/2021", "2021-03-04", "2021-03-05"),
        (
            "it",
            "Pubblicato il 4 Marzo 2021 Ultima modifica 5 Marzo 2021 12:02",
            "2021-03-04",
            "2021-03-05T12:02:00",
        ),
        ("pt", "4 de março de 2021, 10h51", "2021-03-04T10:51:00", None),
        ("pt", "04/03/2021 18h58 Atualizado 05/03/2021", "2021-03-04T18:58:00", "2021-03-05"),
        ("nl", "4 maart 2021 11:12", "2021-03-04T11:12:00", None),
        ("no", "Publisert 04.03.2021 - 17:29", "2021-03-04T17:29:00", None),
        ("sv", "Publicerad 4 mars 2021", "2021-03-04", None),
        (
            "pl",
            "Aktualizacja: 05.03.2021 19:45 Publikacja: 04.03.2021 19:05",
            "2021-03-04T19:05:00",
            "2021-03-05T19:45:00",
        ),
        ("pl", "4 marca 2021, 5:16", "2021-03-04T05:16:00", None),
        ("tr", "04.03.2021 - Güncelleme : 05.03.2021", "2021-03-04", "2021-03-05"),
        ("ru", "4 марта 2021, 10:15", "2021-03-04T10:15:00", None),
        ("ar", "الخميس، 04 مارس 2021 09:23", "2021-03-04T09:23:00", None),
        ("ar", "4 آذار 2021", "2021-03-04", None),
        ("zh", "2021年3月4日 10:15", "2021-03-04T10:15:00", None),
        ("zh", "发布：2021-03-04 01:00 更新：2021-03-05", "2021-03-04T01:00:00", "2021-03-05"),
        ("ja", "2021年3月4日 10時15分", "2021-03-04T10:15:00", None),
        ("ko", "입력 2021-03-04 16:33 | 수정 2021-03-05", "2021-03-04T16:33:00", "2021-03-05"),
    ],
)
def test_times(code: str, text: str, published: str | None, updated: str | None) -> None:
    first, second = times([text], completed(code))
    assert (first.date if first else None, second.date if second else None) == (published, updated)


@pytest.mark.parametrize(
    ("code", "text", "people", "organizations"),
    [
        ("de", "Foto: Mara Quist/dpa", ["Mara Quist"], ["dpa"]),
        ("de", "Bild: Keystone", [], ["Keystone"]),
        ("fr", "Photo : Mara Quist / AFP", ["Mara Quist"], ["AFP"]),
        ("fr", "Crédit photo : Mara Quist", ["Mara Quist"], []),
        ("es", "(Foto: Mara Quist)", ["Mara Quist"], []),
        ("pt", "Foto: Mara Quist/Gull Press", ["Mara Quist"], ["Gull Press"]),
        ("nl", "Foto: ANP", [], ["ANP"]),
        ("no", "Foto: Mara Quist", ["Mara Quist"], []),
        ("pl", "Fot. Mara Quist / Gull", ["Mara Quist"], ["Gull"]),
        ("ru", "Фото: Reuters", [], ["Reuters"]),
        ("de", "© Mara Quist / picture alliance", ["Mara Quist"], ["Picture Alliance"]),
        ("es", "Fotografía de Mara Quist", ["Mara Quist"], []),
        ("fr", "Photo d'archives AFP", [], ["AFP"]),
        ("it", "(foto di Mara Quist)", ["Mara Quist"], []),
        ("fi", "Kuva: Mara Quist / Gullkuva", ["Mara Quist"], ["Gullkuva"]),
        ("cs", "Foto: Reuters", [], ["Reuters"]),
    ],
)
def test_photo_credits(code: str, text: str, people: list[str], organizations: list[str]) -> None:
    credit = photo_credit(text, completed(code))
    assert (list(credit.names), list(credit.organizations)) == (people, organizations)


@pytest.mark.parametrize(
    ("code", "text", "location", "organization"),
    [
        ("de", "BERLIN (dpa) -", "Berlin", "dpa"),
        ("fr", "PARIS, 4 mars (Reuters) -", "Paris", "Reuters"),
        ("it", "(ANSA) - ROMA, 4 MAR -", "Roma", "ANSA"),
        ("es", "Madrid, 4 mar (EFE).-", "Madrid", "EFE"),
        ("ru", "МОСКВА, 4 марта. /ТАСС/.", "Москва", "ТАСС"),
        ("tr", "ESKİPINAR (AA) -", "Eskipınar", "AA"),
    ],
)
def test_datelines(code: str, text: str, location: str, organization: str) -> None:
    line = dateline(text, completed(code))
    assert (line.location, line.organization) == (location, organization)


@pytest.mark.parametrize("code", "ar cs da de es fi fr it ja ko nl no pl pt ru sv tr zh".split())
def test_fourteen_languages_and_more_have_patterns_of_fields(code: str) -> None:
    assert load(code).fields != FieldPatterns()
    assert load(code).fields.byline.by.search("The mill was built in 1908") is None


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("de", "Von Mara Quist, stellvertretende Chefredakteurin", "stellvertretende Chefredakteurin"),
        ("de", "Mara Quist, Nahost-Korrespondentin", "Nahost-Korrespondentin"),
        ("fr", "Par Mara Quist, envoyée spéciale à Rome", "envoyée spéciale à Rome"),
        ("es", "Mara Quist | Corresponsal en Roma", "Corresponsal en Roma"),
        ("nl", "Mara Quist, politiek verslaggever", "politiek verslaggever"),
        ("fi", "Mara Quist, toimittaja", "toimittaja"),
    ],
)
def test_roles(code: str, text: str, role: str) -> None:
    byline = bylines([text], completed(code))
    assert byline
    (author,) = byline.authors
    assert (author.name, author.role) == ("Mara Quist", role)


@pytest.mark.parametrize(
    ("code", "text", "role", "names", "organizations"),
    [
        ("de", "Mit Material von dpa", "source", [], ["dpa"]),
        ("de", "Mitarbeit: Jan Veld", "contributor", ["Jan Veld"], []),
        ("de", "Aus dem Englischen von Jan Veld", "translator", ["Jan Veld"], []),
        ("fr", "Avec AFP et Reuters", "source", [], ["AFP", "Reuters"]),
        ("fr", "Propos recueillis par Mara Quist", "reporter", ["Mara Quist"], []),
        ("es", "Con información de EFE", "source", [], ["EFE"]),
        ("it", "Traduzione di Mara Quist", "translator", ["Mara Quist"], []),
        ("pt", "Com informações da Agência Brasil", "source", [], ["Agência Brasil"]),
        ("nl", "Met medewerking van Jan Veld", "contributor", ["Jan Veld"], []),
        ("pl", "Oprac. Mara Quist", "editor", ["Mara Quist"], []),
        ("tr", "Kaynak: AA", "source", [], ["AA"]),
        ("no", "Kilde: NTB", "source", [], ["NTB"]),
        ("cs", "Zdroj: ČTK", "source", [], ["ČTK"]),
        ("sv", "Källa: Brå", "source", [], ["Brå"]),
        ("pl", "Źródło: faro.example", "source", [], ["faro.example"]),
        ("fr", "montage : Léa Veld", None, ["Léa Veld"], []),
        ("de", "Mit Agenturmaterial.", "source", [], []),
    ],
)
def test_credits(code: str, text: str, role: str | None, names: list[str], organizations: list[str]) -> None:
    (credit,) = credits(text, completed(code))
    assert (credit.role, list(credit.names), list(credit.organizations)) == (role, names, organizations)


@pytest.mark.parametrize(
    ("code", "text", "location", "agency", "date"),
    [
        ("de", "Hamburg (dpa/lno) -", "Hamburg", "dpa/lno", None),
        ("de", "BRÜSSEL/BERLIN taz |", "Brüssel/Berlin", "taz", None),
        ("de", "Hamburg.", "Hamburg", None, None),
        ("de", "Berlin, 4. März 2021 (epd).", "Berlin", "epd", "2021-03-04"),
        ("fr", "Bruxelles, Belgique | AFP | jeudi 4 mars 2021", "Bruxelles, Belgique", "AFP", "2021-03-04"),
        ("it", "(ANSA) - ROMA, 4 MAR -", "Roma", "ANSA", None),
        ("pl", "WARSZAWA, 4 marca (PAP) –", "Warszawa", "PAP", None),
        ("cs", "PRAHA 4. března (ČTK) -", "Praha", "ČTK", None),
    ],
)
def test_dated_datelines(code: str, text: str, location: str, agency: str | None, date: str | None) -> None:
    found = dateline(text, completed(code))
    assert (found.location, found.organization, found.date) == (location, agency, date)


def test_a_mere_clock_on_the_next_line_is_of_the_same_day() -> None:
    published, updated = times(["11 abr 2023 - 23h36", "(atualizado às 23h44)"], completed("pt"))
    assert [time and time.date for time in (published, updated)] == [
        "2023-04-11T23:36:00",
        "2023-04-11T23:44:00",
    ]
