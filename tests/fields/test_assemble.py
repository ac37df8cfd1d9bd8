"""Spans to Article: what goes where, what is joined, and what is said once."""

from __future__ import annotations

import pytest

from newsparse.article import Article, Caption, Label, Origin, Section, Span
from newsparse.fields.assemble import assemble, confidence
from newsparse.languages import load
from newsparse.segment.document import lines

ENGLISH = load("en")
ORIGIN = Origin(None, "text", None, "")
Row = list[tuple[Label, str]]


def article(*rows: Row) -> Article:
    """The Article of a text with these lines, each given as its parts; a blank line between any two."""
    text, spans = "", []
    for row in rows:
        for i, (label, part) in enumerate(row):
            text += " " if i else ""
            spans.append(Span(len(text), len(text) + len(part), label, 0.9))
            text += part
        text += "\n\n"
    return assemble(lines(text, ENGLISH.segment), spans, ORIGIN, ENGLISH)


def captions(*rows: Row) -> list[tuple[str | None, str | None]]:
    return [
        (caption.text, caption.credit.text if caption.credit else None) for caption in article(*rows).captions
    ]


def test_nothing_makes_an_article_with_nothing_in_it() -> None:
    empty = article()
    assert empty == Article(
        None,
        None,
        None,
        (),
        None,
        None,
        None,
        None,
        (),
        (),
        (),
        (),
        (),
        (),
        (),
        (),
        None,
        None,
        None,
        None,
        None,
        None,
        0.0,
        ORIGIN,
        (),
    )


def test_first_headline_and_kicker() -> None:
    made = article(
        [("kicker", "Harbour")],
        [("headline", "Ferry returns")],
        [("headline", "Ferry returns | Gull")],
        [("kicker", "Sea")],
    )
    assert made.headline == "Ferry returns"
    assert made.kicker == "Harbour"


def test_the_path_of_a_page_is_no_part_of_its_headline() -> None:
    made = article([("headline", "/ Sea / Ferry is back in Fenn")], [("headline", "Ferry is back in Fenn")])
    assert made.headline == "Ferry is back in Fenn"


def test_deck_is_joined_and_highlights_are_said_once() -> None:
    made = article(
        [("deck", "It took nine years.")],
        [("marker", "Key points"), ("highlight", "Nine years")],
        [("highlight", "Twelve million")],
        [("highlight", "Nine years")],
        [("deck", "It took nine years.")],
        [("deck", "The wall held.")],
    )
    assert made.deck == "It took nine years. The wall held."
    assert made.highlights == ("Nine years", "Twelve million")


def test_body_stands_under_its_subheads() -> None:
    made = article(
        [("subhead", "Background")],
        [("body", "One.")],
        [("caption", "A boat")],
        [("body", "Two.")],
        [("subhead", "Next")],
        [("subhead", "Later")],
        [("body", "Three.")],
    )
    assert made.body == (
        Section("Background", ("One.", "Two.")),
        Section("Next", ()),
        Section("Later", ("Three.",)),
    )
    assert article([("body", "One.")], [("subhead", "Next")]).body == (
        Section(None, ("One.",)),
        Section("Next", ()),
    )


def test_a_paragraph_cut_by_a_link_is_one() -> None:
    made = article(
        [("body", "Ann Veld"), ("related", "Veld wins again"), ("body", "(Gull) spoke")],
        [("body", "Then she left.")],
    )
    assert made.body == (Section(None, ("Ann Veld (Gull) spoke", "Then she left.")),)
    assert made.related == ("Veld wins again",)
    made = article([("body", "Ann Veld"), ("boilerplate", "Menu"), ("body", ", who spoke")])
    assert made.body == (Section(None, ("Ann Veld, who spoke",)),)


