"""The manual page: as the help is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from newsparse.cli import main

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_help_says() -> None:
    command = "import manpage; print(manpage.page(), end='')"
    made = subprocess.run([sys.executable, "-c", command], cwd=DOCS, capture_output=True, check=True)
    assert made.stdout.decode() == (DOCS / "newsparse.1").read_text("utf-8"), "python docs/manpage.py"


def test_every_option_is_in_it() -> None:
    page = (DOCS / "newsparse.1").read_text("utf-8").replace("\\-", "-")
    for parameter in main.params:
        if isinstance(parameter, click.Option):
            assert all(name in page for name in parameter.opts)


def test_it_can_be_shown() -> None:
    if not shutil.which("man"):
        pytest.skip("there is no man here")
    command = ["man", "--warnings", "-l", str(DOCS / "newsparse.1")]
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "90"}
    shown = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if shown.returncode:
        pytest.skip("man can't show pages here")
    assert shown.stderr == ""
    assert "-o, --output FILE|DIR/" in shown.stdout
