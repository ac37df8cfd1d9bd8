"""`python -m newsparse`."""

from newsparse.cli import main

main(prog_name="newsparse")
