"""Bytes of a page to text, as a browser would decode them.

One thing a browser does not do: a page whose bytes are UTF-8 beyond doubt is read as such, whatever it declares, because
pages are often stored in another encoding than the one they were sent in.
"""

from __future__ import annotations

import codecs
import re

from newsparse.read import MARKS, SAMPLE, InputError, guess, is_encoding

_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML = re.compile(rb"""^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""", re.I)
_AS = {  # what browsers take a name for (https://encoding.spec.whatwg.org/#names-and-labels)
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_FAMILIES = ("big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi8", "mac", "shift")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a page and the encoding it was in; `encoding` is the caller's, as from a Content-Type header.

    Bytes that do not fit become U+FFFD. Raises InputError for an encoding that nobody knows.
    """
    if encoding and not is_encoding(encoding):
        raise InputError(name, f"no encoding is called {encoding!r}", "give a name such as utf-8 or cp1252")
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace"), marked
    used = codecs.lookup(encoding).name if encoding else _sixteen(data[:SAMPLE])
    if used:
        return data.decode(used, "replace"), used
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        used = _declared(data[:SAMPLE]) or guess(data) or "utf-8"
    return data.decode(used, "replace"), used


def _sixteen(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its tags is NUL."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(sample: bytes) -> str | None:
    """The encoding that a page says it is in; one that says UTF-16 in plain bytes is UTF-8."""
    found = _META.search(sample) or _XML.search(sample)
    label = found[1].decode() if found else ""
    if not is_encoding(label):
        return None
    name = codecs.lookup(label).name
    if name.startswith("utf"):
        return "utf-8"
    return _AS.get(name, name) if name.startswith(_FAMILIES) or name in _AS else None
