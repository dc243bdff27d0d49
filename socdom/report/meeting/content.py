"""What the slides say, one by one; the notebook calls these in its order."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.model import THEMES
from socdom.report.agreement import OnEdition
from socdom.report.meeting import agreed, closing, figures, opening
from socdom.report.sections import Section


class Bijeenkomst(OnEdition):
    """The slides on one edition; every method gives one, or nothing where the edition has nothing for it."""

    def titel(self) -> Section:
        """What, when and where."""
        return opening.title(self.edition)

    def verbeterd(self) -> Section:
        """What was wrong in an earlier version."""
        return opening.corrected(self.edition)

    def verwachten(self) -> Section:
        """What the council can expect, from the slides that there are."""
        names = [THEMES[theme] for theme in figures.themes(self.edition)]
        parts = [
            "De hoofdlijnen, en wat er veranderde." if self.edition.changes else "De hoofdlijnen.",
            f"Per thema één cijfer: {dutch.listing(names)}." if names else "",
            "Het geld." if self.geld().html else "",
            "Signalen, doelen en afspraken." if self.doelen().html or self.afspraken().html else "Signalen.",
            "Het gesprek: uw vragen en wensen.",
        ]
        return opening.expected(self.edition, [part for part in parts if part])

    def hoofdlijnen(self) -> Section:
        """The main lines."""
        return opening.main_lines(self.edition)

    def veranderd(self) -> Section:
        """What changed since the edition before."""
        return opening.changes(self.edition)

    def thema(self, naam: str) -> Section:
        """One finding and one chart of a theme: a key of `THEMES`."""
        return figures.theme(self.edition, naam)

    def geld(self) -> Section:
        """Spending beside the budget."""
        return figures.money(self.edition)

    def signalen(self) -> Section:
        """Signals: what, since when, and who looks at it."""
        return agreed.signals(self.edition)

    def doelen(self) -> Section:
        """Goals with a target."""
        return agreed.goals(self.edition)

    def afspraken(self) -> Section:
        """Promises and motions that are open."""
        return agreed.promises(self.edition)

    def onbekend(self) -> Section:
        """What is not known yet."""
        return closing.unknown(self.edition)

    def gesprek(self) -> Section:
        """Questions for the conversation."""
        return closing.questions(self.edition)

    def wensen(self) -> Section:
        """Wishes for the dashboard and the next meeting."""
        return closing.wishes(self.edition)

    def meer(self) -> Section:
        """Where to find more."""
        return closing.more(self.edition)
