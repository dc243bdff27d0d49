"""How the work of a team stands on a day: internal, exact, and nowhere published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from socdom import dutch
from socdom.areas import Area
from socdom.errors import Fault, ParameterError
from socdom.measures.code_labels import code_labels
from socdom.parameters import Places
from socdom.parameters.teams import FILE_NAME, Team, read_teams
from socdom.quarters import Quarter
from socdom.workbench.figures.names import one_of
from socdom.workbench.ground import Ground, ground_of
from socdom.workbench.show import Shown, facts, heading, internal, remark, sentence, together
from socdom.workbench.show import table as table_of
from socdom.workbench.team.work import WEEKS, Waiting, Work, has_rows, terms

__all__ = ["team_names", "team_overview"]

_MANY_TEAMS = "Alle teams"
_QUARTERS = 4
_SPANS = (4, 8, WEEKS)


def team_names(places: Places, slug: str) -> list[str]:
    """The teams of which there is an overview, in the order of `teams.yml`; without that file one for each law that was
    delivered.

    Raises:
        ParameterError: `teams.yml` is not valid, or there are no own deliveries, or none with help.
        DeliveryError: the deliveries are refused.
    """
    return [team.naam for team in _teams(ground_of(places, slug))]


def team_overview(places: Places, slug: str, team: str = "", day: str | date = "") -> Shown:
    """Case load, open applications and help that ends, of one team or of all in one table.

    Args:
        team: one of `team_names`; all when "".
        day: as a date or as text ("2021-02-15"); the day up to which the delivery counts when "".

    Raises:
        ParameterError: `teams.yml` is not valid, there is no such team or day, or there are no own deliveries, or none
            with help.
        DeliveryError: the deliveries are refused.
    """
    ground = ground_of(places, slug)
    teams = _teams(ground)
    at = _day(day, ground)
    works = [Work(item, ground.tables, ground.scope.areas, pd.Timestamp(at)) for item in teams]
    parts: list[Shown | str] = [
        internal("Deze aantallen zijn exact en niet beschermd. Gebruik ze alleen in het team.")
    ]
    if team:
        names = [item.naam for item in teams]
        chosen = one_of("team", "een team van deze gemeente", team, names)
        parts += _one(works[names.index(chosen)], ground)
    else:
        parts += _all(works, ground)
    return together(*parts, remark("Er staat geen rij van een persoon in dit overzicht."))


def _teams(ground: Ground) -> tuple[Team, ...]:
    """The teams, of which the wijken and kinds exist; those that nobody wrote down have something delivered."""
    folder = ground.inputs.folder
    teams = read_teams(folder)
    if not (folder / FILE_NAME).exists():
        return _delivered(teams, ground)
    wijken = {area.code: area for area in ground.scope.areas if area.level == "wijk"}
    place = f"parameters/{ground.inputs.slug}/{FILE_NAME}"
    faults = []
    for team in teams:
        kinds = {
            code
            for law in team.wetten
            if law in ("wmo", "jeugd")
            for code in code_labels("provisions", "category", (law,))
        }
        for what, given, known in (("wijken", team.wijken, wijken), ("soorten", team.soorten, kinds)):
            wrong = [code for code in given if code not in known]
            if wrong:
                remedy = f"Kies uit {', '.join(sorted(known)) or 'geen: laat dit weg'}."
                rule = f"codes die er zijn, gevonden: {dutch.listing(wrong)}"
                faults.append(Fault(f"{place}, {team.naam}, {what}", rule, remedy=remedy))
    if faults:
        raise ParameterError(faults)
    return teams


def _delivered(teams: Sequence[Team], ground: Ground) -> tuple[Team, ...]:
    """The teams of a law of which there are rows."""
    found = tuple(team for team in teams if any(has_rows(ground.delivered, law) for law in team.wetten))
    if not found:
        rule = "rijen van hulp of aanvragen; die zijn er niet"
        remedy = "Kijk met gemeente.delivery() wat er binnenkwam."
        raise ParameterError(Fault(f"leveringen van {ground.inputs.slug}", rule, remedy=remedy))
    return found


def _day(day: str | date, ground: Ground) -> date:
    if not day:
        return ground.inputs.kwartaal.cijfers_per
    first = Quarter.parse(ground.inputs.gemeente.bronnen.leveringen_vanaf).start
    try:
        found = day if isinstance(day, date) else date.fromisoformat(day.strip())
    except (ValueError, AttributeError):
        raise ParameterError(Fault("dag", f"een dag als 2021-02-15, gevonden: {day!r}")) from None
    if found < first:
        rule = f"een dag vanaf {dutch.day(first)}, het begin van de leveringen"
        raise ParameterError(Fault("dag", rule, remedy="Kies een latere dag."))
    return found


def _standing(work: Work, ground: Ground) -> list[Shown]:
    """Which day it is about, and how far the delivery goes."""
    known, day = ground.inputs.kwartaal.cijfers_per, work.day.date()
    told = [("Dag", dutch.day(day)), ("Levering bekend tot en met", dutch.day(known))]
    parts = [facts(told)]
    if day > known:
        text = "De dag ligt na de levering. Wat daarna begon of stopte, is nog niet bekend: dit beeld is niet volledig."
        parts.append(sentence(text))
    return parts


def _all(works: Sequence[Work], ground: Ground) -> list[Shown | str]:
    limits = terms()
    rows = []
    for work in works:
        running, waiting = work.running(), work.waiting(limits)
        ending = work.ending()
        rows.append(
            [
                work.team.naam,
                dutch.number(running["person"].nunique()),
                dutch.number(len(running)),
                dutch.number(sum(item.open for item in waiting)),
                dutch.number(sum(item.beyond for item in waiting)),
                dutch.number(int(ending.to_numpy().sum())),
            ]
        )
    headings = [
        "Team",
        "Cliënten",
        "Lopende hulp",
        "Aanvragen open",
        "Na de termijn",
        f"Stopt in {WEEKS} weken",
    ]
    return [
        heading(_MANY_TEAMS),
        *_standing(works[0], ground),
        table_of("Hoe het werk ervoor staat", headings, rows),
        remark("Een cliënt kan bij meer teams horen. Tel teams niet bij elkaar op."),
    ]


def _one(work: Work, ground: Ground) -> list[Shown | str]:
    return [
        heading(f"Team {work.team.naam}"),
        *_standing(work, ground),
        facts(_described(work.team, ground.scope.areas)),
        heading("Cliënten en lopende hulp", 3),
        _loads("Per soort hulp", "Soort", work.load("kind")),
        _loads("Per wijk", "Wijk", work.load("wijk")),
        table_of("Hoe dat veranderde", ["Dag", "Cliënten", "Lopende hulp"], _course(work)),
        heading("Open aanvragen", 3),
        table_of("", ["Wet", "Termijn", "Open", "Na de termijn", "Mediaan", "Oudste"], _waiting(work)),
        heading(f"Hulp die in {WEEKS} weken stopt", 3),
        *_ending(work),
        heading("Gestopt zonder vervolg", 3),
        *_ended(work),
    ]


def _described(team: Team, areas: Sequence[Area]) -> list[tuple[str, str]]:
    laws = code_labels("provisions", "law")
    names = {area.code: area.name for area in areas}
    told = [("Wetten", dutch.listing([laws[law] for law in team.wetten]))]
    told.append(("Wijken", dutch.listing([names[code] for code in team.wijken]) or "de hele gemeente"))
    if team.soorten:
        labels = {
            code: label
            for law in team.wetten
            if law in ("wmo", "jeugd")
            for code, label in code_labels("provisions", "category", (law,)).items()
        }
        told.append(("Soorten hulp", dutch.listing([labels[code] for code in team.soorten])))
    return told


def _loads(title: str, what: str, found: Sequence[tuple[str, int, int]]) -> str | Shown:
    if not found:
        return sentence("Er loopt geen hulp op deze dag.")
    rows = [[name, dutch.number(persons), dutch.number(cases)] for name, persons, cases in found]
    return table_of(title, [what, "Cliënten", "Lopende hulp"], rows)


def _course(work: Work) -> list[list[str]]:
    """The day, and the last days of the quarters before it."""
    now = Quarter.of(work.day.date())
    days = [pd.Timestamp((now - number).end) for number in range(_QUARTERS, 0, -1)]
    found = work.over_time([*days, work.day])
    return [
        [dutch.day(day.date()), dutch.number(persons), dutch.number(cases)] for day, persons, cases in found
    ]


def _waiting(work: Work) -> list[list[str]]:
    return [_waiting_row(item) for item in work.waiting(terms())]


def _waiting_row(item: Waiting) -> list[str]:
    return [
        item.law,
        "–" if item.term is None else f"{item.term} dagen",
        dutch.number(item.open),
        "–" if item.term is None else dutch.number(item.beyond),
        "–" if item.median is None else f"{dutch.number(item.median)} dagen",
        "–" if item.oldest is None else f"{dutch.number(item.oldest)} dagen",
    ]


def _ending(work: Work) -> list[Shown | str]:
    table = work.ending()
    if table.empty:
        return [sentence("Er stopt geen hulp in deze weken.")]
    rows = []
    for kind, weeks in table.iterrows():
        rows.append([str(kind), *(dutch.number(int(weeks.loc[:span].sum())) for span in _SPANS)])
    rows.append(["Samen", *(dutch.number(int(table.loc[:, :span].to_numpy().sum())) for span in _SPANS)])
    by_week = [
        [f"Week {week}", dutch.day((work.day + pd.Timedelta(days=7 * week)).date()), dutch.number(int(count))]
        for week, count in table.sum().items()
    ]
    headings = ["Soort", *(f"Binnen {span} weken" for span in _SPANS)]
    return [
        table_of("Per soort, opgeteld", headings, rows),
        table_of("Per week", ["Week", "Tot en met", "Hulp die stopt"], by_week),
    ]


def _ended(work: Work) -> list[Shown | str]:
    found = work.without_follow_up()
    text = (
        f"Van deze cliënten stopte de hulp in de laatste {WEEKS} weken. Onder die wet hebben of krijgen zij geen "
        "andere hulp. Dat kan zo gepland zijn."
    )
    if not found:
        return [sentence(text), sentence("Er zijn er geen.")]
    return [
        sentence(text),
        table_of("", ["Soort", "Cliënten"], [[name, dutch.number(n)] for name, n in found]),
    ]
