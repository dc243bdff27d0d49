"""`python -m socdom`."""

from socdom.cli import main

main()
