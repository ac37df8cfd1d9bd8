"""The wheel and the sdist: they build, install without a network, and run from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from conftest import story
from newsparse import __version__

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, env=os.environ | env, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist that the wheel was made of."""
    pytest.importorskip("build", reason="builds the packages")
    pytest.importorskip("hatchling", reason="builds the packages")
    pytest.importorskip("pip", reason="installs the packages")
    folder = tmp_path_factory.mktemp("packages")
    run("-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", ["newsparse-{}-py3-none-any.whl", "newsparse-{}.tar.gz"])
def test_a_package_installs_and_runs_from_another_folder(packages: Path, name: str, tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "story.txt").write_text(story(1), "utf-8")
    (folder / "page.html").write_text("<!doctype html><h1>Harbour</h1><p>The harbour opened again.", "utf-8")
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run(*install, "--target", site, packages / name.format(__version__), cwd=folder)
    newsparse = (site / "bin" / "newsparse", "-f", "jsonl", "story.txt", "page.html")
    story_found, page_found = map(json.loads, run(*newsparse, cwd=folder, PYTHONPATH=str(site)).splitlines())
    assert story_found["headline"] == story(1).splitlines()[0]
    assert story_found["source"]["newsparse"].startswith(f"{__version__}+")
    assert page_found["source"]["format"] == "html"
    where = run("-c", "import newsparse; print(newsparse.__file__)", cwd=folder, PYTHONPATH=str(site))
    assert Path(where.strip()).is_relative_to(site)


@pytest.mark.slow
def test_the_sdist_holds_the_sources_and_no_more(packages: Path) -> None:
    with tarfile.open(packages / f"newsparse-{__version__}.tar.gz") as archive:
        names = {Path(*Path(name).parts[1:2]).name for name in archive.getnames()}
    assert names == {
        "src",
        "docs",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        "PKG-INFO",
        ".gitignore",
    }
