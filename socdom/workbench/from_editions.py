"""What an analyst asks of the editions of a municipality: protected, so all of it may be shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from socdom.editions.read import Edition, open_edition
from socdom.parameters import Gemeente as Parameters
from socdom.parameters import Places, load_gemeente
from socdom.workbench.figures.names import edition_name

if TYPE_CHECKING:
    from socdom.workbench.figures.frame import Figures
    from socdom.workbench.figures.listing import Listing


@dataclass(frozen=True, repr=False)
class FromEditions:
    """The part of `Gemeente` that reads editions and nothing else; its docstrings are tooltips, so they are Dutch."""

    slug: str
    places: Places = field(repr=False)

    @cached_property
    def parameters(self) -> Parameters:
        """De instellingen, zoals ze in gemeente.yml staan."""
        return load_gemeente(self.places.parameters / self.slug)

    def edition(self, name: str = "actueel") -> Edition:
        """Een editie die klaar is. Alles wat erin staat, mag u delen.

        Args:
            name: "actueel", of een kwartaal zoals "2020Q4".

        Raises:
            EditionError: deze editie is er niet.

        Voorbeeld:
            sd.gemeente("lindeveen").edition("2020Q4")
        """
        made = sorted(path.name for path in (self.places.rendered / self.slug).glob("[!.]*") if path.is_dir())
        if made:
            name = edition_name(name, made)
        folder = self.places.rendered / self.slug / name
        return _opened(self.slug, name, self.places, folder.resolve())

    def figures(
        self,
        indicator: str | Sequence[str],
        by: str = "",
        *,
        area: str | Sequence[str] = "",
        since: str = "",
        until: str = "",
        edition: str = "actueel",
    ) -> Figures:
        """Cijfers van één of meer indicatoren, beschermd: u mag ze delen. Een geheim cijfer is leeg.

        Args:
            indicator: naam in de gegevens, zoals "wmo_clienten", of een lijst van namen. Zie `indicators()`.
            by: leeg voor de hele gemeente, "wijk", "buurt", of een uitsplitsing, zoals "leeftijd".
                "referentie" zijn andere gemeenten samen, "land" is Nederland.
            area: alleen deze gebieden, met naam of code, zoals "Centrum". Zie `areas()`.
            since: vanaf dit kwartaal ("2018Q1") of jaar ("2018").
            until: tot en met dit kwartaal of jaar.
            edition: "actueel", of een kwartaal zoals "2020Q4".

        Returns:
            Een tabel van pandas met één rij per cijfer. Tekenen gaat met `.plot.trend()`, `.plot.bars()` en
            `.plot.map()`.

        Raises:
            ParameterError: een naam die er niet is. De melding noemt wat er wel is.
            EditionError: deze editie is er niet.

        Voorbeeld:
            sd.gemeente("lindeveen").figures("wmo_clienten", by="wijk", since="2018Q1")
        """
        from socdom.workbench.figures.asked import asked
        from socdom.workbench.figures.frame import figures_frame

        opened = self.edition(edition)
        return figures_frame(opened, asked(opened, indicator, by, area, since, until))

    def indicators(self, theme: str = "", *, edition: str = "actueel") -> Listing:
        """Welke indicatoren er zijn, met hun eenheid, hun uitsplitsingen (`per`) en hun periodes.

        Args:
            theme: alleen dit thema, zoals "wmo" of "Werk en inkomen".
            edition: "actueel", of een kwartaal zoals "2020Q4".

        Voorbeeld:
            sd.gemeente("lindeveen").indicators("wmo")
        """
        from socdom.workbench.figures.listing import indicators_of

        return indicators_of(self.edition(edition), theme)

    def quarters(self) -> Listing:
        """Over welke kwartalen er cijfers zijn, en van welke er een editie is.

        Voorbeeld:
            sd.gemeente("lindeveen").quarters()
        """
        from socdom.workbench.figures.listing import quarters_of

        found = sorted((self.places.rendered / self.slug).glob("[0-9][0-9][0-9][0-9]Q[1-4]"))
        return quarters_of(self.edition(), [self.edition(folder.name) for folder in found])

    def areas(self, level: str = "", *, edition: str = "actueel") -> Listing:
        """Welke gebieden er zijn, met hun code.

        Args:
            level: alleen dit niveau, zoals "wijk" of "buurt".
            edition: "actueel", of een kwartaal zoals "2020Q4".

        Voorbeeld:
            sd.gemeente("lindeveen").areas("wijk")
        """
        from socdom.workbench.figures.listing import areas_of

        return areas_of(self.edition(edition), level)

    def signals(self, edition: str = "actueel") -> Listing:
        """De signalen van een editie: wat het is, sinds wanneer, en hoe het met de opvolging staat.

        Args:
            edition: "actueel", of een kwartaal zoals "2020Q4".

        Raises:
            EditionError: deze editie is er niet.

        Voorbeeld:
            sd.gemeente("lindeveen").signals()
        """
        from socdom.workbench.decomposition import signals_of

        return signals_of(self.edition(edition))


@lru_cache(maxsize=4)
def _opened(slug: str, name: str, places: Places, _: Path) -> Edition:
    """An edition, read once; a newer one is in another folder behind the same link."""
    return open_edition(slug, name, places)
