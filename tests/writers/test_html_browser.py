"""The HTML report in a real browser: what it shows, how it is sorted and filtered, and how labels are
corrected there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from conftest import FULL, corrections
from newsparse import Article, parse
from newsparse.writers import View, frame, write
from newsparse.writers.html import LABELS, failure, run

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed (the dev extra)"
).expect
pytestmark = pytest.mark.browser

STORY = """Ferry aground off Port Ellen 😀
By Mara Quist

The ferry ran aground on Monday, said the mayor of Port Ellen, who had asked for a new one.

Nobody was hurt. The coastguard sent two boats.

Tom Veld contributed to this report.
"""


def article(number: int, confidence: float | None = None) -> Article:
    """A story with its number in the headline, and a confidence of its own."""
    text = STORY.replace("aground off", f"aground {number} times off")
    found = parse(text)
    source = replace(found.source, path=f"in/{number}.txt")
    return replace(found, source=source, confidence=found.confidence if confidence is None else confidence)


def write_report(path: Path, articles: list[Article], *lines: str) -> str:
    """Write a report; its URL."""
    around = frame("html", View())
    rows = [write(one, "html") for one in articles] + list(lines)
    path.write_text(around.opening + "".join(rows).removesuffix("\n") + around.closing, "utf-8")
    return path.as_uri()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A report of three articles, of which the second is the least sure."""
    articles = [article(1, 0.9), article(2, 0.41), article(3, 0.75)]
    lines = (
        failure("bad.pdf", None, "a PDF, not text", "extract its text first"),
        run(7, {".jpg": 2, ".pdf": 30}, 2.5),
    )
    return write_report(tmp_path / "report.html", articles, *lines)


def headlines(page: Page) -> list[str]:
    return page.locator("#articles-table tbody th").all_inner_texts()


def story_number(headline: str) -> int:
    return int(headline.split()[2])