def test_a_subhead_inside_a_line_ends_the_paragraph() -> None:
    made = article([("body", "One."), ("subhead", "Next"), ("body", "Two.")])
    assert made.body == (Section(None, ("One.",)), Section("Next", ("Two.",)))


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = (
        "The council voted on Monday to reopen the old\n"
        "harbour of the town, which had been closed for\n"
        "nine years after a storm broke the outer wall\n"
        "and sank two of the boats that lay behind it.\n"
    )
    made = assemble(
        lines(wrapped, ENGLISH.segment), [Span(0, len(wrapped) - 1, "body", 1.0)], ORIGIN, ENGLISH
    )
    assert made.body[0].paragraphs == (wrapped.strip().replace("\n", " "),)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[("caption", "A boat."), ("photo_credit", "Photo: Mara Quist")]], [("A boat.", "Mara Quist")]),
        (
            [[("caption", "A boat.")], [("photo_credit", "Photo: Mara Quist")], [("body", "One.")]],
            [("A boat.", "Mara Quist")],
        ),
        ([[("photo_credit", "Photo: Mara Quist")], [("caption", "A boat.")]], [("A boat.", "Mara Quist")]),
        (
            [[("caption", "A boat.")], [("media", "1 of 3")], [("photo_credit", "Mara Quist")]],
            [("A boat.", "Mara Quist")],
        ),
        (
            [[("caption", "A boat.")], [("body", "One.")], [("photo_credit", "Mara Quist")]],
            [("A boat.", None), (None, "Mara Quist")],
        ),
        ([[("photo_credit", "Mara Quist")]], [(None, "Mara Quist")]),
        (
            [
                [("photo_credit", "M. Quist")],
                [("caption", "A boat.")],
                [("photo_credit", "T. Veld")],
                [("caption", "A quay.")],
            ],
            [("A boat.", "M. Quist"), ("A quay.", "T. Veld")],
        ),
        (
            [
                [("caption", "A boat.")],
                [("photo_credit", "M. Quist")],
                [("caption", "A quay.")],
                [("photo_credit", "T. Veld")],
            ],
            [("A boat.", "M. Quist"), ("A quay.", "T. Veld")],
        ),
        (
            [[("caption", "A boat.")], [("photo_credit", "M. Quist"), ("caption", "A quay.")]],
            [("A boat.", None), ("A quay.", "M. Quist")],
        ),
        (
            [[("caption", "A boat.")], [("caption", "A boat."), ("photo_credit", "M. Quist")]],
            [("A boat.", "M. Quist")],
        ),
        (
            [
                [("caption", "A boat."), ("photo_credit", "M. Quist")],
                [("body", "One.")],
                [("photo_credit", "M. Quist")],
            ],
            [("A boat.", "M. Quist")],
        ),
        (
            [
                [("caption", "A boat.")],
                *[[("media", f"{n} of 9")] for n in range(6)],
                [("photo_credit", "M. Quist")],
            ],
            [("A boat.", None), (None, "M. Quist")],
        ),
    ],
)
def test_credits_find_their_captions(rows: list[Row], expected: list[tuple[str | None, str | None]]) -> None:
    assert captions(*rows) == expected


def test_captions_are_typed() -> None:
    assert article([("caption", "A boat.")]).captions == (Caption("A boat.", None),)


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("headline", "Headline: Ferry returns", "Ferry returns"),
        ("headline", "TITLE : Ferry returns", "Ferry returns"),
        ("headline", "Headlines of the year", "Headlines of the year"),
        ("deck", "Subheadline: It took nine years.", "It took nine years."),
        ("kicker", "Section: Harbour", "Harbour"),
        ("caption", "Caption: A boat.", "A boat."),
        ("caption", "Photo: A boat.", "A boat."),
        ("caption", "Image caption, A boat.", "A boat."),
        ("caption", "Image caption A boat.", "A boat."),
        ("caption", "File photo: a boat.", "File photo: a boat."),
        ("body", "Body: The ferry is back.", "The ferry is back."),
        ("body", "Article text: The ferry is back.", "The ferry is back."),
        ("body", "Bodies: the film is back.", "Bodies: the film is back."),
        ("highlight", "Highlight 1: Nine years", "Nine years"),
        ("byline", "Byline: Mara Quist", "Mara Quist"),
        ("byline", "By: Mara Quist", "Mara Quist"),
        ("byline", "By Mara Quist", "By Mara Quist"),
    ],
)
def test_an_explicit_label_before_a_part_is_left_out(label: Label, text: str, value: str) -> None:
    made = article([(label, text)])
    values = {
        "headline": made.headline,
        "deck": made.deck,
        "kicker": made.kicker,
        "caption": made.captions[0].text if made.captions else None,
        "body": made.body[0].paragraphs[0] if made.body else None,
        "highlight": "".join(made.highlights),
        "byline": made.byline.text if made.byline else None,
    }
    assert values[label] == value


