"""Where the articles go: which format by which name, one stream, a file of lines with its journal,
a folder.
"""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pytest

from newsparse import provenance
from newsparse.batch import sinks
from newsparse.batch.manifest import Manifest
from newsparse.batch.sinks import FolderSink, JsonLinesSink, RefusedError, StreamSink, make_sink, with_format
from newsparse.batch.worker import Task
from newsparse.options import ReadOptions, RenderOptions, RunOptions
from newsparse.segment import weights_file
from newsparse.writers import View


def options(
    output: str | Path | None,
    *paths: str,
    format: str = "jsonl",
    several: str | None = None,
    explain: bool = False,
    resume: bool = False,
    overwrite: bool = False,
) -> RunOptions:
    render = RenderOptions(format, View(), explain, several)
    target = None if output is None else str(output)
    return RunOptions(
        paths, None, (), (), target, ReadOptions(), render, None, None, resume, overwrite, False
    )


def write(folder: Path, *names: str) -> list[str]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words of a text.\n")
    return list(map(str, paths))


def manifest_of(*paths: str) -> Manifest:
    manifest = Manifest(once=True)
    for path in paths:
        manifest.widen_base(path)
        manifest.add(path)
    return manifest


def task(path: str) -> Task:
    return Task(path, os.path.abspath(path), (), os.stat(path).st_mtime_ns, 1, None, None)


# Which format


@pytest.mark.parametrize(
    ("output", "named", "inputs", "format", "several"),
    [
        (None, None, 1, "json", "jsonl"),
        (None, None, 2, "jsonl", None),
        (None, "json", 2, "json", None),
        ("out/", None, 2, "json", "jsonl"),
        ("out/", "json", 2, "json", "jsonl"),
        ("out/", "text", 2, "text", None),
        ("out.d/", None, 1, "json", "jsonl"),
        ("x.json", None, 1, "json", None),
        ("x.json", None, 2, "json", None),
        ("x.JSON.gz", None, 2, "json", None),
        ("x.jsonl", None, 1, "jsonl", None),
        ("x.ndjson.gz", None, 2, "jsonl", None),
        ("x.txt", None, 2, "text", None),
        ("x.txt", "pretty", 2, "pretty", None),
        ("x.log", "text", 2, "text", None),
        ("x", None, 1, "json", "jsonl"),
        ("x.gz", None, 2, "jsonl", None),
        ("/dev/null", None, 2, "jsonl", None),
    ],
)
def test_the_format_is_as_named_or_as_the_ending_says(
    output: str | None, named: str | None, inputs: int, format: str, several: str | None
) -> None:
    found = with_format(options(output, *["a.txt"] * inputs), named, pretty=False).render
    assert (found.format, found.several) == (format, several)


def test_an_explanation_is_a_page_or_json() -> None:
    for output, format in ((None, "pretty"), ("x.txt", "pretty"), ("x.json", "json"), ("x.jsonl", "jsonl")):
        assert with_format(options(output, "a.txt", explain=True), None, pretty=False).render.format == format


OBJECTS = "json or schema-org or csl-json or ninjs or labelstudio"


