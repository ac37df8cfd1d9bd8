"""What each sample of another format than text or page holds: the text and the metadata of its articles, as
its reader has to give them. `python -m tests.samples.formats` writes the files anew.

The truth of FILE is FILE.json: a list of the articles, or of what is wrong in place of one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import read_file

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FILES = sorted(path for path in SAMPLES.iterdir() if not path.with_suffix("").exists())


def articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a sample: format and id, what is stated, and the text by lines."""
    return [
        {"failed": found.wrong}
        if isinstance(found, InputError)
        else {
            "format": found.origin.format,
            "id": found.origin.id,
            "metadata": _stated(found.metadata),
            "text": found.text.splitlines(),
        }
        for found in read_file(path)
    ]


def _stated(metadata: Metadata | None) -> dict[str, Any]:
    nothing, stated = (
        msgspec.json.decode(msgspec.json.encode(each)) for each in (Metadata(), metadata or Metadata())
    )
    found = {key: value for key, value in stated.items() if value != nothing[key]}
    return found | ({"fallback": _stated(metadata.fallback)} if metadata and metadata.fallback else {})


if __name__ == "__main__":
    for path in FILES:
        plain = json.dumps(articles(path), indent=2, ensure_ascii=False)
        path.with_name(f"{path.name}.json").write_text(plain + "\n", "utf-8")