@pytest.mark.parametrize(
    ("lines_of_notes", "notes"),
    [
        (["Correction: June 5, 2018", "It was 61, not 16."], ["Correction: June 5, 2018 It was 61, not 16."]),
        (
            ["Corrections and clarifications", "It was 61, not 16."],
            ["Corrections and clarifications It was 61, not 16."],
        ),
        (["Editor’s note, May 3", "The mill is in Fenn."], ["Editor’s note, May 3 The mill is in Fenn."]),
        (["Correction: It was 61.", "Update: It was 62."], ["Correction: It was 61.", "Update: It was 62."]),
    ],
)
def test_a_heading_of_a_note_stands_before_it(lines_of_notes: list[str], notes: list[str]) -> None:
    rows: list[Row] = [[("note", text)] for text in lines_of_notes]
    assert [note.text for note in article(*rows).notes] == notes


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Tags: Harbour, Ferries; Port Ellen", ("Harbour", "Ferries", "Port Ellen")),
        ("Filed under: Harbour | Ferries", ("Harbour", "Ferries")),
        ("Topics", ()),
        ("#harbour #ferries", ("#harbour", "#ferries")),
        ("Port Ellen", ("Port Ellen",)),
        ("Harbour, Ferries, Harbour,", ("Harbour", "Ferries")),
        ("Scotland: Islands", ("Scotland: Islands",)),
    ],
)
def test_tags_are_split(text: str, tags: tuple[str, ...]) -> None:
    assert article([("tags", text)]).tags == tags


def test_the_rest_is_kept_in_order_and_once() -> None:
    made = article(
        [("bio", "Mara Quist writes about the sea.")],
        [("bio", "Mara Quist writes about the sea.")],
        [("media", "01:14")],
        [("media", "01:14")],
        [("copyright", "© 2015 The Gull")],
        [("copyright", "All rights reserved.")],
        [("boilerplate", "Share this")],
        [("credits", "Reporting by Tom Veld")],
    )
    assert made.bio == ("Mara Quist writes about the sea.",)
    assert [media.text for media in made.media] == ["01:14"]
    assert made.copyright == "© 2015 The Gull All rights reserved."
    assert [credit.text for credit in made.credits] == ["Reporting by Tom Veld"]
    assert len(made.spans) == 8


@pytest.mark.parametrize(
    ("rows", "notes"),
    [
        (["Correction", "The year was wrong."], ["Correction The year was wrong."]),
        (["Editor's note:", "The year was wrong."], ["Editor's note: The year was wrong."]),
        (
            ["This story has been updated.", "The year was wrong."],
            ["This story has been updated.", "The year was wrong."],
        ),
        (["Correction"], ["Correction"]),
    ],
)
def test_a_note_s_heading_belongs_to_it(rows: list[str], notes: list[str]) -> None:
    parts: list[Row] = [[("note", row)] for row in rows]
    assert [note.text for note in article(*parts).notes] == notes


def test_what_has_nothing_to_read_is_left_out() -> None:
    text = "\u200b\nA headline"
    made = assemble(
        lines(text, ENGLISH.segment),
        [Span(0, 1, "headline", 0.5), Span(2, len(text), "headline", 0.9)],
        ORIGIN,
        ENGLISH,
    )
    assert made.headline == "A headline"


def test_confidence_is_the_card_parts_mean() -> None:
    card = [Span(0, 1, "headline", 0.8), Span(1, 2, "body", 0.9), Span(2, 3, "boilerplate", 0.1)]
    assert confidence(card) == 0.85
    assert confidence(card[2:]) == 0.1
    assert confidence([]) == 0.0