@pytest.mark.parametrize(
    ("output", "named", "message"),
    [
        ("x.json", "text", f"x.json is no name for -f text: that would be {OBJECTS}."),
        ("x.json", "jsonl", f"x.json is no name for -f jsonl: that would be {OBJECTS}."),
        ("x.jsonl.gz", "json", "x.jsonl.gz is no name for -f json: that would be jsonl or doccano."),
        ("x.txt", "json", "x.txt is no name for -f json: that would be text or pretty or iob."),
        ("x.xyz", None, "The ending of x.xyz is of no format: say which with -f."),
        ("x.pdf.gz", None, "The ending of x.pdf.gz is of no format: say which with -f."),
    ],
)
def test_no_format_is_written_under_the_name_of_another(output: str, named: str | None, message: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        with_format(options(output, "a.txt"), named, pretty=False)
    assert str(refusal.value) == message


def test_which_sink(tmp_path: Path) -> None:
    for output, format, kind in (
        (None, "jsonl", StreamSink), ("x.jsonl", "jsonl", JsonLinesSink), ("x.jsonl.gz", "jsonl", StreamSink),
        ("x.json", "json", StreamSink), ("out/", "json", FolderSink), (tmp_path, "jsonl", FolderSink),
        ("/dev/null", "jsonl", StreamSink),
    ):  # fmt: skip
        assert type(make_sink(options(output, "a.txt", "b.txt", format=format))) is kind


# One stream


@pytest.mark.parametrize("name", ["x.json", "x.json.gz"])
def test_several_articles_in_json_are_an_array(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with StreamSink(options(path, "a.txt", "b.txt", format="json")) as sink:
        sink.open()
        for number in range(3):
            sink.write(f'{{"number": {number}}}\n', None)
    data = path.read_bytes()
    assert json.loads(gzip.decompress(data) if name.endswith(".gz") else data) == [
        {"number": 0},
        {"number": 1},
        {"number": 2},
    ]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_one_article_in_json_is_an_object_and_several_of_one_input_an_array(tmp_path: Path) -> None:
    for index, value in ((None, {"a": 1}), (0, [{"a": 1}])):
        path = tmp_path / f"{index}.json"
        with StreamSink(options(path, "a.txt", format="json")) as sink:
            sink.open()
            sink.write('{"a": 1}\n', index)
        assert json.loads(path.read_bytes()) == value


def test_gzip_data_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        with StreamSink(options(tmp_path / name, "a.txt", "b.txt")) as sink:
            sink.open()
            sink.write("{}\n", None)
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()


def test_a_stream_refuses_what_exists(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("old")
    with pytest.raises(RefusedError, match=r"x\.json exists: --overwrite replaces it"):
        StreamSink(options(tmp_path / "x.json", format="json")).open()
    with StreamSink(options(tmp_path / "x.json", format="json", overwrite=True)) as sink:
        sink.open()
        sink.write("{}\n", None)
    assert (tmp_path / "x.json").read_text() == "{}\n"


# A file of lines


def put_lines(
    path: Path, inputs: dict[str, list[str] | str], resume: bool = False, finish: bool = True
) -> list[str]:
    """Write each input's line, or its several; those that are None failed.
    The inputs and articles that were left to do.
    """
    left = []
    with manifest_of(*inputs) as manifest, JsonLinesSink(str(path), options(path, resume=resume)) as sink:
        sink.prepare(manifest)
        for item in manifest:
            found = inputs[item.path]
            for index, line in enumerate(found):
                if any(index in part for part in item.done):
                    continue
                left.append(f"{os.path.basename(item.path)} {index}")
                if line != "fails":
                    sink.put(task(item.path), f"{line}\n", index if isinstance(found, list) else None)
            sink.end(task(item.path), "fails" in found)
        if finish:
            sink.finish()
    return left


def test_lines_are_continued_article_by_article(tmp_path: Path) -> None:
    a, b, c = write(tmp_path, "a.txt", "b.txt", "c.txt")
    path = tmp_path / "x.jsonl"
    put_lines(path, {a: "A", b: ["0", "1", "fails", "3"]}, finish=False)
    assert not path.exists()
    assert (tmp_path / "x.jsonl.part").read_text() == "A\n0\n1\n3\n"
    left = put_lines(path, {a: "A", b: ["0", "1", "2", "3"], c: "C"}, resume=True)
    assert left == ["b.txt 2", "c.txt 0"]
    assert path.read_text() == "A\n0\n1\n3\n2\nC\n"
    assert put_lines(path, {a: "A", b: ["0", "1", "2", "3"], c: "C"}, resume=True) == []


def test_a_line_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "a.txt")
    path = tmp_path / "x.jsonl"
    put_lines(path, {a: ["0", "1", "2"]}, finish=False)
    part = tmp_path / "x.jsonl.part"
    part.write_text("0\n1\n2"[:-1])
    journal = tmp_path / ".x.jsonl.newsparse"
    journal.write_bytes(journal.read_bytes()[:-3])
    assert put_lines(path, {a: ["0", "1", "2"]}, resume=True) == ["a.txt 2"]
    assert path.read_text() == "0\n1\n2\n"


@pytest.mark.parametrize("length", [244, 245, 250, 251, 255])
def test_a_name_as_long_as_a_name_can_be(tmp_path: Path, length: int) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    path = tmp_path / ("é" * 3 + "x" * length)[-length:].replace("xxxxxx", ".jsonl", 1)
    assert len(os.fsencode(path.name)) == length
    put_lines(path, {a: ["0", "1"]}, finish=False)
    assert put_lines(path, {a: ["0", "1"]}, resume=True) == []
    assert path.read_text() == "0\n1\n"
    assert len(list(tmp_path.iterdir())) == 3  # the inputs, the lines, and the journal beside them


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["x.jsonl.part", ".x.jsonl.newsparse"])
@pytest.mark.parametrize("resume", [True, False])
def test_no_link_is_written_through(tmp_path: Path, name: str, resume: bool) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / name).symlink_to(target)
    with (
        manifest_of(a) as manifest,
        JsonLinesSink(
            str(tmp_path / "x.jsonl"), options(tmp_path / "x.jsonl", resume=resume, overwrite=not resume)
        ) as sink,
        pytest.raises(PermissionError, match="is a link"),
    ):
        sink.prepare(manifest)
    assert target.read_text() == "kept"


# A folder


def folder_sink(
    folder: Path, *paths: str, resume: bool = False, overwrite: bool = False
) -> tuple[FolderSink, Manifest]:
    found = options(folder, *paths, format="json", several="jsonl", resume=resume, overwrite=overwrite)
    sink, manifest = FolderSink(str(folder), found), manifest_of(*paths)
    sink.prepare(manifest)
    return sink, manifest


