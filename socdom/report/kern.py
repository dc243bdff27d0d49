"""Edition `kern` of the quarterly report: the main lines, at most eight pages of A4.

Every part says its message in its heading. A registered theme has a page: its first figure with what people wrote about
it, and a second one. Definitions and what else is looked up stand on the page on a screen, and in the dashboard.
"""

from __future__ import annotations

from functools import cached_property

from socdom import blocks
from socdom.blocks.figures import figure_id
from socdom.blocks.overview_table import in_overview
from socdom.editions.model import Description
from socdom.narrative.key_figures import key_figures_heading, policy_heading
from socdom.report.about_brief import about_brief
from socdom.report.asked import asked
from socdom.report.frontpage import contents_list, opening
from socdom.report.parts import Parts
from socdom.report.sections import Section, headed, joined, part
from socdom.report.selection import absent_themes, brief, is_explained

# Themes that share a page → the name of that page.
_PAGES = {
    ("jeugd",): "Jeugd",
    ("wmo",): "Wmo",
    ("inkomen", "schulden"): "Werk en inkomen",
    ("samenhang",): "Samenhang",
    ("bevolking",): "Inwoners",
}


class Kern(Parts):
    """The main lines: one table of key figures, and a page for each theme."""

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Id of every part but the first → what it says, in the order of the report."""
        themes = {names[0]: Section(title, self._page(title, names)) for names, title in _PAGES.items()}
        background = {"bevolking": themes.pop("bevolking")}
        absent = {self._absent_id: Section("Geen eigen registratie", self._absent())}
        return {
            "kerngetallen": Section("Kerngetallen", self._key_figures()),
            **themes,
            **({} if self._fills_pages else absent),
            "geld": Section("Geld", self._money()),
            "signalen-deel": Section("Signalen en afspraken", self._agreements()),
            "beleidsindicatoren-deel": Section("Beleidsindicatoren", self._policy_indicators()),
            **background,
            **(absent if self._fills_pages else {}),
            "ontwikkelingen": Section("Ontwikkelingen", self.developments()),
            "over-de-cijfers": Section("Over deze cijfers", about_brief(self.edition)),
        }

    def voorblad(self) -> Section:
        links = {identifier: found.name for identifier, found in self.sections.items() if found.html}
        pieces = [
            opening(self.edition, "kern"),
            blocks.main_lines(self.edition),
            asked(self.edition),
            contents_list(links),
        ]
        return Section("voorblad", joined(pieces))

    def theme(self, *themes: str) -> Section:
        """The page of a theme. Which themes have no figures follows after the last page, or after the last theme."""
        found = self.sections[themes[0]]
        if themes[0] != ("bevolking" if self._fills_pages else "samenhang"):
            return found
        return Section(found.name, joined(self.sections[name].html for name in (themes[0], self._absent_id)))

    def _key_figures(self) -> str:
        shown = (d for theme in self.edition.themes() for d in brief(self.edition, theme))
        places = {d.id: f"#{figure_id(d.id, self.edition.meta.code)}" for d in shown if d.theme != "geld"}
        table = blocks.key_figure_table(self.edition, places=places)
        heading = key_figures_heading(self.edition, in_overview(self.edition))
        return part("kerngetallen", heading, [table], name="Kerngetallen", on_page=True) if table else ""

    def _page(self, title: str, themes: tuple[str, ...]) -> str:
        """A theme, with those that share its page; the first figure says the message of the page."""
        pieces: list[str] = []
        for theme in themes:
            shown = brief(self.edition, theme)
            levels = [2 if not pieces else 3, *[3] * len(shown)]
            pieces += [self._figure(d, level) for d, level in zip(shown, levels, strict=False)]
            pieces += self.explanations(theme, shown) if shown else []
        return headed(themes[0], title, pieces, on_page=self._fills_pages)

    @property
    def _fills_pages(self) -> bool:
        """Whether a theme fills a page: with a few published figures it would be half empty."""
        return self.edition.meta.own_registration

    @property
    def _absent_id(self) -> str:
        """Id of the heading over themes without figures."""
        return f"geen-{next(iter(absent_themes(self.edition)), 'thema')}"

    def _absent(self) -> str:
        """The registered themes without figures, together."""
        return blocks.no_registration(self.edition, *absent_themes(self.edition))

    def _figure(self, description: Description, level: int) -> str:
        written = is_explained(self.edition, description)
        html = blocks.figure(
            self.edition, description.id, heading_level=level, duiding=False, signals=False, aimed=False
        )
        if not written:
            return html
        return html + blocks.explanation(self.edition, indicator=description.id, heading_level=3)

    def _money(self) -> str:
        pieces = [
            blocks.money(self.edition, key_figures_only=True, heading_level=2),
            blocks.comparison(self.edition, key_figures_only=True, heading_level=2),
            blocks.volume_price(self.edition),
        ]
        if not any(pieces[:2]):
            return self._page("Geld", ("geld",))
        return headed("geld", "Geld", [*pieces, *self.explanations("geld", [])], on_page=self._fills_pages)

    def _agreements(self) -> str:
        """Signals, what changed, and what was agreed; the first of them that is there has the heading of the part."""
        signals = blocks.signals_brief(self.edition, heading_level=2)
        changes = blocks.changes(self.edition, details=False, heading_level=3 if signals else 2)
        goals = blocks.goals_brief(self.edition, heading_level=3 if signals or changes else 2)
        return headed(
            "signalen-deel", "Signalen en afspraken", [signals, changes, goals], on_page=self._fills_pages
        )

    def _policy_indicators(self) -> str:
        table = blocks.policy_indicators_brief(self.edition)
        heading = policy_heading(self.edition, self.edition.policy_indicators())
        return part("beleidsindicatoren-deel", heading, [table], name="Beleidsindicatoren") if table else ""
