"""What newsparse costs: `python -m bench` measures time and memory,
on texts that it invents where there is no data folder.
"""

import os
from pathlib import Path

BLAS_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
# before numpy is imported; bench.threads measures what more of them cost
os.environ.update(dict.fromkeys(BLAS_THREADS, "1"))
# labelled texts and pages, where they are
DATA = Path(os.environ.get("NEWSPARSE_DATA", Path(__file__).parents[2] / "shared"))
