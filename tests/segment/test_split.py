"""Boundaries: where a line may hold two parts, and never a part with nothing to read in it."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.languages import load
from newsparse.languages.reading import completed
from newsparse.segment.document import lines
from newsparse.segment.split import _Signs, split

EN = load("en").segment


def texts(text: str) -> list[str]:
    return [text[segment.start : segment.end] for segment in split(lines(text, EN), EN)]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("PORT ELLEN (GNA) — The council voted on Monday.", "The council"),
        ("LINDEN FALLS — At ten the bells rang.", "At ten"),
        ("LONDON, May 3 (Reuters) - The council voted.", "The council"),
        ("(CNN) -- The council voted.", "The council"),
        ("Two boats lie at the quay. (AP Photo/Mara Quist)", "(AP Photo"),
        ("Two boats lie at the quay. Photo: Mara Quist", "Photo:"),
        ("Two boats lie at the quay. AFP PHOTO/MARA QUIST", "AFP PHOTO"),
        ("Two boats lie at the quay.CreditMara Quist for The Gull", "Credit"),
        ("By Mara Quist 30 August 2023 • 4:45pm", "30 August"),
        ("By Mara QuistMay 3, 2015", "May 3"),
        ("Story highlights Eleven voted for it", "Eleven"),
        ("Ferry returns | The Gull", "| The Gull"),
        ("Harbour wall holds © 2015 The Gull", "© 2015"),
        ("© 2015 The Gull. All rights reserved. Terms of use", "Terms"),
        ("The mayor left. Reporting by Mara Quist", "Reporting"),
        ("The wall held. Read more: the long winter", "Read more"),
        ("3 May 2015 By Mara Quist", "By Mara"),
        ("Politics 5 min read", "5 min read"),
        ("Image copyright Gull Image caption The wall in 1908", "Image caption"),
        ("By Mara Quist Published: 08:14 GMT, 3 May 2015", "Published: 08:14"),
        (
            f"Ferry sails again Port Ellen, Ohio (GNA) -- The ferry sailed {'and sailed ' * 20}on.",
            "Port Ellen,",
        ),
        (f"Port Ellen: The council voted {'and voted ' * 20}on Monday.", "The council"),
        (f"Ferry returns PORT ELLEN, Ohio (GNA) — The council voted {'again ' * 20}on Monday.", "PORT ELLEN"),
    ],
)
def test_a_part_may_begin_there(line: str, begins: str) -> None:
    assert any(segment.startswith(begins) for segment in texts(line)[1:]), texts(line)


@pytest.mark.parametrize(
    "dateline",
    [
        "LINDEN FALLS —",
        "LINDEN FALLS, Mo. _",
        "LINDEN, 3 May 2021 (AFP) -",
        "Linden, 3 May 2021 (AFP) -",
        "LINDEN, May 3, 2021 /Gullwire/ --",
        "LINDEN, 3 May 2021 /Gullwire/ --",
        "LINDEN, ON, March 4, 2024 (GULL NEWSWIRE) --",
        "Linden [US], March 3 (ANI/Gullwire):",
        "LINDEN, March 5. /GULL/.",
        "June 19 (GNA) --",
        "Linden (Cale) [Caldonia], March 3 (GNA):",
        "LINDEN, ON / GULLWIRE / March 3, 2021 /",
        "Linden, Ohio (GULLWIRE) March 3, 2021 --",
        "LINDEN , Ohio (GNA) --",
    ],
)
def test_a_dateline_is_whole_and_takes_its_dash(dateline: str) -> None:
    assert texts(f"{dateline} At ten the bells rang.") == [dateline, "At ten the bells rang."]
    assert texts(f"{dateline} At ten {'the bells rang and ' * 12}it was over.")[0] == dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Boats at the quay on Sunday, Dec. 21, 2025. (AP Photo",
            ["Boats at the quay", "on Sunday, Dec. 21, 2025.", "(AP Photo"],
        ),
        (
            "Port HarbourBooks sold\nNobody at HarbourBooks knew",
            ["Port HarbourBooks sold", "Nobody at HarbourBooks knew"],
        ),
        ("Words and photos by Mara Quist", ["Words and photos", "by Mara Quist"]),
        ("By TOM VELD JR. and MARA QUIST", ["By TOM VELD JR. and MARA QUIST"]),
        ("He lives at St. Mara", ["He lives at St. Mara"]),
        ("Port HarbourBooks sold\nNobody knew", ["Port Harbour", "Books sold", "Nobody knew"]),
    ],
)
def test_dates_and_compounds_are_not_cut(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_long_lines_are_cut_at_their_ends_only() -> None:
    sentence = (
        "The council of the old harbour town met on Monday and spoke of ferries 3 May 2015 for hours on end. "
    )
    line = "PORT ELLEN (GNA) — " + sentence * 6 + "(AP Photo/Mara Quist)"
    found = texts(f"Ferries return\n{line}\nShare")[1:-1]
    assert found[0] == "PORT ELLEN (GNA) —"
    assert found[-1] == "(AP Photo/Mara Quist)"
    assert len(found) <= 6


def test_a_text_that_has_lost_its_line_breaks_is_cut_at_every_sentence() -> None:
    body = (
        "The council voted on Monday to reopen the harbour, which has been closed since a storm. “It is "
        "time,” said the mayor. "
    )
    text = (
        "Harbour to reopen By Mara Quist May 3, 2015 PORT ELLEN (GNA) — " + body * 5 + "© 2015 Harbour Times"
    )
    found = texts(text)
    assert found[:4] == ["Harbour to reopen", "By Mara Quist", "May 3, 2015", "PORT ELLEN (GNA) —"]
    assert found[4].startswith("The council voted")
    assert found[4].endswith("since a storm.")
    assert "“It is time,” said the mayor." in found
    assert "© 2015" in found


def test_a_title_and_the_sentence_behind_it_are_apart_in_such_a_text() -> None:
    text = (
        "Ferries return to the old harbour The council voted on Monday. " + "Nobody spoke against it. " * 30
    )
    assert texts(text)[:2] == ["Ferries return to the old harbour", "The council voted on Monday."]


@pytest.mark.parametrize(
    ("code", "line", "segments"),
    [
        ("de", "Von Hans Meier 4. März 2021, 14:32 Uhr", ["Von Hans Meier", "4. März 2021, 14:32 Uhr"]),
        (
            "fr",
            "Jean Dupont 4 mars 2021 à 10h15 Photo : AFP",
            ["Jean Dupont", "4 mars 2021 à 10h15", "Photo : AFP"],
        ),
        ("ja", "港新聞 2021年3月4日 10:15 写真：山田", ["港新聞", "2021年3月4日 10:15", "写真：山田"]),
    ],
)
def test_a_line_is_cut_at_the_dates_and_labels_of_its_language(
    code: str, line: str, segments: list[str]
) -> None:
    patterns = completed(code).segment
    assert [line[s.start : s.end] for s in split(lines(line, patterns), patterns)] == segments


@given(st.text(st.sampled_from("aB3 .,|—-:/()©\n•“"), max_size=150))
def test_segments_hold_every_character_once_and_something_to_read(text: str) -> None:
    document = lines(text, EN)
    found = split(document, EN)
    at = 0
    for segment in found:
        assert at <= segment.start < segment.end
        assert not text[at : segment.start].strip()
        at = segment.end
        line = document.lines[segment.line]
        assert line.start <= segment.start < segment.end <= line.end
        own = text[segment.start : segment.end]
        assert own == own.strip()
        if any(c.isalnum() for c in text[line.start : line.end]):
            assert any(c.isalnum() for c in own)
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("code", "dateline"),
    [
        ("fr", "PETITE-RIVE, 4 mars (AFP) -"),
        ("de", "BERLIN, 4. März (dpa) -"),
        ("de", "MÜNCHEN (dpa) –"),
        ("pt", "SÃO JOSÉ, 4 março (Lusa) --"),
        ("ru", "МОСКВА, 4 марта (ТАСС) —"),
    ],
)
def test_a_dateline_is_one_part_in_any_language(code: str, dateline: str) -> None:
    patterns = completed(code).segment
    text = f"{dateline} The council voted on Monday."
    segments = split(lines(text, patterns), patterns)
    assert text[segments[0].start : segments[0].end] == dateline


PIECES = (
    "By Mara Quist", "May 3, 2015", "(AP Photo/Mara Quist)", "Photo:", "© 2015", "copyright", "Read more",
    "more…", "|", "-", "LINDEN, May 3 (Reuters) -", "QuistMay", "3 hours ago", "5 min read",
    "Story highlights", "Reporting by Mara", "0:31 -", "[Gull]", "The wall held.", "market", "\t",
    "Terms reserved. Use",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9), st.sampled_from(("", " ", "  ")))
def test_no_boundary_is_missed_for_want_of_a_sign(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found = split(lines(text, EN), EN)
    with mock.patch.object(_Signs, "of", return_value=-1):  # all signs
        assert split(lines(text, EN), EN) == found


@pytest.mark.parametrize("line", ["Fenn Credit Union opens a branch", "It is to her credit that it held"])
def test_not_every_credit_is_a_picture_s(line: str) -> None:
    assert texts(line) == [line]
