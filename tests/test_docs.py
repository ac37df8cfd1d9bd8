"""The documentation: files and links that it names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "src" / "newsparse" / "weights" / "README.md"]
)
BASES = (ROOT, ROOT / "src" / "newsparse", ROOT / "docs")
DATA = ("gold/", "html/", "bench/score_")  # files of the data folder
_LINK = re.compile(r"\]\(([^)#\s:]+)(#[\w-]+)?\)")
_FILE = re.compile(r"`((?:[\w.-]+/)+(?:[\w.-]+\.(?:py|jsonl?|md|svg|csv|toml))?)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in _LINK.findall(page.read_text("utf-8")):
        path = page.parent / target
        assert path.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.M)
            assert anchor[1:] in {
                re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings
            }, anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_are_named_exist(page: Path) -> None:
    named = {name for name in _FILE.findall(page.read_text("utf-8")) if not name.startswith(DATA)}
    missing = sorted(
        name
        for name in named
        if not re.search("NAME|xx|DIR|OUT|out/", name) and not any((base / name).exists() for base in BASES)
    )
    assert missing == []
