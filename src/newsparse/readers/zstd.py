"""Zstandard data (RFC 8878), one frame or several, as a stream."""

from __future__ import annotations

import io
from typing import BinaryIO

from zstandard import ZstdDecompressor, ZstdError

CHUNK = (
    1_024  # bytes that are unpacked at once: a block of 128 kB takes four at least, so that 32 MB come out
)


class BrokenZstdError(OSError):
    """Data that is cut off or broken."""


class Unpacked(io.RawIOBase):
    """What a stream of Zstandard data holds. Raises BrokenZstdError where it is cut off or broken."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._frame = ZstdDecompressor().decompressobj()
        self._packed = b""
        self._ready = memoryview(b"")
        self._is_inside = False  # of a frame

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            packed = self._packed or self._stream.read(CHUNK)
            if not packed:
                if self._is_inside:
                    raise BrokenZstdError
                return 0
            self._ready = memoryview(self._unpack(packed))
        part = self._ready[: len(buffer)]
        self._ready = self._ready[len(part) :]
        buffer[: len(part)] = part
        return len(part)

    def _unpack(self, packed: bytes) -> bytes:
        try:
            data = self._frame.decompress(packed)
        except ZstdError:
            raise BrokenZstdError from None
        self._is_inside = not self._frame.eof
        self._packed = self._frame.unused_data if self._frame.eof else b""
        if self._frame.eof:
            self._frame = ZstdDecompressor().decompressobj()
        return data
