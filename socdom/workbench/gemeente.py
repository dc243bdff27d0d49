"""A municipality as an analyst asks about it: `sd.gemeente("lindeveen")`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from socdom.editions.read import Edition, open_edition
from socdom.errors import Fault, ParameterError
from socdom.parameters import Gemeente as Parameters
from socdom.parameters import Places, load_gemeente


@dataclass(frozen=True)
class Gemeente:
    """A municipality of this workplace; what it answers is asked with its methods.

    Attributes:
        slug: name of its folder under `parameters/`.
        places: where everything stands.
    """

    slug: str
    places: Places = field(repr=False)

    @cached_property
    def parameters(self) -> Parameters:
        """Its settings, as `gemeente.yml` holds them."""
        return load_gemeente(self.places.parameters / self.slug)

    def edition(self, name: str = "actueel") -> Edition:
        """A finished edition: "actueel" or a quarter ("2020Q4"). Everything in it may be shared.

        Raises:
            EditionError: there is no such edition.
        """
        return open_edition(self.slug, name, self.places)


def gemeente(name: str = "") -> Gemeente:
    """A municipality by the name of its folder under `parameters/`; "" when there is one with own deliveries.

    Raises:
        ParameterError: there is no such municipality, or there are more and none was named.
    """
    places = Places.from_environment()
    known = _known(places)
    slug = name.strip().lower() or _only(places, known)
    if slug not in known:
        rule = f"een gemeente van deze werkplek, gevonden: {name!r}"
        raise ParameterError(Fault("gemeente", rule, remedy=f"Kies uit {', '.join(known) or 'geen enkele'}."))
    return Gemeente(slug, places)


def gemeenten() -> list[str]:
    """The municipalities of this workplace, by the name of their folder."""
    return _known(Places.from_environment())


def _known(places: Places) -> list[str]:
    return sorted(path.parent.name for path in places.parameters.glob("*/gemeente.yml"))


def _only(places: Places, known: Sequence[str]) -> str:
    own = [name for name in known if load_gemeente(places.parameters / name).bronnen.leveringen]
    if len(own) == 1:
        return own[0]
    raise ParameterError(
        Fault(
            "gemeente", "noem er een", remedy=f"Bijvoorbeeld sd.gemeente({(own or known or ['naam'])[0]!r})."
        )
    )
