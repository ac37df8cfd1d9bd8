"""The file of weights: what was written is read, and the digest is that of the numbers."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from newsparse.segment import weights_file
from newsparse.segment.model import default_weights

ARRAYS: dict[str, NDArray[Any]] = {
    "bytes": np.arange(7, dtype=np.uint8),
    "table": np.arange(-3, 3, dtype=np.int8).reshape(2, 3),
    "one": np.array(1.5, np.float32),
    "halves": np.ones((2, 0, 1), np.float16),
    "rows": np.array([1, 2**32 - 1], np.uint32),
}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    weights_file.write(path, ARRAYS)
    found, digest = weights_file.read(path)
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        assert found[name].shape == array.shape
        assert (found[name] == array).all()
        assert found[name].flags.aligned
        assert not found[name].flags.writeable
    assert digest == weights_file.digest(path)
    weights_file.write(path, {"one": np.zeros(1, np.float32)})
    assert (found["rows"] == ARRAYS["rows"]).all()  # of the file that was there before
    assert weights_file.digest(path) == sha256(bytes(4)).hexdigest()


def test_the_library_reads_it(tmp_path: Path) -> None:
    library = pytest.importorskip("safetensors.numpy", reason="safetensors is not installed")
    weights_file.write(tmp_path / "w.safetensors", ARRAYS)
    found = library.load_file(tmp_path / "w.safetensors")
    assert found.keys() == ARRAYS.keys()
    assert all((found[name] == array).all() for name, array in ARRAYS.items())


def test_the_shipped_file_states_the_digest_of_its_numbers() -> None:
    data = weights_file.SHIPPED.read_bytes()
    begin = 8 + int.from_bytes(data[:8], "little")
    assert default_weights().digest == weights_file.digest() == sha256(data[begin:]).hexdigest()
