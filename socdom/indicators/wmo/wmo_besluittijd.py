"""Time from a Wmo application to its decision, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_besluittijd",
    title="Tijd tot een besluit over Wmo-hulp",
    short="Tijd tot een besluit",
    theme="wmo",
    unit="weken",
    basis="weken van aanvraag tot besluit, de middelste",
    says="Een besluit over Wmo-hulp duurt {} (de middelste tijd)",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("applications", {"law": "wmo", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        unit="weken",
    ),
    levels=("gemeente",),
    why=(
        "Inwoners hebben recht op een besluit binnen een vaste tijd. De gemeente heeft zes weken voor het "
        "onderzoek en daarna twee weken voor het besluit."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is de "
        "middelste tijd: de helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ingetrokken aanvragen tellen "
        "nooit mee.",
        "De middelste tijd zegt niets over wie het langst wacht.",
        "Na een drukke tijd kan het cijfer stijgen, omdat dan oude aanvragen worden afgehandeld.",
        "De zes weken van de wet beginnen bij de melding. Begint de registratie pas bij de aanvraag, "
        "dan lijkt de tijd korter.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="teamleider Toegang Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
