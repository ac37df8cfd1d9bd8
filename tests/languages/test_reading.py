"""In which language a text is read, what the article says of it, and what the user is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse import InputError, parse, parse_file, parse_html, parse_many
from newsparse.batch.render import render
from newsparse.cli import main
from newsparse.languages.detect import Detection, detect
from newsparse.languages.reading import reading_of
from newsparse.options import RenderOptions
from newsparse.readers.text import read_text
from newsparse.writers import View

# a headline, a signature, a day, and two paragraphs about a bridge that closes: invented
STORIES: Mapping[str, tuple[str, str, str]] = json.loads(
    (Path(__file__).parent / "stories.json").read_text("utf-8")
)


def story(code: str) -> str:
    """A text in the shape of news."""
    headline, first, second = STORIES[code]
    return "\n\n".join((headline, "2024-03-05 10:15", first, second)) + "\n"


def test_there_are_forty_stories() -> None:
    assert len(STORIES) >= 40


@pytest.mark.parametrize("code", STORIES)
def test_no_text_is_empty_without_a_message(code: str) -> None:
    answer = render(read_text(story(code)), RenderOptions("json", View()))
    article = json.loads(answer.text or "")
    assert article["body"] or answer.wordless
    assert article["language"] in (None, code)
    assert bool(answer.wordless) == (article["language"] is None)


GERMAN = "Der Rat der alten Hafenstadt hat am Montag beschlossen, dass die Fähren wieder fahren."


@pytest.mark.parametrize("text", ["Xylqp qzzt brmf", "NASA", "12:30 1 2 3"])
def test_what_shows_no_language_has_none(text: str) -> None:
    assert detect(text) == Detection(None, "en")
    assert parse(text).language is None


def test_a_text_has_the_language_it_shows() -> None:
    assert parse(GERMAN).language == "de"


@pytest.mark.parametrize(
    ("stated", "chosen", "language", "tag"),
    [
        ("fr-CA", None, "fr", "fr-CA"),
        ("nb_NO", None, "no", "nb_NO"),
        ("hu", None, "de", "hu"),
        (None, None, "de", "de"),
        (None, "es", "es", "es"),
        ("en", "es", "es", "es"),
        ("es-MX", "es", "es", "es-MX"),
    ],
)
def test_what_is_chosen_wins_then_what_is_stated(
    stated: str | None, chosen: str | None, language: str, tag: str
) -> None:
    reading = reading_of(GERMAN, stated, chosen)
    assert (reading.language.code, reading.tag) == (language, tag)


def test_a_page_says_its_language() -> None:
    page = f"<html lang='de-AT'><p>{GERMAN}</p></html>"
    assert parse_html(page).language == "de-AT"
    assert parse_html(page, language="nl").language == "nl"


def test_python_takes_a_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, "utf-8")
    assert parse(GERMAN, language="nl").language == "nl"
    assert parse_file(path, language="nl").language == "nl"
    found = list(parse_many([GERMAN, path], language="nl", jobs=1))
    assert [None if isinstance(each, InputError) else each.language for each in found] == ["nl", "nl"]


def test_python_refuses_an_unknown_language(tmp_path: Path) -> None:
    refused = "no words for the language 'xx', only for ar, cs,"
    with pytest.raises(ValueError, match=refused):
        parse("x", language="xx")
    with pytest.raises(ValueError, match=refused):
        parse_file(tmp_path / "none.txt", language="xx")
    with pytest.raises(ValueError, match=refused):
        list(parse_many([], language="xx"))


def test_the_command_takes_a_language_and_refuses_an_unknown_one() -> None:
    found = CliRunner().invoke(main, ["--language", "nl", "-f", "json"], input=GERMAN)
    assert json.loads(found.stdout)["language"] == "nl"
    refused = CliRunner().invoke(main, ["--language", "xx"], input=GERMAN)
    assert refused.exit_code == 2
    (line,) = [line for line in refused.stderr.splitlines() if "'xx'" in line]
    assert "only for ar, cs," in line


def test_one_message_a_run_counts_texts_without_words(tmp_path: Path) -> None:
    one = CliRunner().invoke(main, ["-f", "json"], input=story("hy"))
    assert one.stderr == (
        "newsparse: 1 text is in a language that newsparse has no words for (und); it was read by layout and "
        "dates alone\n"
    )
    for code in ("hy", "ka", "de"):
        (tmp_path / f"{code}.txt").write_text(story(code), "utf-8")
    many = CliRunner().invoke(main, [str(tmp_path), "-j", "1", "-f", "jsonl"])
    assert many.stderr.count("2 texts are in a language that newsparse has no words for (und)") == 1
    assert not CliRunner().invoke(main, ["-q", "-f", "json"], input=story("hy")).stderr
