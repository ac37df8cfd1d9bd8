"""`python -m bench [NAME]...`: measure what is named, or all; a quarter of an hour on two slow cores.

start      CPU of the command above that of bare Python
speed      CPU of a text and of a page, beside newsparse's peers where they are installed
steps      the share of a text's CPU that each step takes
threads    CPU and time of `parse` with as many BLAS threads as there are cores, and with one
folders    many files with one job and with two, and the memory
lengths    CPU and memory of longer and longer texts
linear     whether time grows with the length and no faster, also on awkward lines
patterns   every compiled pattern on awkward lines
engines    2,000 texts by the command, datatrove, Spark, Dask and Ray, where they are installed
rerun      datatrove and Spark, killed at some moments and run again
reliability  runs that are killed at 60 moments, or meet other trouble
"""

from __future__ import annotations

import sys
from importlib import import_module

MEASUREMENTS = (
    "start", "speed", "steps", "threads", "folders", "lengths", "linear", "patterns", "engines",
    "rerun", "reliability",
)  # fmt: skip

for name in sys.argv[1:] or MEASUREMENTS:
    if name not in MEASUREMENTS:
        sys.exit(f"no measurement {name!r}: {', '.join(MEASUREMENTS)}")
    print(f"# {name}", flush=True)
    import_module(f"bench.{name}").main()
