"""The inputs of a run, in order, on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsparse.batch import manifest as module
from newsparse.batch.manifest import Input, Manifest


def test_inputs_come_in_the_order_they_were_added() -> None:
    with Manifest(once=False) as manifest:
        for path in ("b", "a", "b"):
            manifest.add(path)
        assert [item.path for item in manifest] == ["b", "a", "b"]
        assert next(iter(manifest)).full == os.path.abspath("b")
        assert len(manifest) == 3


def test_once_leaves_out_what_was_added_before() -> None:
    with Manifest(once=True) as manifest:
        for path in ("b", "./b", "a", os.path.abspath("b")):
            manifest.add(path)
        assert [item.path for item in manifest] == ["b", "a"]
        assert os.path.abspath("a") in manifest
        assert os.path.abspath("c") not in manifest


def test_inputs_may_be_dropped_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 2)
    with Manifest(once=True) as manifest:
        for number in range(6):
            manifest.add(f"/{number}")
        left = []
        for item in manifest:
            if item.path in ("/1", "/4"):
                assert manifest.drop(item.full) == 1
            else:
                left.append(item.path)
        assert left == ["/0", "/2", "/3", "/5"]
        assert [item.path for item in manifest] == left
        assert manifest.drop("/1") == 0


def test_the_base_holds_every_folder_and_file_given(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "c.txt").touch()
    with Manifest(once=True) as manifest:
        for path, base in (("a/b", "a/b"), ("a/b/x.txt", "a/b"), ("a/c.txt", "a"), ("d/gone.txt", "")):
            manifest.widen_base(str(tmp_path / path))
            assert manifest.base == str(tmp_path / base).rstrip("/")


def test_names_that_differ_in_case_only() -> None:
    with Manifest(once=True) as manifest:
        for path in ("/a/Straße", "/b/STRASSE", "/b/x"):
            manifest.add(path)
        assert manifest.case_collision() is None
        manifest.add("/a/STRASSE")
        assert sorted(manifest.case_collision() or ()) == ["/a/STRASSE", "/a/Straße"]


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
def test_names_of_any_bytes() -> None:
    path = os.fsdecode(b"/caf\xe9\n.txt")
    with Manifest(once=True) as manifest:
        manifest.add(path)
        assert list(manifest) == [Input(path, path)]
        assert path in manifest


def test_articles_that_are_done_are_kept_as_ranges() -> None:
    with Manifest(once=True) as manifest:
        manifest.add("/a")
        manifest.add("/b")
        for index in (0, 1, 2, 4, 5, 3, 9):
            manifest.add_done("/a", index)
        first, second = manifest
        assert {index for part in first.done for index in part} == {0, 1, 2, 3, 4, 5, 9}
        assert len(first.done) <= 3
        assert second.done == ()
