"""The definitions in the software, as an analyst looks them up: `sd.catalogue()["wmo_clienten"]`."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

from socdom import indicators
from socdom.errors import Fault, ParameterError
from socdom.measures.indicator import Indicator
from socdom.near_names import meant

__all__ = ["Catalogue", "Indicator", "catalogue"]


class Catalogue(dict[str, Indicator]):
    """Alle indicatoren, met hun naam in de gegevens als sleutel."""

    def __missing__(self, name: object) -> NoReturn:
        rule = f"een indicator uit de catalogus, gevonden: {name!r}"
        remedy = f"{meant(name, self)} Alle namen staan in sd.catalogue()."
        raise ParameterError(Fault("indicator", rule, remedy=remedy.strip()))

    def _repr_html_(self) -> str:
        from socdom.workbench.figures.cards import catalogue_card

        return catalogue_card(self)._repr_html_()

    def __repr__(self) -> str:
        from socdom.workbench.figures.cards import catalogue_card

        return repr(catalogue_card(self))


def catalogue() -> Catalogue:
    """Alle indicatoren die socdom kan tellen, met hun definitie.

    Voorbeeld:
        sd.catalogue()["wmo_clienten"]
    """
    return Catalogue(indicators.catalogue())


def _html(indicator: Indicator) -> str:
    from socdom.workbench.figures.cards import indicator_card

    return indicator_card(indicator)._repr_html_()


def _text(indicator: Indicator, printer: Any, _: bool) -> None:
    from socdom.workbench.figures.cards import indicator_card

    printer.text(repr(indicator_card(indicator)))


def _tell_ipython() -> None:
    """Show a definition as a card: `Indicator` lies below what draws cards, so IPython is told how, where it runs."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(Indicator, _html)
        shell.display_formatter.formatters["text/plain"].for_type(Indicator, _text)


_tell_ipython()
