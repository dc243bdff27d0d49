"""Households with help under three or more laws in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_drie_of_meer",
    title="Huishoudens met drie of vier soorten hulp",
    short="Drie of vier soorten hulp",
    theme="samenhang",
    group="Gebruik",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens hadden drie of vier soorten hulp",
    counted="huishoudens",
    format="aantal",
    measure=Overlap(of="households", at_least=3),
    levels=("gemeente",),
    why=(
        "Bij drie of meer soorten hulp is afstemming extra belangrijk. Vaak maakt de gemeente dan één "
        "plan met het gezin."
    ),
    reading=(
        "We kijken naar vier soorten hulp: Wmo, jeugdhulp, bijstand en schuldhulp. We tellen elk "
        "huishouden dat in het kwartaal minstens drie soorten had."
    ),
    pitfalls=(
        "Het gaat om kleine aantallen. Kleine verschillen zeggen weinig.",
        "De hulp kan van verschillende gezinsleden zijn.",
    ),
    events=(CORONA,),
    law="Wmo 2015, Jeugdwet, Participatiewet en Wet gemeentelijke schuldhulpverlening",
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
