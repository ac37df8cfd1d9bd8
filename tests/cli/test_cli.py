"""The command: options, streams and exit codes, in the process and as a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import newsparse as package
from conftest import lines
from newsparse import __version__
from newsparse.cli import main
from newsparse.readers import files
from newsparse.writers import FIELDS

STORY = """Council votes to reopen the old harbour
By Mara Quist

The council voted on Monday to reopen the harbour, which has been closed since a storm broke its outer wall nine years ago.

“It is time,” said the mayor, who had asked for the vote. Divers will look at the wall in June, and the first ferry may leave in spring.

Tom Veld contributed to this report.
"""  # noqa: E501
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and devices of POSIX")


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin, prog_name="newsparse")


def process(*args: str | bytes, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-m", "newsparse", *args]
    return subprocess.run(
        command, input=stdin, capture_output=True, env=os.environ | env, timeout=60, check=False
    )


def test_one_file_is_an_object(story: str) -> None:
    found = run(story)
    assert found.exit_code == 0
    assert found.stderr == ""
    article = json.loads(found.stdout)
    assert tuple(article) == FIELDS[:-2]
    assert article["headline"] == "Council votes to reopen the old harbour"
    assert article["source"]["path"] == story


def test_several_files_are_lines(story: str) -> None:
    lines = run(story, story).stdout.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == ["Council votes to reopen the old harbour"] * 2


@pytest.mark.parametrize("args", [(), ("-",)])
def test_a_pipe_is_read(args: tuple[str, ...]) -> None:
    found = run(*args, stdin=STORY.encode())
    assert json.loads(found.stdout)["source"]["path"] == "-"


def test_spans_hold_every_character_and_fit_the_schema(story: str) -> None:
    article = json.loads(run("--spans", story).stdout)
    jsonschema.validate(article, json.loads(run("--schema").stdout))
    covered = set[int]()
    for span in article["spans"]:
        covered.update(range(span["start"], span["end"]))
    assert all(i in covered for i, c in enumerate(STORY) if not c.isspace())
    assert article["text"] == STORY


def test_each_span_has_its_text_where_asked_for(story: str) -> None:
    article = json.loads(run("--span-text", story).stdout)
    jsonschema.validate(article, json.loads(run("--schema").stdout))
    assert article["text"] == STORY
    assert all(span["text"] == STORY[span["start"] : span["end"]] for span in article["spans"])
    assert article["spans"][0]["text"] == "Council votes to reopen the old harbour"
    assert list(json.loads(run("--span-text", "--only", "spans", story).stdout)) == ["spans"]


def test_only(story: str) -> None:
    for args in (("--only", "tags", "--only", "headline"), ("--only", "tags,headline")):
        assert list(json.loads(run(*args, story).stdout)) == ["headline", "tags"]
    assert (
        run("--only", "headline", "-f", "text", story, story).stdout
        == "Council votes to reopen the old harbour\n" * 2
    )
    body = run("--only", "body", "-f", "text", story).stdout
    assert body.startswith("The council voted on Monday")
    assert "\n\n“It is time,”" in body


def test_a_line_stands_between_texts(story: str) -> None:
    texts = run("-f", "text", story, story).stdout.split("\n" + 40 * "-" + "\n\n")
    assert texts == [run("-f", "text", story).stdout] * 2


def test_fields_are_completed() -> None:
    words = "newsparse --only tags,cap"
    found = process(_NEWSPARSE_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD="2")
    assert found.stdout.split() == [b"plain,tags,captions"]


def test_pretty_and_text(story: str) -> None:
    assert run("-f", "text", story).stdout.startswith(
        "Council votes to reopen the old harbour\n\nThe council voted"
    )
    assert "confidence" in run("-f", "pretty", story).stdout


def test_explain(story: str) -> None:
    assert "headline" in run("--explain", story).stdout.splitlines()[0]
    assert list(json.loads(run("--explain", "-f", "json", story).stdout)) == ["parts", "article"]
    assert len(run("--explain", "-f", "jsonl", story, story).stdout.splitlines()) == 2


def test_help_shows_an_example_of_each_common_use_and_every_field() -> None:
    for flag in ("-h", "--help"):
        found = run(flag)
        assert found.exit_code == 0
        for word in (
            "Examples:",
            "--only body -f text",
            "--explain",
            "--encoding cp1252",
            "--input-format html",
            "-o stories.jsonl",
            "_NEWSPARSE_COMPLETE",
            *FIELDS,
        ):
            assert word in found.stdout
        assert all(len(line) <= 80 for line in found.stdout.splitlines())


def test_version() -> None:
    assert run("--version").stdout == f"newsparse {__version__}\n"
    first, weights, *libraries = run("--version", "-v").stdout.splitlines()
    assert first == f"newsparse {__version__}"
    assert re.fullmatch(r"weights [0-9a-f]{64}", weights)
    assert all(re.fullmatch(r"\S+ \d\S*", line) for line in libraries)


def bad_inputs(folder: Path) -> dict[str, str]:
    """Paths of bad inputs, each with what its message says."""
    contents = {
        "empty.txt": (b"", "empty"),
        "space.txt": (b" \n\t \n", "nothing but white space"),
        "story.pdf": (b"%PDF-1.4\n%\xe2\xe3", "a PDF, not text"),
        "boat.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture, not text"),
        "story.gz": (gzip.compress(STORY.encode())[:-9], "gzip data that is cut off or broken"),
        "nul.txt": (b"A head\0line\n", "holds NUL characters"),
        "large.txt": (b"A line of words in a text.\n" * 1_900_000, "too large to be one article"),
        "line.txt": (b"word " * 2_000_000, "a line of more than 4,000,000 characters"),
    }
    paths = {str(folder / "gone.txt"): "there is no such file"}
    for name, (data, message) in contents.items():
        (folder / name).write_bytes(data)
        paths[str(folder / name)] = message
    return paths


def test_bad_inputs_are_named_and_the_others_parsed(story: str, tmp_path: Path) -> None:
    bad = bad_inputs(tmp_path)
    found = run(story, *bad, story)
    assert found.exit_code == 1
    assert len(found.stdout.splitlines()) == 2
    told = found.stderr.splitlines()
    assert len(told) == len(bad)
    for line, (path, message) in zip(told, bad.items(), strict=True):
        assert line.startswith(f"newsparse: {path}: {message}")


def test_one_bad_input_prints_nothing_and_quiet_says_nothing(tmp_path: Path) -> None:
    found = run(str(tmp_path / "gone.txt"))
    assert (found.exit_code, found.stdout) == (1, "")
    found = run("-q", str(tmp_path / "gone.txt"))
    assert (found.exit_code, found.output) == (1, "")


def test_empty_pipe() -> None:
    found = run(stdin=b"")
    assert found.exit_code == 1
    assert found.stderr == "newsparse: -: empty: give it the article's text\n"


def test_wrong_encoding_fails_and_an_unknown_one_is_wrong_usage(story: str) -> None:
    found = run("--encoding", "ascii", story)
    assert found.exit_code == 1
    assert found.stderr.startswith(f"newsparse: {story}: not in the encoding ascii, at byte")
    found = run("--encoding", "nope", story)
    assert found.exit_code == 2
    assert "no encoding is called 'nope'" in found.stderr


def test_encoding_is_used_and_told(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(STORY.encode("cp1252"))
    for args in ((), ("--encoding", "windows-1252")):
        article = json.loads(run(*args, str(path)).stdout)
        assert article["source"]["encoding"] == "cp1252"
        assert "“It is time,”" in article["body"][0]["paragraphs"][1]


@pytest.mark.parametrize(
    "args",
    [
        ("-f", "xml"),
        ("--input-format", "pdf"),
        ("--only", "title"),
        ("--only", "headline,title"),
        ("--only", "headline,"),
        ("--explain", "--only", "body"),
        ("--spans", "-f", "text"),
        ("--spans", "-o", "x.txt"),
        ("--spans", "-f", "csv"),
        ("--explain", "-f", "csv"),
        ("--only", "body", "-f", "md"),
        ("--only", "body", "-f", "parquet"),
        ("--bom", "-f", "json"),
        ("-f", "brat"),
        ("-f", "nitf", "-o", "x.json"),
        ("-o", "x.xml"),
        ("-o", "x.conll"),
        ("-f", "text", "-o", "x.json"),
        ("-o", "x.xyz"),
        ("-f", "jsonl", "-o", "x.jsonl.gz", "--resume"),
        ("--nope",),
    ],
)
def test_wrong_usage(story: str, args: tuple[str, ...]) -> None:
    found = run(*args, story)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert "Error: " in found.stderr


def test_output_is_written_when_all_is_done(story: str, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    target.chmod(0o640)
    found = run(story, "-o", str(target))
    assert found.exit_code == 2
    assert f"{target} exists: --overwrite replaces it." in found.stderr
    assert target.read_text() == "old"
    found = run(story, "-o", str(target), "--overwrite")
    assert (found.exit_code, found.output) == (0, "")
    assert json.loads(target.read_text("utf-8"))["headline"] == "Council votes to reopen the old harbour"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "story.txt"]


def test_output_of_nothing_leaves_the_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run(str(tmp_path / "gone.txt"), "-o", str(target), "--overwrite").exit_code == 1
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_output_to_an_unwritable_place(story: str, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "out.json", Path(story) / "out.json"):
        found = run(story, "-o", str(target))
        assert found.exit_code == 1
        assert found.stderr.startswith(f"newsparse: {target}: can't be written (")
        assert len(found.stderr.splitlines()) == 1


def test_output_must_not_replace_an_input(story: str) -> None:
    found = run(story, "-o", story)
    assert found.exit_code == 2
    assert Path(story).read_text("utf-8") == STORY


def test_the_ending_of_an_output_is_its_format(story: str, tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl.gz", "x.txt"):
        assert run(story, "-o", str(tmp_path / name)).exit_code == 0
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))["source"]["path"] == story
    assert json.loads(gzip.decompress((tmp_path / "x.jsonl.gz").read_bytes()))["source"]["path"] == story
    assert (
        (tmp_path / "x.txt")
        .read_text("utf-8")
        .startswith("Council votes to reopen the old harbour\n\nThe council")
    )


@POSIX
def test_a_file_that_may_not_be_read_costs_itself(story: str, tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text(STORY)
    closed.chmod(0)
    command = [sys.executable, "-m", "newsparse", str(closed), story]
    if os.geteuid() == 0:  # who may read anything, but for this
        if not shutil.which("setpriv"):
            pytest.skip("nothing is unreadable to root")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 1
    assert found.stderr == f"newsparse: {closed}: not readable for you: change its permissions\n"
    assert json.loads(found.stdout)["source"]["path"] == story


def test_a_file_that_may_not_be_read_is_no_wrong_usage(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert run(story).exit_code == 0


def test_verbose_says_what_each_input_was_read_as(story: str, tmp_path: Path) -> None:
    told = run("-v", story).stderr
    assert told.startswith(f"newsparse: {story}: text, utf-8, language en, confidence ")
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><h1>Ferry returns</h1><p>The ferry sailed on Monday.</p>")
    lines = run("-v", "-j", "1", story, str(page)).stderr.splitlines()
    assert lines[0] == told.strip()
    assert lines[1].startswith(f"newsparse: {page}: html, utf-8, language en, confidence ")
    assert run("-v", "-q", story).stderr == ""


def test_the_schema_has_a_name_and_a_version() -> None:
    schema = json.loads(run("--schema").stdout)
    assert schema["$id"] == f"urn:newsparse:article:{schema['version']}"


def test_schema_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    assert run("--schema", "-o", str(target)).exit_code == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(target.read_text()))


def test_help_imports_nothing_heavy() -> None:
    found = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newsparse", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in found.stderr.splitlines()}
    assert "newsparse.cli" in imported
    assert not {name.partition(".")[0] for name in imported} & {
        "bs4",
        "lxml",
        "rich",
        "numpy",
        "charset_normalizer",
        "hashlib",
    }
    assert "newsparse.segment.model" not in imported


def test_json_does_not_import_rich(story: str) -> None:
    command = (
        f"import sys; from newsparse.cli import main\ntry: main([{story!r}])\nfinally: assert 'rich' "
        "not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", command], capture_output=True, check=True)


def test_import_is_lazy_and_public_names_are_the_documented_ones() -> None:
    command = """import sys, newsparse
