"""What the definitions of the labels decide after the segmenter."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from newsparse.article import Byline, Caption
from newsparse.languages import load
from newsparse.metadata import Metadata
from newsparse.segment.arrays import Matrix
from newsparse.segment.constraints import apply_constraints
from newsparse.segment.document import lines
from newsparse.segment.model import LABELS, K
from newsparse.segment.split import split

EN = load("en").segment

TEXT = (
    "Ferry aground off Quill Point\n01:14 - Source: Lakeshore Newswire\nNobody was hurt.\nMore on "
    "tides\n02:10"
)


def likely(*labels: str, second: str = "deck", sure: float = 0.7) -> Matrix:
    """Probabilities of segments that most probably have these labels, and else the second."""
    found = np.zeros((len(labels), K), np.float32)
    for row, label in enumerate(labels):
        found[row, LABELS.index(second)] = 1 - sure
        found[row, LABELS.index(label)] += sure
    return found


def constrain(text: str, before: Matrix, metadata: Metadata | None = None) -> list[str]:
    """The labels that the segments of a text have in the end;
    what a segment's labels sum to, and its highest, are as before.
    """
    segments = split(lines(text, EN), EN)
    assert len(segments) == len(before)
    after = apply_constraints(text, segments, before, metadata)
    assert np.allclose(np.sort(after), np.sort(before))
    return [LABELS[k] for k in after.argmax(1)]


@pytest.mark.parametrize(
    ("labels", "first"),
    [
        (("media", "media", "body", "media", "media"), "headline"),
        (("media", "media", "body", "headline", "media"), "media"),
        (("media", "media", "caption", "media", "media"), "media"),
        (("media", "timestamp", "body", "media", "media"), "media"),
        (("body", "body", "body", "media", "media"), "body"),
    ],
)
def test_the_title_of_a_player_is_the_headline_where_there_is_no_other(
    labels: tuple[str, ...], first: str
) -> None:
    assert constrain(TEXT, likely(*labels)) == [first, *labels[1:]]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("dateline", "timestamp", "caption"), ["caption", "caption", "caption"]),
        (("dateline", "dateline", "caption"), ["caption", "caption", "caption"]),
        (("dateline", "timestamp", "body"), ["dateline", "timestamp", "body"]),
        (("byline", "timestamp", "caption"), ["byline", "caption", "caption"]),
    ],
)
def test_a_caption_takes_in_the_place_and_day_that_open_its_line(
    labels: tuple[str, ...], expected: list[str]
) -> None:
    assert constrain("FENN, ENGLAND - MAY 04: A boat lies at the quay.", likely(*labels)) == expected


@pytest.mark.parametrize(
    ("line", "labels", "expected"),
    [
        ("Boats sold out By Harbour Board", ("headline", "byline"), ["headline", "headline"]),
        ("PortBooks wins the cup", ("kicker", "headline"), ["headline", "headline"]),
        ("Boats sold out (pictures)", ("headline", "media"), ["headline", "headline"]),
        ("‘Nobody knew’ - head of the boat yard", ("headline", "deck"), ["headline", "headline"]),
        ("3 May 1971: the night it sank", ("timestamp", "headline"), ["headline", "headline"]),
        ("Boats sold out | Gull", ("headline", "boilerplate"), ["headline", "boilerplate"]),
        ("Boats sold out 3 May 2019", ("headline", "timestamp"), ["headline", "timestamp"]),
    ],
)
def test_the_line_of_a_headline_is_one_but_for_separators_and_dates(
    line: str, labels: tuple[str, ...], expected: list[str]
) -> None:
    assert constrain(f"{line}\nNobody knows why.", likely(*labels, "body")) == [*expected, "body"]


def test_a_headline_takes_in_no_body_and_is_chosen_before_it_takes_in_anything() -> None:
    text = (
        "Ferry aground off Quill\nNobody was hurt in the harbour on that calm day. See the boats.\nIt "
        "was a calm day."
    )
    before = np.vstack(
        [
            likely("headline", sure=0.9),
            likely("body", sure=0.97),
            likely("headline", sure=0.6),
            likely("body"),
        ]
    )
    assert constrain(text, before) == ["headline", "body", "deck", "body"]
    text = "Ferry aground off Quill By Harbour Board\nMore boats sold by Board\nIt was a calm day."
    before = np.vstack(
        [
            likely("headline", sure=0.9),
            likely("byline"),
            likely("headline", sure=0.6),
            likely("related", sure=0.97),
            likely("body"),
        ]
    )
    assert constrain(text, before) == ["headline", "headline", "deck", "related", "body"]


def test_of_headlines_that_are_not_alike_the_likeliest_is_one() -> None:
    text = "More boats\nFerry aground\nNobody was hurt.\nFerry aground off Quill\nTides today"
    before = np.vstack([likely("headline", sure=sure) for sure in (0.6, 0.9, 0.6, 0.8, 0.7)])
    before[2] = likely("body")
    assert constrain(text, before) == ["deck", "headline", "body", "headline", "deck"]


def test_a_sentence_under_a_short_headline_is_its_deck() -> None:
    text = (
        "Ferry aground\nNobody of the forty people on board was hurt when the boat ran onto rocks\nIt "
        "was a calm day."
    )
    before = np.vstack([likely("headline", sure=0.6), likely("headline", sure=0.9), likely("body")])
    assert constrain(text, before) == ["headline", "deck", "body"]


@pytest.mark.parametrize(
    ("label", "expected"), [("headline", "headline"), ("note", "note"), ("tags", "boilerplate")]
)
def test_without_anything_of_a_story_all_is_boilerplate(label: str, expected: str) -> None:
    other = "boilerplate" if expected == "boilerplate" else "related"
    assert constrain("Tides\nFerries", likely(label, "related")) == [expected, other]


@pytest.mark.parametrize(("first", "deck"), [("headline", "deck"), ("body", "body"), ("kicker", "body")])
def test_a_deck_has_a_headline(first: str, deck: str) -> None:
    before = likely(first, "deck", "body", second="body")
    assert constrain("Ferry aground\nNobody was hurt\nIt was a calm day.", before) == [first, deck, "body"]


@pytest.mark.parametrize(("lines_between", "label"), [(3, "kicker"), (30, "related")])
def test_a_kicker_stands_near_the_headline(lines_between: int, label: str) -> None:
    text = "\n".join(["Ferry aground", *["Nobody was hurt."] * lines_between, "Shipping"])
    assert (
        constrain(text, likely("headline", *["body"] * lines_between, "kicker", second="related"))[-1]
        == label
    )


def test_a_heading_has_a_line_of_its_own() -> None:
    text = "What now? Read on.\nWhat then?\nNobody knows."
    assert constrain(text, likely("subhead", "body", "subhead", "body")) == [
        "body",
        "body",
        "subhead",
        "body",
    ]


@pytest.mark.parametrize(
    ("text", "labels", "after"),
    [
        ("On May 3, 2021, the council voted for the ferry.", ("timestamp", "body"), ["body", "body"]),
        (
            "A hearing is set for May 3, 2021 in the old hall.",
            ("body", "timestamp", "body"),
            ["body", "body", "body"],
        ),
        ("The ferry will sail on May 3, 2021.", ("body", "timestamp"), ["body", "body"]),
        ("A plan put forward by Mayor Hale was thrown out.", ("deck", "body"), ["body", "body"]),
        ("Ferry aground May 3, 2021", ("headline", "timestamp"), ["headline", "timestamp"]),
        ("Nobody was hurt. May 3, 2021", ("body", "timestamp"), ["body", "timestamp"]),
        ("Between 3 May and Monday the ferry lay idle.", ("dateline", "body", "body"), ["body"] * 3),
        ("Last edited by his daughter, the label shows a gull.", ("timestamp", "body"), ["body", "body"]),
        ("Remembering 4 May 1971: the night", ("kicker", "headline", "headline"), ["headline"] * 3),
        ("PORT ELLEN: 3 May 2021 in the harbour", ("dateline", "body", "body"), ["dateline", "body", "body"]),
    ],
)
def test_a_sentence_of_the_body_is_not_cut_at_a_date(
    text: str, labels: tuple[str, ...], after: list[str]
) -> None:
    assert constrain(text, likely(*labels)) == after


@pytest.mark.parametrize(("sure", "label"), [(0.4, "byline"), (0.9, "dateline")])
def test_a_word_inside_a_longer_one_is_what_stands_before_it(sure: float, label: str) -> None:
    before = likely("byline", "dateline")
    before[1] = likely("dateline", sure=0.9)[0] * sure + (1 - sure) / K
    assert constrain("By Mara Quist, HarborPost", before) == ["byline", label]


@pytest.mark.parametrize(
    ("line", "sure", "label"),
    [
        ("More rain is expected from the west on Friday.", 0.55, "body"),
        ("More rain is expected from the west on Friday.", 0.7, "related"),
        ("More Rain Is Expected From the West.", 0.55, "related"),
        ("More rain is expected from the west", 0.55, "related"),
    ],
)
def test_a_sentence_right_behind_body_is_body_unless_it_is_surely_something_else(
    line: str, sure: float, label: str
) -> None:
    before = likely("headline", "body", "related", second="body", sure=sure)
    assert constrain(f"Ferry aground\nNobody was hurt.\n{line}", before) == ["headline", "body", label]


@pytest.mark.parametrize(
    ("box", "line", "label"),
    [
        (["boilerplate", "boilerplate"], "The wind had gone by the time they found the lamp.", "body"),
        (["related"], "第二十三号渡船在港口外搁浅三个小时之后终于重新浮起来了。", "body"),
        (["related"], "Thank you all, and until next time!", "body"),
        (["related"], "Five things to know", "note"),
        (["boilerplate"] * 6, "The wind had gone by the time they found the lamp.", "note"),
        (["bio"], "The wind had gone by the time they found the lamp.", "note"),
    ],
)
def test_a_sentence_behind_a_box_is_body_unless_it_is_surely_something_else(
    box: list[str], line: str, label: str
) -> None:
    before = likely("headline", "body", *box, "note", second="body", sure=0.55)
    before[2:-1] = likely(*box)
    text = "\n".join(["Ferry aground", "Nobody was hurt.", *["Subscribe"] * len(box), line])
    assert constrain(text, before) == ["headline", "body", *box, label]


def test_a_quotation_before_a_dash_is_no_dateline() -> None:
    text = "“Port Ellen – it is all we have,” said the mayor, who has lived there for sixty years."
    assert constrain(text, likely("dateline", "body")) == ["body", "body"]


@pytest.mark.parametrize(
    ("above", "sure", "label"),
    [
        ("byline", 0.75, "body"),
        ("byline", 0.95, "deck"),
        ("timestamp", 0.52, "body"),
        ("kicker", 0.52, "deck"),
    ],
)
def test_a_sentence_behind_a_byline_is_body_unless_it_is_surely_a_deck(
    above: str, sure: float, label: str
) -> None:
    before = np.vstack([likely("headline", above), likely("deck", second="body", sure=sure), likely("body")])
    text = "Ferry aground\nMara Quist\nNobody was hurt in the harbour.\nIt was a calm day."
    assert constrain(text, before) == ["headline", above, label, "body"]


@pytest.mark.parametrize(
    ("lines_of_box", "line", "sure", "label"),
    [
        (2, "You can leave at any time.", 0.6, "boilerplate"),
        (1, "You can leave at any time.", 0.6, "body"),
        (2, "You can leave at any time.", 0.8, "body"),
        (2, "The keeper had lit the lamp at six and gone down to the boat, as he did.", 0.6, "body"),
    ],
)
def test_a_short_line_behind_a_box_of_two_is_part_of_it(
    lines_of_box: int, line: str, sure: float, label: str
) -> None:
    before = likely("body", *["boilerplate"] * lines_of_box, "body", second="boilerplate", sure=sure)
    before[:-1] = likely("body", *["boilerplate"] * lines_of_box)
    text = "\n".join(["Nobody was hurt.", *["Subscribe"] * lines_of_box, line])
    assert constrain(text, before) == ["body", *["boilerplate"] * lines_of_box, label]


@pytest.mark.parametrize(("speeches", "label"), [(2, "body"), (1, "credits")])
def test_a_speaker_s_line_is_body_in_a_transcript(speeches: int, label: str) -> None:
    before = likely("headline", *["body"] * speeches, "credits")
    text = "Ferry aground\n" + "ANNE HALE: it sank.\n" * speeches + "HALE: That was Tom Veld."
    assert constrain(text, before) == ["headline", *["body"] * speeches, label]


def test_a_dateline_opens_its_line_and_ends_at_a_word() -> None:
    text = "It said so (report, 3 May). Mine is safe"
    assert constrain(text, likely("body", "dateline", "body")) == ["body"] * 3
    assert constrain("Linden-based FogWorks opened", likely("dateline", "body")) == ["body", "body"]


@pytest.mark.parametrize(("sure", "label"), [(0.55, "note"), (0.9, "bio")])
def test_the_last_sentence_of_a_note_is_part_of_it(sure: float, label: str) -> None:
    before = np.vstack([likely("note"), likely("bio", sure=sure)])
    assert constrain("An earlier version had the wrong name. He is Ole Varn.", before) == ["note", label]


def test_what_is_surely_a_byline_is_no_part_of_the_headline() -> None:
    before = likely("headline", "byline", "body", sure=0.97)
    text = "Boats sold out By Mara Quist\nNobody knows why."
    assert constrain(text, before) == ["headline", "byline", "body"]


def test_copies_of_what_is_stated_are_labelled_as_that() -> None:
    text = "By Mara Quist, NP\nThe ferry at the quay.\nFerry sails\nIt sailed on Monday."
    metadata = Metadata(
        headline="Ferry sails",
        byline=Byline("By MARA QUIST, NP"),
        captions=(Caption("The ferry at the quay"), Caption("It")),
        is_complete=True,
    )
    before = likely("body", "body", "body", "body")
    assert constrain(text, before, metadata) == ["byline", "caption", "headline", "body"]
    assert constrain(text, before, msgspec.structs.replace(metadata, is_complete=False)) == ["body"] * 4


def test_a_text_that_is_the_story_alone_has_no_furniture() -> None:
    text = "Shr 34 cts\nNet 807,000\n____\nIt sailed on Monday."
    labels = ["boilerplate", "tags", "boilerplate", "body"]
    assert constrain(text, likely(*labels), Metadata()) == labels
    assert constrain(text, likely(*labels), Metadata(is_story=True)) == ["body", "body", *labels[2:]]
