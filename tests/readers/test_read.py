"""Bytes to Source: encodings, exact text, and the message for each bad input."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import InputError
from newsparse.readers import files, read_bytes, read_file, single
from newsparse.readers.source import Source
from newsparse.readers.text import read_text

STORY = (
    "Ferry “Aurora” runs aground\r\n\r\nBy Mara Quist\n\tThe ferry — full at the time — cost "
    "€20m.\u2028No one was hurt.\x0c\n"
)
ENGLISH = (
    "The mayor said it would “not wait” — the council’s vote was close, and nobody in the hall spoke for "
    "long.\n" * 20
)


def stored(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("codec", "mark", "used"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
        ("utf-32-be", b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
def test_the_exact_text_comes_out_of_unicode(tmp_path: Path, codec: str, mark: bytes, used: str) -> None:
    data = mark + STORY.encode(codec)
    path = stored(tmp_path, data)
    source = single(read_file(path))
    assert source.text == STORY
    assert source.origin.encoding == used
    assert source.origin.path == str(path)
    assert source.origin.format == "text"
    assert source.origin.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", ENGLISH),
        ("cp1252", "“Never,” said Ann Veld.\n"),
        ("cp1252", "The caf\u00e9 in Port Ellen is open again.\n"),
        (
            "cp1252",
            "Le ministère a déclaré à l’issue de la réunion qu’il n’était pas prêt à répondre aux élus.\n"
            * 5,
        ),
        (
            "cp1250",
            "Minister powiedział w poniedziałek, że rozmowy będą kontynuowane w przyszłym tygodniu.\n" * 5,
        ),
        (
            "cp1251",
            "Министр заявил в понедельник, что переговоры будут продолжены на следующей неделе.\n" * 5,
        ),
        ("cp932", "大臣は月曜日、協議は来週も続くと述べた。会議では意見が分かれた。\n" * 5),
        ("gb18030", "部长星期一表示，谈判将于下周继续进行。\n" * 5),
    ],
)
def test_other_encodings_are_told_from_the_bytes(tmp_path: Path, codec: str, text: str) -> None:
    source = single(read_file(stored(tmp_path, text.encode(codec))))
    assert source.text == text
    assert source.origin.encoding == codec


FRENCH = "Le ministère a déclaré à l’issue de la réunion qu’il n’était pas prêt : « Ça suffit », a-t-il dit."
GERMAN = (
    'Der Bürgermeister sagte, die Brücke müsse größer werden: "Schön wäre es früher gewesen", so Jörg Voß.'
)
CZECH = "Ministr řekl, že jednání budou pokračovat příští týden; účastníci však odešli dříve."
POLISH = "Minister powiedział, że rozmowy będą kontynuowane w przyszłym tygodniu, choć część gości wyszła."
HUNGARIAN = "A miniszter közölte, hogy a tárgyalások jövő héten folytatódnak, és őszintén örül neki."


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("iso8859_2", CZECH), ("iso8859_2", POLISH), ("iso8859_2", HUNGARIAN), ("cp1250", CZECH),
        ("cp1250", POLISH), ("mac_roman", FRENCH), ("mac_roman", GERMAN), ("cp1252", GERMAN),
        ("cp1252", FRENCH),
        ("mac_roman", "It’s the café’s best “year” yet — so far, said Mara Quist."), ("cp437", GERMAN),
        ("cp437", "Le ministre a déclaré que le café était fermé après la réunion."),
        ("cp437", "The café took £40 a day."), ("cp1252", "The café took £40 a day."),
        ("cp1254", "Bakan pazartesi günü görüşmelerin gelecek hafta süreceğini söyledi; ışıklar söndü."),
        ("cp1252", "“Never,” said Ann Veld — not once."),
        ("cp1252", "The “soft\xadly” hyphenated café, 5 °C."),
    ],
)  # fmt: skip
def test_latin_encodings_are_told_by_their_letters(codec: str, text: str) -> None:
    source = single(read_bytes(f"{text}\n".encode(codec), "-"))
    assert source.text == f"{text}\n"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        ENGLISH, FRENCH, CZECH, "Министр заявил в понедельник, что переговоры будут продолжены.",
        "部长星期一表示，谈判将于下周继续进行。\n会议上意见分歧很大，今年的经济增长。\n",
        "قال الوزير يوم الاثنين إن المحادثات ستستمر.",
        "장관은 월요일 회담이 다음 주에도 계속될 것이라고 밝혔다.",
    ],
)  # fmt: skip
def test_utf16_without_a_mark(codec: str, text: str) -> None:
    source = single(read_bytes(text.encode(codec), "-"))
    assert (source.text, source.origin.encoding) == (text, codec)


def test_high_bytes_far_into_a_large_text_are_found() -> None:
    text = (
        "Nothing to see here, just plain words.\n" * 9000
        + "Министр заявил, что переговоры продолжены.\n" * 900
    )
    assert single(read_bytes(text.encode("cp1251"), "-")).text == text


def test_broken_utf8_stays_utf8() -> None:
    data = ("The caf\u00e9 “Aurora” — n\u00e9e Veld. " * 20).encode()[:-1] + b"\xe2\x80"
    source = single(read_bytes(data, "-"))
    assert source.origin.encoding == "utf-8"
    assert source.text.endswith("Veld.\ufffd")


HALVES = ("Mara Quist’s café — “open” at ten. Élan, naïve. " * 3 + "\n").encode() + (
    "The ferry’s crew — “tired” — was at the café. Étude, fiancé. " * 3 + "\n"
).encode("cp1252")


def test_half_utf8_and_half_windows_1252() -> None:
    source = single(read_bytes(HALVES, "-"))
    assert source.text == "Mara Quist’s café — “open” at ten. Élan, naïve. " * 3 + "\n" + (
        "The ferry’s crew — “tired” — was at the café. Étude, fiancé. " * 3 + "\n"
    )
    assert source.origin.encoding == "utf-8+cp1252"


PARTS = [  # in UTF-8, in Windows-1252
    ("Le café est fermé.", "La réunion a été reportée à jeudi, selon l’élu."),
    ("Die Fähre fährt nicht für Gäste.", "Der Bürgermeister sagte, die Brücke müsse größer werden."),
    ("También habló después.", "El alcalde señaló que la reunión será mañana según el país."),
    ("A ação é só até amanhã.", "A reunião não será amanhã, informação já confirmada."),
    ("Il sindaco è già lì.", "La città è più bella perché così è la società."),
    ("Båten är sen även på söndag.", "Färjan går på måndag, säger borgmästaren från ön."),
    ("På øya er været fint.", "Fergen går på mandag, sier ordføreren på øya."),
    ("Hän lähtee töihin.", "Pääministeri sanoi tiistaina, että neuvottelut jäävät kesään."),
    ("Það er gott veður í dag.", "Fundurinn verður á þriðjudag, sagði bæjarstjórinn í gær."),
    ("The fiancé’s résumé.", "“The ferry’s crew” — tired — was at the café. “Never,” she said."),
]


@pytest.mark.parametrize("times", [1, 4, 20])
@pytest.mark.parametrize(("first", "second"), PARTS)
def test_a_few_letters_in_utf8_among_windows_1252(first: str, second: str, times: int) -> None:
    many = f"{second} " * times
    before = single(read_bytes(f"{first}\n".encode() + many.encode("cp1252"), "-"))
    behind = single(read_bytes(many.encode("cp1252") + f"\n{first}".encode(), "-"))
    assert (before.text, behind.text) == (f"{first}\n{many}", f"{many}\n{first}")
    assert before.origin.encoding == behind.origin.encoding == "utf-8+cp1252"


def test_letters_that_are_utf8_by_chance_stay_what_they_are() -> None:
    text = "Réunion au «CAFÉ» à l’été : «Ça suffit», a-t-il dit."  # É» would be a letter in UTF-8
    source = single(read_bytes(text.encode("cp1252"), "-"))
    assert (source.text, source.origin.encoding) == (text, "cp1252")


def test_bytes_that_are_no_text_are_not_taken_for_mixed() -> None:
    rng = Random(1)
    for _ in range(100):
        noise = bytes(
            rng.choice(b"etaoin shrdlu\n") if rng.random() < 0.8 else rng.randrange(128, 256)
            for _ in range(400)
        )
        assert not decoded_as_mixed("é".encode() + noise)


def decoded_as_mixed(data: bytes) -> bool:
    """Whether bytes are read as UTF-8 and Windows-1252; not so where they are refused."""
    try:
        return single(read_bytes(data, "-", None, "text")).origin.encoding == "utf-8+cp1252"
    except InputError:
        return False


def test_a_pasted_quotation_in_a_page_that_is_utf8() -> None:
    data = "<!doctype html><meta charset=utf-8><p>The café, ".encode() + "“open” — née Veld".encode("cp1252")
    source = single(read_bytes(data, "-"))
    assert source.text == "The café, “open” — née Veld"
    assert source.origin.encoding == "utf-8+cp1252"


@pytest.mark.parametrize("cut", [b"\xe2\x80", b"\xe2", b"\xc3"])
def test_a_character_that_is_cut_off_is_no_letter(cut: bytes) -> None:
    source = single(read_bytes("The café “Aurora”, née Veld.".encode() + cut, "-"))
    assert (source.text[-1], source.origin.encoding) == ("\ufffd", "utf-8")


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp932", "大臣は月曜日、協議は来週も続くと述べた。会議では意見が分かれた。"),
        ("euc_jp", "大臣は月曜日、協議は来週も続くと述べた。会議では意見が分かれた。"),
        ("gb18030", "部长星期一表示，谈判将于下周继续进行。会议上意见分歧很大，今年的经济增长"),
        ("cp949", "장관은 월요일 회담이 다음 주에도 계속될 것이라고 밝혔다."),
        ("cp1256", "قال الوزير يوم الاثنين إن المحادثات ستستمر الأسبوع المقبل، وأضاف أن الاجتماع كان صعبا؟"),
        ("cp1252", "Le ministère a déclaré à l’issue de la réunion qu’il n’était pas prêt. «Été» ÀÇ"),
    ],
)
def test_other_encodings_do_not_pass_for_mixed_utf8(codec: str, text: str) -> None:
    found = single(read_bytes(f"{text}\n".encode(codec) * 5, "-"))
    assert found.origin.encoding == codec


@pytest.mark.parametrize(
    "declared",
    [
        "<meta charset=windows-1251>",
        "<?xml version='1.0' encoding='windows-1251'?>",
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    ],
)
def test_a_page_is_in_the_encoding_that_it_declares(declared: str) -> None:
    page = f"{declared}<!doctype html><p>Министр"
    source = single(read_bytes(page.encode("cp1251"), "a.html"))
    assert (source.text, source.origin.encoding) == ("Министр", "cp1251")


def test_encoding_overrules(tmp_path: Path) -> None:
    path = stored(tmp_path, "Ÿnez Veld".encode("mac_roman"))
    source = single(read_file(path, "macintosh"))
    assert source.text == "Ÿnez Veld"
    assert source.origin.encoding == "mac-roman"


def test_what_is_piped_in_is_called_dash() -> None:
    source = single(read_bytes(b"A headline\n", "-"))
    assert source.origin.path == "-"


def test_a_text_in_memory_has_no_path_and_no_encoding() -> None:
    source = read_text("Étude")
    assert source.origin.path is None
    assert source.origin.encoding is None
    assert source.origin.sha256 == hashlib.sha256("Étude".encode()).hexdigest()


@given(st.text())
def test_any_text_in_memory_is_let_through(text: str) -> None:
    assert read_text(text).text == text


@settings(deadline=None)  # the first text that needs a guess imports what guesses
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        answer: Source | str = single(read_bytes(data, "-"))
    except InputError as error:
        answer = str(error)
    if isinstance(answer, Source):
        assert "\0" not in answer.text
    else:
        assert answer.startswith("-: ")
        assert "\n" not in answer


BAD = [
    (b"", "empty"),
    (b"\xef\xbb\xbf", "nothing but white space"),
    (b" \n\t\r\n \xc2\xa0\n", "nothing but white space"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF, not text: extract"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01", "a JPEG picture, not text"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\r", "a PNG picture, not text"),
    (b"GIF89a\x01\0\x01\0", "a GIF picture, not text"),
    (gzip.compress(gzip.compress(b"A headline\n")), "gzip data, not text: decompress"),
    (b"PK\x03\x04\x14\0\x08\0", "a zip archive that is cut off or broken"),
    (b"\x7fELF\x02\x01\x01\0\0\0\xf0\x9f\x03\0", "binary data"),
    (bytes(range(1, 32)) * 20, "binary data"),
    (b"A head\0line\n", "holds NUL characters"),
    (b"\0A\0 \0h\0e\0a\0d\xff\xff\xff\xff\0", "holds NUL characters: if it is UTF-16, say so"),
    (b"\xff\xfeA\0\0", "not in the encoding utf-16-le, at byte 2"),
]


@pytest.mark.parametrize(("data", "message"), BAD)
def test_bad_bytes_are_named_with_what_to_do(tmp_path: Path, data: bytes, message: str) -> None:
    path = stored(tmp_path, data)
    with pytest.raises(InputError) as caught:
        single(read_file(path))
    message_text = str(caught.value)
    assert message_text.startswith(f"{path}: {message}")
    assert message_text.count(": ") >= 2
    assert "\n" not in message_text


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: there is no such file: check the path"):
        single(read_file(tmp_path / "gone.txt"))
    with pytest.raises(InputError, match="a folder, not a file: name the files in it"):
        single(read_file(tmp_path))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = stored(tmp_path, b"A headline")
    path.chmod(0)
    with pytest.raises(InputError, match="not readable for you"):
        single(read_file(path))


def test_unreadable_by_the_system_s_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match="not readable for you: change its permissions"):
        single(read_file(tmp_path / "a.txt"))


@pytest.mark.parametrize("name", ["nope", "rot13", "hex", "\0", "é", "idna", "punycode", "undefined"])
def test_unknown_encoding(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no encoding is called"):
        single(read_file(stored(tmp_path, b"A headline"), name))
    with pytest.raises(InputError, match="no encoding is called"):
        single(read_bytes(b"<!doctype html><p>A headline \xe9", "a.html", name))


@pytest.mark.parametrize("name", ["ascii", "utf-8", "utf-16"])
def test_wrong_encoding(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=f"not in the encoding {name}"):
        single(read_file(stored(tmp_path, b"A \xe9tude"), name))


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    large = b"A line of words.\n" * 60_000
    with pytest.raises(InputError, match=r"too large to be one article \(more than 1 MB\): split it"):
        single(read_file(stored(tmp_path, large)))
    with pytest.raises(InputError, match="text: too large"):
        read_text(large.decode())


def test_too_long_a_line() -> None:
    with pytest.raises(InputError, match="a line of more than 4,000,000 characters: put each paragraph"):
        single(read_bytes(b"word " * 2_000_000, "-"))


def test_a_lone_surrogate_is_told_by_its_offset() -> None:
    with pytest.raises(
        InputError, match="text: a lone surrogate at offset 2: decode it with errors='replace'"
    ):
        read_text("A \ud800 headline")


def test_a_device_without_an_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100_000)
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    with pytest.raises(InputError, match="too large"):
        single(read_file("/dev/zero"))


def test_a_name_that_no_terminal_could_print(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        single(read_file(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt")))
    assert str(caught.value).endswith("caf\ufffd\ufffd.txt: there is no such file: check the path")
