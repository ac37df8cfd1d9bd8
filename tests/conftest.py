"""What several tests share: invented articles, in folders too, the command run as a process of its own,
and examples to train on.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsparse.article import (
    Article,
    Author,
    Byline,
    Caption,
    Credit,
    Dateline,
    Media,
    Note,
    Origin,
    PhotoCredit,
    Section,
    Span,
    Timestamp,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from training.dataset import Example

MARKED = """«headline»Ferry number {number} returns
«byline»By Mara Quist
«body»The ferry sailed on Monday, said the mayor.
"""
MakeExamples = Callable[[int], "list[Example]"]
STORY = """Council votes to reopen harbour {number}
By Mara Quist

The council voted on Monday to reopen the harbour, which has been closed since a storm broke its outer wall {number} years ago.

“It is time,” said the mayor, who had asked for the vote. Divers will look at the wall in June.
"""  # noqa: E501

FULL = Article(
    headline="Council votes to reopen the old harbour [updated]",
    kicker="Harbour",
    deck="Ferries could run again by spring.",
    highlights=("Eleven voted for it", "Repairs cost €12m"),
    byline=Byline("By Mara Quist, The Gull", (Author("Mara Quist", organization="The Gull"),)),
    published=Timestamp("3 May 2015, 10:04", "2015-05-03T10:04"),
    updated=Timestamp("2 hours ago", None),
    dateline=Dateline("PORT ELLEN (GNA) —", "Port Ellen", "GNA"),
    captions=(
        Caption("Two boats lie at the quay.", PhotoCredit("Photo: Tom Veld/GNA", ("Tom Veld",), ("GNA",))),
        Caption(None, PhotoCredit("Gull Images")),
    ),
    body=(
        Section(
            None,
            (
                (
                    "The council voted on Monday to reopen the harbour, closed since a storm broke its outer "
                    "wall."
                ),
                "“It is time,” said the mayor.",
            ),
        ),
        Section("What comes next", ("Divers will look at the wall in June.",)),
    ),
    credits=(Credit("Tom Veld contributed.", "contributor", ("Tom Veld",)),),
    notes=(Note("correction", "The year was wrong."),),
    media=(Media("01:14 - Source: GNA", "PT1M14S", "GNA"),),
    bio=("Mara Quist writes about the sea.",),
    related=("Harbour wall is broken",),
    tags=("Harbour", "Ferries"),
    copyright="© 2015 The Gull",
    url="https://gull.example/2015/harbour",
    site="The Gull",
    section="Sea",
    language="en-GB",
    image="https://gull.example/quay.jpg",
    confidence=0.934,
    source=Origin("harbour.txt", "text", "utf-8", "0" * 64),
    spans=(Span(0, 49, "headline", 0.97), Span(50, 97, "body", 0.9)),
    text="Council votes to reopen the old harbour [updated]\nThe council voted on Monday to reopen the quay.",
)
EMPTY = Article(
    None, None, None, (), None, None, None, None, (), (), (), (), (), (), (), (), None, None, None, None,
    None, None, 0.0,
    Origin(None, "text", None, "0" * 64), (),
)  # fmt: skip


def story(number: int) -> str:
    return STORY.format(number=number)


def corpus(root: Path, count: int) -> Path:
    """Write `count` articles below a new folder, five a subfolder."""
    for number in range(count):
        path = root / f"{number // 5:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(story(number), encoding="utf-8")
    return root


def slow(path: Path, megabytes: float) -> None:
    """Write a text that takes long to parse."""
    path.write_text(story(1) * int(megabytes * 1e6 / len(story(1))), encoding="utf-8")


def command(*args: str | Path | bytes) -> list[str | bytes | Path]:
    return [sys.executable, "-W", "error", "-m", "newsparse", *args]


def newsparse(
    *args: str | Path | bytes, code: int = 0, stdin: bytes = b"", **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end, which has to have this return code; one worker starts faster than two."""
    jobs = () if "-j" in args else ("-j", "1")
    found = subprocess.run(
        command(*args, *jobs), input=stdin, capture_output=True, timeout=120, check=False, **options
    )
    assert found.returncode == code, found.stderr.decode()
    return found


def until(happened: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)


def tree(root: Path) -> dict[str, bytes]:
    """The files below a folder that are not hidden, by path."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {
        os.fsencode(path.relative_to(root)).decode("utf-8", "surrogateescape"): path.read_bytes()
        for path in files
    }


def hidden(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob(".*") if path.is_file())


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def corrections(page: Page) -> list[dict[str, Any]]:
    """The rows of corrections.jsonl, as it is downloaded."""
    with page.expect_download() as found:
        page.get_by_role("button", name="Download corrections").click()
    assert found.value.suggested_filename == "corrections.jsonl"
    return [json.loads(line) for line in Path(found.value.path()).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (the dev extra)"
    )
    names = "chromium", "chromium-browser", "google-chrome"
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, in which nothing may go wrong and nothing is fetched."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    wrong: list[str] = []
    fetched: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: fetched.append(request.url))
    yield opened
    context.close()
    assert wrong == []
    assert [url for url in fetched if not url.startswith(("file:", "blob:", "data:"))] == []


@pytest.fixture
def make_examples() -> MakeExamples:
    """A function from n to the examples of n small texts, each of a publisher of its own, in two folds."""

    from training.corpus import LabelledText, parse_marked
    from training.dataset import text_example

    def make(n: int) -> list[Example]:
        examples = []
        for number in range(n):
            text, spans = parse_marked(MARKED.format(number=number))
            examples.append(
                text_example(LabelledText(str(number), f"gull{number}", (number % 2,), text, spans))
            )
        return examples

    return make


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> Iterator[None]:
    """Ctrl-C reaches what tests start, also where a script runs them in its background."""
    before = signal.getsignal(signal.SIGINT)
    if before == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
