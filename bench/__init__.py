"""What newsparse costs: `python -m bench` measures time and memory, on texts that it invents where there is no data folder."""

import os
from pathlib import Path

BLAS_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
os.environ.update(dict.fromkeys(BLAS_THREADS, "1"))  # before numpy is imported; bench.threads measures what more of them cost
DATA = Path(os.environ.get("NEWSPARSE_DATA", Path(__file__).parents[2] / "shared"))  # labelled texts and pages, where they are
