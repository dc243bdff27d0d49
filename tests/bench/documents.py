"""A whole quarter of the example municipality, step by step, and its documents beside bare papermill."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
from numpy.typing import NDArray

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.pipeline.verbs import quarter as make_quarter
from socdom.report.documents import documents_of
from socdom.report.make import make_documents
from socdom.report.workers import document_workers
from socdom.sources import demo

Work = Callable[[], NDArray[np.generic]]

SLUG, QUARTER = "lindeveen", "2020Q4"
ROOT = Path(__file__).resolve().parents[2]
# Long enough for the processes to be ready, as they are when the figures have been made.
_READY = 20.0


def quarter(folder: Path) -> Work:
    """From deliveries to all documents of the edition kern; the answer is what each step took."""
    places = workplace(folder)
    shutil.rmtree(places.rendered, ignore_errors=True)
    return lambda: _steps(places)


def unchanged(folder: Path) -> Work:
    """The same quarter once more, with nothing changed since `quarter`."""
    places = workplace(folder)
    return lambda: _steps(places)


def bare(folder: Path) -> Work:
    """The notebooks of that quarter one after another with papermill, and nothing else."""
    edition = _copy_of_edition(folder)

    def work() -> NDArray[np.generic]:
        import papermill  # part of what it takes

        for document in documents_of(edition):
            papermill.execute_notebook(
                ROOT / "notebooks" / "report" / document.notebook,
                edition.folder / document.notebook,
                document.parameters(edition),
                kernel_name="python3",
                progress_bar=False,
                cwd=edition.folder,
            )
        return _names(edition)

    return work


def documents(folder: Path) -> Work:
    """The same notebooks by socdom, with the pages, PDFs and Word files, from nothing."""
    edition = _copy_of_edition(folder)

    def work() -> NDArray[np.generic]:
        make_documents(edition.folder, ROOT / "notebooks")
        return _names(edition)

    return work


def documents_ready(folder: Path) -> Work:
    """As `documents`, with processes that were started before, as in the run of a quarter."""
    edition = _copy_of_edition(folder)
    started = document_workers(len(documents_of(edition)))
    workers = started.__enter__()
    time.sleep(_READY)

    def work() -> NDArray[np.generic]:
        make_documents(edition.folder, ROOT / "notebooks", workers=workers)
        started.__exit__(None, None, None)
        return _names(edition)

    return work


def workplace(folder: Path) -> Places:
    """A workplace with the deliveries of the example municipality; what is there is left as it is."""
    root = folder / "plek"
    places = Places(root=root, data=folder / "data", open_data=None, key=folder / "sleutel" / "k")
    if not places.deliveries(SLUG).exists():
        root.mkdir(parents=True)
        for name in ("parameters", "notebooks"):
            (root / name).symlink_to(ROOT / name)
        demo.write_deliveries(places.deliveries(SLUG))
    return places


def _steps(places: Places) -> NDArray[np.generic]:
    began: dict[str, float] = {}
    make_quarter(
        QUARTER, SLUG, places=places, progress=lambda line: began.setdefault(line.partition(":")[0], _now())
    )
    ends = [*list(began.values())[1:], _now()]
    return np.array(
        [f"{name}: {end - start:.1f} s" for (name, start), end in zip(began.items(), ends, strict=True)]
    )


def _now() -> float:
    return time.perf_counter()


def _copy_of_edition(folder: Path) -> Edition:
    copy = Path(mkdtemp(dir=folder)) / QUARTER
    shutil.copytree(workplace(folder).rendered / SLUG / QUARTER, copy)
    return Edition(copy)


def _names(edition: Edition) -> NDArray[np.generic]:
    return np.array([document.notebook for document in documents_of(edition)])
