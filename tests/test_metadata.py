"""What an input states beside its text, and how it joins the article."""

from __future__ import annotations

from msgspec.structs import replace

import newsparse
from newsparse.article import (
    Article,
    Author,
    Byline,
    Caption,
    Credit,
    Dateline,
    Media,
    Note,
    PhotoCredit,
    Timestamp,
)
from newsparse.metadata import Metadata, merge_metadata

FERRY = "The ferry at the quay."
CREDIT = PhotoCredit("Ole Varn/AP", ("Ole Varn",), ("AP",))


def printed() -> Article:
    """An article with each part that may also be stated."""
    return replace(
        newsparse.parse("Ferry returns\n\nThe ferry to the outer islands sailed again on Monday.\n"),
        byline=Byline("By Mara Quist, Sea Writer", (Author("Mara Quist", "Sea Writer"),)),
        published=Timestamp("March 4, 2025", "2025-03-04"),
        dateline=Dateline("SKARN (AP) \u2014", "Skarn", "AP"),
        captions=(Caption("The  ferry at the quay.", CREDIT), Caption(None, PhotoCredit("Getty Images"))),
        credits=(Credit("Editing by Ana Kerr", "editor", ("Ana Kerr",)),),
        notes=(Note("other", "A note."),),
        media=(Media("A film"),),
        copyright="Copyright 2025 AP",
    )


def test_nothing_stated_changes_nothing() -> None:
    assert merge_metadata(printed(), Metadata(is_article=True)) == printed()


def test_a_stated_byline_keeps_what_the_text_prints_beside_a_name() -> None:
    stated = Byline("Mara Quist and Ole Varn, AP", (Author("MARA QUIST"), Author("Ole Varn", None, "AP")))
    merged = merge_metadata(printed(), Metadata(byline=stated, is_article=True)).byline
    assert merged == Byline(
        "By Mara Quist, Sea Writer", (Author("Mara Quist", "Sea Writer"), Author("Ole Varn", None, "AP"))
    )
    alone = merge_metadata(replace(printed(), byline=None), Metadata(byline=stated, is_article=True))
    assert alone.byline == stated


def test_a_stated_desk_signs_where_the_text_names_nobody() -> None:
    desk = Metadata(authors=("Gull Staff",), sources={"byline": "author"})
    stated = Metadata(is_article=True, fallback=desk)
    assert merge_metadata(printed(), stated) == printed()
    unsigned = merge_metadata(replace(printed(), byline=None), stated)
    assert unsigned.byline == Byline("", (Author("Gull Staff"),))
    assert unsigned.source.byline == "author"
    initials = merge_metadata(replace(printed(), byline=Byline("mq", (Author("mq"),))), stated)
    assert initials.byline == Byline("mq", (Author("Gull Staff"),))
    wide = Byline("川島花子", (Author("川島花子"),))
    assert merge_metadata(replace(printed(), byline=wide), stated).byline == wide
    part = replace(printed(), byline=Byline("Gull Staff Skarn", (Author("Gull Staff Skarn"),)))
    assert merge_metadata(part, stated).byline == Byline("Gull Staff Skarn", (Author("Gull Staff"),))
    contact = merge_metadata(replace(printed(), byline=Byline("mail@gull.example", ())), stated)
    assert contact.byline == Byline("mail@gull.example", (Author("Gull Staff"),))


def test_a_stated_dateline_keeps_the_agency_of_the_printed_one() -> None:
    stated = Dateline("SKARN, March 4", "Skarn", None, "2025-03-04")
    merged = merge_metadata(printed(), Metadata(dateline=stated, is_article=True)).dateline
    assert merged == Dateline("SKARN (AP) \u2014", "Skarn", "AP", "2025-03-04")
    alone = merge_metadata(replace(printed(), dateline=None), Metadata(dateline=stated, is_article=True))
    assert alone.dateline == stated


def test_times_are_the_stated_ones() -> None:
    merged = merge_metadata(
        printed(), Metadata(published="2025-03-05", updated="2025-03-06T10:00:00Z", is_article=True)
    )
    assert merged.published == Timestamp("March 4, 2025", "2025-03-05")
    assert merged.updated == Timestamp("", "2025-03-06T10:00:00Z")


def test_a_printed_time_of_the_stated_day_is_kept() -> None:
    timed = replace(printed(), published=Timestamp("March 4, 2025, 9:05 PM", "2025-03-04T21:05:00"))
    assert (
        merge_metadata(timed, Metadata(published="2025-03-04", is_article=True)).published == timed.published
    )


def test_stated_captions_are_not_doubled() -> None:
    stated = (Caption("Skarn harbour.", PhotoCredit("getty images")), Caption(FERRY))
    merged = merge_metadata(printed(), Metadata(captions=stated, is_article=True)).captions
    assert merged == (stated[0], Caption(FERRY, CREDIT))
    other = merge_metadata(printed(), Metadata(captions=(Caption("Skarn harbour."),), is_article=True))
    assert other.captions == (Caption("Skarn harbour."), *printed().captions)


def test_stated_credits_notes_and_media_are_not_doubled() -> None:
    credit, note, media = (
        Credit("editing by ana kerr", "editor"),
        Note("editor", "Eds: new."),
        Media("Photo 1"),
    )
    metadata = Metadata(
        credits=(credit,), notes=(note,), media=(media,), copyright="(c) Skarn Herald", is_article=True
    )
    merged = merge_metadata(printed(), metadata)
    assert merged.credits == (credit,)
    assert merged.notes == (note, *printed().notes)
    assert merged.media == (media, *printed().media)
    assert merged.copyright == "(c) Skarn Herald"
