"""socdom: figures about the Dutch sociaal domein, from a municipality's deliveries to its council.

For an analyst in a notebook, `import socdom as sd` is all there is to remember::

    sd.gemeente("lindeveen").figures("wmo_clienten", by="wijk", since="2018Q1")
    sd.explain("wmo_clienten", "2020Q4", "Noord")

The names below are loaded when they are first used, so that `import socdom` costs a page or a
command nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socdom.errors import SocdomError
    from socdom.indicators import catalogue
    from socdom.measures.denominators import Households, Inhabitants
    from socdom.measures.indicator import Break, Event, Indicator
    from socdom.measures.selection import Selection
    from socdom.workbench import kinds
    from socdom.workbench.explaining import explain
    from socdom.workbench.gemeente import Gemeente, gemeente, gemeenten
    from socdom.workbench.trying import preview

__version__ = "0.8.0"

__all__ = [
    "Break",
    "Event",
    "Gemeente",
    "Households",
    "Indicator",
    "Inhabitants",
    "Selection",
    "SocdomError",
    "catalogue",
    "explain",
    "gemeente",
    "gemeenten",
    "kinds",
    "preview",
]

# Module → what it gives.
_GIVES = {
    "socdom.errors": {"SocdomError"},
    "socdom.indicators": {"catalogue"},
    "socdom.measures.denominators": {"Households", "Inhabitants"},
    "socdom.measures.indicator": {"Break", "Event", "Indicator"},
    "socdom.measures.selection": {"Selection"},
    "socdom.workbench": {"kinds"},
    "socdom.workbench.explaining": {"explain"},
    "socdom.workbench.gemeente": {"Gemeente", "gemeente", "gemeenten"},
    "socdom.workbench.trying": {"preview"},
}


def __getattr__(name: str) -> Any:
    for module, names in _GIVES.items():
        if name in names:
            found = getattr(import_module(module), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module 'socdom' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
