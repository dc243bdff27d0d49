"""A municipality as an analyst asks about it: `sd.gemeente("lindeveen")`.

What comes from its editions stands in `from_editions`; here is what reads deliveries, parameters or counts of use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from socdom.errors import Fault, ParameterError, UnknownName
from socdom.parameters import Places, load_gemeente
from socdom.workbench.figures.names import choices, one_of
from socdom.workbench.from_editions import FromEditions

if TYPE_CHECKING:
    from socdom.measures.indicator import Indicator
    from socdom.workbench.decomposition import Study
    from socdom.workbench.evaluation import Evaluation
    from socdom.workbench.show import Shown
    from socdom.workbench.trying import Preview
    from socdom.workbench.writing.form import Form


@dataclass(frozen=True, repr=False)
class Gemeente(FromEditions):
    """Een gemeente van deze werkplek. Wat u wilt weten, vraagt u met haar methoden.

    Attributes:
        slug: naam van haar map onder `parameters/`.
        places: waar alles staat.

    Voorbeeld:
        sd.gemeente("lindeveen").figures("wmo_clienten")
    """

    def signal(
        self,
        indicator: str,
        wijk: str = "",
        quarter: str = "",
        *,
        against: str = "",
        edition: str = "actueel",
    ) -> Study:
        """Waar een verandering zit: verdeeld over wijken en groepen. Intern: niet delen.

        Zonder eigen leveringen komt de verdeling uit de beschermde cijfers, en ook bij de editie van een kwartaal. Die
        mag u wel delen. Bovenaan staat altijd of u mag delen.

        Args:
            indicator: naam in de gegevens, zoals "wmo_clienten". Zie `signals()`.
            wijk: naam of code van een wijk; leeg voor de hele gemeente.
            quarter: zoals "2020Q4"; leeg voor het nieuwste kwartaal dat is beoordeeld.
            against: waarmee vergelijken: "jaar" (een jaar eerder), "kwartaal" (het kwartaal ervoor), "middenlijn", of
                een kwartaal zoals "2018Q4". Leeg volgt hoe het cijfer is beoordeeld. Is van dat kwartaal geen cijfer,
                dan nemen wij het laatste kwartaal ervoor dat er wel een heeft.
            edition: "actueel", of een kwartaal zoals "2020Q4".

        Returns:
            Een onderzoek met `.splits`, `.by("wijk")`, `.flows` en `.frame()`.

        Raises:
            ParameterError: een naam of periode die er niet is. De melding noemt wat er wel is.
            EditionError: deze editie is er niet.
            DeliveryError: de levering is afgekeurd.

        Voorbeeld:
            sd.gemeente("lindeveen").signal("jeugdhulp_gebruik", "Noorderlinde", against="jaar")
        """
        from socdom.workbench.decomposition import study_of

        return study_of(self.places, self.slug, self.edition(edition), indicator, wijk, quarter, against)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):  # what Python and Jupyter look for themselves
            raise AttributeError(name)
        asked = [item for item in dir(type(self)) if not item.startswith("_")]
        rule = f"iets dat u een gemeente kunt vragen, gevonden: {name!r}"
        raise UnknownName(Fault("gemeente", rule, remedy=choices(asked, name)))

    def _repr_html_(self) -> str:
        from socdom.workbench.figures.cards import gemeente_card

        return gemeente_card(self)._repr_html_()

    def __repr__(self) -> str:
        from socdom.workbench.figures.cards import gemeente_card

        return repr(gemeente_card(self))

    def preview(self, indicator: Indicator | str, *, beside: str = "") -> Preview:
        """Probeer een definitie op de leveringen van deze gemeente, zoals `sd.preview`. Intern: niet delen.

        Args:
            indicator: een definitie, of de naam van een indicator in de gegevens.
            beside: de indicator om naast te leggen; leeg voor die met dezelfde naam, als die er is.

        Voorbeeld:
            sd.gemeente("lindeveen").preview("wmo_clienten")
        """
        from socdom.workbench.trying import preview

        return preview(indicator, self, beside=beside)

    def delivery(self, kwartaal: str = "") -> Shown:
        """Wat er binnenkwam, tot waar het loopt en wat opvalt. Er wordt niets bewaard. Intern: niet delen.

        Args:
            kwartaal: een kwartaal dat erin moet zitten, zoals "2020Q4"; leeg als dat niet uitmaakt.

        Raises:
            ParameterError: er zijn geen eigen leveringen, of een parameter klopt niet.
            DeliveryError: een database of de berichten zijn niet te lezen.

        Voorbeeld:
            sd.gemeente("lindeveen").delivery("2020Q4")
        """
        from socdom.pipeline.check import check
        from socdom.workbench.delivery import delivery

        return delivery(check(self.slug, kwartaal, places=self.places).report)

    def evaluation(self) -> Evaluation:
        """Hoe het dashboard is gebruikt, en wat er kwam van de wensen van de raad. Dit mag u delen.

        Raises:
            ParameterError: een parameter klopt niet.
            EditionError: er is nog geen editie die het dashboard laat zien.

        Voorbeeld:
            sd.gemeente("lindeveen").evaluation().wishes()
        """
        from socdom.pipeline.usage import evaluation
        from socdom.workbench.evaluation import Evaluation

        return Evaluation(evaluation(self.slug, places=self.places))

    def write_duiding(self, quarter: str = "", indicator: str = "") -> Form:
        """Het formulier om de duiding bij een cijfer te schrijven, met het cijfer en de tekst van de vorige keer.

        Args:
            quarter: zoals "2020Q4"; leeg voor het nieuwste.
            indicator: naam in de gegevens; leeg om te kiezen.

        Voorbeeld:
            sd.gemeente("lindeveen").write_duiding("2020Q4", "wmo_clienten")
        """
        from socdom.workbench.writing.opening import write_at

        return write_at(self.places, self.slug, quarter or self.edition().meta.period, indicator)

    def explain(
        self,
        indicator: str,
        quarter: str = "",
        wijk: str = "",
        *,
        group: str = "",
        internal: bool = True,
        edition: str = "actueel",
    ) -> Shown:
        """Hoe één cijfer van het dashboard tot stand komt, stap voor stap, zoals `sd.explain`.

        Voorbeeld:
            sd.gemeente("lindeveen").explain("wmo_clienten", "2020Q4", "Centrum")
        """
        from socdom.workbench.explaining import explain

        return explain(
            indicator, quarter, wijk, group=group, gemeente=self, internal=internal, edition=edition
        )

    def teams(self) -> list[str]:
        """De teams van deze gemeente, zoals ze in teams.yml staan. Zonder dat bestand is er een team per wet.

        Raises:
            ParameterError: er zijn geen eigen leveringen, of teams.yml klopt niet.
            DeliveryError: de levering is afgekeurd.

        Voorbeeld:
            sd.gemeente("lindeveen").teams()
        """
        from socdom.workbench.team import team_names

        return team_names(self.places, self.slug)

    def team(self, team: str = "", day: str | date = "") -> Shown:
        """Hoe het werk van een team ervoor staat: lopende hulp, open aanvragen, hulp die eindigt. Intern: niet delen.

        Args:
            team: naam van een team, zie `teams()`; leeg voor alle teams.
            day: de dag, zoals "2020-12-31"; leeg voor de laatste dag van de leveringen.

        Voorbeeld:
            sd.gemeente("lindeveen").team()
        """
        from socdom.workbench.team import team_overview

        return team_overview(self.places, self.slug, team, day)


def gemeente(name: str = "") -> Gemeente:
    """Een gemeente van deze werkplek.

    Args:
        name: naam van haar map onder `parameters/`. Leeg als er één gemeente met eigen leveringen is.

    Raises:
        ParameterError: deze gemeente is er niet. De melding noemt welke er wel zijn.

    Voorbeeld:
        sd.gemeente("lindeveen")
    """
    places = Places.from_environment()
    known = _known(places)
    if name == "":
        return Gemeente(_only(places, known), places)
    return Gemeente(one_of("gemeente", "een gemeente van deze werkplek", name, known), places)


def gemeenten() -> list[str]:
    """De gemeenten van deze werkplek, met de naam van hun map.

    Voorbeeld:
        sd.gemeenten()
    """
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
