"""`python -m tests.supply sbom`, `licences` or `audit`; what each does stands in CONTRIBUTING.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.supply.audit import audit
from tests.supply.bom import parts_list
from tests.supply.lock import ROOT
from tests.supply.table import PAGE, renewed

LIST = ROOT / "build" / "sbom.cdx.json"


def main(words: list[str]) -> int:
    """Do one of three; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.supply", add_help=False)
    parser.add_argument("what", choices=("sbom", "licences", "audit"))
    parser.add_argument("--adviezen", type=Path)
    asked = parser.parse_args(words)
    if asked.what == "audit":
        return audit(asked.adviezen)
    try:
        _write(*((LIST, parts_list()) if asked.what == "sbom" else (PAGE, renewed())))
    except ValueError as fault:
        print(f"Dit lukte niet: {fault}.", file=sys.stderr)
        return 1
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"Geschreven: {path.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