def select(page: Page, words: str) -> None:
    """Select words of the text with the pointer."""
    box = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            range.startContainer.parentElement.scrollIntoView({ block: "center" });
            const { left, right, top, height } = range.getBoundingClientRect();
            return [left, right, top + height / 2];
          }
        }""",
        words,
    )
    left, right, middle = box
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move(right - 1, middle, steps=5)
    page.mouse.up()


def test_the_summary_counts(page: Page, url: str) -> None:
    page.goto(url)
    figures = page.locator("#figures div").all_inner_texts()
    shown = dict(figure.split("\n") for figure in figures)
    assert (shown["articles"], shown["mean confidence"], shown["failed"], shown["passed over"]) == (
        "3", "69%", "1", "39",
    )  # fmt: skip
    bins = page.locator("#histogram li").evaluate_all("bins => bins.map(bin => bin.title)")
    assert [bin for bin in bins if not bin.endswith(": 0 articles")] == [
        "40 to 50%: 1 article", "70 to 80%: 1 article", "90 to 100%: 1 article",
    ]  # fmt: skip
    expect(page.locator("#passed-over")).to_have_text(
        "Passed over: 7 inputs up to date; files of folders: .pdf 30, .jpg 2."
    )
    expect(page.locator("#legend button[data-label=headline]")).to_contain_text("3 · ")
    page.locator("#failures summary").click()
    expect(page.locator("#failures tbody")).to_contain_text("a PDF, not text")


def test_the_table_begins_with_the_least_sure_and_is_sorted(page: Page, url: str) -> None:
    page.goto(url)
    assert list(map(story_number, headlines(page))) == [2, 3, 1]
    page.locator("[data-sort=headline]").click()
    assert list(map(story_number, headlines(page))) == [1, 2, 3]
    page.locator("[data-sort=headline]").click()
    assert list(map(story_number, headlines(page))) == [3, 2, 1]
    expect(page.get_by_role("columnheader", name="Headline")).to_have_attribute("aria-sort", "descending")


def test_the_table_is_filtered(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Words").fill("3 TIMES")
    expect(page.locator("#count")).to_have_text("1 of 3 articles")
    assert list(map(story_number, headlines(page))) == [3]
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#count")).to_have_text("3 articles")
    page.get_by_label("Confidence at most").fill("80")
    expect(page.locator("#count")).to_have_text("2 of 3 articles")
    page.get_by_role("button", name="Show all").click()
    page.locator("#filters").get_by_label("Label").select_option("copyright")
    expect(page.locator("#count")).to_have_text("0 of 3 articles")


def test_an_article_shows_its_spans(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("link", name="aground 1 times").click()
    found = article(1)
    texts = [found.text[span.start : span.end] for span in found.spans]
    assert page.locator("#text [data-span]").all_inner_texts() == texts
    assert page.locator("#text").text_content() == found.text
    tags = page.locator("#text [data-span]").evaluate_all("spans => spans.map(span => span.dataset.tag)")
    assert [tag.split()[0] for tag in tags] == [span.label for span in found.spans]
    titles = page.locator("#text [data-span]").evaluate_all("spans => spans.map(span => span.title)")
    for title, span in zip(titles, found.spans, strict=True):
        label, sure = title.split(", ")
        assert label == span.label
        assert abs(float(sure.rstrip("%")) - 100 * span.confidence) < 0.6
    page.go_back()
    expect(page.locator("#overview")).to_be_visible()


def test_a_span_gets_another_label(page: Page, url: str) -> None:
    page.goto(url + "#1")
    page.locator("#text [data-span]", has_text="Tom Veld").click()
    page.locator("#choices").get_by_role("button", name="bio").click()
    expect(page.locator("#text .own")).to_have_attribute("data-tag", "bio ✓")
    expect(page.locator("#corrected")).to_have_text("1 correction, 0 articles checked")
    (row,) = corrections(page)
    assert [row["text"][span["start"] : span["end"]] for span in row["spans"]] == [
        "Tom Veld contributed to this report."
    ]
    assert row["spans"][0]["label"] == "bio"


def test_a_part_of_a_span_gets_another_label(page: Page, url: str) -> None:
    page.goto(url + "#1")
    select(page, "The coastguard sent two boats.")
    expect(page.locator("#chosen")).to_contain_text("The coastguard sent two boats.")
    page.locator("#choices").get_by_role("button", name="note").click()
    page.get_by_role("checkbox", name="Checked").check()
    (row,) = corrections(page)
    labelled = [(row["text"][span["start"] : span["end"]], span["label"]) for span in row["spans"]]
    assert ("The coastguard sent two boats.", "note") in labelled
    assert ("Nobody was hurt.", "body") in labelled
    covered = {i for span in row["spans"] for i in range(span["start"], span["end"])}
    assert all(i in covered for i, sign in enumerate(row["text"]) if not sign.isspace())
    assert set(row) == {
        "id", "publisher", "fold", "source", "style", "article", "authors", "published", "updated", "lang",
        "text", "spans",
    }  # fmt: skip
    assert (row["id"], row["publisher"], row["authors"]) == ("in/1.txt", "in/1.txt", ["Mara Quist"])


def test_several_spans_get_one_label(page: Page, url: str) -> None:
    page.goto(url + "#1")
    start = page.locator("#text [data-span]", has_text="Quist").bounding_box()
    assert start
    page.mouse.move(start["x"] + start["width"] - 12, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(600, 890, steps=9)  # below the text
    page.mouse.up()
    page.locator("#choices").get_by_role("button", name="related").click()
    (own,) = page.locator("#text .own").all_inner_texts()
    assert own.lstrip("Quist\n").startswith("The ferry")
    assert own.endswith("report.")


def test_a_correction_is_undone_and_outlives_the_page(page: Page, url: str) -> None:
    page.goto(url + "#1")
    for label in ("bio", "note"):
        page.locator("#text [data-span]").last.click()
        page.locator("#choices").get_by_role("button", name=label).click()
    page.keyboard.press("u")
    expect(page.locator("#text .own")).to_have_attribute("data-tag", "bio ✓")
    page.reload()
    expect(page.locator("#text .own")).to_have_attribute("data-tag", "bio ✓")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#text .own")).to_have_count(0)
    expect(page.get_by_role("button", name="Download corrections")).to_be_disabled()


def test_all_of_it_by_keyboard(page: Page, url: str) -> None:
    page.goto(url)
    page.keyboard.press("/")
    page.keyboard.type("2 times")
    expect(page.locator("#count")).to_have_text("1 of 3 articles")
    page.get_by_role("link", name="aground 2 times").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#headline")).to_be_focused()
    page.locator("#text [data-span]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#text [data-span='1']")).to_be_focused()
    page.keyboard.press("Shift+ArrowLeft")  # By Mara
    expect(page.locator("#chosen")).to_contain_text("By Mara")
    page.keyboard.press("Enter")
    expect(page.locator("#choices button[data-label=byline]")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.keyboard.press("c")
    (row,) = corrections(page)
    labelled = [(row["text"][span["start"] : span["end"]], span["label"]) for span in row["spans"]]
    assert labelled[1:3] == [("By Mara", "kicker"), ("Quist", "byline")]
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="aground 2 times")).to_be_focused()


def test_many_articles_are_paged(page: Page, tmp_path: Path) -> None:
    articles = [replace(FULL, headline=f"Story {number}", confidence=number / 250) for number in range(250)]
    page.goto(write_report(tmp_path / "many.html", articles))
    assert len(headlines(page)) == 100
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Later").click()
    expect(page.locator("#page")).to_have_text("page 3 of 3")
    assert headlines(page)[-1] == "Story 249"
    page.get_by_role("link", name="Story 249").click()
    expect(page.locator("#place")).to_have_text("250 of 250")
    page.keyboard.press("p")
    expect(page.locator("#headline")).to_have_text("Story 248")


def test_mark_up_in_a_text_is_shown_as_it_is(page: Page, tmp_path: Path) -> None:
    awkward = "</script><b>bold</b> <!-- &amp; \u202e\r\n \x07"
    one = replace(FULL, text=awkward, headline=awkward, spans=())
    page.goto(write_report(tmp_path / "awkward.html", [one]) + "#1")
    assert page.locator("#text").text_content() == awkward
    assert page.locator("#headline b").count() == 0


def test_every_kind_of_line_break_is_shown(page: Page, tmp_path: Path) -> None:
    text = "One\rtwo\r\nthree\u2028four\x0cfive"
    page.goto(write_report(tmp_path / "breaks.html", [parse(text)]) + "#1")
    assert page.locator("#text").text_content() == "One\ntwo\r\nthree\nfour\nfive"
    page.locator("#text [data-span]").last.click()
    page.locator("#choices").get_by_role("button", name="note").click()
    (row,) = corrections(page)
    assert row["text"] == text


def test_a_report_without_articles(page: Page, tmp_path: Path) -> None:
    lines = failure("bad.pdf", None, "a PDF, not text", "extract its text first"), run(0, {}, 0.1)
    page.goto(write_report(tmp_path / "none.html", [], *lines))
    expect(page.locator("#count")).to_have_text("0 articles")
    expect(page.locator("#failures summary")).to_have_text("1 input or article failed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tags_and_texts_have_contrast(page: Page, url: str, scheme: Any) -> None:
    """WCAG 2.1, 1.4.3: at least 4.5 to 1, of every label's tag and text."""
    page.emulate_media(color_scheme=scheme)
    page.goto(url + "#1")
    ratios = page.evaluate(CONTRAST, list(LABELS))
    assert {label: ratio for label, ratio in ratios.items() if ratio < 4.5} == {}


CONTRAST = """labels => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = color => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = style => {
    const [a, b] = [light(style.color), light(style.backgroundColor)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const found = {};
  for (const label of labels) {
    const span = document.createElement("span");
    span.className = `span of-${label}`;
    span.dataset.tag = label;
    span.textContent = "Words";
    document.getElementById("text").append(span);
    found[label] = Math.min(ratio(getComputedStyle(span)), ratio(getComputedStyle(span, "::before")));
  }
  return found;
}"""
