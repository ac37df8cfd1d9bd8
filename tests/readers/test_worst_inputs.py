"""The worst inputs that `bench/fuzz.py` found, made small: each gives articles, or a line that says why."""

from __future__ import annotations

import pytest

from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import read_bytes

TEXT = "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay."
WORST = {
    "a prefix that was not declared": (
        "a.xml",
        f"<nitf><body><body.content><ns0:subject/><p>{TEXT}</p><p>".encode(),
        "auto",
        None,
    ),
    "a prefix without a name": (
        "a.xml",
        f"<nitf><ns0:/><body.content><p>{TEXT}</p>".encode(),
        "auto",
        None,
    ),
    "a colon and no name behind it": (
        "a.xml",
        f"<nitf><body><body.content><p>{TEXT}</p><f4:><p>{TEXT}</p>".encode(),
        "auto",
        None,
    ),
    "a figure behind a colon": ("a.xml", f"<nitf><body><a:5/><p>{TEXT}</p>".encode(), "auto", None),
    "a colon in what is taken for a tag": ("a.xml", f"<nitf><body><A:B><p>{TEXT}</p>".encode(), "auto", None),
    "half a character in UTF-7": (
        "a.html",
        b"<html><title>Factiva</title><div class=article>+3mo-",
        "factiva",
        "utf-7",
    ),
    "half a character in XML": (
        "a.xml",
        f"<nitf><hl1>&#xD800;&#56000;<p>{TEXT}".encode(),
        "auto",
        None,
    ),
    "UTF-16 without a mark in an export": ("a.txt", f"{TEXT}\n".encode(), "nexis", "utf-16"),
    "half a character in a feed's name": (
        "a.rss",
        b"<rss><channel><item xmlns='\xed\xa0\x80'><title>Harbour</title>",
        "feed",
        None,
    ),
    "NUL in XML": ("a.xml", f"<nitf><body>\0<body.content><p>{TEXT}</p></nitf>".encode(), "auto", None),
    "NUL in a Factiva export": ("a.xml", b"<\0", "factiva-xml", None),
    "a section without an end": ("a.xml", f"<nitf><body><![CDATA[\n\n{TEXT}\n\n".encode(), "auto", None),
    "articles of Integrum, each in the one before": (
        "a.html",
        ("<title>Report 1.5.2021 1:2:3</title>" + f"<div><td>^ЗГ: Гавань</td><pre>{TEXT} " * 300).encode(),
        "auto",
        None,
    ),
    "UTF-16 without the mark that its name asks for": ("a.csv", b"id,text\n1,Words\n", "auto", "utf-16"),
    "XML for a page of Nexis": (
        "a.html",
        f"<?xml version='1.0'?><p>{TEXT}".encode(),
        "nexis-html",
        None,
    ),
}


@pytest.mark.parametrize("kind", WORST)
def test_articles_or_a_line(kind: str) -> None:
    name, data, form, encoding = WORST[kind]
    for source in read_bytes(data, name, encoding, form):
        if isinstance(source, InputError):
            assert len(str(source).splitlines()) == 1
            assert "newsparse failed" not in str(source)
        else:
            assert pipeline.article(source).spans
