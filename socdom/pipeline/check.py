"""check: are the deliveries of a municipality right, and how far do they go?"""

from __future__ import annotations

import os
from pathlib import Path

from markupsafe import Markup

from socdom.blocks.render import render
from socdom.errors import Fault, ParameterError
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.protection import policy_from
from socdom.pipeline.storage import writing
from socdom.pipeline.supplied import supply_of
from socdom.pipeline.taking_in import Intake, taken_in
from socdom.quarters import Quarter
from socdom.report.house_style import house_style


def check(
    gemeente: str, kwartaal: str = "", *, places: Places | None = None, progress: Progress = silent
) -> Intake:
    """Read the deliveries of a municipality and judge them; writes nothing, also when they are refused.

    Args:
        kwartaal: the quarter they should cover, as "2020Q4"; "" judges without one.

    Raises:
        ParameterError: the municipality has no own deliveries, or its parameters are not valid.
        DeliveryError: a database or the messages cannot be read at all.
    """
    places = places or Places.from_environment()
    parameters = load_gemeente(places.parameters / gemeente)
    policy_from(parameters.bescherming, gemeente)
    if not parameters.bronnen.leveringen:
        raise ParameterError(
            Fault(
                f"parameters/{gemeente}",
                "deze gemeente heeft geen eigen leveringen om te controleren",
                remedy="Kies een gemeente met eigen leveringen, of zet bronnen.leveringen aan in gemeente.yml.",
            )
        )
    asked = Quarter.parse(kwartaal) if kwartaal else None
    return taken_in(
        places, gemeente, parameters, supply_of(places, gemeente, parameters), progress, quarter=asked
    )


def write_check(checked: Intake, gemeente: str, path: Path) -> Path:
    """Write the report on a delivery as a page that needs no other file; for the analist, not to be shared.

    Raises:
        StorageError: it cannot be written.
    """
    report = Markup(checked.page)  # made of escaped text by `examine.page`
    text = render("delivery_report", gemeente=gemeente, style=Markup(house_style()), report=report)
    with writing(path.parent):
        # Closed to others before the first letter is in it, also when it was there already.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as page:
            if path.is_file():
                os.fchmod(descriptor, 0o600)
            page.write(text)
    return path
