"""What makes the weights: `train`, `evaluate` (cross-validated by publisher), `learning_curve`,
`errors` and the quality `gate`.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # members are trained side by side, one a core
