"""Exports of archives inside other files, such as a mail or a document in RTF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module

from msgspec.structs import replace

from newsparse.errors import InputError
from newsparse.readers.encoding import SAMPLE
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source

ARCHIVES = frozenset(
    (
        "europresse", "factiva", "factiva-text", "factiva-xml", "integrum", "nexis", "nexis-html",
        "nexis-uni", "proquest", "proquest-html", "yomidas",
    )
)  # fmt: skip


def read_export(file: InputFile, text: str, format: str) -> Iterator[Source | InputError] | None:
    """The articles of a text or a page that is an archive's export, as of a file of this format; None of
    another."""
    from newsparse.readers import detect

    data = text.encode("utf-8", "replace")
    found = detect(data[:SAMPLE], "")
    if found.name not in ARCHIVES:
        return None
    reader = import_module(f"newsparse.readers.{found.module}")
    inner = file._replace(stream=io.BytesIO(data), encoding="utf-8")
    return (
        replace(item, origin=replace(item.origin, format=format)) if isinstance(item, Source) else item
        for item in reader.read(inner)
    )