def test_a_folder_holds_one_article_or_several_of_an_input(tmp_path: Path) -> None:
    a, b = write(tmp_path, "in/x/a.txt", "in/b.txt")
    sink, manifest = folder_sink(tmp_path / "out", a, b)
    with manifest:
        assert [sink.path_for(item) for item in manifest] == [
            f"{tmp_path}/out/x/a.txt.json",
            f"{tmp_path}/out/b.txt.json",
        ]
    sink.put(task(a), "{}\n", 0)
    sink.put(task(a), "[]\n", 1)
    assert not (tmp_path / "out" / "x" / "a.txt.jsonl").exists()
    sink.end(task(a), failed=False)
    assert (tmp_path / "out" / "x" / "a.txt.jsonl").read_text() == "{}\n[]\n"


def age(*paths: str) -> None:
    """Make files older than what is written next."""
    for path in paths:
        os.utime(path, (1, 1))


def test_an_input_of_which_an_article_failed_is_not_up_to_date(tmp_path: Path) -> None:
    a, b = write(tmp_path, "in/a.txt", "in/b.txt")
    age(a, b)
    sink, manifest = folder_sink(tmp_path / "out", a, b)
    for path in (a, b):
        sink.put(task(path), "{}\n", 0)
        sink.end(task(path), failed=path == b)
    manifest.__exit__(None, None, None)
    sink, manifest = folder_sink(tmp_path / "out", a, b, resume=True)
    with manifest:
        assert [item.path for item in manifest] == [b]


def test_what_an_input_gave_when_it_had_another_number_of_articles_is_removed(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    single, several = (tmp_path / "out" / f"a.txt{ending}" for ending in (".json", ".jsonl"))
    for old, new, index in ((single, several, 0), (several, single, None)):
        old.parent.mkdir(exist_ok=True)
        old.write_text("old")
        sink, _ = folder_sink(tmp_path / "out", a, overwrite=True)
        if index is None:
            new.write_text("new")  # as a worker does
        else:
            sink.put(task(a), "new\n", index)
        sink.end(task(a), failed=False)
        assert (old.exists(), new.read_text().strip()) == (False, "new")
        new.unlink()


def test_what_a_killed_worker_left_is_removed_at_the_end(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    sink, manifest = folder_sink(tmp_path / "out", a)
    with manifest, sink:
        left = tmp_path / "out" / f".newsparse-{'1' * 16}.part"
        left.touch()
    assert not left.exists()


def test_what_is_left_half_done_is_not_put_in_its_place(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    sink, _ = folder_sink(tmp_path / "out", a)
    with sink:
        sink.put(task(a), "{}\n", 0)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".newsparse"]


def test_a_folder_that_was_removed_is_an_error(tmp_path: Path) -> None:
    import shutil

    (a,) = write(tmp_path, "in/a.txt")
    sink, _ = folder_sink(tmp_path / "out", a)
    shutil.rmtree(tmp_path / "out")
    (tmp_path / "out").mkdir()
    with pytest.raises(FileNotFoundError, match="it was removed"):
        sink.end(task(a), failed=False)


@pytest.mark.parametrize("name", ["a.txt.json", "a.txt.jsonl"])
def test_a_folder_refuses_what_exists_and_what_is_an_input(tmp_path: Path, name: str) -> None:
    a, other = write(tmp_path, "in/a.txt", f"out/in/{name}")
    with pytest.raises(RefusedError, match="is an input and would be replaced"):
        folder_sink(tmp_path / "out", a, other)
    with pytest.raises(RefusedError, match="would pass for inputs"):
        folder_sink(tmp_path / "in", a)
    write(tmp_path, f"out/{name}")
    with pytest.raises(RefusedError, match=f"{name} exists"):
        folder_sink(tmp_path / "out", a)


# Of the same make


def test_the_fingerprint_is_of_what_changes_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = tmp_path / "w.safetensors"
    monkeypatch.setattr(weights_file, "SHIPPED", weights)
    weights_file.write(weights, {"table": np.ones((1, 2), np.int8)})
    before = sinks.fingerprint(options("x.jsonl"))
    assert sinks.fingerprint(options("y.jsonl", "other.txt", resume=True)) == before
    for other in (options("x", format="json"), options("x", several="json"), options("x", explain=True)):
        assert sinks.fingerprint(other) != before
    read = options("x")._replace(read=ReadOptions("cp1252"))
    assert sinks.fingerprint(read) != before
    weights_file.write(weights, {"table": np.zeros((1, 2), np.int8)})
    assert sinks.fingerprint(options("x.jsonl")) != before
    weights_file.write(weights, {"table": np.ones((1, 2), np.int8)})
    monkeypatch.setattr(provenance, "__version__", "0.0.0")
    assert sinks.fingerprint(options("x.jsonl")) != before


def test_a_second_run_into_a_json_lines_file_is_refused(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "in/a.txt")
    asked = options(tmp_path / "x.jsonl", resume=True)
    with manifest_of(a) as manifest, JsonLinesSink(str(tmp_path / "x.jsonl"), asked) as first:
        first.prepare(manifest)
        with (
            JsonLinesSink(str(tmp_path / "x.jsonl"), asked) as second,
            pytest.raises(RefusedError, match="Another run is writing"),
        ):
            second.prepare(manifest)
        first.finish()
    with manifest_of(a) as manifest, JsonLinesSink(str(tmp_path / "x.jsonl"), asked) as third:
        third.prepare(manifest)
