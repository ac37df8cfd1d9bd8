"""Photo credits: who made or owns a picture."""

from __future__ import annotations

import pytest

from newsparse.article import PhotoCredit
from newsparse.fields.photo_credit import caption, photo_credit
from newsparse.languages import load
from newsparse.languages.reading import completed

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        ("Photo: Mara Quist/Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("(AP Photo/Mara Quist)", ["Mara Quist"], ["AP"]),
        (
            "AFP PHOTO/MARA QUIST (Photo credit should read MARA QUIST/AFP/Getty Images)",
            ["Mara Quist"],
            ["AFP", "Getty Images"],
        ),
        ("CreditCreditMara Quist/The Gull Times", ["Mara Quist"], ["The Gull Times"]),
        ("Mara Quist for The Gull", ["Mara Quist"], ["The Gull"]),
        ("Mara Quist/Fennvision/AP", ["Mara Quist"], ["Fennvision", "AP"]),
        ("(MARA QUIST/REUTERS)", ["Mara Quist"], ["Reuters"]),
        ("© Reuters / Mara Quist", ["Mara Quist"], ["Reuters"]),
        ("Photograph by Mara Quist", ["Mara Quist"], []),
        ("Featured image via Mara Quist / Getty Images", ["Mara Quist"], ["Getty Images"]),
        (
            "(Photos by Mara Quist, left, and Tom Veld/Gullvision/AP)",
            ["Mara Quist", "Tom Veld"],
            ["Gullvision", "AP"],
        ),
        ("Mara Quist via Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("Photo by Mara Quist / CC BY-SA 3.0 / cropped", ["Mara Quist"], []),
        ("Image: GETTY", [], ["Getty"]),
        ("AP Photo", [], ["AP"]),
        ("(Image: Harbour Echo)", [], ["Harbour Echo"]),
        ("Submitted photo", [], []),
        ("(Photo courtesy of Mara Quist.)", ["Mara Quist"], []),
        ("Photo courtesy of the Fenn County Gull Society", [], ["Fenn County Gull Society"]),
        ("Mara Quist Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("Staff photo by Mara Quist", ["Mara Quist"], []),
        ("Representational image | Photo Credit: PTI", [], ["PTI"]),
        ("( )", [], []),
    ],
)
def test_photo_credits(text: str, people: list[str], organizations: list[str]) -> None:
    credit = photo_credit(text, ENGLISH)
    assert (list(credit.names), list(credit.organizations)) == (people, organizations)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Photo: Mara Quist", "Mara Quist"),
        ("Photo credit: Mara Quist/Gull", "Mara Quist/Gull"),
        ("Credit:  Mara Quist", "Mara Quist"),
        ("(Photo: Mara Quist)", "(Photo: Mara Quist)"),
        ("Photo by Mara Quist", "Photo by Mara Quist"),
    ],
)
def test_a_label_before_a_credit_is_left_out_of_its_text(text: str, printed: str) -> None:
    assert photo_credit(text, ENGLISH) == PhotoCredit(
        printed, ("Mara Quist",), ("Gull",) if "Gull" in text else ()
    )


@pytest.mark.parametrize(
    ("code", "text", "credit", "shown", "printed"),
    [
        ("en", "The quay on Monday. (AP Photo/Jane Doe)", "", "The quay on Monday.", "AP Photo/Jane Doe"),
        ("en", "The quay on Monday.", "Jane  Doe/AP", "The quay on Monday.", "Jane Doe/AP"),
        ("fr", "Le ferry au quai. Photo: Jean Petit/AFP", "", "Le ferry au quai.", "Jean Petit/AFP"),
        ("en", "The quay on Monday.", "", "The quay on Monday.", None),
        ("en", "Photo: Jane Doe/AP", "", None, "Jane Doe/AP"),
    ],
)
def test_the_caption_and_the_credit_of_a_picture(
    code: str, text: str, credit: str, shown: str | None, printed: str | None
) -> None:
    found = caption(text, credit, completed(code))
    assert found
    assert (found.text, found.credit.text if found.credit else None) == (shown, printed)


def test_a_picture_without_words_has_no_caption() -> None:
    assert caption(" ", "", completed("en")) is None
