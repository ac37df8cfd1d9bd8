"""Credits: who else worked on it."""

from __future__ import annotations

import pytest

from newsparse.article import Credit
from newsparse.fields.credits import credits
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CNN's Mara Quist contributed to this report.", [("contributor", ["Mara Quist"], ["CNN"])]),
        (
            "Fennpost’s Mara Quist contributed to this report from Cairo.",
            [("contributor", ["Mara Quist"], ["Fennpost"])],
        ),
        (
            "Fenn Island Post's Mara Quist and Tom Veld contributed.",
            [("contributor", ["Mara Quist", "Tom Veld"], ["Fenn Island Post"])],
        ),
        ("Quist reported from Port Ellen.", [("reporter", ["Quist"], [])]),
        (
            "Mara Quist reported from Fenn, and Tom Veld from Cairo.",
            [("reporter", ["Mara Quist", "Tom Veld"], [])],
        ),
        (
            "Mara Quist reported from Fenn, Tom Veld from Cairo and Bo Lee from Kobe.",
            [("reporter", ["Mara Quist", "Tom Veld", "Bo Lee"], [])],
        ),
        ("Mara Quist wrote in Fenn and Tom Veld in Cairo", [("writer", ["Mara Quist", "Tom Veld"], [])]),
        (
            "Mara Quist contributed reporting from Fenn, and Tom Veld contributed research.",
            [("contributor", ["Mara Quist", "Tom Veld"], [])],
        ),
        ("(With inputs from PTI)", [("contributor", [], ["PTI"])]),
        ("(With inputs from PTI and ANI)", [("contributor", [], ["PTI", "ANI"])]),
        ("With IANS inputs", [("contributor", [], ["IANS"])]),
        ("Inputs from Reuters", [("contributor", [], ["Reuters"])]),
        ("With contributions from Tom Veld", [("contributor", ["Tom Veld"], [])]),
        (
            "Additional reporting: Mara Quist and Tom Veld",
            [("contributor", ["Mara Quist", "Tom Veld"], [])],
        ),
        ("– Additional reporting from Reuters", [("contributor", [], ["Reuters"])]),
        ("Contributing: Mara Quist", [("contributor", ["Mara Quist"], [])]),
        ("Contributors: Mara Quist and Tom Veld", [("contributor", ["Mara Quist", "Tom Veld"], [])]),
        (
            "Reporter: Mara Quist; Editor: Tom Veld",
            [("reporter", ["Mara Quist"], []), ("editor", ["Tom Veld"], [])],
        ),
        ("Translation: Mara Quist", [("translator", ["Mara Quist"], [])]),
        ("Copy edited by Mara Quist", [("editor", ["Mara Quist"], [])]),
        (
            "This report includes information from The Associated Press",
            [("source", [], ["The Associated Press"])],
        ),
        (
            "The Associated Press and Reuters contributed to this report.",
            [("contributor", [], ["The Associated Press", "Reuters"])],
        ),
        ("© AFP", [(None, [], ["AFP"])]),
        ("Fennpost contributed to this report.", [("contributor", [], [])]),
        ("Data analysis by Mara Quist, Harbour Fenn", [(None, ["Mara Quist"], ["Harbour Fenn"])]),
        ("Reporting by Mara Quist, Tom Veld", [("reporter", ["Mara Quist", "Tom Veld"], [])]),
        (
            "Reporting by Mara Quist in Cairo; Editing by Tom Veld",
            [("reporter", ["Mara Quist"], []), ("editor", ["Tom Veld"], [])],
        ),
        (
            (
                "(Reporting by Mara Quist in Port Ellen and Ola Fenn in New York, with reporting by Ida "
                "Brand, "
                "editing by Tom Veld.)"
            ),
            [
                ("reporter", ["Mara Quist", "Ola Fenn"], []),
                ("contributor", ["Ida Brand"], []),
                ("editor", ["Tom Veld"], []),
            ],
        ),
        ("Additional reporting by Mara Quist", [("contributor", ["Mara Quist"], [])]),
        ("Writing by Mara Quist", [("writer", ["Mara Quist"], [])]),
        ("The Associated Press contributed to this report.", [("contributor", [], ["The Associated Press"])]),
        (
            (
                "Associated Press writers Mara Quist in Port Ellen, Ohio, and Tom Veld in Atlanta "
                "contributed "
                "to this report."
            ),
            [("contributor", ["Mara Quist", "Tom Veld"], ["Associated Press"])],
        ),
        (
            (
                "CNN's Mara Quist reported from Cairo, while Ola Fenn wrote in London. Tom Veld "
                "contributed to "
                "this report."
            ),
            [
                ("reporter", ["Mara Quist"], ["CNN"]),
                ("writer", ["Ola Fenn"], []),
                ("contributor", ["Tom Veld"], []),
            ],
        ),
        (
            "With files from The Canadian Press and Mara Quist",
            [("contributor", ["Mara Quist"], ["The Canadian Press"])],
        ),
        ("Fact-checked by Mara Quist", [("fact-checker", ["Mara Quist"], [])]),
        ("Source: CNN", [("source", [], ["CNN"])]),
        ("Many thanks", [(None, [], [])]),
        ("", []),
    ],
)
def test_credits(text: str, expected: list[tuple[str | None, list[str], list[str]]]) -> None:
    assert [
        (credit.role, list(credit.names), list(credit.organizations)) for credit in credits(text, ENGLISH)
    ] == expected


def test_credits_keep_their_words() -> None:
    both = list(credits("(Reporting by Mara Quist in Cairo; Editing by Tom Veld)", ENGLISH))
    assert [credit.text for credit in both] == ["Reporting by Mara Quist in Cairo", "Editing by Tom Veld"]
    assert list(credits("Edited by Tom Veld.", ENGLISH)) == [
        Credit("Edited by Tom Veld.", "editor", ("Tom Veld",))
    ]
