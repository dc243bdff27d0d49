"""The parts of the quarterly report, and what both editions of it share."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from socdom import blocks
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.report.sections import Section, joined, part
from socdom.report.selection import absent_themes, explained

_NO_DEVELOPMENTS = Markup('<p class="leeg">Nog niet ingevuld.</p>')


class Parts:
    """What an edition of the report says, part by part; a part that it leaves out is empty.

    Args:
        edition: the edition whose figures and texts are told.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    # What stands under the heading of this id tells where the figures come from.
    about = "over-de-cijfers"

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Id of every part but the first → what it says, in the order of the report."""
        raise NotImplementedError

    def voorblad(self) -> Section:
        """Title, main lines and what is asked of the council."""
        raise NotImplementedError

    def kerngetallen(self) -> Section:
        """One table with all key figures."""
        return self._section("kerngetallen", "Kerngetallen")

    def terugblik(self) -> Section:
        """What was said before, and what came of it."""
        return self._section("terugblik", "Terugblik")

    def theme(self, *themes: str) -> Section:
        """Themes that stand under one title, that of the first."""
        return Section(THEMES[themes[0]], joined(self.sections[theme].html for theme in themes))

    def geld(self) -> Section:
        """Finances."""
        return self._section("geld", "Geld")

    def signalen(self) -> Section:
        """Signals, what changed, goals, promises and motions."""
        return self._section("signalen-deel", "Signalen en afspraken")

    def beleidsindicatoren(self) -> Section:
        """The policy indicators."""
        return self._section("beleidsindicatoren-deel", "Beleidsindicatoren")

    def wijken(self) -> Section:
        """A profile of every wijk."""
        return self._section("wijken-deel", "Wijken")

    def vergelijken(self) -> Section:
        """The municipality beside others."""
        return self._section("vergelijken-deel", "Vergelijken")

    def ontwikkelingen(self) -> Section:
        """What is new around the dashboard."""
        return self._section("ontwikkelingen", "Ontwikkelingen")

    def over_de_cijfers(self) -> Section:
        """Sources, status words and what is hidden."""
        return self._section(self.about, "Over deze cijfers")

    def bijlagen(self) -> Section:
        """Tables that the other parts rest on."""
        return self._section("bijlagen", "Bijlagen")

    def _section(self, identifier: str, title: str) -> Section:
        return self.sections.get(identifier, Section(title, ""))

    def developments(self) -> str:
        """HTML of what people wrote about what is new; that it is not filled in where they wrote nothing."""
        text = blocks.developments(self.edition)
        return text or part("ontwikkelingen", "Ontwikkelingen", [_NO_DEVELOPMENTS])

    def absent(self, theme: str) -> str:
        """That a municipality has no registration of its own of a theme, where that is so."""
        return blocks.no_registration(self.edition, theme) if theme in absent_themes(self.edition) else ""

    def explanations(self, theme: str, shown: list[Description]) -> list[str]:
        """Explanations that no figure of the theme has brought: of key figures not shown, and of the theme.

        That there is none is said only where the whole theme has none.

        Args:
            shown: the figures that the report shows, each with its own explanation.
        """
        written = explained(self.edition, theme)
        names = [d.id for d in written if d not in shown]
        pieces = [blocks.explanation(self.edition, indicator=name, heading_level=3) for name in names]
        if self.edition.explanation(theme=theme) is not None or not written:
            pieces.append(blocks.explanation(self.edition, theme=theme, heading_level=3))
        return pieces
