"""The samples of formats: each gives the articles that stand in its file of truth, and is in the table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsparse.readers import FORMATS
from samples.formats import FILES, articles


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_gives_its_articles(path: Path) -> None:
    found = articles(path)
    assert found == json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    assert {each["format"] for each in found if "format" in each} <= {each.name for each in FORMATS}
