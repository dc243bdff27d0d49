"""The report on a delivery, shown in a notebook."""

from __future__ import annotations

from socdom.sources.examine import DeliveryReport, page
from socdom.workbench.show import Shown, internal, together


def delivery(report: DeliveryReport) -> Shown:
    """Everything in a report on a delivery. Its counts are not protected: keep what is shown to yourself."""
    return together(internal("Deze aantallen zijn niet beschermd."), page(report))
