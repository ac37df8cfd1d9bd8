"""One thread for matrix products: those of a text are too small to gain by more, which cost far more CPU."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What the BLAS libraries of numpy ask when they are loaded."""

_is_limited = False  # whether they found one thread there


def one_core() -> None:
    """Let numpy compute in one thread in all of this process, which is our own, if it is not imported yet.

    With more, small sums cost more and differ in the last digits.
    """
    global _is_limited
    os.environ.update(dict.fromkeys(VARIABLES, "1"))
    _is_limited = _is_limited or "numpy" not in sys.modules


def one_thread() -> AbstractContextManager[object]:
    """While it is entered, the BLAS that numpy calls has one thread; afterwards as many as before."""
    if _is_limited:
        return nullcontext()
    return _blas().limit(limits=1)  # type: ignore[no-any-return]


@cache
def _blas() -> ThreadpoolController:
    """The BLAS libraries of this process, looked for once: to set their limits takes some 10 µs then."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")
