"""The dashboard itself, served as `socdom dashboard` does."""

import os
import sys
from pathlib import Path

from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import serve
from socdom.parameters.beheer import Beheer
from tests.bench.apps.chart import EDITION_VARIABLE

if __name__ == "__main__":
    notebooks = Path(__file__).resolve().parents[3] / "notebooks" / "dashboard"
    operations = Operations(Beheer(), Path("niets bewaard"))
    serve(Path(os.environ[EDITION_VARIABLE]), notebooks, operations, port=int(sys.argv[1]))
