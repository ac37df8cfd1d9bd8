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
        ("Fennpost’s Mara Quist contributed to this report from Cairo.", [("contributor", ["Mara Quist"], ["Fennpost"])]),
        ("Fenn Island Post's Mara Quist and Tom Veld contributed.", [("contributor", ["Mara Quist", "Tom Veld"], ["Fenn Island Post"])]),
        ("Quist reported from Port Ellen.", [("reporter", ["Quist"], [])]),
        ("Fennpost contributed to this report.", [("contributor", [], [])]),
        ("Data analysis by Mara Quist, Harbour Fenn", [(None, ["Mara Quist"], ["Harbour Fenn"])]),
        ("Reporting by Mara Quist, Tom Veld", [("reporter", ["Mara Quist", "Tom Veld"], [])]),
        ("Reporting by Mara Quist in Cairo; Editing by Tom Veld", [("reporter", ["Mara Quist"], []), ("editor", ["Tom Veld"], [])]),
        (
            "(Reporting by Mara Quist in Port Ellen and Ola Fenn in New York, with reporting by Ida Brand, editing by Tom Veld.)",
            [("reporter", ["Mara Quist", "Ola Fenn"], []), ("contributor", ["Ida Brand"], []), ("editor", ["Tom Veld"], [])],
        ),
        ("Additional reporting by Mara Quist", [("contributor", ["Mara Quist"], [])]),
        ("Writing by Mara Quist", [("writer", ["Mara Quist"], [])]),
        ("The Associated Press contributed to this report.", [("contributor", [], ["The Associated Press"])]),
        (
            "Associated Press writers Mara Quist in Port Ellen, Ohio, and Tom Veld in Atlanta contributed to this report.",
            [("contributor", ["Mara Quist", "Tom Veld"], ["Associated Press"])],
        ),
        (
            "CNN's Mara Quist reported from Cairo, while Ola Fenn wrote in London. Tom Veld contributed to this report.",
            [("reporter", ["Mara Quist"], ["CNN"]), ("writer", ["Ola Fenn"], []), ("contributor", ["Tom Veld"], [])],
        ),
        ("With files from The Canadian Press and Mara Quist", [("contributor", ["Mara Quist"], ["The Canadian Press"])]),
        ("Fact-checked by Mara Quist", [("fact-checker", ["Mara Quist"], [])]),
        ("Source: CNN", [("source", [], ["CNN"])]),
        ("Many thanks", [(None, [], [])]),
        ("", []),
    ],
)
def test_credits(text: str, expected: list[tuple[str | None, list[str], list[str]]]) -> None:
    assert [(credit.role, list(credit.names), list(credit.organizations)) for credit in credits(text, ENGLISH)] == expected


def test_credits_keep_their_words() -> None:
    both = list(credits("(Reporting by Mara Quist in Cairo; Editing by Tom Veld)", ENGLISH))
    assert [credit.text for credit in both] == ["Reporting by Mara Quist in Cairo", "Editing by Tom Veld"]
    assert list(credits("Edited by Tom Veld.", ENGLISH)) == [Credit("Edited by Tom Veld.", "editor", ("Tom Veld",))]
