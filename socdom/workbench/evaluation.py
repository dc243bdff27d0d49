"""The evaluation of a dashboard after a year: what was asked, how it was used, and what cannot be known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from socdom import dutch
from socdom.dashboard.using.evaluated import Evaluated
from socdom.usage.words import MADE_UP
from socdom.workbench.evaluation_use import (
    acts_table,
    answers_table,
    devices_table,
    month_bars,
    page_bars,
    pages_table,
    unclear_table,
)
from socdom.workbench.show import Shown, code, sentence, table, together

_STATES = {
    "gedaan": "Gedaan",
    "deels": "Deels gedaan",
    "later": "Later",
    "niet": "Niet",
    "open": "Nog niet beoordeeld",
}
_OTHER_PARTS = ("months", "pages", "devices", "acts", "answers", "asked", "currency", "unknown")
_ON_DAYS = "dagen na het kwartaal"
_UNKNOWN = (
    "Hoeveel mensen het dashboard gebruiken. Tien keer kan van tien mensen zijn, en ook van één.",
    "Hoe vaak iemand terugkomt, en hoelang iemand kijkt. Niemand wordt gevolgd.",
    "Of iemand het antwoord vond. Wij weten alleen welke pagina is geopend.",
    "Hoeveel vragen de griffie kreeg. Vragen gaan per e-mail, buiten het dashboard om.",
    "Of een programma zich voordoet als browser. Zo’n programma telt mee als bezoek.",
    "Hoe vaak een tablet is gebruikt. Een tablet van Apple zegt dat hij een computer is.",
    "Hoe vaak iemand teruggaat naar een pagina. De browser toont die dan soms zelf.",
    "Of iemand twee keer antwoord gaf. Ook kan een pagina na een antwoord nog een keer zijn geteld.",
)


@dataclass(frozen=True, repr=False)
class Evaluation:
    """The parts of the evaluation, each to be shown in a cell."""

    found: Evaluated

    def _repr_html_(self) -> str:
        return self._whole()._repr_html_()

    def __repr__(self) -> str:
        return repr(self._whole())

    def opening(self) -> Shown:
        """About which dashboard and which months; that counts are made up, where they are."""
        months = self.found.use.months
        parts = [f"Dit gaat over het dashboard van {self.found.meta.title}."]
        if months:
            parts.append(f"Hele maanden die zijn geteld: {dutch.number(len(months))}.")
        else:
            parts.append("Er is nog geen hele maand geteld.")
        parts.append(f"Aantallen onder de {self.found.use.limit} tonen wij niet. Zo is niemand te volgen.")
        if self.found.made_up:
            parts.append(MADE_UP)
        return sentence(" ".join(parts))

    def wishes(self) -> Shown:
        """What the council asked of the dashboard and what became of it, in the order of the file."""
        wishes = self.found.wishes
        if not wishes:
            return sentence("Er zijn nog geen wensen ingevuld. Zet ze in evaluatie.yml.")
        states: Counter[str] = Counter(wish.stand for wish in wishes)
        told = dutch.listing(
            [f"{name.lower()} {states[key]}" for key, name in _STATES.items() if states[key]]
        )
        heads = ["Wens", "Gevraagd in", "Datum", "Stand", "Wat ervan kwam"]
        rows = [
            [
                wish.wens,
                wish.bron or wish.van,
                dutch.day(wish.datum),
                _STATES[wish.stand],
                " ".join(filter(None, [wish.wat, f"Sinds versie {wish.sinds}." if wish.sinds else ""])),
            ]
            for wish in wishes
        ]
        return Shown(
            sentence(f"Wensen: {len(wishes)}. Daarvan {told}.").html
            + table("Wensen van de raad", heads, rows)
        )

    def months(self) -> Shown:
        """How often pages were seen in each month, as a picture for each year."""
        return month_bars(self.found.use, self.found.meta)

    def pages(self) -> Shown:
        """How often each page was seen, as a picture for each year and a table of months."""
        return Shown(page_bars(self.found.use, self.found.meta).html + pages_table(self.found.use).html)

    def devices(self) -> Shown:
        """On which kind of device."""
        return devices_table(self.found.use)

    def acts(self) -> Shown:
        """How often somebody chose, fetched a file, searched, or opened the page to ask a question."""
        return acts_table(self.found.use)

    def answers(self) -> Shown:
        """Whether pages were clear, and which were not."""
        return Shown(answers_table(self.found.use).html + unclear_table(self.found.use).html)

    def asked(self) -> Shown:
        """The questions with an answer that the griffie published."""
        asked = self.found.asked
        if not asked:
            return sentence("De griffie publiceerde nog geen antwoorden.")
        kinds = Counter(item.soort for item in asked)
        told = dutch.listing([f"{kind} {kinds[kind]}" for kind in sorted(kinds)])
        rows = [[item.vraag, item.soort, dutch.day(item.datum) if item.datum else ""] for item in asked]
        opening = sentence(f"De griffie publiceerde {len(asked)} antwoorden. Naar soort: {told}.")
        return Shown(
            opening.html + table("Vragen met een antwoord", ["Vraag", "Soort", "Antwoord van"], rows)
        )

    def currency(self) -> Shown:
        """How new the figures are now, and how soon after its quarter each edition had them."""
        found = self.found
        parts = [f"De cijfers van het dashboard zijn van {dutch.day(found.meta.figures_as_of)}."]
        parts.append(f"Op {dutch.day(found.today)} waren ze {_days(found.days_old)} oud.")
        if not found.meta.renewed_within:
            parts.append("Er is niet afgesproken hoe vaak er nieuwe cijfers komen.")
        elif found.days_overdue:
            parts.append(f"Dat is {_days(found.days_overdue)} langer dan afgesproken.")
        else:
            parts.append("Dat past bij de afspraak.")
        if found.failed_since:
            parts.append(f"Verversen lukt niet sinds {dutch.day(found.failed_since)}.")
        rows = [
            [item.quarter.label, item.version, dutch.day(item.figures_as_of), dutch.number(item.days)]
            for item in found.releases
        ]
        heads = ["Kwartaal", "Versie", "Cijfers van", f"Aantal {_ON_DAYS}"]
        told = table("Rapporten voor de raad", heads, rows) if rows else ""
        return Shown(sentence(" ".join(parts)).html + told)

    def unknown(self) -> Shown:
        """What cannot be known, because nobody is followed."""
        return Shown("".join(sentence(text).html for text in _UNKNOWN))

    def _whole(self) -> Shown:
        """What the council wished, and which other parts there are."""
        return together(
            self.opening(), self.wishes(), *(code(f"evaluatie.{part}()") for part in _OTHER_PARTS)
        )


def _days(number: int) -> str:
    return dutch.value_text(number, "dagen")


def evaluation(found: Evaluated) -> Evaluation:
    """The evaluation of a dashboard; everything in it may be shown to the council."""
    return Evaluation(found)
