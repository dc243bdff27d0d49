"""What the quarterly report says, part by part; the notebook calls these in its order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from socdom import blocks, narrative
from socdom.blocks.figures import figure_id
from socdom.blocks.policy import INTRODUCTION
from socdom.editions.groups import Group, grouped
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.report import agreements
from socdom.report.frontpage import front_page
from socdom.report.sections import Section, joined, part
from socdom.report.selection import EDITIONS, absent_themes, chosen, explained, is_explained, shown_themes

_HALVES = Markup('<div class="helften">{}</div>')
_UNDER = (
    '<p class="klein noot">Van de volgende cijfers staan de uitsplitsingen en de wijken in het dashboard.</p>'
)
_GROUP = Markup('<h3 class="groep-titel">{}</h3>')
# On paper the short edition leaves out the definitions and what else is folded; the page has them.
_ELSEWHERE = (
    '<p class="alleen-papier">Op de webpagina van dit rapport staan de betekenis en de bron van elk cijfer. '
    "Daar staan ook alle regels over geheime cijfers. U vindt dit ook in het dashboard.</p>"
)
_OTHER_FOLDER = "Kies de map die erbij hoort."
_NO_DEVELOPMENTS = '<p class="leeg">Nog niet ingevuld.</p>'


class Kwartaalrapport:
    """The report on one edition; every method gives one part of it.

    Args:
        editie_map: folder of the edition.
        gemeente: folder name of the municipality, must be that of the edition.
        kwartaal: quarter as "2020Q4", must be that of the edition.
        editie: "kern" (main lines, at most eight pages) or "uitgebreid" (every indicator).

    Raises:
        EditionError: the folder holds no edition.
        ParameterError: the parameters do not agree with the edition; all faults at once.
    """

    def __init__(self, editie_map: str | Path, gemeente: str, kwartaal: str, editie: str) -> None:
        self.edition = Edition(editie_map)
        self.editie = editie
        _check(self.edition, gemeente, kwartaal, editie)

    def voorblad(self) -> Section:
        """Title, main lines, the finances at a glance and the contents: the first page."""
        return Section("voorblad", front_page(self.edition, self.editie))

    def kerngetallen(self) -> Section:
        """One table with all key figures."""
        shown = (d for theme in self.edition.themes() for d in chosen(self.edition, theme, self.editie))
        places = {d.id: f"#{figure_id(d.id, self.edition.meta.code)}" for d in shown if d.theme != "geld"}
        table = blocks.key_figure_table(self.edition, places=places, goals=False)
        return Section("Kerngetallen", part("kerngetallen", "Kerngetallen", [table]) if table else "")

    def signalen(self) -> Section:
        """Signals, what changed since the edition before, goals, promises and motions."""
        pieces = agreements.pieces(self.edition, self.editie)
        title, name = agreements.TITLE, agreements.IDENTIFIER
        return Section(title, part(name, title, pieces) if pieces else "")

    def jeugd(self) -> Section:
        """Theme Jeugd."""
        return self._themes("jeugd")

    def wmo(self) -> Section:
        """Theme Wmo."""
        return self._themes("wmo")

    def werk_en_inkomen(self) -> Section:
        """Themes Werk en inkomen and Schulden."""
        return self._themes("inkomen", "schulden")

    def geld(self) -> Section:
        """Finances: realised beside the budget, and beside other municipalities."""
        kern = self.editie == "kern"
        pieces = [
            blocks.money(self.edition, key_figures_only=kern, heading_level=3),
            blocks.comparison(self.edition, key_figures_only=kern, heading_level=3),
        ]
        if not any(pieces):
            return self._themes("geld")
        pieces += [] if kern else self._grouped(blocks.money_groups(self.edition))
        pieces += self._explanations("geld", [])
        return Section("Geld", part("geld", "Geld", pieces, lead=self._lead("geld")))

    def inwoners(self) -> Section:
        """Theme Inwoners, in an edition that has figures of it."""
        return self._themes("bevolking")

    def samenhang(self) -> Section:
        """Theme Samenhang: people with help under several laws."""
        return self._themes("samenhang")

    def beleidsindicatoren(self) -> Section:
        """The policy indicators; the short edition has those with a figure."""
        kern = self.editie == "kern"
        table = (blocks.policy_indicators_brief if kern else blocks.policy_indicators)(self.edition)
        title, lead = "Beleidsindicatoren", "" if kern else INTRODUCTION
        html = part("beleidsindicatoren-deel", title, [table], lead=lead) if table else ""
        return Section(title, html)

    def vergelijken(self) -> Section:
        """The municipality beside others, figure by figure; the short edition leaves it to the dashboard."""
        html = "" if self.editie == "kern" else blocks.comparing_page(self.edition, heading_level=3)
        return Section("Vergelijken", part("vergelijken-deel", "Vergelijken", [html]) if html else "")

    def ontwikkelingen(self) -> Section:
        """The page on what is new around the dashboard."""
        text = blocks.developments(self.edition)
        return Section("Ontwikkelingen", text or part("ontwikkelingen", "Ontwikkelingen", [_NO_DEVELOPMENTS]))

    def over_de_cijfers(self) -> Section:
        """Sources, definitions, status words, the rules for hiding and what they cost."""
        pieces = [blocks.about(self.edition, heading_level=3)]
        pieces += [_ELSEWHERE] if self.editie == "kern" else []
        return Section("Over deze cijfers", part("over-de-cijfers", "Over deze cijfers", pieces))

    def _themes(self, *themes: str) -> Section:
        return Section(THEMES[themes[0]], joined(self._theme(theme) for theme in themes))

    def _theme(self, theme: str) -> str:
        if theme not in shown_themes(self.edition, self.editie):
            return blocks.no_registration(self.edition, theme) if theme in absent_themes(self.edition) else ""
        shown = chosen(self.edition, theme, self.editie)
        pieces = self._figures(shown)
        pieces += self._explanations(theme, shown)
        return part(theme, THEMES[theme], pieces, lead=self._lead(theme))

    def _lead(self, theme: str) -> str:
        """The lead of a theme; in the short edition the headings of its one or two figures say it already."""
        return narrative.theme_lead(self.edition, theme) if self.editie == "uitgebreid" else ""

    def _figures(self, shown: list[Description]) -> list[str]:
        """The main figures of a theme, then the others per group, each under its own heading."""
        if self.editie == "kern":
            return [piece for description in shown for piece in self._figure(description, 3)]
        main, *others = grouped(shown)
        return [
            *(piece for description in main.items for piece in self._figure(description, 3)),
            *self._grouped(others),
        ]

    def _grouped(self, groups: Sequence[Group]) -> list[str]:
        """Figures per group, each group under its own heading; what lies under them is in the dashboard.

        A change keeps its parts: without them it says little.
        """
        pieces: list[str] = [_UNDER] if groups else []
        for group in groups:
            pieces.append(_GROUP.format(group.heading))
            for description in group.items:
                pieces += self._figure(description, 4, details=description.is_change)
        return pieces

    def _figure(self, description: Description, level: int, *, details: bool = True) -> list[str]:
        """A figure with its explanation, if it has one; in the long edition also breakdowns and wijken.

        Args:
            details: whether the long edition shows those.
        """
        name, written = description.id, is_explained(self.edition, description)
        kern = self.editie == "kern"
        own = blocks.figure(
            self.edition, name, heading_level=level, duiding=written, signals=False, judged=not kern
        )
        if kern or not details:
            return [own]
        halves = blocks.halves(self.edition, name, tuple(description.dimensions), heading_level=level + 1)
        return [own, *([_HALVES.format(joined(halves))] if halves else [])]

    def _explanations(self, theme: str, shown: list[Description]) -> list[str]:
        """Explanations that no figure above has brought: of key figures that are not shown, and of the theme.

        That there is none is said only where the whole theme has none.
        """
        written = explained(self.edition, theme)
        names = [d.id for d in written if d not in shown]
        pieces = [blocks.explanation(self.edition, indicator=name, heading_level=3) for name in names]
        if self.edition.explanation(theme=theme) is not None or not written:
            pieces.append(blocks.explanation(self.edition, theme=theme, heading_level=3))
        return pieces


def _check(edition: Edition, gemeente: str, kwartaal: str, editie: str) -> None:
    found = {"gemeente": (gemeente, edition.meta.slug), "kwartaal": (kwartaal, edition.meta.period)}
    faults = [
        Fault(name, f"de editie in deze map is van {actual}, gevraagd is {asked!r}", remedy=_OTHER_FOLDER)
        for name, (asked, actual) in found.items()
        if asked != actual
    ]
    if editie not in EDITIONS:
        faults.append(Fault("editie", f"kies kern of uitgebreid, gevonden: {editie!r}"))
    if faults:
        raise ParameterError(faults)
