"""What many definitions share: source, reviewers, breaks and events of several series, and taakvelden."""

from __future__ import annotations

from datetime import date

from socdom.measures.indicator import Break, Event

SOURCE = "Eigen registratie gemeente"
SOURCE_MONEY = "Eigen financiële administratie gemeente"

LAW_WMO = "Wet maatschappelijke ondersteuning 2015"
LAW_YOUTH = "Jeugdwet"
LAW_INCOME = "Participatiewet"
LAW_DEBT = "Wet gemeentelijke schuldhulpverlening"

# A withdrawn application (ingetrokken) is closed by the applicant: the municipality decides nothing.
DECISIONS = ("toegekend", "afgewezen", "buiten behandeling")

ANALYST = "analist sociaal domein"
REVIEWED = date(2026, 11, 2)
NEXT_REVIEW = date(2027, 11, 1)

CORONA = Event("2020Q2", "Coronamaatregelen", "Vanaf maart 2020 gelden maatregelen tegen corona.")

# The rule changed who comes for help, so CBS and municipalities show it as a break, although the count is the same.
FLAT_RATE = Break(
    "2019Q1",
    "Abonnementstarief",
    "Vanaf 2019 betalen inwoners voor Wmo-hulp een vast tarief: het abonnementstarief.",
)
FLAT_RATE_GENERAL = Event(
    "2020Q1",
    "Vast tarief ook algemeen",
    "Vanaf 2020 geldt het vaste tarief ook voor sommige algemene voorzieningen.",
)
RESIDENCE_YOUTH = Break(
    "2022Q1",
    "Nieuwe regel woonplaats",
    "Vanaf 2022 betaalt de gemeente waar het kind woonde vóór het verblijf. Jongeren wisselden van gemeente.",
)
END_REASONS = Break(
    "2022Q2",
    "Nieuwe code voor einde",
    "Vanaf april 2022 is er een aparte code voor een wisseling van aanbieder. Er telt minder als einde.",
)
EXTENSION = Break(
    "2023Q2",
    "Verlengen houdt het nummer",
    "Vanaf april 2023 houdt verlengde hulp hetzelfde nummer. Er zijn minder onechte starts en eindes.",
)
TAAKVELDEN = (
    Break("2023Q1", "Andere taakvelden", "Vanaf 2023 zijn de taakvelden gesplitst. We tellen de delen op."),
    Break(
        "2025Q1",
        "Andere taakvelden",
        "Vanaf 2025 zijn de taakvelden anders ingedeeld. We tellen de delen op.",
    ),
)

# First year of a list → the codes that make up the same whole (Iv3 definitions of CBS, 2017 to 2026).
# Coordination and pgb got codes of their own in 2025 and stay with their law. In 2023 and 2024 the old code
# stayed beside its parts as a code of its own, on which some municipalities book.
TAAKVELDEN_YOUTH = {
    2016: ("6.72", "6.82"),
    2023: ("6.72", "6.72a", "6.72b", "6.72c", "6.72d", "6.73a", "6.73b", "6.73c", "6.74a", "6.74b", "6.74c")
    + ("6.82", "6.82a", "6.82b"),
    2025: ("6.751", "6.752", "6.753", "6.761", "6.762", "6.763", "6.792", "6.821", "6.822", "6.92"),
}
TAAKVELDEN_WMO = {
    2016: ("6.6", "6.71", "6.81"),
    2023: ("6.6", "6.71", "6.71a", "6.71b", "6.71c", "6.71d", "6.81", "6.81a", "6.81b"),
    2025: ("6.60", "6.711", "6.712", "6.713", "6.714", "6.791", "6.811", "6.812", "6.91"),
}
TAAKVELDEN_WELFARE = {2016: ("6.3",)}
