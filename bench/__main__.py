"""`python -m bench [folders|linear|patterns]...`: by default all; a quarter of an hour on two slow cores."""

from __future__ import annotations

import sys
from importlib import import_module

for name in sys.argv[1:] or ("folders", "linear", "patterns"):
    print(f"# {name}")
    import_module(f"bench.{name}").main()
