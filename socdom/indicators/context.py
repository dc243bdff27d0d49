"""What many definitions share: source, reviewers, breaks and events of several series, and taakvelden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from socdom.measures.indicator import Break, Event
from socdom.measures.taakvelden import GROUPS, codes_of_groups

SOURCE = "Eigen registratie gemeente"
SOURCE_MONEY = "Eigen financiële administratie gemeente"

LAW_WMO = "Wet maatschappelijke ondersteuning 2015"
LAW_YOUTH = "Jeugdwet"
LAW_INCOME = "Participatiewet"
LAW_DEBT = "Wet gemeentelijke schuldhulpverlening"
LAW_BBV = "Besluit begroting en verantwoording provincies en gemeenten"
LAW_ACCESS = f"{LAW_WMO}, {LAW_YOUTH} en {LAW_INCOME}"
LAW_ALL = f"{LAW_WMO}, {LAW_YOUTH}, {LAW_INCOME} en {LAW_DEBT}"

# A withdrawn application (ingetrokken) is closed by the applicant: the municipality decides nothing.
DECISIONS = ("toegekend", "afgewezen", "buiten behandeling")

# Of a stock on the last day, as CBS counts: between two contracts nobody has help on that day.
CONTRACT_TURN = (
    "Soms stopt hulp op de laatste dag en gaat zij een dag later verder, bijvoorbeeld bij een nieuw contract. "
    "Op die dag telt zij niet mee."
)

ANALYST = "analist sociaal domein"
REVIEWED = date(2026, 11, 2)
NEXT_REVIEW = date(2027, 11, 1)

CORONA = Event("2020Q2", "Coronamaatregelen", "Vanaf maart 2020 gelden maatregelen tegen corona.")
# The same beside figures per year.
CORONA_YEAR = replace(CORONA, period="2020")

# The rule changed who comes for help, so CBS and municipalities show it as a break, although the count is the same.
FLAT_RATE = Break(
    "2019Q1",
    "Abonnementstarief",
    "Vanaf 2019 betalen inwoners voor Wmo-hulp een vast tarief: het abonnementstarief.",
)
FLAT_RATE_YEAR = replace(FLAT_RATE, period="2019")
FLAT_RATE_GENERAL = Event(
    "2020Q1",
    "Vast tarief ook algemeen",
    "Vanaf 2020 geldt het vaste tarief ook voor sommige algemene voorzieningen.",
)
FLAT_RATE_GENERAL_YEAR = replace(FLAT_RATE_GENERAL, period="2020")
RESIDENCE_YOUTH = Break(
    "2022Q1",
    "Nieuwe regel woonplaats",
    "Vanaf 2022 betaalt de gemeente waar het kind woonde vóór het verblijf. "
    "Sommige jongeren horen sindsdien bij een andere gemeente.",
)
RESIDENCE_YOUTH_YEAR = replace(RESIDENCE_YOUTH, period="2022")
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
EARLY_SIGNALS = Break(
    "2021Q1",
    "Signalen verplicht",
    "Vanaf 2021 moet de gemeente iets doen met signalen over achterstanden.",
)
EARLY_SIGNALS_YEAR = replace(EARLY_SIGNALS, period="2021")
# Signals of the end of a contract for energy (eindeleveringssignalen).
ENERGY_ENDS = Event(
    "2023Q2",
    "Signaal bij einde van energie",
    "Vanaf april 2023 komt er ook een signaal als een energiebedrijf stopt met leveren.",
)
ENERGY_ENDS_YEAR = replace(ENERGY_ENDS, period="2023")
# Agreed by VNG and NVVK for new arrangements. No break: what ends in that quarter began before it.
SHORTER_ARRANGEMENT = Event(
    "2023Q3",
    "Kortere schuldregeling",
    "Vanaf juli 2023 is 18 maanden de afspraak voor een nieuwe schuldregeling. "
    "Daarvóór was dat meestal 36 maanden.",
)
TAAKVELDEN = (
    Break("2023Q1", "Andere taakvelden", "Vanaf 2023 zijn de taakvelden gesplitst. We tellen de delen op."),
    Break(
        "2025Q1",
        "Andere taakvelden",
        "Vanaf 2025 zijn de taakvelden anders ingedeeld. We tellen de delen op.",
    ),
)

# How help ends when neither death, a move nor another law ends it (lists WMO588 and JZ588).
WMO_PLANNED, WMO_EARLY = ("19",), ("21", "22", "23")
YOUTH_PLANNED, YOUTH_EARLY = ("31",), ("32", "33", "34", "35")
# Every real end. Not 20, 37 and 38, after which help goes on, nor 36: of the municipality, often one of paper only.
WMO_ENDED = ("02", "31", "39", *WMO_PLANNED, *WMO_EARLY)
YOUTH_ENDED = ("02", "39", *YOUTH_PLANNED, *YOUTH_EARLY)
ACCESS_SPLIT = Break(
    "2025Q1",
    "Toegang in drie taakvelden",
    "Vanaf 2025 is de toegang gesplitst in drie taakvelden. We tellen de delen op.",
)

# First year of a list → the codes that make up the same whole (Iv3 definitions of CBS, 2017 to 2026).
# Coordination and pgb got codes of their own in 2025 and stay with their law.
TAAKVELDEN_YOUTH = codes_of_groups("jeugd", "zorg_18_min")
TAAKVELDEN_WMO = codes_of_groups("wmo", "zorg_18_plus")
TAAKVELDEN_WELFARE = codes_of_groups("inkomen")
TAAKVELDEN_COMMUNITY = codes_of_groups("samenkracht")
TAAKVELDEN_ACCESS = codes_of_groups("toegang")
TAAKVELDEN_WORK = codes_of_groups("begeleide_participatie", "arbeidsparticipatie")
TAAKVELDEN_ALL = codes_of_groups(*GROUPS)
