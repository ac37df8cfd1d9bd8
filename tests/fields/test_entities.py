"""What a few words name, and how a name in capitals is printed."""

from __future__ import annotations

import pytest

from newsparse.fields.entities import print_person
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("MARA QUIST", "Mara Quist"),
        ("Mara Quist", "Mara Quist"),
        ("MARA MCQUIST", "Mara McQuist"),
        ("MARA McQUIST", "Mara McQuist"),
        ("MARA O'VELD", "Mara O'Veld"),
        ("JUAN DE LA VELD", "Juan de la Veld"),
        ("TOM VELD-QUIST JR.", "Tom Veld-Quist Jr."),
        ("T.J. VELD III", "T.J. Veld III"),
        ("PJ VELD", "PJ Veld"),
        ("QUIST", "QUIST"),
    ],
)
def test_names_in_capitals(name: str, printed: str) -> None:
    assert print_person(name, ENGLISH) == printed
