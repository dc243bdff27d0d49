"""The chart of a definition as the dashboard would draw it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from socdom.charts import Chart, trend
from socdom.editions.additions import Additions
from socdom.editions.read import Edition
from socdom.editions.write import write_content, write_manifest
from socdom.pipeline.meta import meta_of
from socdom.workbench.ground import Ground
from socdom.workbench.trying.protecting import Shielded, scope_with


def drawn(ground: Ground, found: Shielded, indicator: str) -> Chart:
    """The trend of the municipality, from an edition with only this indicator that is gone afterwards."""
    asked = next(item for item in found.scope.indicators if item.id == indicator)
    alone = scope_with(ground, [asked])
    with TemporaryDirectory(prefix="socdom-voorbeeld-") as name:
        folder = Path(name)
        write_content(
            folder,
            meta=meta_of(ground.inputs, ()),
            inventory=alone.inventory,
            figures=found.of(indicator),
            descriptions=alone.descriptions,
            areas=alone.records,
            duiding=(),
            developments="",
            additions=Additions(
                expected=tuple(item for item in found.expected if item.indicator == indicator)
            ),
        )
        write_manifest(folder, fingerprint="", inputs={}, parameters={})
        return trend(Edition(folder), indicator)
