"""The page that says how current the dashboard is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from socdom.dashboard.standing.failing import NotRenewed
from socdom.dashboard.standing.page import sources, standing_page
from socdom.editions.read import Edition
from socdom.parameters.planning import Planning
from socdom.quarters import period_label
from socdom.schedule.journal import Journal, TaskState

MADE = datetime(2026, 3, 3, 1, 15, tzinfo=UTC)
RUNNING = Journal(tasks={"verversen": TaskState(last_attempt=MADE, last_done=MADE, code=0)})


def words(html: str) -> str:
    """The text of the page between header and footer."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def told(edition: Edition, journal: Journal, planning: Planning, failed: NotRenewed | None = None) -> str:
    return words(standing_page(edition, journal, planning, made=MADE, failed=failed))


def test_it_says_of_which_day_the_figures_are_and_when_they_were_made(sample: Edition) -> None:
    text = told(sample, RUNNING, Planning(actueel="vanzelf"))
    assert "Cijfers van 15 februari 2021" in text
    assert "3 maart 2026, 02.15 uur" in text
    assert "de volgende dag" in text
    assert "Ja. Het verversen is voor het laatst gelukt" in text


def test_it_promises_no_nights_where_nothing_runs_by_itself(sample: Edition) -> None:
    assert "Elke nacht" not in told(sample, Journal(), Planning(actueel="vanzelf"))
    assert "Elke nacht" not in told(sample, RUNNING, Planning(actueel="niet"))
    assert "nagekeken" in told(sample, RUNNING, Planning(actueel="na akkoord"))


def test_it_dates_what_failed_and_says_what_comes(sample: Edition) -> None:
    state = TaskState(last_attempt=MADE, failed_since=MADE, code=12, tries=2)
    failed = NotRenewed(date(2026, 3, 1), date(2026, 3, 3))
    text = told(sample, Journal(tasks={"verversen": state}), Planning(), failed)
    assert "Op 1 maart 2026 is het verversen niet gelukt." in text
    assert "laatste poging was op 3 maart 2026" in text
    assert "medewerker moet er eerst naar kijken" in text
    later = state.model_copy(update={"next_try": MADE + timedelta(hours=4)})
    assert "06.15 uur" in told(sample, Journal(tasks={"verversen": later}), Planning(), failed)


def test_it_says_when_published_figures_were_asked_for_where_they_are(sample: Edition) -> None:
    assert "Openbare cijfers" not in told(sample, RUNNING, Planning(ophalen="week"))
    fetched = Journal(tasks={**RUNNING.tasks, "ophalen": TaskState(last_done=MADE - timedelta(days=2))})
    assert "elke week of er nieuwe zijn. De laatste keer was 1 maart 2026." in told(
        sample, fetched, Planning(ophalen="week")
    )
    assert "Openbare cijfers" not in told(sample, fetched, Planning(ophalen="niet"))


def test_every_source_has_its_newest_period(sample: Edition) -> None:
    found = {source.name: source.newest for source in sources(sample)}
    newest: dict[str, str] = {}
    for description in (*sample.indicators(), *sample.policy_indicators()):
        figures = [
            figure for figure in sample.series(description.id, lookback=False) if figure.status != "geheim"
        ]
        last = max((figure.period for figure in figures), default="")
        newest[description.source] = max(last, newest.get(description.source, ""))
    assert found == {
        name: period_label(last) if last else "nog geen cijfers" for name, last in newest.items()
    }
