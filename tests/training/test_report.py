"""The report: what it writes is what the figures say, and it knows when a file says something else."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from training.report import CLOSE, MODEL_CARD, OPEN, main, replace_section
from training.results import SETS, Comparison, read_comparison, write_comparison

SVG = "{http://www.w3.org/2000/svg}"
README = f"# A project\n\nBefore.\n\n{OPEN}\nwhat was there\n{CLOSE}\n\nBehind.\n"


def figures() -> dict[str, Any]:
    return {
        "note": "made up", "weights": "ab12", "data": "cd34", "config": {"width": 8, "seed": 0},
        "accuracy": 0.875, "card_f1": 0.8125, "macro_f1": 0.75, "ms_per_document": 2.5,
        "labels": {
            "body": {"precision": 0.9, "recall": 0.95, "f1": 0.924, "gold": 1200.0},
            "caption": {"precision": 0.7, "recall": 0.6, "f1": 0.646, "gold": 200.0},
            "deck": {"precision": 0.5, "recall": 0.4, "f1": 0.444, "gold": 40.0},
        },
        "documents": {
            "headline": [46, 50], "authors": [18, 24], "noauthors": [26, 26], "published": [9, 10],
            "updated": [0, 0], "perfect": [20, 50],
        },
        "confusion": {
            "caption": {"caption": 120.0, "body": 60.0, "media": 19.0, "-": 1.0},
            "body": {"body": 1140.0, "caption": 60.0},
            "deck": {"deck": 16.0, "body": 24.0},
        },
        "reliability": {"rows": [[0, 0.0, 0.0]] * 8 + [[40, 0.85, 0.8], [1000, 0.97, 0.961]], "error": 0.0104,
            "article_error": 0.02},
        "lost": {"wrap": 0.0123, "crlf": 0.0},
    }  # fmt: skip


def comparison() -> Comparison:
    ours = {"body": (0.9501, 40), "title": (0.8, 40), "date": (0.75, 30), "captions": (0.5, 20)}
    peer = {"body": (0.9312, 40), "title": (0.7, 38), "captions": (0.0, 1)}
    return Comparison(
        weights="ab12", data="cd34", unseen=True, versions={"trafilatura": "2.0.0"},
        pages=dict.fromkeys(SETS, 40),
        sets={name: {"trafilatura": peer, "newsparse": ours} for name in SETS},
        seconds={"trafilatura": 0.02, "newsparse": 0.016},
    )  # fmt: skip


def project(root: Path, figures: dict[str, Any], readme: str = README) -> Path:
    (root / "training" / "results").mkdir(parents=True)
    (root / "training" / "results" / "figures.json").write_text(json.dumps(figures), "utf-8")
    write_comparison(comparison(), root / "training" / "results" / "pages.json")
    (root / "README.md").write_text(readme, "utf-8")
    (root / MODEL_CARD).parent.mkdir(parents=True)
    (root / MODEL_CARD).write_text(README, "utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path, figures())
    main([], tmp_path)
    return tmp_path


def test_what_is_written_passes_the_check(root: Path) -> None:
    main(["--check"], root)


@pytest.mark.parametrize("name", ["docs/quality.md", "docs/quality.svg", "README.md", MODEL_CARD])
def test_a_file_that_says_something_else_fails_the_check(
    root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / name
    changed = path.read_text("utf-8").replace("6", "7", 1)
    path.write_text(changed, "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["--check"], root)
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith(f"{name} ")
    assert path.read_text("utf-8") == changed


def test_a_missing_file_fails_the_check(root: Path) -> None:
    (root / "docs" / "quality.svg").unlink()
    with pytest.raises(SystemExit):
        main(["--check"], root)


def test_other_figures_fail_the_check(root: Path) -> None:
    (root / "training" / "results" / "figures.json").write_text(
        json.dumps(figures() | {"accuracy": 0.861}), "utf-8"
    )
    with pytest.raises(SystemExit):
        main(["--check"], root)


def test_the_page_tells_labels_and_what_they_are_taken_for(root: Path) -> None:
    page = (root / "docs" / "quality.md").read_text("utf-8")
    assert "| `caption` | 0.700 | 0.600 | 0.646 | 200 | `body` 30 %, `media` 10 % |" in page
    assert "| `deck` | 0.500 | 0.400 | 0.444 | 40 | `body` 60 % |" in page
    assert page.index("| `body`") < page.index("| `caption`") < page.index("| `deck`")


def test_the_page_tells_documents_layouts_and_confidence(root: Path) -> None:
    page = (root / "docs" / "quality.md").read_text("utf-8")
    assert "| headline exactly right | 92.0 % of 50 articles |" in page
    assert "day of the update" not in page  # none of the articles prints one
    assert "| wrapped at 72 columns | 0.012 |" in page
    assert "| 1,000 | 97.0 % | 96.1 % |" in page
    assert page.count(" | 0.0 % | ") == 0


def test_the_readme_changes_between_its_marks_only(root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    assert text.startswith(README[: README.index(OPEN) + len(OPEN)])
    assert text.endswith(README[README.index(CLOSE) :])
    assert "what was there" not in text
    assert "87.5 %" in text
    assert "Of the 1,000 spans with a confidence of 90 % or more, 96.1 % are right." in text


def test_the_readme_names_the_weakest_first(root: Path) -> None:
    assert "Weakest, by F1: `deck` (0.44, taken for `body`); `caption`" in (root / "README.md").read_text(
        "utf-8"
    )


def test_the_readme_tells_newsparse_and_its_peers_on_pages(root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    assert "| WCXB, 40 | body F1 | 0.950 | 0.931 |" in text
    assert "| WCXB, 40 | same day | 0.750 | - |" in text
    assert "| WCXB, 40 | captions F1 | 0.500 | - |" in text  # the peer's one page is a crash
    assert "| all | pages a second, in trafilatura's | 1.25 | 1.00 |" in text
    assert "newsparse's weights for a page had seen no page of its publisher." in text


def test_the_readme_says_where_the_weights_may_have_seen_the_pages(root: Path) -> None:
    write_comparison(replace(comparison(), unseen=False), root / "training" / "results" / "pages.json")
    with pytest.raises(SystemExit):
        main(["--check"], root)
    main([], root)
    assert "may have learned from its publisher" in (root / "README.md").read_text("utf-8")


def test_the_record_of_pages_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_comparison(comparison(), tmp_path / "pages.json")
    assert read_comparison(tmp_path / "pages.json") == comparison()


@pytest.mark.parametrize("text", ["no marks", OPEN, CLOSE + OPEN, OPEN + CLOSE + OPEN, OPEN + CLOSE + CLOSE])
def test_marks_must_be_a_pair(text: str) -> None:
    with pytest.raises(ValueError, match="quality"):
        replace_section(text, "new")


def test_the_curve_is_shown_where_there_is_one(tmp_path: Path) -> None:
    point = {"share": 0.25, "publishers": 140, "accuracy": 0.8, "card_f1": 0.7, "macro_f1": 0.65}
    main([], project(tmp_path, figures() | {"curve": [point]}))
    page = (tmp_path / "docs" / "quality.md").read_text("utf-8")
    assert "| 140 | 25 % | 0.800 | 0.700 | 0.650 |" in page


def test_without_a_curve_there_is_no_section(root: Path) -> None:
    assert "Learning curve" not in (root / "docs" / "quality.md").read_text("utf-8")


def test_the_picture_holds_a_row_a_label_that_sums_to_a_hundred(root: Path) -> None:
    picture = ET.fromstring((root / "docs" / "quality.svg").read_text("utf-8"))
    shares: dict[str, float] = {}
    for cell in picture.findall(f"{SVG}g"):
        title = re.fullmatch(r"(\w+) called (\w+): ([\d.]+) %", cell.findtext(f"{SVG}title", ""))
        assert title
        shares[title[1]] = shares.get(title[1], 0.0) + float(title[3])
    # what is under 1 % is not drawn
    assert shares == pytest.approx({"body": 100.0, "caption": 99.5, "deck": 100.0})


def test_the_picture_names_both_axes_within_its_bounds(root: Path) -> None:
    picture = ET.fromstring((root / "docs" / "quality.svg").read_text("utf-8"))
    texts = [text for text in picture.iter(f"{SVG}text") if text.text]
    names = [text.text for text in texts]
    assert [names.count(label) for label in ("body", "caption", "deck")] == [2, 2, 2]
    assert [names.count(label) for label in ("media", "nothing")] == [1, 1]  # said, but no row of their own
    width, height = map(float, picture.attrib["viewBox"].split()[2:])
    assert all(
        0 <= float(text.attrib["x"]) <= width and 0 <= float(text.attrib["y"]) <= height for text in texts
    )
