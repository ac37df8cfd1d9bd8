"""Mails, mailboxes, and the exports that mails hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, files, read_bytes, read_file, single
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FORMATS = Path(__file__).parents[3] / "shared" / "formats" / "samples"
PLAIN = """Received: by mail.example with SMTP id 1
From: The Skarn Herald <news@herald.example>
Subject: {subject}
Date: Mon, 4 Mar 2024 10:15:00 +0100
Content-Type: text/plain; charset={charset}

{text}
"""
STORY = "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay.\n"


def mail(text: str, subject: str = "Ferry", charset: str = "utf-8", encoding: str = "utf-8") -> bytes:
    return PLAIN.format(text=text, subject=subject, charset=charset).encode(encoding)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_subject_and_day_of_a_mail_are_taken_where_the_text_has_no_others(end: bytes) -> None:
    data = mail(STORY + "\n" + STORY).replace(b"\n", end)
    assert detect(data, "a.txt").name == "mail"
    source = single(read_bytes(data, "a.txt"))
    article = pipeline.article(source)
    assert (article.headline, article.site) == ("Ferry", "The Skarn Herald")
    assert article.published
    assert article.published.date == "2024-03-04T10:15:00+01:00"
    signed = mail(f"Harbour opens again\n\nBy Mara Quist\n\nMarch 3, 2024\n\n{STORY}\n{STORY}")
    article = pipeline.article(single(read_bytes(signed, "a.eml")))
    assert article.headline == "Harbour opens again"
    assert article.published
    assert article.published.date == "2024-03-03"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "cp1252"), ("no-such-charset", "utf-8"), ("utf-8", "cp1252"), ("us-ascii", "utf-8")],
)
def test_a_charset_that_is_wrong_or_unknown(charset: str, encoding: str) -> None:
    (found,) = read_bytes(
        mail(f"„Nie“ sagte Kapitän Quist. {STORY}", charset=charset, encoding=encoding), "a"
    )
    assert isinstance(found, Source)
    assert "ferry" in found.text


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("=?utf-8?B?RsOkaHJl?=", "Fähre"),
        ("=?windows-1252?Q?Die_F=E4hre?=\n =?utf-8?q?_f=C3=A4hrt?=", "Die Fähre fährt"),
        ("=?no-such?Q?Die_Ferry?=", "Die Ferry"),
        ("=?utf-8?Q?Die_Fähre?=", "Die Fähre"),
    ],
)
def test_subjects_in_other_charsets(subject: str, headline: str) -> None:
    (found,) = read_bytes(mail(STORY, subject), "a.eml")
    assert isinstance(found, Source)
    assert found.metadata
    assert found.metadata.fallback
    assert found.metadata.fallback.headline == headline


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Subject: Ferry\nFrom: Mara Quist\n\nA memo, and no mail.\n", "text"),
        (b"Headline: Ferry returns\nBy: Mara Quist\n\nThe ferry sailed.\n", "text"),
        (b"Received: from a\n\tby b\nSubject: Ferry", "mail"),
        (b"From the harbour it takes an hour, from 10:15 on.\nA second line: here.\n", "text"),
    ],
)
def test_what_a_mail_is(data: bytes, name: str) -> None:
    assert detect(data, "a.txt").name == name


@pytest.mark.parametrize(
    "data", [mail(""), mail("body text"), mail(STORY).replace(b"text/plain", b"image/png")]
)
def test_a_mail_without_a_text_has_no_article(data: bytes) -> None:
    (error,) = read_bytes(data, "a.eml")
    assert isinstance(error, InputError)
    assert error.wrong == "no article in it"


def test_a_mail_that_is_too_large_is_an_error_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2000)
    start = b"From a@b.example Mon Mar  4 10:15:00 2024\n"
    first, second = read_bytes(start + mail(STORY * 30) + b"\n" + start + mail(STORY), "a.mbox")
    assert isinstance(first, InputError)
    assert "too large" in first.wrong
    assert isinstance(second, Source)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["newsletter.eml", "proquest.eml", "mails.mbox", "proquest.html"]), st.data())
def test_a_mail_that_is_damaged_anywhere_is_read_or_an_error(name: str, data: st.DataObject) -> None:
    content = (SAMPLES / name).read_bytes()
    at = data.draw(st.integers(1, len(content)))
    damaged = content[:at] + data.draw(st.binary(max_size=4)) + content[at:] * data.draw(st.integers(0, 2))
    for each in read_bytes(
        damaged, name, format={"eml": "mail", "html": "proquest-html"}.get(name.split(".")[1], "mbox")
    ):
        assert isinstance(each, InputError) or each.text.strip()


def test_an_article_without_a_full_text_is_an_error_in_its_place() -> None:
    page = (SAMPLES / "proquest.html").read_bytes().replace(b"Full text:", b"Text:", 1)
    first, second = read_bytes(page, "a.html")
    assert isinstance(first, InputError)
    assert (first.wrong, first.index) == ("number 1 of the export: no full text", 0)
    assert isinstance(second, Source)


CITY = (hashed("2adaf88c0282e480"), "Nathan Olivarez-Giles", "2010-05-08")


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("proquest-html/sample-1.html", 1, CITY),
        ("proquest-eml/malformed-html-tag.eml", 2, CITY),
        ("proquest-eml/sample.eml", 100, CITY),
        ("proquest-eml/format-v2.eml", 20, (hashed("8f5c0d3d0e93a67d"), "Michael Wines", "2022-03-10")),
    ],
)
def test_the_samples_of_proquest(name: str, count: int, first: tuple[str, str, str]) -> None:
    found = [each.metadata for each in read_file(FORMATS / name) if isinstance(each, Source)]
    assert len(found) == count
    assert all(stated and stated.headline and stated.published for stated in found)
    stated = found[0]
    assert stated
    assert stated.byline
    assert stated.headline == first[0]
    assert (stated.byline.authors[0].name, stated.published) == first[1:]


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
def test_the_samples_of_mail() -> None:
    (source,) = read_file(FORMATS / "eml" / "odd_charset_email.eml")
    assert isinstance(source, Source)
    assert pipeline.article(source).headline == hashed("6bda620b21691d9b")
    assert source.metadata
    assert source.metadata.fallback
    assert source.metadata.fallback.headline == hashed("26ec487ce6b2377b")
