"""Arrays in a file in the format of safetensors (https://github.com/huggingface/safetensors): the length of a
header, the header, in JSON, with the type, the shape and the place of each array, and the numbers.

The numbers are mapped, not read, so that a process takes up only those that it uses, and all processes share
them. The header holds the SHA-256 of the numbers too, which need not be read to know which they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHIPPED = Path(__file__).parents[1] / "weights" / "en.safetensors"  # the weights that ship with the package
METADATA, DIGEST = "__metadata__", "sha256"  # the keys of what a file says of itself, and there of the digest
_TYPES = {"I8": "int8", "U8": "uint8", "F16": "float16", "F32": "float32", "U32": "uint32"}
_LENGTH, _ALIGNMENT = 8, 8  # bytes of the header's length; of what a header's length is a multiple


class _Place(msgspec.Struct, frozen=True):
    """Where an array stands among the numbers, in bytes from `data_offsets[0]` to `data_offsets[1]`."""

    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays, those of longer numbers first, so that all are aligned. A file that is there is replaced:
    it may be mapped.
    """
    names = {name: type for type, name in _TYPES.items()}
    header: dict[str, Any] = {}
    data = bytearray()
    for name in sorted(arrays, key=lambda name: (-arrays[name].itemsize, name)):
        array, start = arrays[name], len(data)
        data += array.tobytes()
        header[name] = _Place(names[array.dtype.name], array.shape, (start, len(data)))
    header[METADATA] = {DIGEST: sha256(data).hexdigest()}
    head = msgspec.json.encode(header)
    head += b" " * (-len(head) % _ALIGNMENT)
    path.unlink(missing_ok=True)
    path.write_bytes(len(head).to_bytes(_LENGTH, "little") + head + data)


def read(path: Path) -> tuple[dict[str, NDArray[Any]], str]:
    """The arrays in a file, which can't be written to, and their digest, in hexadecimal."""
    import numpy as np

    with open(path, "rb") as file:
        header = _header(file)
        begin = file.tell()
        mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    found = header.pop(METADATA)[DIGEST]
    arrays: dict[str, NDArray[Any]] = {}
    for name, place in msgspec.convert(header, dict[str, _Place]).items():
        start, end = place.data_offsets
        numbers = np.frombuffer(mapped, np.uint8, end - start, begin + start)
        arrays[name] = numbers.view(_TYPES[place.dtype]).reshape(place.shape)
    return arrays, found


def digest(path: Path | None = None) -> str:
    """The SHA-256 of the numbers in a file, by default of the weights that ship, in hexadecimal, as its
    header states it.
    """
    with open(path or SHIPPED, "rb") as file:
        found: str = _header(file)[METADATA][DIGEST]
        return found


def _header(file: BinaryIO) -> dict[str, Any]:
    """The header of a file, which is read up to its end."""
    length = int.from_bytes(file.read(_LENGTH), "little")
    header: dict[str, Any] = msgspec.json.decode(file.read(length))
    return header
