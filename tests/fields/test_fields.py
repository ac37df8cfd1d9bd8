"""Fields: the text of a span to typed values."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.article import Author, Byline, Credit, Dateline, Media, Note, NoteKind, PhotoCredit, Timestamp
from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline
from newsparse.fields.entities import person
from newsparse.fields.media import media
from newsparse.fields.note import note
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times


def authors(*texts: str) -> tuple[Author, ...]:
    byline = bylines(texts)
    assert byline
    return byline.authors


def names(*texts: str) -> list[str]:
    return [author.name for author in authors(*texts)]


def days(*texts: str) -> tuple[str | None, str | None]:
    published, updated = times(texts)
    return published.date if published else None, updated.date if updated else None


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
    assert person(name) == printed


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
    assert bylines([]) is None
    assert bylines([" "]) is None
    assert bylines(["By Associated  Press"]) == Byline("By Associated Press", (Author("Associated Press"),))
    byline = bylines(["By Mara Quist", "Gull reporter", "By Mara Quist"])
    assert byline
    assert byline.text == "By Mara Quist Gull reporter"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["May 8, 2015"], ("2015-05-08", None)),
        (["8 May 2015"], ("2015-05-08", None)),
        (["8th May, 2015"], ("2015-05-08", None)),
        (["2015-05-08"], ("2015-05-08", None)),
        (["Updated 10:04 AM ET, Fri May 8, 2015"], (None, "2015-05-08T10:04:00-04:00")),
        (["Updated 10:04 AM ET, Fri Jan 9, 2015"], (None, "2015-01-09T10:04:00-05:00")),
        (["8 May 2015 • 4:45pm"], ("2015-05-08T16:45:00", None)),
        (["8 May 2015 16.45 BST"], ("2015-05-08T16:45:00+01:00", None)),
        (["2015-05-08T16:15:30Z"], ("2015-05-08T16:15:30+00:00", None)),
        (["Updated 1909 GMT (0309 HKT) May 8, 2015"], (None, "2015-05-08T19:09:00+00:00")),
        (
            ["Published Fri, May 8 20159:29 AM EDTUpdated Sat, May 9 201511:37 AM EDT"],
            ("2015-05-08T09:29:00-04:00", "2015-05-09T11:37:00-04:00"),
        ),
        (["Published May 8, 2015 | Updated May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["UPDATED: May 9, 2015", "Published: May 8, 2015"], ("2015-05-08", "2015-05-09")),
        (["Published", "May 8, 2015", "Last modified", "May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015", "4:45 PM"], ("2015-05-08T16:45:00", None)),
        (["2015", "May 8", "4:45 PM"], ("2015-05-08T16:45:00", None)),
        (["May 8, 2015 - Updated 14:20"], ("2015-05-08", "2015-05-08T14:20:00")),
        (["May 8, 2015", "Updated May 9"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015", "Updated March 9"], ("2015-05-08", None)),
        (["May 8, 2015", "Updated at 2:20 p.m."], ("2015-05-08", None)),
        (["May 8, 2015May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015 May 8, 2015"], ("2015-05-08", None)),
        (["May 8"], (None, None)),
        (["Yesterday 11:04am"], (None, None)),
        (["Published 5 hours ago"], (None, None)),
        (["3 min read"], (None, None)),
        (["8 May 2015 • 3 min read"], ("2015-05-08", None)),
        (["February 30, 2015"], (None, None)),
        (["13/06/2014"], ("2014-06-13", None)),
        (["06/13/2014"], ("2014-06-13", None)),
        (["12.29.14"], ("2014-12-29", None)),
        (["05/05/2014"], ("2014-05-05", None)),
        (["05/06/2014"], (None, None)),
        (["05/06/2014 4:45 PM"], ("2014-05-06T16:45:00", None)),
        (["05/06/2014 - 16:45 GMT+1"], ("2014-06-05T16:45:00+01:00", None)),
        (["05/06/2014 UTC"], (None, None)),
        (["05/06/2014 04:45 EDT"], ("2014-05-06T04:45:00-04:00", None)),
        (["Thursday 05/06/2014"], ("2014-06-05", None)),
        (["05/06/2014", "Updated 13/06/2014"], ("2014-06-05", "2014-06-13")),
        (["May 8, 2015 4:45 pm XYZ"], ("2015-05-08T16:45:00", None)),
        (["Last updated: May 9, 2015 4:45 PM", "4:45 PM", "3:10 PM"], (None, "2015-05-09T16:45:00")),
        ([], (None, None)),
        (["12 Aug 16, 2025"], ("2025-08-16", None)),  # a count stands before it
    ],
)
def test_days(texts: list[str], expected: tuple[str | None, str | None]) -> None:
    assert days(*texts) == expected


def test_timestamps_keep_their_words() -> None:
    assert times(["Published: 14:31 BST, 9 June 2023 | Updated: 14:40 BST, 9 June 2023"]) == (
        Timestamp("Published: 14:31 BST, 9 June 2023", "2023-06-09T14:31:00+01:00"),
        Timestamp("Updated: 14:40 BST, 9 June 2023", "2023-06-09T14:40:00+01:00"),
    )
    assert times(["Published 5 hours ago"]) == (Timestamp("Published 5 hours ago"), None)
    assert times(["3 min read"]) == (None, None)
    assert times(["4:45 PM", "Updated May 9, 2015"])[0] is None
    assert times(["May 8", "Updated May 9, 2015"])[0] == Timestamp("May 8")
    assert times(["05/06/2015", "Updated May 9, 2015"])[0] == Timestamp("05/06/2015")
    assert times(["4:45 PM"]) == (Timestamp("4:45 PM"), None)
    assert times(["May 8", "3 min read"]) == (Timestamp("May 8"), None)
    assert times(["Published"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "location", "organization", "day"),
    [
        ("BAGHDAD (AP) —", "Baghdad", "AP", None),
        ("Port Ellen (CNN) --", "Port Ellen", "CNN", None),
        ("(CNN) --", None, "CNN", None),
        ("CNN —", None, "CNN", None),
        ("WASHINGTON, D.C. (AP) —", "Washington, D.C.", "AP", None),
        ("NEW YORK --", "New York", None, None),
        ("LONDON, May 3 (Reuters) -", "London", "Reuters", None),
        ("LONDON, May 3, 2015 (REUTERS) -", "London", "Reuters", "2015-05-03"),
        ("LA CROSSE, Wis. (AP) —", "La Crosse, Wis.", "AP", None),
        ("BEIJING/SEOUL (Reuters) -", "Beijing/Seoul", "Reuters", None),
        ("KOBE –", "Kobe", None, None),
        ("Gull News –", None, "Gull News", None),
        ("GullMoney (New York)", "New York", "GullMoney", None),
        ("WASHINGTON (Aug. 13) --", "Washington", None, None),
        ("PORT ELLEN, May 3, 2015 /Gullwire/ --", "Port Ellen", "Gullwire", "2015-05-03"),
        ("", None, None, None),
    ],
)
def test_datelines(text: str, location: str | None, organization: str | None, day: str | None) -> None:
    assert dateline(text) == Dateline(text, location, organization, day)


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        ("Photo: Mara Quist/Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("(AP Photo/Mara Quist)", ["Mara Quist"], ["AP"]),
        ("AFP PHOTO/MARA QUIST (Photo credit should read MARA QUIST/AFP/Getty Images)", ["Mara Quist"], ["AFP", "Getty Images"]),
        ("CreditCreditMara Quist/The Gull Times", ["Mara Quist"], ["The Gull Times"]),
        ("Mara Quist for The Gull", ["Mara Quist"], ["The Gull"]),
        ("Mara Quist/Fennvision/AP", ["Mara Quist"], ["Fennvision", "AP"]),
        ("(MARA QUIST/REUTERS)", ["Mara Quist"], ["Reuters"]),
        ("© Reuters / Mara Quist", ["Mara Quist"], ["Reuters"]),
        ("Photograph by Mara Quist", ["Mara Quist"], []),
        ("Featured image via Mara Quist / Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("(Photos by Mara Quist, left, and Tom Veld/Gullvision/AP)", ["Mara Quist", "Tom Veld"], ["Gullvision", "AP"]),
        ("Mara Quist via Getty Images", ["Mara Quist"], ["Getty Images"]),
        ("Photo by Mara Quist / CC BY-SA 3.0 / cropped", ["Mara Quist"], []),
        ("Image: GETTY", [], ["Getty"]),
        ("AP Photo", [], ["AP"]),
        ("(Image: Harbour Echo)", [], ["Harbour Echo"]),
        ("Submitted photo", [], []),
        ("(Photo courtesy of Mara Quist.)", ["Mara Quist"], []),
        ("( )", [], []),
    ],
)
def test_photo_credits(text: str, people: list[str], organizations: list[str]) -> None:
    assert photo_credit(text) == PhotoCredit(text, tuple(people), tuple(organizations))


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
    assert [(credit.role, list(credit.names), list(credit.organizations)) for credit in credits(text)] == expected


def test_credits_keep_their_words() -> None:
    both = list(credits("(Reporting by Mara Quist in Cairo; Editing by Tom Veld)"))
    assert [credit.text for credit in both] == ["Reporting by Mara Quist in Cairo", "Editing by Tom Veld"]
    assert list(credits("Edited by Tom Veld.")) == [Credit("Edited by Tom Veld.", "editor", ("Tom Veld",))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: the year was wrong.", "correction"),
        ("An earlier version of this article misstated the year.", "correction"),
        ("Editor's note: this story has been updated.", "editor"),
        ("(Editors’ Note: readers may find this distressing.)", "editor"),
        ("This post has been updated.", "update"),
        ("UPDATE: The ferry is back.", "update"),
        ("We may earn a commission from links on this page.", "disclosure"),
        ("Disclosure: the author owns a boat.", "disclosure"),
        ("The views expressed are those of the author.", "disclosure"),
        ("The opinions here are the writer’s own.", "disclosure"),
        ("Supported by a grant from the Gull Fund.", "disclosure"),
        ("First published in The Gull.", "other"),
        ("", "other"),
    ],
)
def test_notes(text: str, kind: NoteKind) -> None:
    assert note(text) == Note(kind, text)


@pytest.mark.parametrize(
    ("text", "duration", "source"),
    [
        ("01:14 - Source: CNN", "PT1M14S", "CNN"),
        ("1:02:03", "PT1H2M3S", None),
        ("VIDEO5:2605:26", "PT5M26S", None),
        ("0:00 / 3:14", "PT3M14S", None),
        ("00:00", None, None),
        ("Posted at 9:10am PST", None, None),
        ("1 of 14", None, None),
        ("Watch video", None, None),
        ("", None, None),
    ],
)
def test_media(text: str, duration: str | None, source: str | None) -> None:
    assert media(text) == Media(text, duration, source)


def everything(text: str) -> Iterable[object]:
    yield bylines([text, text])
    yield times([text, text])
    yield from (dateline(text), photo_credit(text), tuple(credits(text)), note(text), media(text))


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


VOCABULARY = """
By by BY and AND for in at of , ; | / ( ) — -- : . ' Mara QUIST McVELD O'VELD Tom Veld Jr. CNN AP Getty Images The the
Gull Times Staff Writer reporter Editing Reporting contributed @mara m@gull.example CNN's
May Jan 8 12 2015 05/06/2014 10:04 AM ET GMT+1 Updated Published ago Photo
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=8).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_is_too_odd(text: str) -> None:
    assert list(everything(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_names_are_in_the_text(texts: list[str]) -> None:
    byline = bylines(texts)
    for author in byline.authors if byline else ():
        assert folded(author.name) in folded(" ".join(texts))
    for text in texts:
        for name in photo_credit(text).names + tuple(name for credit in credits(text) for name in credit.names):
            assert folded(name) in folded(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_dates_are_iso(texts: list[str]) -> None:
    for timestamp in times(texts):
        if timestamp and timestamp.date:
            parse: Callable[[str], date] = datetime.fromisoformat if "T" in timestamp.date else date.fromisoformat
            assert parse(timestamp.date).year >= 1900


@pytest.mark.parametrize(
    "unit", [" ", "9", "(", "[", "By ", "Ann Lee, ", "a", "A", "and ", "@", "a.", "12:34 ", "May 1, 2015 ", ".", "-", "/", "'s ", "; by "]
)
def test_long_texts_cost_no_more_than_their_length(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.perf_counter()
    assert list(everything(text))
    assert time.perf_counter() - start < 2
