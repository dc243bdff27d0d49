"""quarter, refresh, demo, dashboard and catalogue: what the command line offers, as functions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import DEFAULT_PORT, serve
from socdom.disclosure.policy import CBS5
from socdom.editions.model import Description
from socdom.indicators import catalogue as indicator_catalogue
from socdom.parameters import Places, load_gemeente
from socdom.parameters.beheer import load_beheer
from socdom.pipeline.inputs import current_inputs, quarter_inputs
from socdom.pipeline.lock import exclusive
from socdom.pipeline.program import hash_of
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.protection import record_of
from socdom.pipeline.publish import Published, publish
from socdom.pipeline.storage import writing
from socdom.report.catalogue import write_catalogue
from socdom.sources import demo as demo_source
from socdom.sources.supply import delivery_files

DEMO = "lindeveen"
# The first one is there so that the second can tell what changed.
DEMO_QUARTERS = ("2020Q3", "2020Q4")


def quarter(
    kwartaal: str,
    gemeente: str,
    *,
    definitive: bool = False,
    cluster: str = "",
    places: Places | None = None,
    progress: Progress = silent,
) -> Published:
    """Make the edition and the documents of a quarter; `cluster` is the address of a Dask cluster that counts.

    Args:
        definitive: make it definitive, so that it never changes again; else it is a concept.

    Raises:
        SocdomError: any fault in parameters, deliveries or documents; the edition that was there stays.
        NotReadyError: it is to become definitive, and something is still open; every reason at once.
        FrozenError: the quarter has a definitive edition, and this would be another one under the same version.
    """
    places = places or Places.from_environment()
    return publish(quarter_inputs(places, gemeente, kwartaal, cluster, definitive=definitive), progress)


def refresh(
    gemeente: str, *, cluster: str = "", places: Places | None = None, progress: Progress = silent
) -> Published:
    """Make the edition `actueel`, which the dashboard shows; `cluster` is the address of a Dask cluster that counts.

    Raises:
        SocdomError: any fault in parameters or deliveries; the edition that was there stays.
    """
    return publish(current_inputs(places or Places.from_environment(), gemeente, cluster), progress)


def demo(*, places: Places | None = None, progress: Progress = silent) -> tuple[list[Published], Published]:
    """Make the deliveries, the reports and the dashboard edition of the example municipality.

    Deliveries that are already there are taken over.

    Returns:
        The quarterly editions, oldest first, and the edition of the dashboard.
    """
    places = places or Places.from_environment()
    with writing(places.data), exclusive(places.rendered / DEMO):
        _demo_deliveries(places, progress)
    reports = [quarter(name, DEMO, places=places, progress=progress) for name in DEMO_QUARTERS]
    return reports, refresh(DEMO, places=places, progress=progress)


def _demo_deliveries(places: Places, progress: Progress) -> None:
    folder = places.deliveries(DEMO)
    # The mark says which program made the deliveries; it is written last, so a run that broke off has none.
    mark = folder.parent / "leveringen.gemaakt"
    program = hash_of(sorted(Path(demo_source.__file__).parent.glob("*.py")))
    complete = all(path.is_file() for path in delivery_files(folder))
    if complete and mark.is_file() and mark.read_text(encoding="utf-8") == program:
        return
    progress("Leveringen van de voorbeeldgemeente maken")
    mark.unlink(missing_ok=True)
    demo_source.write_deliveries(folder)
    mark.write_text(program, encoding="utf-8")


def dashboard(
    gemeente: str,
    *,
    places: Places | None = None,
    port: int = DEFAULT_PORT,
    open_browser: bool = False,
    kernel_user: str = "",
    announce: Callable[[str], None] = silent,
) -> None:
    """Serve the dashboard of a municipality until it is stopped.

    `announce` is called with the address once the server listens; `kernel_user` is a user of the system for the
    kernels behind pages, "" for the one that starts the server.

    Raises:
        EditionError: there is no edition `actueel` yet.
        ServerError: the port is taken, or kernels cannot run as that user.
    """
    places = places or Places.from_environment()
    own = places.parameters / gemeente
    load_gemeente(own)
    folder = places.rendered / gemeente / "actueel"
    serve(
        folder,
        # Links followed: when another version is put in place, this server goes on with the notebooks of its own.
        (places.notebooks / "dashboard").resolve(),
        Operations(load_beheer(own), places.kept(gemeente)),
        port=port,
        open_browser=open_browser,
        kernel_user=kernel_user,
        announce=announce,
    )


def catalogue(
    folder: Path | None = None, *, places: Places | None = None, today: date | None = None
) -> list[Path]:
    """Write the catalogue of indicators as HTML, CSV and JSON with its schema; returns the files.

    Default folder: `rendered/catalogus`. Protection is told as the rule of CBS.
    `today` decides which reviews are overdue; default the day it is.
    """
    target = folder or (places or Places.from_environment()).rendered / "catalogus"
    descriptions = [Description.model_validate(item.describe()) for item in indicator_catalogue().values()]
    with writing(target):
        return write_catalogue(descriptions, target, today or date.today(), record_of(CBS5))
