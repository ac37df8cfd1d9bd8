"""One thread for matrix products: those of a text are too small to gain by more, which cost far more CPU."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """While it is entered, the BLAS that numpy calls has one thread; afterwards as many as before."""
    return _blas().limit(limits=1)  # type: ignore[no-any-return]


@cache
def _blas() -> ThreadpoolController:
    """The BLAS libraries of this process, looked for once: to set their limits takes some 10 µs then."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")
