"""`python -m bench.fuzz [COUNT [COMMAND [START]]]`: broken inputs of all formats, COUNT (300,000) in this
process and then COMMAND (2,000) by the command, numbered from START (0). Each has to give articles or a clean
error, in bounded time. All are read; of one in PARSED the articles are made and written too, which takes most
of the time.

A broken input is a seed that was cut, spliced with another, or changed in some places. The seeds are the
samples and invented articles in every format, and the data folder's where there is one. The same number gives
the same input.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from time import thread_time
from typing import NamedTuple, get_args

from bench import DATA
from bench.linear import UNITS
from bench.texts import article, page
from newsparse import errors, pipeline
from newsparse.article import Article, DateOrder
from newsparse.errors import InputError
from newsparse.readers import ENDINGS, INPUT_FORMATS, read_bytes
from newsparse.writers import FORMATS, View, write

COUNT, COMMAND = 300_000, 2_000
LONGEST = 3_000  # bytes of an input before it is changed: enough for what surrounds an article, and fast
PARSED = 6  # at 2 ms an input all of them take ten minutes of CPU; were each parsed, 40
SLOW = 3.0  # CPU seconds; an ordinary text of that length takes 0.02
AGAIN = 0.3  # the share of the inputs that are changed in one place more
SAMPLES = Path(__file__).parents[1] / "samples"


class Input(NamedTuple):
    """The bytes of a file, its name, and how it is read: encoding, format, key of the text, order of days."""

    name: str
    data: bytes
    read: tuple[str | None, str, str | None, DateOrder | None]


class Fault(NamedTuple):
    """What went wrong with the input of this number: an exception, or the CPU seconds that it took."""

    number: int
    wrong: str
    input: Input


def main() -> None:
    """Print each fault, and how many inputs gave articles and errors; exit 1 where there was a fault."""
    numbers = [int(argument.replace(",", "")) for argument in sys.argv[1:]]
    count, command, start = [*numbers, *(COUNT, COMMAND, 0)[len(numbers) :]]
    faults = 0
    outcomes: Counter[str] = Counter()
    for number in range(start, start + count):
        found = tried(number, broken(number))
        if isinstance(found, Fault):
            faults += 1
            Path(f"fault-{number}{Path(found.input.name).suffix}").write_bytes(found.input.data)
            print(f"{number} {found.input.name} {found.input.read}: {found.wrong}", flush=True)
        outcomes[type(found).__name__ if isinstance(found, Fault) else found] += 1
        if number % 10_000 == 9_999:
            print(f"{number + 1:,}: {dict(outcomes)}", flush=True)
    print(f"{count:,} inputs in process: {dict(outcomes)}")
    if command:
        faults += _by_command(range(start + count, start + count + command))
    sys.exit(1 if faults else 0)


def broken(number: int) -> Input:
    """The broken input of a number."""
    rng = Random(number)
    name, data = rng.choice(seeds())
    data = rng.choice(_SHAPES)(rng, data)[:LONGEST]
    while True:
        data = rng.choice(_CHANGES)(rng, data)
        if rng.random() > AGAIN:
            break
    if rng.random() < 0.03:
        data = gzip.compress(data, mtime=0)
    name = name if rng.random() < 0.7 else f"x{rng.choice((*ENDINGS, '', '.dat', '.txt.gz'))}"
    encoding = rng.choice(("utf-8", "cp1252", "utf-16", "utf-7", "big5")) if rng.random() < 0.1 else None
    form = rng.choice(INPUT_FORMATS) if rng.random() < 0.2 else "auto"
    key = rng.choice(("text", "id", "no such")) if rng.random() < 0.05 else None
    return Input(name, data, (encoding, form, key, rng.choice((None, *get_args(DateOrder)))))


def tried(number: int, given: Input) -> str | Fault:
    """What an input gives: "article", "text" where its text is not parsed, "error", or a Fault."""
    start = thread_time()
    outcome = "error"
    try:
        for source in read_bytes(given.data, given.name, *given.read):
            if isinstance(source, InputError):
                if "\n" in str(source):
                    return Fault(number, f"an error of several lines: {source!s:.200}", given)
            elif number % PARSED:
                outcome = "text"
            else:
                _checked(pipeline.article(source), source.text, number // PARSED)
                outcome = "article"
    except Exception as error:
        return Fault(number, f"{type(error).__name__}: {error!s:.200}", given)
    seconds = thread_time() - start
    return Fault(number, f"{seconds:.1f} s", given) if seconds > SLOW else outcome


def _checked(found: Article, text: str, number: int) -> None:
    """Assert that the spans hold all of a text, and write the article as JSON and in a format by turns."""
    covered: list[str] = []
    end = 0
    for span in found.spans:
        assert end <= span.start < span.end <= len(text), "spans overlap"
        covered.append(text[end : span.start])
        end = span.end
    covered.append(text[end:])
    assert not "".join(covered).strip(), "a character lies in no span"
    name = list(FORMATS)[number % len(FORMATS)]
    write(found, name, View(spans=FORMATS[name].is_json)).encode()
    assert Article.from_json(found.to_json()) == found, "it is another when it is read back"


@cache
def seeds() -> list[tuple[str, bytes]]:
    """Names and bytes of sound inputs."""
    own = [path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html", ".marked")]
    others = (DATA / "formats" / "samples").rglob("*") if DATA.is_dir() else []
    given = [path for path in (*own, *others) if path.is_file() and path.stat().st_size < 2_000_000]
    return [*_invented(), *((path.name, path.read_bytes()) for path in sorted(given))]


def _invented() -> Iterator[tuple[str, bytes]]:
    """An invented article in formats that newsparse reads."""
    text, html = article(1), page(1)
    record = {"id": 1, "title": "Harbour", "author": "Ann Lee", "date": "3/4/2024", "text": text}
    answer = pipeline.parse(text)
    yield "a.txt", text.encode()
    yield "a.html", html.encode()
    yield "a.jsonl", (json.dumps(record) + "\n").encode() * 3
    yield "a.json", json.dumps([record, record], indent=1).encode()
    yield "a.csv", b"id,title,text\n" + f'1,Harbour,"{text}"\n'.encode() * 2
    yield "a.md", write(answer, "md", View()).encode()
    yield "a.story", f"{text}\n\n@highlight\n\nHarbour opens\n".encode()
    yield "a.warc", _warc(html)
    yield "a.mhtml", _mail(html, "related")
    yield "a.eml", _mail(text, "mixed")
    yield "a.xml", f"<nitf><head/><body><hedline><hl1>Harbour</hl1></hedline><body.content><p>{text}".encode()
    yield "a.rss", f"<rss><channel><item><title>Harbour</title><description>{text}</description>".encode()
    yield "a.docx", _docx(text)
    yield "a.rtf", rb"{\rtf1\ansi " + text.encode("cp1252", "ignore").replace(b"\n", rb"\par ") + b"}"
    yield "a.txt", f"{'_' * 60}\n\nHarbour\n\nFull text: {text}\n\n{'_' * 60}\n".encode()
    yield (
        "a.txt",
        f"1 of 2 DOCUMENTS\n\nHarbour Times\n\nHarbour opens\n\n{text}\n\nLOAD-DATE: May 3".encode(),
    )


def _warc(html: str) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html.encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.b/\r\nContent-Length:"
    return (f"{head} {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n") * 2


def _mail(body: str, kind: str) -> bytes:
    form = "html" if "<" in body else "plain"
    return (
        f'From: a@b.c\nSubject: Harbour\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="x"\n\n'
        f"--x\nContent-Type: text/{form}; charset=utf-8\n\n{body}\n--x--\n"
    ).encode()


def _docx(text: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>'
        )
        archive.writestr("[Content_Types].xml", "<Types/>")
    return data.getvalue()


def _cut(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[at:] if rng.random() < 0.5 else data[:at]


def _spliced(rng: Random, data: bytes) -> bytes:
    other = rng.choice(seeds())[1]
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]


def _other_encoding(rng: Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(
        rng.choice(("utf-16", "utf-16-le", "cp1252", "cp932", "utf-32")), "ignore"
    )


def _bytes_changed(rng: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 20, 200))):
        if changed:
            changed[rng.randrange(len(changed))] = rng.choice((0, 10, 34, 60, 62, 255, rng.randrange(256)))
    return bytes(changed)


def _removed(rng: Random, data: bytes) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 2, 30, 500)) :]


def _inserted(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return (
        data[:at]
        + (rng.choice(UNITS + _AWKWARD) * rng.choice((1, 2, 50, 700))).encode("utf-8", "replace")
        + data[at:]
    )


def _repeated(rng: Random, data: bytes) -> bytes:
    start = rng.randrange(len(data) + 1)
    part = data[start : start + rng.choice((1, 5, 60, 900))]
    return data[:start] + part * rng.choice((2, 10, 90)) + data[start:]


def _lines_mixed(rng: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return rng.choice((b"\n", b"\r\n", b"\r", b"\n\n", b" ", b"")).join(lines)


def _as_it_is(_: Random, data: bytes) -> bytes:
    return data


_AWKWARD = (
    "<div>", "</p>", "<p", "<!--", "<![CDATA[", "&#0;", "&#xD800;", "&lt;", "{", "}", "[[", "\\u0000",
    "\\ud83d", '"', "'", "\0", "\r", "\f", "\x1b[31m", "\u2028", "\u202e", "\ufeff", "\ufffe", "😀",
    "e\u0301", "---\n", "\n--x\n", "WARC/1.0\r\n", "1e999", "99999999999999999999", "-1", "NaN",
    "31/12/9999", "0000-00-00", "12:99", "<?xml", "]]>",
)  # fmt: skip
_Change = Callable[[Random, bytes], bytes]
_SHAPES: tuple[_Change, ...] = (_as_it_is, _as_it_is, _cut, _spliced)
_CHANGES: tuple[_Change, ...] = (
    _bytes_changed, _bytes_changed, _removed, _inserted, _inserted, _repeated, _lines_mixed,
    _other_encoding, _cut,
)  # fmt: skip


def _by_command(numbers: range) -> int:
    """Run the command on the broken inputs of these numbers; how many faults there were."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "in")
        for number in numbers:
            given = broken(number)
            path = folder / str(number) / given.name
            path.parent.mkdir(parents=True)
            path.write_bytes(given.data)
        listed = "\n".join(str(path) for path in sorted(folder.rglob("*")) if path.is_file())
        command = [
            sys.executable,
            "-m",
            "newsparse",
            "--files-from",
            "-",
            "-o",
            f"{parent}/out.jsonl",
            "-j",
            "2",
        ]
        done = subprocess.run(command, input=listed.encode(), capture_output=True, check=False)
        messages = done.stderr.decode("utf-8", "replace").splitlines()
        unexpected = errors.failure("", ValueError()).remedy
        bad = [line for line in messages if not line.startswith("newsparse: ") or unexpected in line]
    print(f"{len(numbers):,} inputs by the command: exit {done.returncode}, {messages[-1]}", *bad, sep="\n  ")
    return len(bad) + (done.returncode not in (0, 1))


if __name__ == "__main__":
    main()
