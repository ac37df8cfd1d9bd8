"""Bytes to text: the encoding that is named, or that the bytes show, declare or suggest."""

from __future__ import annotations

import codecs

from newsparse import errors
from newsparse.regex import lazy

SAMPLE = 65_536  # bytes that are looked at to tell text from binary, and one encoding from another

# UTF-8 characters a byte that is none: by chance, texts in 14 legacy encodings have up to 0.35; one of two
# halves has 1
MIN_UTF8 = 0.5
MAX_STRAY = 0.1  # of all characters; of texts in scripts with letters of their own half and more are no UTF-8
_STRAY_LETTERS = "newsparse.stray-letters"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\x1b"))
_ALL_BYTES = bytes(range(256))
_HIGH = lazy(rb"[\x80-\xff]")
_UTF8 = lazy(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# in cp1252, a sign such as ³ inside a word
_NOT_WESTERN = lazy(rb"[a-z][\xa2\xa3\xa5\xb1-\xb3\xb6\xb9\xbc-\xbf][a-z]")
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
_WHATWG = {  # what browsers take a name for (https://encoding.spec.whatwg.org/#names-and-labels)
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949",
}  # fmt: skip
MAX_LATIN = 0.3  # of the bytes of lines; Latin scripts have up to 0.2 beyond ASCII, others 0.4 and more
_FAMILIES = ("big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi8", "mac", "shift")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text in bytes, and its encoding: the one named, else what a byte order mark or the bytes suggest.

    Raises InputError where they do not fit, or suggest nothing.
    """
    if encoding:
        return _decode_as(data, name, encoding)
    for bom, marked in BOMS:
        if data.startswith(bom):
            return _decode_as(data[len(bom) :], name, marked)
    sample = data[:SAMPLE]
    if b"\0" in sample:
        from newsparse.readers.letters import utf16_without_mark

        if unmarked := utf16_without_mark(sample):
            return _decode_as(data, name, unmarked)
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample):
        raise errors.binary(name)
    found = _decode_utf8(data)
    if found:
        return found
    guessed = guess_encoding(data)
    if guessed is None:
        raise errors.unknown_encoding(name)
    return _decode_as(data, name, guessed)


def decode_page(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a page and the encoding it was in; `encoding` is the caller's, as from a Content-Type
    header.

    Bytes that do not fit become U+FFFD. Raises InputError for an encoding that nobody knows.
    """
    if encoding and not is_encoding(encoding):
        raise errors.no_such_encoding(name, encoding)
    for bom, marked in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(marked, "replace"), marked
    used = codecs.lookup(encoding).name if encoding else _utf16_without_bom(data[:SAMPLE])
    if used:
        return _replaced(data, used), used
    found = _decode_utf8(data)
    if found:
        return found
    used = _declared(data[:SAMPLE]) or guess_encoding(data) or "utf-8"
    return _mend(data) if used == "utf-8" else (_replaced(data, used), used)


def in_utf8(head: bytes) -> bytes:
    """The first bytes of a file, in UTF-8 where a byte order mark says that they are in UTF-16 or UTF-32."""
    for bom, marked in BOMS[1:]:
        if head.startswith(bom):
            return head[len(bom) :].decode(marked, "ignore").encode()
    return head


def _replaced(data: bytes, encoding: str) -> str:
    """The text in this encoding, with U+FFFD for what does not fit, and for halves of characters (UTF-7)."""
    text = data.decode(encoding, "replace")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_encoding(name: str) -> bool:
    """Whether any bytes can be decoded as a text in an encoding of this name,
    those that do not fit replaced.
    """
    try:
        _ALL_BYTES.decode(name, "replace")
    except (UnicodeError, LookupError, ValueError):
        return False
    return True


def _utf16_without_bom(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its tags is NUL."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(sample: bytes) -> str | None:
    """The encoding that a page says it is in; one that says UTF-16 in plain bytes is UTF-8."""
    from bs4.dammit import EncodingDetector

    label = EncodingDetector.find_declared_encoding(sample, is_html=True, search_entire_document=True) or ""
    if not is_encoding(label):
        return None
    name = codecs.lookup(label).name
    if name.startswith("utf"):
        return "utf-8"
    return _WHATWG.get(name, name) if name.startswith(_FAMILIES) or name in _WHATWG else None


def _decode_utf8(data: bytes) -> tuple[str, str] | None:
    """The text of bytes that are UTF-8: all, a good part of them, or a few letters of a Latin script."""
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    stray = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - stray
    if good < MIN_UTF8 * stray or stray > MAX_STRAY * len(text):
        return _mend(data) if _has_few_letters(data) else None
    return _mend(data)


def _has_few_letters(data: bytes) -> bool:
    """Whether some bytes are letters in UTF-8 and the others in Windows-1252, and in no one encoding all."""
    from newsparse.readers.letters import fits_better

    lines = _informative_lines(data)
    return bool(_UTF8.search(lines)) and _high(lines) < MAX_LATIN and fits_better(_mend(lines)[0], lines)


def _mend(data: bytes) -> tuple[str, str]:
    """The text of UTF-8 with Windows-1252 between, as where a text was pasted, and what it was in."""
    text = "\n".join(map(_mend_line, data.split(b"\n")))
    return text, "utf-8" if text == data.decode("utf-8", "replace") else "utf-8+cp1252"


def _mend_line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        from bs4.dammit import UnicodeDammit

        return UnicodeDammit.detwingle(line).decode("utf-8", _STRAY_LETTERS)


def _read_stray_letter(error: UnicodeError) -> tuple[str, int]:
    """A single byte is a letter of Windows-1252, which `detwingle` takes for the start of a character;
    what is cut off is lost.
    """
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    is_letter = len(stray) == 1 and stray >= b"\xc0" and error.reason != "unexpected end of data"
    return stray.decode("cp1252") if is_letter else "\ufffd", error.end


codecs.register_error(_STRAY_LETTERS, _read_stray_letter)


def _decode_as(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text in this encoding, and the encoding's usual name."""
    if not is_encoding(encoding):
        raise errors.no_such_encoding(name, encoding)
    try:
        return data.decode(encoding), codecs.lookup(encoding).name
    except UnicodeError as error:
        raise errors.wrong_encoding(name, encoding, error) from None


def guess_encoding(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8: of a Latin script by its letters, of others by a detector.

    A few high bytes are the quotes and dashes of a Windows text; with so little evidence a detector would
    answer with any code page that has letters there.
    """
    from newsparse.readers.letters import best_latin

    lines = _informative_lines(data)
    latin = best_latin(lines) if _high(lines) < MAX_LATIN else None
    if latin and _fits(data, latin):
        return latin
    western = _fits(data, "cp1252") and not _NOT_WESTERN.search(data)
    if western and _high(data) < 0.05:
        return "cp1252"
    from charset_normalizer import from_bytes

    matches = from_bytes(lines, cp_isolation=_CANDIDATES, enable_fallback=False)
    names = ["cp1252" if "cp1252" in match.could_be_from_charset else match.encoding for match in matches]
    chaos = {name: match.chaos for name, match in zip(names, matches, strict=True) if _fits(data, name)}
    if "cp1252" in chaos:
        chaos["cp1252"] += -0.04 if western else 0.04
    return min(chaos, key=chaos.__getitem__, default=None)


def _high(data: bytes) -> float:
    """The share of the bytes beyond ASCII."""
    return 1 - len(data.translate(None, bytes(range(128, 256)))) / max(1, len(data))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _informative_lines(data: bytes) -> bytes:
    """Lines with high bytes, up to a sample's size;
    a line that is longer ends at a space, not inside a character.
    """
    kept: list[bytes] = []
    room = SAMPLE
    for line in data.split(b"\n"):
        if _HIGH.search(line):
            if len(line) > room:
                kept.append(line[:room].rpartition(b" ")[0] or line[:room])
                break
            kept.append(line)
            room -= len(line)
    return b"\n".join(kept)
