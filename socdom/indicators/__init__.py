"""The indicators: one file each, whose name is the id and whose variable `indicator` is the definition."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from socdom.errors import DefinitionError, Fault
from socdom.measures.definition import THEMES
from socdom.measures.indicator import Indicator


def catalogue() -> dict[str, Indicator]:
    """All indicators by id: by theme, own registrations first, as the packages list them in `ORDER`.

    Raises:
        DefinitionError: a file without an indicator, or an id that is not the file name or occurs twice.
    """
    return dict(_catalogue())


@cache
def _catalogue() -> dict[str, Indicator]:
    found = list(_found())
    faults = [fault for module, _ in found for fault in _faults(module)]
    if faults:
        raise DefinitionError(faults)
    places = {module.indicator.id: place for module, place in found}
    if len(places) < len(found):
        raise DefinitionError("Twee bestanden hebben dezelfde naam. Geef elke indicator een eigen id.")
    indicators = [module.indicator for module, _ in found]
    indicators.sort(
        key=lambda item: (THEMES.index(item.theme), item.external_series != "", places[item.id], item.id)
    )
    return {item.id: item for item in indicators}


def _found() -> Iterator[tuple[ModuleType, int]]:
    """Every module of a theme package, with its place in the `ORDER` of the package."""
    for package in pkgutil.iter_modules(__path__, f"{__name__}."):
        if not package.ispkg:
            continue
        theme = importlib.import_module(package.name)
        order = list(getattr(theme, "ORDER", ()))
        for item in pkgutil.iter_modules(theme.__path__, f"{package.name}."):
            module = importlib.import_module(item.name)
            name = item.name.rpartition(".")[2]
            yield module, order.index(name) if name in order else len(order)


def _faults(module: ModuleType) -> Iterator[Fault]:
    name = module.__name__.rpartition(".")[2]
    indicator = getattr(module, "indicator", None)
    if not isinstance(indicator, Indicator):
        yield Fault(f"{name}.py", "een variabele indicator", remedy="Schrijf indicator = Indicator(...).")
    elif indicator.id != name:
        yield Fault(
            f"{name}.py",
            f"de id is de naam van het bestand, gevonden: {indicator.id!r}",
            remedy=f'Schrijf id="{name}".',
        )
