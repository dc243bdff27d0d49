"""A delivery as its supplier writes it: the names, values and fixed columns of gemeente.yml, put into its spec."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from socdom.errors import Fault
from socdom.near_names import meant
from socdom.parameters.bronnen import Vorm
from socdom.sources.delivery_spec import Column, DeliveryFile

_TWICE = "deze kolom staat onder vast, en dan niet ook onder kolommen of waarden"


def as_delivered(spec: DeliveryFile, form: Vorm, name: str) -> DeliveryFile:
    """The spec with the supplier's name and headers; call `form_faults` first.

    Args:
        spec: of `delivery_spec.FILES`.
        form: how the supplier writes it.
        name: what the supplier calls it, to stand in messages.
    """
    columns = tuple(
        replace(
            column,
            header=form.kolommen.get(column.header, column.header),
            values=form.waarden.get(column.header, {}),
            fixed=form.vast.get(column.header),
        )
        for column in spec.columns
    )
    return replace(spec, file=name, columns=columns)


def form_faults(spec: DeliveryFile, form: Vorm, place: str) -> list[Fault]:
    """What is wrong with the form that the parameters give a delivery.

    Args:
        place: where in the parameters the form stands.
    """
    known = {column.header: column for column in spec.columns}
    faults: list[Fault] = []
    for part in ("kolommen", "waarden", "vast"):
        faults += _unknown(getattr(form, part), known, f"{place}.{part}")
    for header in sorted(form.waarden.keys() & known.keys()):
        if known[header].identifies:
            rule = "een nummer van een persoon of huishouden heeft geen andere waarden"
            faults.append(Fault(f"{place}.waarden.{header}", rule))
    for header in sorted(form.vast.keys() & known.keys()):
        if known[header].identifies:
            rule = "een nummer van een persoon of huishouden is niet in elke rij hetzelfde"
            faults.append(Fault(f"{place}.vast.{header}", rule))
    both = sorted((form.kolommen.keys() | form.waarden.keys()) & form.vast.keys())
    faults += [Fault(f"{place}.vast.{header}", _TWICE) for header in both]
    return faults


def _unknown(names: Iterable[str], known: dict[str, Column], place: str) -> list[Fault]:
    faults = []
    for name in names:
        if name not in known:
            remedy = meant(name, known, f"Kies uit {', '.join(known)}.")
            faults.append(Fault(f"{place}.{name}", "deze kolom kent socdom niet", remedy=remedy))
    return faults
