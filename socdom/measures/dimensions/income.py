"""Breakdowns of welfare, re-integration and debt help."""

from socdom.measures.dimensions.model import Dimension

DIMENSIONS = {
    "reden_uitkering": Dimension(
        title="Reden van het einde",
        labels={
            "werk": "Werk",
            "opleiding": "Opleiding",
            "verhuizing": "Verhuizing",
            "samenwonen": "Samenwonen",
            "pensioen": "Pensioen",
            "overlijden": "Overlijden",
            "overig": "Andere reden",
        },
        column="end_reason",
    ),
    "reden_schuldhulp": Dimension(
        title="Reden van het einde",
        labels={
            "schuldenvrij": "Schuldenvrij",
            "schuldregeling": "Schuldregeling",
            "doorverwezen": "Doorverwezen",
            "uitval": "Gestopt zonder resultaat",
            "verhuizing": "Verhuizing",
            "overlijden": "Overlijden",
            "overig": "Andere reden",
        },
        column="end_reason",
    ),
    "soort_reintegratie": Dimension(
        title="Soort voorziening",
        labels={
            "loonkostensubsidie": "Loonkostensubsidie",
            "beschut werk": "Beschut werk",
            "werkervaring": "Werkervaringsplaats",
            "scholing": "Scholing",
            "begeleiding": "Begeleiding naar werk",
            "overig": "Andere voorziening",
        },
        column="category",
    ),
    "soort_signaal": Dimension(
        title="Soort achterstand",
        labels={
            "huur": "Huur of hypotheek",
            "energie": "Energie",
            "water": "Water",
            "zorgverzekering": "Zorgverzekering",
        },
        column="kind",
    ),
    "uitkomst_signaal": Dimension(
        title="Uitkomst van het contact",
        labels={
            "hulp": "Hulp gestart",
            "geen hulp nodig": "Geen hulp nodig",
            "wil geen hulp": "Wil geen hulp",
            "geen contact": "Geen contact gekregen",
        },
        column="result",
    ),
    "uitkomst_aanvraag": Dimension(
        title="Uitkomst van de aanvraag",
        labels={
            "toegekend": "Toegekend",
            "afgewezen": "Afgewezen",
            "ingetrokken": "Ingetrokken",
            "buiten behandeling": "Buiten behandeling",
        },
        column="outcome",
    ),
}
