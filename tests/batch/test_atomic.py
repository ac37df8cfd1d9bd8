"""Files that are complete or not there, under names that nobody can foresee."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsparse import atomic

POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    with atomic.opened(str(path)) as write:
        write("one")
        assert path.read_text() == "old"
        assert len(names(tmp_path)) == 2
        write(" two")
    assert path.read_text() == "one two"
    assert names(tmp_path) == ["out.txt"]


def test_an_error_or_nothing_written_leaves_it_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), atomic.opened(str(path)) as write:
        list(map(write, ("half", "\ud800")))
    with atomic.opened(str(path)):
        pass
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.txt"]


@POSIX
def test_mode_and_links_are_kept(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    path = tmp_path / "far" / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    with atomic.opened(str(tmp_path / "link")) as write:
        write("new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()


def test_the_longest_names_can_be_had(tmp_path: Path) -> None:
    name = "n" * 255
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("no name is that long here")
    atomic.replace(str(tmp_path / name), "text")
    assert (tmp_path / name).read_text() == "text"


def test_a_new_file_never_has_a_name_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / f".newsparse-{'0' * 16}.part").symlink_to(target)
    with pytest.raises(FileExistsError):
        atomic.replace(str(tmp_path / "out.txt"), "text")
    assert target.read_text() == "kept"


@POSIX
@pytest.mark.parametrize("flag", [atomic._NOFOLLOW, 0])
def test_a_file_of_a_known_name_is_opened_only_if_it_is_ours(
    tmp_path: Path, flag: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_NOFOLLOW", flag)
    target = tmp_path / "target"
    target.write_text("kept")
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "dangling").symlink_to("nowhere")
    os.link(target, tmp_path / "hard")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "dangling", "hard", "pipe"):
        with pytest.raises(
            OSError, match=f"{name} is a link, or not your own file|No such device"
        ) as refusal:
            atomic.open_own(str(tmp_path / name))
        assert refusal.value.errno in (errno.EPERM, errno.ENXIO)
    assert target.read_text() == "kept"
    assert not (tmp_path / "nowhere").exists()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    (tmp_path / "other").touch()
    with pytest.raises(PermissionError):
        atomic.open_own(str(tmp_path / "other"))


@POSIX
def test_what_a_killed_process_left_is_swept_and_what_another_writes_is_not(tmp_path: Path) -> None:
    script = f"""import os, signal
from newsparse.atomic import NewFile
file = NewFile({str(tmp_path / "a.txt")!r})
os.kill(os.getpid(), signal.SIGKILL)"""
    subprocess.run([sys.executable, "-c", script], check=False)
    (left,) = names(tmp_path)
    target = tmp_path / ".newsparse-kept.part"
    target.touch()
    (tmp_path / f".newsparse-{'1' * 16}.part").symlink_to(target)
    os.mkfifo(tmp_path / f".newsparse-{'2' * 16}.part")
    script = f"""import sys
from newsparse.atomic import NewFile
file = NewFile({str(tmp_path / "b.txt")!r})
print(flush=True)
sys.stdin.read()
file.write("b")
file.commit()
file.discard()"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout
        child.stdout.readline()
        before = names(tmp_path)
        atomic.sweep(str(tmp_path))
        assert set(before) - set(names(tmp_path)) == {left}
        child.communicate()
    assert (tmp_path / "b.txt").read_text() == "b"


def test_a_folder_of_numbered_files_takes_its_place_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out"
    for text, count in (("old", 3), ("new", 2)):
        folder = atomic.NewFolder(str(path))
        for number in range(count):
            folder.write(f"{number}.txt", text)
        assert len(names(tmp_path)) == (2 if text == "new" else 1)
        folder.commit()
        folder.discard()
    assert [(file.name, file.read_text()) for file in sorted(path.iterdir())] == [
        ("0.txt", "new"), ("1.txt", "new"),
    ]  # fmt: skip
    folder = atomic.NewFolder(str(path))
    folder.write("0.txt", b"left")
    folder.discard()
    assert names(tmp_path) == ["out"]


def test_a_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    folder = atomic.NewFolder(str(tmp_path / "out"))
    folder.write("0.txt", "new")
    with pytest.raises(OSError, match="not empty"):
        folder.commit()
    folder.discard()
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["notes.txt"]


@POSIX
def test_a_folder_that_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    command = (
        f"import os; from newsparse import atomic; f = atomic.NewFolder({str(tmp_path / 'out')!r}); "
        "f.write('0.txt', 'left'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", command], check=False)
    assert len(names(tmp_path)) == 1
    mine = atomic.NewFolder(str(tmp_path / "mine"))
    atomic.sweep(str(tmp_path))
    assert len(names(tmp_path)) == 1  # that which is being written
    mine.discard()
    assert names(tmp_path) == []
