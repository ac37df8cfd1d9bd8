"""Reuters-21578, Gigaword and collections of TREC."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.article import Credit
from newsparse.errors import InputError
from newsparse.readers import detect, files, read_bytes, read_file
from newsparse.readers.exports import unwrapped
from newsparse.readers.sgml import without
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
REAL = Path(__file__).parents[3] / "shared" / "formats"
REUTERS, TREC = (SAMPLES / "islands.sgm").read_bytes(), (SAMPLES / "islands.trec").read_bytes()

SAILED = (
    "The ferry to the outer islands sailed again on Monday after nine years, with eighty people and a cow "
    "on board"
)


def sources(data: bytes) -> list[Source]:
    found = list(read_bytes(data, "corpus.sgm"))
    assert all(isinstance(each, Source) for each in found), found
    return [each for each in found if isinstance(each, Source)]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (REUTERS, "reuters"),
        (TREC, "gigaword"),
        (b"<!-- a -->\n<DOC>\n<DOCNO> 1 </DOCNO>", "trec"),
        (b"<doc>\n<docno>1</docno>", "trec"),
        (b"<DOC>\n<ROPE>", "text"),
    ],
)
def test_the_first_tags_say_what_it_is(head: bytes, name: str) -> None:
    assert detect(head, "-").name == name


def test_the_documents_of_reuters() -> None:
    first, brief, unprocessed = sources(REUTERS)
    assert first.text.split("\n\n") == [
        f"{SAILED}, the harbour office said.",
        "    The old engine had failed in the winter of 1978, and the yard that was to mend it closed a "
        "month later.",
    ]
    stated = first.metadata
    assert stated
    assert (stated.headline, stated.published) == (
        "FERRY <FRY> SAILS AGAIN AFTER NINE YEARS",
        "1987-03-04T15:01:01.79",
    )
    assert stated.byline
    assert [author.name for author in stated.byline.authors] == ["Mara Quist"]
    assert stated.dateline
    assert (stated.dateline.location, stated.dateline.date) == ("Port Ellery", None)
    assert stated.tags == ("ship", "caldonia")
    assert stated.credits == (Credit("Reuter", None, (), ("Reuters",)),)
    assert brief.text == "HARBOUR OF SKARN CLOSES FOR DIVERS"
    assert brief.metadata
    assert brief.metadata.published == "1987-03-04"
    assert unprocessed.text.startswith("ISLANDS WEEKLY REPORT")
    assert unprocessed.metadata
    assert unprocessed.metadata.headline is None
    assert [source.origin.id for source in (first, brief, unprocessed)] == ["1", "2", "3"]


def test_the_documents_of_gigaword_and_trec() -> None:
    first, second = sources(TREC)
    assert (first.origin.format, first.origin.id) == ("gigaword", "NRL_ENG_20250304.0001")
    assert first.text.split("\n\n") == [
        f"{SAILED}.",
        "\u201cWe waited long enough,\u201d said Captain Tove Lind.",
    ]
    assert first.metadata
    assert (first.metadata.published, first.metadata.language) == ("2025-03-04", "en")
    assert first.metadata.dateline
    assert first.metadata.dateline.location == "Port Ellery, Caldonia"
    assert (second.origin.format, second.origin.id) == ("trec", "NP870305-0002")
    article = pipeline.article(second)
    assert article.headline == "Harbour of Skarn Closes for Divers"
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Ana Kerr"]
    assert article.published
    assert article.published.date == "1987-03-05"
    assert len(article.body[0].paragraphs) == 2


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("(BC-WIND-ARIZ-AZR)", None),
        ("WASHINGTON (BC-TERM-LIMITS-AZR)", "Washington"),
        ("TOKYO (AP) ", "Tokyo"),
    ],
)
def test_a_slug_is_no_dateline(dateline: str, place: str | None) -> None:
    data = f"<DOC><DOCNO>1</DOCNO><DATELINE>{dateline}</DATELINE><TEXT>It sailed.</TEXT></DOC>"
    (source,) = sources(data.encode())
    assert source.metadata
    assert (source.metadata.dateline.location if source.metadata.dateline else None) == place


@pytest.mark.parametrize(
    ("identity", "day"), [("AP880212-0001", "1988-02-12"), ("LA010189-0001", None), ("FT911-3", None)]
)
def test_a_day_is_taken_from_an_id_only_where_it_is_sure(identity: str, day: str | None) -> None:
    (source,) = sources(f"<DOC><DOCNO> {identity} </DOCNO><TEXT>It sailed.</TEXT></DOC>".encode())
    assert source.metadata
    assert source.metadata.published == day


@pytest.mark.parametrize(
    ("date", "day"),
    [("910514", "1991-05-14"), ("<P>\nJanuary 1, 1989, Sunday\n</P>", "1989-01-01"), ("120514", None)],
)
def test_a_day_in_an_element(date: str, day: str | None) -> None:
    data = f"<DOC><DOCNO>FT911-3</DOCNO><DATE>{date}\n</DATE><TEXT>It sailed.</TEXT></DOC>"
    (source,) = sources(data.encode())
    assert source.metadata
    assert source.metadata.published == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("word " * 9 + "\nmore", "word " * 9 + "more"),
        ("Harbour 1\nIslands 2", "Harbour 1\nIslands 2"),
        ("word " * 9 + "\n    next", ("word " * 9).strip() + "\n\n    next"),
        ("word " * 9 + "\n 1 2", ("word " * 9).strip() + "\n 1 2"),
        ("", ""),
    ],
)
def test_wrapped_lines_are_joined_and_tables_are_not(text: str, expected: str) -> None:
    assert unwrapped(text) == expected


def test_a_document_that_is_cut_off_is_read_and_said_to_be() -> None:
    *found, error = read_bytes(REUTERS[: REUTERS.index(b"winter of")], "corpus.sgm")
    assert [each.text[-16:] for each in found if isinstance(each, Source)] == ["had failed in the"[-16:]]
    assert isinstance(error, InputError)
    assert error.wrong == "a document that is cut off or broken"


def test_a_document_without_a_text_or_too_large_is_an_error_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2000)
    monkeypatch.setattr("newsparse.readers.exports.CHUNK", 500)
    document = "<DOC><DOCNO>{}</DOCNO><TEXT>{}</TEXT></DOC>\n"
    data = "".join(
        document.format(i, text) for i, text in enumerate(("It sailed.", "word " * 900, "", "It sank."))
    )
    first, second, third, fourth = read_bytes(data.encode(), "a.trec")
    assert isinstance(first, Source)
    assert isinstance(second, InputError)
    assert "too large" in second.wrong
    assert isinstance(third, InputError)
    assert third.wrong == "number 3 of the export: no text"
    assert isinstance(fourth, Source)
    assert (fourth.origin.id, fourth.origin.index) == ("3", 3)


def test_gzip_data_and_other_encodings_are_read() -> None:
    data = "<DOC><DOCNO>1</DOCNO><TEXT>It sailed to the caf\u00e9.</TEXT></DOC>".encode("latin-1")
    assert sources(gzip.compress(data))[0].text == "It sailed to the caf\u00e9."


def test_elements_without_an_end_take_no_time_that_grows_with_their_square() -> None:
    data = b"<DOC><DOCNO>1</DOCNO><TEXT>" + b"<P>" * 100_000 + b"It sailed.</TEXT></DOC>"
    assert [source.text for source in sources(data)] == ["It sailed."]
    assert without("a<T>b<T>c</T>d<T>e", "T") == "ad"


def test_sgml_of_another_kind_is_refused() -> None:
    (found,) = read_bytes(b"<stock><item>Rope</item></stock>", "a.sgm")
    assert isinstance(found, InputError)
    assert found.wrong.startswith("XML of a kind that is not read")


@settings(deadline=None, max_examples=60)
@given(
    data=st.sampled_from((REUTERS, TREC)),
    start=st.integers(0, 2200),
    end=st.integers(0, 2200),
    junk=st.binary(max_size=8),
    times=st.integers(1, 2),
)
def test_any_sgml_gives_articles_or_clear_errors(
    data: bytes, start: int, end: int, junk: bytes, times: int
) -> None:
    for found in read_bytes((data[:start] + junk + data[end:]) * times, "corpus.sgm"):
        assert isinstance(found, Source | InputError)


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
def test_the_real_files() -> None:
    found = list(read_file(REAL / "big" / "reut2-000.sgm"))
    stated = [each.metadata for each in found if isinstance(each, Source) and each.metadata]
    assert len(found) == len(stated) == 1000
    assert sum(each.headline is not None for each in stated) == 985
    assert sum(each.dateline is not None for each in stated) == 925
    assert sum(each.byline is not None for each in stated) == 54
    assert (stated[0].headline, stated[0].published) == (hashed("f279d9ea9b963ba2"), "1987-02-26T15:01:01.79")
    assert stated[1].headline == hashed("2885b76021045de2")
    assert stated[3].byline
    assert stated[3].byline.authors[0].name == "Janie Gabbett"
    assert len(list(read_file(REAL / "samples" / "reuters21578-sgml" / "reut2-000-first20.sgm"))) == 20
    first, second = read_file(REAL / "samples" / "gigaword-trec-sgml" / "gigaword-two.sgm")
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.metadata
    assert second.metadata
    assert (first.metadata.headline, first.metadata.published) == (
        hashed("247f5389ec348db9"),
        "1999-04-01",
    )
    assert second.metadata.headline == hashed("4562b6f2f2b60dac")
    for name in ("trec1", "trec-segment1.txt"):
        assert len(list(read_file(REAL / "samples" / "gigaword-trec-sgml" / name))) == 2
