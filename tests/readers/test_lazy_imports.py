"""What reading a clean text, and the help, do not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "bs4",
    "charset_normalizer",
    "lxml",
    "gzip",
    "csv",
    "fastwarc",
    "pyarrow",
    "newsparse.readers.html",
    "newsparse.readers.exports",
    "newsparse.readers.other_kinds",
)
ASKING = (
    "import sys, contextlib\nfrom newsparse.cli import main\n"
    "with contextlib.suppress(SystemExit):\n    main(sys.argv[2:])\n"
    "print([name for name in sys.argv[1].split(',') if name in sys.modules], file=sys.stderr)"
)


@pytest.mark.parametrize("arguments", [["--help"], ["-f", "json", "story.txt"]], ids=["help", "text"])
def test_no_reader_of_another_format_is_imported(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(
        "Café reopens\n\nThe “Aurora” café opened again on Monday.\n", "utf-8"
    )
    command = [sys.executable, "-c", ASKING, ",".join(HEAVY), *arguments]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stderr == "[]\n"
