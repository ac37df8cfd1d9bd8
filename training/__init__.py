"""What makes the weights: `train`, `check` (cross-validated by publisher), `curve`, `delta` and the quality `gate`."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # members learn side by side, one a core
