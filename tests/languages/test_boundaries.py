"""Where lines in other languages than English are cut, by the words of their folders."""

from __future__ import annotations

import pytest

from newsparse.languages.reading import completed
from newsparse.segment.document import lines
from newsparse.segment.split import split


def parts(code: str, text: str) -> list[str]:
    """The segments of a text in a language."""
    patterns = completed(code).segment
    return [text[segment.start : segment.end] for segment in split(lines(text, patterns), patterns)]


@pytest.mark.parametrize(
    ("code", "dateline", "sentence"),
    [
        ("de", "BERLIN (dpa) -", "Die Regierung hat am Montag beschlossen, dass alles gut wird."),
        ("de", "Hamburg (dpa/lno) -", "Die Stadt will das Rathaus bis zum Herbst sanieren lassen."),
        ("de", "BRÜSSEL/BERLIN taz |", "Die Kommission will den alten Vertrag am Montag kündigen."),
        ("de", "Hamburg.", "Die Stadt will das Rathaus bis zum Herbst sanieren lassen, hieß es."),
        ("de", "Berlin, 4. März 2021 (epd).", "Die Kirche hat am Montag eine Bischöfin gewählt."),
        ("fr", "PARIS, 4 mars (Reuters) -", "Le gouvernement a annoncé lundi une réforme du code."),
        ("es", "MADRID, 4 (EUROPA PRESS)", "El gobierno anunció el lunes una reforma del código."),
        ("es", "La Paz, 4 de marzo de 2021 (ABI).-", "El gobierno anunció el lunes una reforma."),
        ("it", "(ANSA) - ROMA, 4 MAR -", "Il governo ha annunciato lunedì una riforma del codice."),
        ("it", "Roma, 4 mar. (askanews) -", "Il governo ha annunciato lunedì una riforma del codice."),
        ("pt", "Lisboa, 04 mar 2021 (Lusa) -", "O governo anunciou na segunda-feira uma reforma."),
        ("pt", "Rio de Janeiro -", "O governo anunciou na segunda-feira uma reforma do código."),
        ("nl", "AMSTERDAM (ANP) -", "De regering heeft maandag een hervorming aangekondigd."),
        ("pl", "WARSZAWA, 4 marca (PAP) –", "Rząd ogłosił w poniedziałek reformę kodeksu pracy."),
        ("tr", "ANKARA (AA) -", "Hükümet pazartesi günü yeni bir reform paketi açıkladı."),
        ("sv", "STOCKHOLM (TT)", "Regeringen meddelade på måndagen att lagen ska ändras till hösten."),
        ("no", "OSLO (NTB):", "Regjeringen varslet mandag at loven skal endres til høsten, sa hun."),
        ("da", "København /ritzau/:", "Regeringen meddelte mandag, at loven skal ændres til efteråret."),
        ("fi", "Helsinki (STT) –", "Hallitus ilmoitti maanantaina, että laki muuttuu taas syksyllä."),
        ("cs", "PRAHA 4. března (ČTK) -", "Vláda v pondělí oznámila, že zákon se na podzim změní."),
    ],
)
def test_a_dateline_is_a_part_of_its_own(code: str, dateline: str, sentence: str) -> None:
    assert parts(code, f"{dateline} {sentence}") == [dateline, sentence]
    more = f"{sentence} {sentence} {sentence} {sentence}"
    assert parts(code, f"{dateline} {more}")[0] == dateline


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Von Mara Quist | ¦Stand: 04.03.2021, 14:32 Uhr"),
        ("de", "Mara Quist, ¦4. März 2021, 10:15 Uhr"),
        ("de", "Lesezeit: 3 Min. ¦Von Mara Quist"),
        ("de", "So endete der Tag, sagte er. ¦Mit Material von dpa"),
        ("fr", "Publié le 4 mars 2021 à 10h15 ¦par Solène Maucourt"),
        ("fr", "Par S. Maucourt ¦Publié le 4 mars 2021"),
        ("es", "Por Mara Quist ¦martes, 4 de marzo de 2021"),
        ("it", "di Mara Quist ¦4 marzo 2021 alle 10:15"),
        ("pt", "Jean Veld¦Reprodução/Gullbild"),
        ("nl", "4 maart 2021 om 10:15 ¦Leestijd 3 min"),
        ("pl", "Opublikowano: 4 marca 2021, godz. 10:15 ¦Autor: Mara Quist"),
        ("pl", "Port o świcie ¦fot. Jan Veld"),
        ("no", "Havnen. ¦Foto: AP ¦Vis mer"),
        ("da", "Af Mara Quist ¦Opdateret 4. marts 2021 kl. 10.15"),
    ],
)
def test_lines_are_cut_by_the_words_of_their_language(code: str, line: str) -> None:
    assert parts(code, line.replace("¦", "")) == [part.strip() for part in line.split("¦")]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Präsident von Frankreich und Ursula von Storch"),
        ("de", "Leserinnen und LeserInnen der JournalistInnen"),
        ("de", "Stand: 04.03.2021 14:32 Uhr"),
        ("fr", "De notre correspondant à Rome"),
        ("es", "Actualizado el jueves, 4 de marzo de 2021, 10:15"),
        ("it", "Il sindaco di Roma e il presidente di Milano"),
        ("pt", "Publicado em 4 de março de 2021 às 10h15"),
        ("nl", "Geüpdatet: 4 maart 2021 11:12"),
        ("fi", "Julkaistu 4.3.2021 klo 10.15"),
        ("de", "Der Hamburg-Marathon 2024 beginnt am Hafen"),
        ("no", "Tuva kom til verden i slutten av april 2014"),
        ("pt", "(atualizado às 12h02)"),
        ("de", "15.32 Uhr: Neuer Zug im Hafen"),
    ],
)
def test_what_is_one_part_is_not_cut(code: str, line: str) -> None:
    assert parts(code, line) == [line]
