"""Files of other kinds, which are refused by what they are, and texts that look a little like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.errors import InputError
from newsparse.readers import read_bytes, read_file, single
from newsparse.readers.other_kinds import (
    ARCHIVE,
    CODE,
    JSON,
    LOG,
    MARKS,
    SETTINGS,
    TABLE,
    XML,
    Kind,
    other_kind,
)

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples"
PROSE = "The ferry to the outer islands sailed again on Monday.\n"
PROGRAM = """#!/usr/bin/env python
import sys

def main():
    name = sys.argv[1]
    if name:
        print(name)
    return 0
"""
TABLE_ROWS = "name,goals,games\n" + "".join(f"Quist {n},{n},{n}\n" for n in range(6))
LOG_LINES = "".join(f"2021-03-04 10:15:0{n} INFO the server started\n" for n in range(6))
SYSLOG = "".join(f"Mar  4 10:15:0{n} harbour sshd[{n}1]: connection closed\n" for n in range(6))
ACCESS = "".join(f'10.0.0.{n} - - [04/Mar/2021:10:15:0{n} +0000] "GET / HTTP/1.1" 200\n' for n in range(6))

OTHERS = [
    ('<?xml version="1.0"?>\n<stock><item>Rope</item></stock>\n', XML),
    ('<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE s [<!ENTITY a "b">]>\n<s:stock a="1"><item>Ro', XML),
    ('<?xml version="1.0"?>\n<sto', XML),
    ("\ufeff<ROW>\n<NO>1</NO>\n<HEAD>Ferry</HEAD>\n<TEXT>It sailed.</TEXT>\n</ROW>\n", XML),
    ("filedesc://a.arc.gz 127.0.0.1 20140101000000 text/plain 69\n", ARCHIVE),
    ("[1, 2, 3]", JSON),
    ("[]", JSON),
    (TABLE_ROWS, TABLE),
    (TABLE_ROWS.replace(",", "\t"), TABLE),
    ('name;"place";note\n' + 'Quist;"Port; Ellery";"a"\n' * 5, TABLE),
    (LOG_LINES, LOG),
    (SYSLOG, LOG),
    (ACCESS, LOG),
    (PROGRAM, CODE),
    ("CREATE TABLE a (id int);\n" + "INSERT INTO a VALUES (1);\n" * 5, CODE),
    ("body { color: red; }\n" + ".a { margin: 0; }\n" * 5, CODE),
    ("port: 80\nhost: a\nnames:\n  - b\n  - c\nlast: d\n", SETTINGS),
    ("[main]\nport=80\nhost = a\n; more\n[other]\nlast=d\n", SETTINGS),
    ("\\documentclass{article}\n\\begin{document}\nHello\n", MARKS[0][1]),
    ("@article{quist2021,\n title={Ferry}\n}\n", MARKS[1][1]),
    ("BEGIN:VCARD\nVERSION:3.0\nFN:Mara Quist\n", MARKS[2][1]),
    ("diff --git a/x b/x\n--- a/x\n+++ b/x\n", MARKS[3][1]),
    ("1\n00:00:01,000 --> 00:00:04,000\nIt sailed.\n", MARKS[4][1]),
    ("WEBVTT\n\n00:01.000 --> 00:04.000\nIt sailed.\n", MARKS[4][1]),
    ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', XML),
    ("#include <stdio.h>\n\nint main(void) {\n  int a = 1;\n  puts(name);\n  return 0;\n}\n", CODE),
]
TEXTS = {
    "a text": PROSE,
    "an article about code": "How to sort in Python\n\n" + PROSE + PROGRAM + PROGRAM,
    "an article that begins with code": PROGRAM + PROSE * 6,
    "a box score": "Harbour 3, Islands 1\n\n" + "Quist\t4\t1\t0\n" * 8 + PROSE,
    "a live blog": "Ferry sails: live\n\n" + "".join(f"2021-03-04 10:15:0{n}\n{PROSE}\n" for n in range(6)),
    "a live blog without a headline": "".join(f"2021-03-04 10:15:0{n} {PROSE}" for n in range(6)),
    "a recipe": "Ingredients: 2 eggs, 1 lemon, salt\n" + "1 egg, 2 lemons, some salt\n" * 6,
    "a list": "Winners, losers, others\n" + "- Quist, Port Ellery, 43\n" * 6 + PROSE,
    "a list of points": "- Quist won\n- Varn lost\n- Kerr drew\n- Veld rested\n- Lind left\n- " + PROSE,
    "labels in lower case": "headline: Ferry sails\nbyline: Mara Quist\n" + PROSE * 6,
    "labels": "Headline: Ferry sails\nBy: Mara Quist\nDate: 4 March 2021\n\n" + PROSE,
    "a press release": "Contact: Mara Quist\nPhone: 555 0100\nSubject: Ferry\n\n" + PROSE,
    "a word in angle brackets": "<Ferry> sails again\n\n" + PROSE,
    "words in brackets": "[Update] Ferry sails\n\n" + PROSE,
    "a numbered heading": "# Ferry sails\n\n" + PROSE * 6,
}


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_a_file_of_another_kind_is_refused_by_what_it_is(text: str, kind: Kind) -> None:
    assert other_kind(text.encode()) == kind
    with pytest.raises(InputError) as caught:
        single(read_bytes(text.encode(), "a.txt"))
    assert caught.value.wrong.startswith(kind.name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_the_option_overrules(text: str, kind: Kind) -> None:
    assert single(read_bytes(text.encode(), "a.txt", format="text")).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_read(text: str) -> None:
    assert other_kind(text.encode()) is None
    assert single(read_bytes(text.encode(), "a.txt")).text == text


@pytest.mark.parametrize("data", [b" " * 60_000 + b"x", b"<!--" * 9_000, b"A: b\n" + b" \n" * 30_000])
def test_what_looks_like_a_beginning_only_is_read(data: bytes) -> None:
    assert other_kind(data) is None


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
def test_the_samples() -> None:
    folders = ("eml", "factiva-xml", "gigaword-trec-sgml", "newsml", "nitf", "proquest-eml")
    for path in (each for folder in folders for each in sorted((SAMPLES / folder).iterdir())):
        for source in read_file(path):
            assert isinstance(source, InputError) or source.origin.format != "text", path.name