assert not {"msgspec", "numpy", "rich"} & set(sys.modules)
assert dir(newsparse) == sorted(newsparse.__all__)
for name in newsparse.__all__: getattr(newsparse, name)
try: newsparse.nope
except AttributeError as error: assert "nope" in str(error)
else: raise SystemExit(1)"""
    subprocess.run([sys.executable, "-c", command], check=True)


def test_days_in_figures_are_read_in_the_order_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"Harbour reopens\nPublished 3/4/2024\n\n{'The harbour opened again on Monday. ' * 9}")
    days = {
        order: json.loads(run(str(path), "-f", "json", *order).stdout)["published"]["date"]
        for order in ((), ("--date-order", "DMY"), ("--date-order", "mdy"))
    }
    assert list(days.values()) == [None, "2024-04-03", "2024-03-04"]
    assert run(str(path), "--date-order", "MYD").exit_code == 2
    assert package.parse_file(path, date_order="DMY").published == package.Timestamp(
        "Published 3/4/2024", "2024-04-03"
    )
    with pytest.raises(ValueError, match="date_order is one of DMY"):
        package.parse("x", date_order="MYD")  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [(), ("-j", "1", "--timeout", "20")])
def test_a_text_in_two_encodings_is_mended_with_a_message(tmp_path: Path, workers: tuple[str, ...]) -> None:
    path = tmp_path / "story.txt"
    part = "Mara Quist’s café — “open” at ten. Élan, naïve. "
    path.write_bytes(f"{part * 3}\n".encode() + f"{part * 3}\n".encode("cp1252"))
    found = run(str(path), "-f", "json", *workers)
    assert found.exit_code == 0
    assert found.stderr.startswith(f"newsparse: {path}: UTF-8 in one part and Windows-1252 in another: ")
    assert json.loads(found.stdout)["source"]["encoding"] == "utf-8+cp1252"
    assert run(str(path), "-q", "-f", "json", *workers).stderr == ""


def test_version_is_that_of_the_project() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'version = "{__version__}"' in project.read_text("utf-8")


def test_as_a_process(story: str) -> None:
    found = process(stdin=Path(story).read_bytes())
    assert (found.returncode, found.stderr) == (0, b"")
    assert json.loads(found.stdout)["headline"] == "Council votes to reopen the old harbour"


@POSIX
def test_no_path_and_a_terminal_is_wrong_usage() -> None:
    import pty

    outer, inner = pty.openpty()
    found = subprocess.run(
        [sys.executable, "-m", "newsparse"], stdin=inner, capture_output=True, check=False, timeout=60
    )
    os.close(inner)
    os.close(outer)
    assert found.returncode == 2
    assert b"name a file, or pipe a text in" in found.stderr


def on_terminal(*args: str, code: int = 0, **env: str) -> str:
    """What the command prints where standard output and error are a terminal."""
    import pty

    outer, inner = pty.openpty()
    command, env = [sys.executable, "-m", "newsparse", *args], os.environ | {"TERM": "xterm"} | env
    with subprocess.Popen(command, stdout=inner, stderr=inner, env=env) as child:
        os.close(inner)
        shown = b""
        while True:
            try:
                chunk = os.read(outer, 4096)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
    os.close(outer)
    assert child.returncode == code
    return shown.decode().replace("\r\n", "\n")


@POSIX
def test_pretty_on_a_terminal(story: str) -> None:
    shown = on_terminal(story, COLUMNS="80", NO_COLOR="")
    assert "\x1b[1mCouncil votes" in shown


@POSIX
def test_no_color_and_narrow_terminals_are_honoured(story: str) -> None:
    for args in ((story,), ("--explain", story)):
        shown = on_terminal(*args, COLUMNS="40", NO_COLOR="1")
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= 40


@POSIX
def test_binary_data_is_not_shown_on_a_terminal(story: str) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow writes Parquet")
    assert "-f parquet is binary: write it to a file" in on_terminal("-f", "parquet", story, code=2)


@POSIX
def test_color_is_as_it_is_asked_for(story: str) -> None:
    page = ("-f", "pretty", story)
    for args, forced, forbidden, colored in (
        ((), "1", "", True), ((), "1", "1", False), ((), "", "", False),
        (("--color", "always"), "", "1", True), (("--color", "never"), "1", "", False),
        (("--color", "always", "--explain"), "", "", True),
    ):  # fmt: skip
        printed = process(*args, *page, FORCE_COLOR=forced, NO_COLOR=forbidden).stdout
        assert (b"\x1b[" in printed) is colored
    assert b"\x1b" not in process("-f", "json", "--color", "always", story).stdout
    assert "\x1b[1mCouncil" in on_terminal(story, NO_COLOR="", FORCE_COLOR="")
    assert "\x1b[" not in on_terminal("--color", "never", story)


@POSIX
def test_no_character_that_a_terminal_obeys_reaches_it(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    text = STORY.replace("old harbour", "\x1b[31mold\x9b harbour \u202e")
    path.write_text(text, "utf-8")
    for args in (("-f", "text"), ("-f", "md"), ("-f", "iob"), ("-f", "csv"), ("-f", "json"), ("--explain",)):
        shown = on_terminal(*args, str(path), NO_COLOR="1", FORCE_COLOR="")
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown
    assert "\x1b[31mold" in process("-f", "text", str(path)).stdout.decode()  # the text as it is


@POSIX
def test_spans_on_a_terminal_are_json(story: str) -> None:
    assert json.loads(on_terminal("--spans", story))["spans"]


@POSIX
def test_a_closed_pipe_is_quiet(story: str) -> None:
    command = (
        f"{sys.executable} -m newsparse -f json {' '.join([story] * 400)} | head -1; echo "
        f'"${{PIPESTATUS[0]}}"'
    )
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout == "{\n141\n"
    assert found.stderr == ""


@POSIX
def test_a_full_device_is_told(story: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    for env in (buffered, {**buffered, "PYTHONUNBUFFERED": "1"}):
        with open("/dev/full", "wb") as full:
            command = [sys.executable, "-m", "newsparse", story]
            found = subprocess.run(
                command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=env
            )
        assert found.returncode == 1
        assert found.stderr == (
            "newsparse: standard output: can't be written (No space left on device): choose another place\n"
        )
    assert process("-o", "/dev/null", story).returncode == 0


@POSIX
def test_closed_streams(story: str) -> None:
    for redirect, message in (
        (f"{story} >&-", "standard output: can't be written"),
        ("- <&-", "-: standard input is closed"),
    ):
        found = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m newsparse {redirect}"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.returncode == 1
        assert found.stderr.startswith(f"newsparse: {message}")
        assert len(found.stderr.splitlines()) == 1


@POSIX
def test_interrupted(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    command = [sys.executable, "-m", "newsparse", "-o", str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stderr
        while not list(tmp_path.iterdir()):  # it has begun to write, and waits for its input
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        assert child.stderr.read() == b"newsparse: interrupted\n"
    assert child.returncode == 130
    assert not list(tmp_path.iterdir())


@POSIX
def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(STORY, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    found = process(path, b"gone\xe9.txt", "-f", "jsonl")
    assert found.returncode == 1
    assert json.loads(found.stdout)["source"]["path"].endswith("caf\ufffd.txt")
    assert found.stderr.decode() == "newsparse: gone\ufffd.txt: there is no such file: check the path\n"


@POSIX
def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-m", "newsparse", "--only", "headline", "-f", "text", str(pipe)],
        stdout=subprocess.PIPE,
    ) as child:
        pipe.write_text(STORY, encoding="utf-8")
        assert child.communicate(timeout=60)[0] == b"Council votes to reopen the old harbour\n"


def test_completion() -> None:
    found = process(_NEWSPARSE_COMPLETE="bash_source", COMP_WORDS="newsparse", COMP_CWORD="1")
    if found.returncode:  # bash is not there, or too old for it
        pytest.skip(found.stderr.decode())
    assert b"_newsparse_completion" in found.stdout


def test_records_stream_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2_000)
    records = "".join(json.dumps({"id": i, "text": STORY}) + "\n" for i in range(20))
    assert len(records) > 2_000
    found = CliRunner().invoke(main, ["-o", str(tmp_path / "a.jsonl")], input=records)
    assert (found.exit_code, found.output) == (0, "")
    assert [row["source"]["id"] for row in lines(tmp_path / "a.jsonl")] == [str(i) for i in range(20)]
