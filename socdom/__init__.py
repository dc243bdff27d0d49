"""socdom: figures about the Dutch sociaal domein, from a municipality's deliveries to its council.

For an analyst in a notebook, `import socdom as sd` is all there is to remember::

    sd.gemeente("lindeveen").figures("wmo_clienten", by="wijk", since="2018Q1")
    sd.explain("wmo_clienten", "2020Q4", "Centrum")

The names below are loaded when they are first used, so that `import socdom` costs a page or a
command nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socdom.errors import SocdomError
    from socdom.measures.denominators import Households, Inhabitants
    from socdom.measures.indicator import Break, Event
    from socdom.measures.selection import Selection
    from socdom.workbench import kinds
    from socdom.workbench.explaining import explain
    from socdom.workbench.figures.all_indicators import Indicator, catalogue
    from socdom.workbench.gemeente import Gemeente, gemeente, gemeenten
    from socdom.workbench.trying import like, preview

__version__ = "0.9.0"

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
    "like",
    "preview",
]

# Module → what it gives.
_GIVES = {
    "socdom.errors": {"SocdomError"},
    "socdom.measures.denominators": {"Households", "Inhabitants"},
    "socdom.measures.indicator": {"Break", "Event"},
    "socdom.measures.selection": {"Selection"},
    "socdom.workbench": {"kinds"},
    "socdom.workbench.explaining": {"explain"},
    "socdom.workbench.figures.all_indicators": {"Indicator", "catalogue"},
    "socdom.workbench.gemeente": {"Gemeente", "gemeente", "gemeenten"},
    "socdom.workbench.trying": {"like", "preview"},
}


def __getattr__(name: str) -> Any:
    for module, names in _GIVES.items():
        if name in names:
            home = import_module(module)
            found = getattr(home, name) if hasattr(home, name) else import_module(f"{module}.{name}")
            globals()[name] = found
            return found
    if name.startswith("_"):  # what Python itself looks for, such as `__path__`
        raise AttributeError(f"module 'socdom' has no attribute {name!r}")
    raise _unknown(name)


def _unknown(name: str) -> AttributeError:
    """What to say to who typed another name; loads what it needs only then."""
    from socdom.errors import Fault, UnknownName
    from socdom.near_names import near, perhaps

    remedy = (
        perhaps([f"sd.{found}" for found in near(name, __all__)[:1]]) or f"Kies uit {', '.join(__all__)}."
    )
    return UnknownName(Fault("sd", f"een naam van socdom, gevonden: {name!r}", remedy=remedy))


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
