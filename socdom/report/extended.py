"""Edition `uitgebreid` of the quarterly report: every figure, what came of earlier words, and all that is looked up."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from socdom import blocks, narrative
from socdom.blocks.figures import figure_id
from socdom.blocks.policy import INTRODUCTION
from socdom.blocks.small_figures import HOW_TO_READ
from socdom.editions.model import THEMES
from socdom.report import justification
from socdom.report.asked import asked
from socdom.report.extended_theme import money_groups, small_groups, theme_in_full
from socdom.report.frontpage import opening
from socdom.report.parts import Parts
from socdom.report.reference_contents import long_contents, with_way_back
from socdom.report.sections import Section, joined, part
from socdom.report.selection import OWN_THEMES

_THEMES = ("jeugd", "wmo", "inkomen", "schulden", "samenhang")
_ANNEX = "Bijlage: tabellen van alle cijfers"
_ANNEX_LEAD = (
    "Van elk cijfer staan hier hooguit de vijf nieuwste perioden, voor de hele gemeente. "
    "Alle perioden, uitsplitsingen en wijken staan in het bestand cijfers.xlsx."
)
_READING = Markup(
    '<section class="leeswijzer" aria-labelledby="leeswijzer">'
    '<h2 class="tussenkop" id="leeswijzer">Zo leest u dit rapport</h2>\n'
    "<p>Van elk thema staan de belangrijkste cijfers voorop, met uitleg. "
    "Daarna staan alle andere cijfers klein bij elkaar. {small}</p>\n"
    "<p>Een sterretje (*) betekent dat een cijfer nog kan veranderen. Een punt (.) betekent dat het geheim is. "
    "De tabellen van alle cijfers staan in de bijlage. "
    "Alle perioden, uitsplitsingen en wijken staan in het bestand cijfers.xlsx.</p></section>"
)


class Extended(Parts):
    """Every figure, with a look-back, wijken, comparison, justification and tables."""

    about = justification.IDENTIFIER

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Id of every part but the first → what it says, in the order of the report."""
        found = {
            "kerngetallen": Section("Kerngetallen", self._key_figures()),
            "terugblik": Section("Terugblik", self._lookback()),
            **{theme: Section(THEMES[theme], self.one_theme(theme)) for theme in _THEMES},
            "geld": Section("Geld", self._money()),
            "signalen-deel": Section("Signalen en afspraken", self._agreements()),
            "beleidsindicatoren-deel": Section("Beleidsindicatoren", self._policy_indicators()),
            "bevolking": Section(THEMES["bevolking"], self.one_theme("bevolking")),
            "wijken-deel": Section("Wijken", self._wijken()),
            "vergelijken-deel": Section("Vergelijken", self._comparison()),
            "ontwikkelingen": Section("Ontwikkelingen", self.developments()),
            justification.IDENTIFIER: Section("Verantwoording", justification.justification(self.edition)),
            "bijlagen": Section("Bijlage: tabellen", self._annex()),
        }
        return {name: Section(section.name, with_way_back(section.html)) for name, section in found.items()}

    def voorblad(self) -> Section:
        pieces = [
            opening(self.edition, "uitgebreid"),
            blocks.main_lines(self.edition),
            asked(self.edition),
            _READING.format(small=HOW_TO_READ),
            long_contents(self._addressed()),
        ]
        return Section("voorblad", joined(pieces))

    def _addressed(self) -> dict[str, Section]:
        """The parts by the id of their heading: of a theme without figures that of the block that says so."""
        own = self.edition.themes()
        return {
            f"geen-{name}" if name in OWN_THEMES and name not in own else name: section
            for name, section in self.sections.items()
        }

    def one_theme(self, theme: str) -> Markup:
        if theme not in self.edition.themes():
            return Markup(self.absent(theme))
        shown = [d for d in self.edition.indicators(theme) if self.edition.series(d.id)]
        return theme_in_full(self.edition, theme, self.explanations(theme, shown))

    def _key_figures(self) -> str:
        shown = [d for d in self.edition.indicators() if d.theme != "geld" and self.edition.series(d.id)]
        places = {d.id: f"#{figure_id(d.id, self.edition.meta.code)}" for d in shown}
        table = blocks.key_figure_table(self.edition, places=places)
        return part("kerngetallen", "Kerngetallen", [table]) if table else ""

    def _lookback(self) -> str:
        pieces = [blocks.lookback(self.edition), blocks.over_years(self.edition)]
        return part("terugblik", "Terugblik: wat zeiden wij, en wat kwam ervan?", pieces)

    def _money(self) -> str:
        told = [blocks.money(self.edition, heading_level=3), blocks.comparison(self.edition, heading_level=3)]
        if not any(told):
            return self.one_theme("geld")
        groups = small_groups(self.edition, "geld", money_groups(self.edition))
        lead = narrative.theme_lead(self.edition, "geld")
        return part("geld", "Geld", [*told, *groups, *self.explanations("geld", [])], lead=lead)

    def _agreements(self) -> str:
        pieces = [
            blocks.signals_page(self.edition, heading_level=3),
            blocks.changes(self.edition, heading_level=3),
            blocks.goals_brief(self.edition, whole=True, heading_level=3),
        ]
        return part("signalen-deel", "Signalen en afspraken", pieces)

    def _policy_indicators(self) -> str:
        table = blocks.policy_indicators(self.edition)
        return (
            part("beleidsindicatoren-deel", "Beleidsindicatoren", [table], lead=INTRODUCTION) if table else ""
        )

    def _wijken(self) -> str:
        profiles = blocks.wijk_profiles(self.edition)
        return part("wijken-deel", "Wijken: een profiel van elke wijk", [profiles]) if profiles else ""

    def _comparison(self) -> str:
        html = blocks.comparing_page(self.edition, heading_level=3)
        return part("vergelijken-deel", "Vergelijken met andere gemeenten", [html]) if html else ""

    def _annex(self) -> str:
        themes = {
            theme: (title, self.edition.indicators(theme)) for theme, title in self.edition.themes().items()
        }
        tables = blocks.annex(self.edition, themes, places=self._places)
        return part("bijlagen", _ANNEX, [tables], lead=_ANNEX_LEAD) if tables else ""

    @property
    def _places(self) -> frozenset[str]:
        """Ids of the figures of the themes; those of money that stand in a table of the budget have none."""
        small = {d.id for group in money_groups(self.edition) for d in group.items}
        described = [d for d in self.edition.indicators() if d.theme != "geld" or d.id in small]
        return frozenset(figure_id(d.id, self.edition.meta.code) for d in described)
