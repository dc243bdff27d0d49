"""How the figures of the long report came about: what there is, how sure it is, sources, rules and meanings."""

from __future__ import annotations

from markupsafe import Markup

from socdom import blocks
from socdom.blocks.meanings import meanings
from socdom.editions.read import Edition
from socdom.report.sections import part

IDENTIFIER, TITLE = "verantwoording", "Verantwoording: over deze cijfers"
_METHODS = Markup(
    '<section class="deel" aria-labelledby="methoden">'
    '<div class="deel-kop"><h3 id="methoden">Hoe kijken wij naar de cijfers?</h3></div>\n'
    '<dl class="begrippen">\n{}</dl></section>'
)
_METHOD = Markup("<div><dt>{}</dt><dd>{}</dd></div>\n")
_WORDS = (
    (
        "Verandering",
        "Wij vergelijken met dezelfde periode een jaar eerder. Is het verschil klein naast de afronding, "
        "dan zeggen wij ‘ongeveer gelijk’. Na een trendbreuk vergelijken wij niet.",
    ),
    (
        "Signaal",
        "Een signaal volgt uit vaste regels. Die staan bij Signalen en afspraken. "
        "Een signaal zegt niet of iets goed is, en niet hoe het komt.",
    ),
    (
        "Verwachting",
        "Van bedragen zijn nog niet alle rekeningen binnen. Wij schatten het hele bedrag met het tempo van eerdere "
        "kwartalen. De marge volgt uit hoe ver eerdere schattingen ernaast zaten.",
    ),
    (
        "Wijken",
        "Wij kijken of een wijk meer verschilt van de gemeente dan bij haar omvang past. Een rangorde maken wij niet.",
    ),
    (
        "Andere gemeenten",
        "Wij vergelijken alleen wat op dezelfde manier is geteld, over dezelfde periode.",
    ),
    (
        "Duiding",
        "Zinnen van de computer zeggen alleen wat er te zien is. Wat het betekent, schrijven mensen. Hun functie en de "
        "datum staan erbij.",
    ),
)


def justification(edition: Edition) -> Markup:
    """HTML of the part; under "zonder duiding" nothing is said of texts of people."""
    told = _WORDS if edition.meta.profile == "met duiding" else _WORDS[:-1]
    methods = _METHODS.format(Markup("").join(_METHOD.format(*pair) for pair in told))
    return part(
        IDENTIFIER,
        TITLE,
        [methods, blocks.about(edition, definitions=False, heading_level=3), meanings(edition)],
    )
