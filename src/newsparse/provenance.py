"""What made an answer: the version, the weights and the libraries of this program."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse import __version__

DEVELOPMENT = ("dev", "peers", "train")  # extras that no answer comes from
DIGITS = 8  # of the weights' SHA-256: enough that two of a million weights do not look alike by chance


def made_by(digest: str) -> str:
    """The version and the first digits of the SHA-256 of the weights: 0.2.0+9c306145."""
    return f"{__version__}+{digest[:DIGITS]}"


def weights_digest() -> str:
    """The SHA-256 of the weights that ship, in hexadecimal."""
    from newsparse.segment import weights_file

    return weights_file.digest()


def libraries() -> Iterator[str]:
    """Python and the installed libraries that this program asks for, each with its version: "numpy 2.4.6"."""
    import re
    from contextlib import suppress
    from importlib.metadata import PackageNotFoundError, requires, version
    from platform import python_version

    yield f"Python {python_version()}"
    for requirement in requires("newsparse") or ():
        name, marker = re.match(r"[\w.-]+", requirement), requirement.partition(";")[2]
        if name and not any(f"'{extra}'" in marker.replace('"', "'") for extra in DEVELOPMENT):
            with suppress(PackageNotFoundError):
                yield f"{name[0]} {version(name[0])}"
