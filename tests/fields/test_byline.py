"""Bylines: who wrote it."""

from __future__ import annotations

import pytest

from newsparse.article import Author, Byline
from newsparse.fields.byline import bylines
from newsparse.languages import load

ENGLISH = load("en")


def authors(*texts: str) -> tuple[Author, ...]:
    byline = bylines(texts, ENGLISH)
    assert byline
    return byline.authors


def names(*texts: str) -> list[str]:
    return [author.name for author in authors(*texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["By Mara Quist"], ["Mara Quist"]),
        (["ByMara Quist"], ["Mara Quist"]),
        (["BY MARA QUIST"], ["Mara Quist"]),
        (["BYRON VELD"], ["Byron Veld"]),
        (["By Mara Quist and Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By MARA QUIST & TOM VELD"], ["Mara Quist", "Tom Veld"]),
        (
            ["By Mara Quist, Tom Veld, and Ola B. Fenn, Harbour Gazette"],
            ["Mara Quist", "Tom Veld", "Ola B. Fenn"],
        ),
        (["By", "Mara Quist", "and", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist", "Mara Quist", "MARA QUIST"], ["Mara Quist"]),
        (["Mara Quist", "Mara"], ["Mara Quist"]),
        (["Mara Quist", "Mara Q."], ["Mara Quist"]),
        (["Written by", "Mara Quist", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Author(s):", "Mara Quist"], ["Mara Quist"]),
        (["Author: Mara Quist"], ["Mara Quist"]),
        (["Analysis by Mara Quist"], ["Mara Quist"]),
        (["– Mara Quist"], ["Mara Quist"]),
        (["Mara Quist, PhD, RN"], ["Mara Quist"]),
        (["Mara Quist, Tom Veld Jr."], ["Mara Quist", "Tom Veld Jr."]),
        (["By Mara Quist, Tom Veld, Ola Fenn"], ["Mara Quist", "Tom Veld", "Ola Fenn"]),
        (["By Mara Quist, Port Ellen Insider"], ["Mara Quist"]),
        (["By Mara Quist and Tom Veld, Port Ellen Insider"], ["Mara Quist", "Tom Veld"]),
        (["By National Desk The Gull"], ["National Desk"]),
        (["By Mara Quist Political correspondent"], ["Mara Quist"]),
        (["Mara QuistStaff Writer"], ["Mara Quist"]),
        (["Mara QuistTom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara McVeld"], ["Mara McVeld"]),
        (["By Mara DeVeld"], ["Mara DeVeld"]),
        (["By Mara Engineer & Tom Veld"], ["Mara Engineer", "Tom Veld"]),
        (["Mara Quist for The Gull"], ["Mara Quist"]),
        (["By Mara Quist | Gull News"], ["Mara Quist"]),
        (["By Mara Quist, BBC News, New York"], ["Mara Quist"]),
        (["Gull Gazette", "Mara Quist"], ["Mara Quist"]),
        (["By Gull Staff"], ["Gull Staff"]),
        (["By the Gull Team"], ["Gull Team"]),
        (["by ibby"], ["ibby"]),
        (["Mara"], ["Mara"]),
        (["Political correspondent"], []),
        (["By"], []),
        (["mara@gull.example"], []),
        (["@maraquist"], []),
        (["By Associated Press"], ["Associated Press"]),
        (["Reuters", "AFP"], ["Reuters"]),
        (["Tide Tables", "By Mara Quist", "Harbour"], ["Mara Quist"]),
        (["By", "Mara Quist", "@maraquist", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Mara Quist", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist Updated"], ["Mara Quist"]),
        (["By Mara Quist Published in Harbour Life"], ["Mara Quist"]),
        (["by Mara 24 Comments"], ["Mara"]),
        (["By the Gull Team 2–3 minutes"], ["Gull Team"]),
        (["by 5 Comments"], []),
        (["Posted by at"], []),
        (["Written for"], []),
        (["Exclusive"], []),
        (["Crime", "Mara Quist"], ["Mara Quist"]),
        (["Ai2"], ["Ai2"]),
        (["Local", "Gull Staff"], ["Gull Staff"]),
        (["Tide Tables", "Article by Mara Quist"], ["Mara Quist"]),
        (["Mara Quist", "Photographs by Tom Veld"], ["Mara Quist"]),
        (["Mara Quist", "Editor: Tom Veld"], ["Mara Quist"]),
        (["By Mara Quist", "and Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist and", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Mara Quist and", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Banksy", "Art critic"], ["Banksy"]),
        (["Banksy and Quist"], ["Banksy", "Quist"]),
        (["by ibby 24 Comments"], ["ibby"]),
        (["ibby Updated 3 May"], ["ibby"]),
        (["smith & sons"], ["smith & sons"]),
        (["BYMara Quist"], ["Mara Quist"]),
        (["As told to Mara Quist"], ["Mara Quist"]),
        (["Told to Mara Quist"], ["Mara Quist"]),
        (["By Ola Fenn, as told to Mara Quist"], ["Ola Fenn", "Mara Quist"]),
        (["AS TOLD TO MARA QUIST AND TOM VELD"], ["Mara Quist", "Tom Veld"]),
        (["Story and photos by Mara Quist"], ["Mara Quist"]),
        (["WORDS & PICTURES BY MARA QUIST"], ["Mara Quist"]),
        (["Photographs and text: Mara Quist"], ["Mara Quist"]),
        (["Written and photographed by Mara Quist"], ["Mara Quist"]),
        (["Words: Mara Quist Pictures: Tom Veld"], ["Mara Quist"]),
        (["WORDS: MARA QUIST. PHOTOGRAPHY: TOM VELD"], ["Mara Quist"]),
        (["Words Mara Quist Photos Tom Veld"], ["Mara Quist"]),
        (["Text: Mara Quist / Camera: Tom Veld"], ["Mara Quist"]),
        (["Story by Mara Quist Photos by Tom Veld"], ["Mara Quist"]),
        (["By Mara Quist, illustrations by Tom Veld"], ["Mara Quist"]),
        (["Written by Mara Quist Edited by Tom Veld"], ["Mara Quist"]),
        (["By Mara Quist Additional reporting by Tom Veld"], ["Mara Quist"]),
        (["Photographs by Tom Veld"], ["Tom Veld"]),
        (["By Mara Quist, with Tom Veld in Port Ellen"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist with Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist in Fenn and Tom Veld in Port Ellen"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist and Tom Veld, in Fenn and Harrow"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist and AFP"], ["Mara Quist", "AFP"]),
        (["Mara Quist and Reuters"], ["Mara Quist", "Reuters"]),
        (["By Mara Quist and agencies"], ["Mara Quist"]),
        (["By Mara Quist and the Gull Visuals team"], ["Mara Quist"]),
        (["PTI | Fenn"], ["PTI"]),
        (["REUTERS"], ["Reuters"]),
        (["Posted by Mara Quist on May 3, 2021"], ["Mara Quist"]),
        (["By Mara Quist 3 May 2021"], ["Mara Quist"]),
        (["By Mara Quist Updated May 3"], ["Mara Quist"]),
        (["From Mara Quist in Fenn"], ["Mara Quist"]),
        (["By Mara Quist, Jr., and Tom Veld, III"], ["Mara Quist, Jr.", "Tom Veld, III"]),
        (["By MARA QUIST JR. and TOM VELD"], ["Mara Quist Jr.", "Tom Veld"]),
        (["By Mara Quist, Ph.D., and Tom Veld, M.D."], ["Mara Quist", "Tom Veld"]),
    ],
)
def test_authors(texts: list[str], expected: list[str]) -> None:
    assert names(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["By Mara Quist, CNN"], [Author("Mara Quist", organization="CNN")]),
        (["MARA QUIST, Associated Press"], [Author("Mara Quist", organization="Associated Press")]),
        (["Mara Quist for The Gull"], [Author("Mara Quist", organization="The Gull")]),
        (
            ["By Mara Quist, BBC diplomatic correspondent"],
            [Author("Mara Quist", "diplomatic correspondent", "BBC")],
        ),
        (["Mara Quist", "Senior Technical Writer"], [Author("Mara Quist", "Senior Technical Writer")]),
        (["Mara Quist", "Marketing Director"], [Author("Mara Quist", "Marketing Director")]),
        (["Mara QuistFounder at Fennwood"], [Author("Mara Quist", "Founder", "Fennwood")]),
        (
            ["By MARA QUIST and TOM VELD", "Associated Press"],
            [Author(n, organization="Associated Press") for n in ("Mara Quist", "Tom Veld")],
        ),
        (
            ["Mara Quist and Tom Veld | Guest Columnists"],
            [Author(n, "Guest Columnists") for n in ("Mara Quist", "Tom Veld")],
        ),
        (
            ["Mara Quist, AFP; Tom Veld, Reuters"],
            [Author("Mara Quist", organization="AFP"), Author("Tom Veld", organization="Reuters")],
        ),
        (
            ["By Mara Quist (Port Ellen Gazette), Tom Veld (Fennpost) and Ola Fenn (Radio Ellen)"],
            [
                Author("Mara Quist", organization="Port Ellen Gazette"),
                Author("Tom Veld", organization="Fennpost"),
                Author("Ola Fenn", organization="Radio Ellen"),
            ],
        ),
        (["By Mara Quist (Fennpost)"], [Author("Mara Quist", organization="Fennpost")]),
        (["By Mara Quist (now) and Tom Veld (then)"], [Author("Mara Quist"), Author("Tom Veld")]),
        (["By Mara Quist (text) and Tom Veld (photos)"], [Author("Mara Quist")]),
        (["By Mara Quist, Gull Gazette — Port Veld"], [Author("Mara Quist", organization="Gull Gazette")]),
        (["By Mara Quist mara@gull.example"], [Author("Mara Quist", email="mara@gull.example")]),
        (["Mara Quist@maraq"], [Author("Mara Quist", handle="@maraq")]),
        (
            ["By Mara Quist", "Harbour reporter", "mara@gull.example @maraq"],
            [Author("Mara Quist", "Harbour reporter", None, "mara@gull.example", "@maraq")],
        ),
        (
            ["By Mara Quist, senior reporter, HarborPost"],
            [Author("Mara Quist", "senior reporter", "HarborPost")],
        ),
        (["By Mara Quist, Staff Writer, Crime"], [Author("Mara Quist", "Staff Writer")]),
        (
            ["By Mara Quist, Health Editor and Tom Veld, Science Editor"],
            [Author("Mara Quist", "Health Editor"), Author("Tom Veld", "Science Editor")],
        ),
        (["By Political Editor Mara Quist"], [Author("Mara Quist", "Political Editor")]),
        (
            ["By Professor Mara Quist, University of Fenn"],
            [Author("Mara Quist", "Professor", "University of Fenn")],
        ),
        (["By Mara Quist FOR FENNONLINE"], [Author("Mara Quist", organization="FENNONLINE")]),
        (["By MARA QUIST For Fennonline"], [Author("Mara Quist", organization="Fennonline")]),
        (["By Mara Quist for the Daily Gull"], [Author("Mara Quist", organization="Daily Gull")]),
        (
            ["BY MARA QUIST", "SPECIAL TO THE GULL GAZETTE"],
            [Author("Mara Quist", organization="Gull Gazette")],
        ),
        (["By Mara Quist, Special to the Gull Gazette"], [Author("Mara Quist", organization="Gull Gazette")]),
        (["By MARA QUIST Associated Press"], [Author("Mara Quist", organization="Associated Press")]),
        (["By Mara Quist AP Business Writer"], [Author("Mara Quist", "Business Writer", "AP")]),
        (["By Mara Quist GULL STAFF WRITER"], [Author("Mara Quist", "STAFF WRITER", "GULL")]),
        (["By Mara Quist For The Daily Gull"], [Author("Mara Quist", organization="The Daily Gull")]),
        (
            ["Mara Quist, Fenn Herald-Press, and Tom Veld, GULL DAILY"],
            [
                Author("Mara Quist", organization="Fenn Herald-Press"),
                Author("Tom Veld", organization="Gull Daily"),
            ],
        ),
        (
            ["By Mara Quist", "Education and Skills Editor, The Gull Post", "@maraq"],
            [Author("Mara Quist", "Education and Skills Editor", "The Gull Post", handle="@maraq")],
        ),
        (["Mara Quist/Gull News Service"], [Author("Mara Quist", organization="Gull News Service")]),
        (["By Mara Quist Twitter: @maraq"], [Author("Mara Quist", handle="@maraq")]),
        (
            ["Mara Quist @maraq and Tom Veld @tomv"],
            [Author("Mara Quist", handle="@maraq"), Author("Tom Veld", handle="@tomv")],
        ),
        (
            ["Mara Quist", "@maraq", "Tom Veld", "@tomv"],
            [Author("Mara Quist", handle="@maraq"), Author("Tom Veld", handle="@tomv")],
        ),
    ],
)
def test_what_stands_beside_the_name(texts: list[str], expected: list[Author]) -> None:
    assert list(authors(*texts)) == expected


def test_byline_text() -> None:
    assert bylines([], ENGLISH) is None
    assert bylines([" "], ENGLISH) is None
    assert bylines(["By Associated  Press"], ENGLISH) == Byline(
        "By Associated Press", (Author("Associated Press"),)
    )
    byline = bylines(["By Mara Quist", "Gull reporter", "By Mara Quist"], ENGLISH)
    assert byline
    assert byline.text == "By Mara Quist Gull reporter"
