"""Share of Wmo decisions within the legal eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.selection import Selection

# Wmo 2015, art. 2.3.2 and 2.3.5: six weeks for the inquiry and two weeks for the decision.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="wmo_binnen_termijn",
    title="Besluiten over Wmo-hulp binnen acht weken",
    short="Besluit Wmo binnen acht weken",
    theme="wmo",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle besluiten over Wmo-hulp",
    says="{} van de besluiten over Wmo-hulp kwam binnen acht weken",
    counted="besluiten",
    format="procent",
    scale=100,
    measure=ShareWithin(
        Selection("applications", {"law": "wmo", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        days=TERM_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "De wet geeft de gemeente zes weken voor het onderzoek en twee weken voor het besluit. Inwoners "
        "mogen rekenen op een antwoord binnen die tijd."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is het deel "
        "met een besluit binnen 56 dagen. Een besluit na precies 56 dagen is op tijd."
    ),
    pitfalls=(
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ook niet als ze te lang duren.",
        "Ingetrokken aanvragen tellen niet mee, want daarover besluit de gemeente niet.",
        "De inwoner en de gemeente kunnen samen meer tijd afspreken. Dat staat niet in de registratie.",
        "De zes weken van de wet beginnen bij de melding. Begint de registratie pas bij de aanvraag, "
        "dan lijkt de tijd korter.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
