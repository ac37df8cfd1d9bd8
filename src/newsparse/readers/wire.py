"""What the readers of wire messages share: a message between control characters (SOH, STX, ETX), and its
day and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from newsparse.article import Byline
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.languages import Language
from newsparse.readers.exports import decode_block, delimited
from newsparse.readers.files import InputFile

PIVOT = 70  # of years with two digits: from here on of the last century; the formats are of the seventies
_START = re.compile(rb"\x01")
# control characters that only set type, and the two that stand between cells
_TO_SPACE = bytes(0x20 if code in (0x1E, 0x1F) else code for code in range(256))
_LAYOUT = bytes({0, 8, 0x7F, *range(0x0E, 0x1F)} - {0x1E})


class Message(NamedTuple):
    """A message: its number in the file, from 1, its header, the lines of its text without white space at
    their ends, its trailer, and the encoding of the text.
    """

    number: int
    header: str
    lines: list[str]
    trailer: str
    encoding: str


def messages(file: InputFile) -> Iterator[Message | InputError]:
    """The messages of a file, in order, and an InputError in place of one that can't be read.

    One that is cut off has no trailer.
    """
    number = 0
    for block in delimited(file, _START, 1):
        if block is not None and b"\x02" not in block:
            continue  # what stands before the first message, or between two
        number += 1
        plain = block and block.rstrip(b"\x01").translate(_TO_SPACE, _LAYOUT)
        header, _, rest = (plain or b"").partition(b"\x02")
        body, _, trailer = rest.replace(b"\x02", b"").partition(b"\x03")
        decoded = decode_block(file, block and body, number)
        if isinstance(decoded, InputError):
            yield decoded
        else:
            lines = [line.rstrip() for line in decoded[0].splitlines()]
            yield Message(number, header.decode("latin-1"), lines, trailer.decode("latin-1"), decoded[1])


def instant(year: str, month: int, day: str, clock: str, zone: str) -> str | None:
    """The instant, ISO 8601, that a year of two digits, a month, a day and a clock ("0937") say; without the
    zone where that is "". None for what no calendar has.
    """
    century = 1900 if int(year) >= PIVOT else 2000
    try:
        moment = datetime(century + int(year), month, int(day), int(clock[:2]), int(clock[2:]))
    except ValueError:
        return None
    return moment.isoformat() + zone


def zone_offset(name: str, language: Language) -> str:
    """The offset of a zone that is named ("GMT": "+00:00"); "" for none, and for one that nobody knows."""
    return language.dates.zones.get(name.upper(), "")


def byline_of(lines: Sequence[str], language: Language) -> Byline | None:
    """The byline on these lines, where the first begins with a word such as "by"; else None."""
    if not lines or not language.fields.byline.by.match(lines[0]):
        return None
    return bylines((", ".join(line.strip(" ,") for line in lines),), language)
