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
        (["By Mara Quist, Tom Veld, and Ola B. Fenn, Harbour Gazette"], ["Mara Quist", "Tom Veld", "Ola B. Fenn"]),
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
        (["Mara Quist", "Photographs by Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Mara Quist", "Editor: Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist", "and Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["By Mara Quist and", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Mara Quist and", "Tom Veld"], ["Mara Quist", "Tom Veld"]),
        (["Banksy", "Art critic"], ["Banksy"]),
        (["Banksy and Quist"], ["Banksy", "Quist"]),
        (["by ibby 24 Comments"], ["ibby"]),
        (["ibby Updated 3 May"], ["ibby"]),
        (["smith & sons"], ["smith & sons"]),
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
        (["By Mara Quist, BBC diplomatic correspondent"], [Author("Mara Quist", "diplomatic correspondent", "BBC")]),
        (["Mara Quist", "Senior Technical Writer"], [Author("Mara Quist", "Senior Technical Writer")]),
        (["Mara Quist", "Marketing Director"], [Author("Mara Quist", "Marketing Director")]),
        (["Mara QuistFounder at Fennwood"], [Author("Mara Quist", "Founder", "Fennwood")]),
        (
            ["By MARA QUIST and TOM VELD", "Associated Press"],
            [Author(n, organization="Associated Press") for n in ("Mara Quist", "Tom Veld")],
        ),
        (["Mara Quist and Tom Veld | Guest Columnists"], [Author(n, "Guest Columnists") for n in ("Mara Quist", "Tom Veld")]),
        (["Mara Quist, AFP; Tom Veld, Reuters"], [Author("Mara Quist", organization="AFP"), Author("Tom Veld", organization="Reuters")]),
        (
            ["By Mara Quist (Port Ellen Gazette), Tom Veld (Fennpost) and Ola Fenn (Radio Ellen)"],
            [
                Author("Mara Quist", organization="Port Ellen Gazette"),
                Author("Tom Veld", organization="Fennpost"),
                Author("Ola Fenn", organization="Radio Ellen"),
            ],
        ),
        (["By Mara Quist (Fennpost)"], [Author("Mara Quist", organization="Fennpost")]),
        (["By Mara Quist (now) and Tom Veld (photos)"], [Author("Mara Quist"), Author("Tom Veld")]),
        (["By Mara Quist mara@gull.example"], [Author("Mara Quist", email="mara@gull.example")]),
        (["Mara Quist@maraq"], [Author("Mara Quist", handle="@maraq")]),
        (
            ["By Mara Quist", "Harbour reporter", "mara@gull.example @maraq"],
            [Author("Mara Quist", "Harbour reporter", None, "mara@gull.example", "@maraq")],
        ),
        (["Mara Quist", "@maraq", "Tom Veld", "@tomv"], [Author("Mara Quist", handle="@maraq"), Author("Tom Veld", handle="@tomv")]),
    ],
)
def test_what_stands_beside_the_name(texts: list[str], expected: list[Author]) -> None:
    assert list(authors(*texts)) == expected


def test_byline_text() -> None:
    assert bylines([], ENGLISH) is None
    assert bylines([" "], ENGLISH) is None
    assert bylines(["By Associated  Press"], ENGLISH) == Byline("By Associated Press", (Author("Associated Press"),))
    byline = bylines(["By Mara Quist", "Gull reporter", "By Mara Quist"], ENGLISH)
    assert byline
    assert byline.text == "By Mara Quist Gull reporter"
