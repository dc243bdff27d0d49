"""Headings over tables of figures and over spending beside the budget."""

from __future__ import annotations

import pytest

from socdom.blocks.overview_table import in_overview
from socdom.editions.read import Edition
from socdom.narrative.key_figures import key_figures_heading, policy_heading
from socdom.narrative.money_heading import money_heading
from socdom.narrative.spending import Spending, spending


def test_the_heading_over_key_figures_counts_what_the_table_shows(sample: Edition) -> None:
    # 11,6 beside 11,4; 8,6 beside 7,6; 70,4 beside 70,1; 1.450 beside 1.425; 210 beside 210; spending as it was.
    names = in_overview(sample)
    assert len(names) == 6
    assert key_figures_heading(sample, names) == "6 kerngetallen: 4 hoger dan een jaar eerder"
    assert key_figures_heading(sample, names[:1]) == "1 kerngetal: 1 hoger dan een jaar eerder"
    assert key_figures_heading(sample, ["schuldhulp_lopend"]).endswith(
        "geen hoger of lager dan een jaar eerder"
    )


def test_the_heading_over_policy_indicators_counts_those_with_a_figure(sample: Edition) -> None:
    described = sample.policy_indicators()
    assert policy_heading(sample, described) == "Van 2 van de 3 beleidsindicatoren is er een cijfer"
    without = [d for d in described if not any(figure.shown for figure in sample.series(d.id))]
    assert policy_heading(sample, without) == "De beleidsindicatoren hebben nog geen cijfer"
    known = [d for d in described if d not in without]
    assert policy_heading(sample, known) == "De cijfers van de 2 beleidsindicatoren"


def post(edition: Edition, realised: float, budget: float, period: str = "2020Q4") -> Spending:
    """The first post of an edition with other amounts."""
    found = spending(edition)[0]
    now = found.realised.model_copy(update={"value": realised, "period": period})
    return Spending(found.indicator, now, found.budget.model_copy(update={"value": budget, "period": period}))


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([(17.6e6, 16.8e6)], "Boven de begroting: jeugdhulp € 800.000"),
        ([(16.0e6, 16.8e6)], "Onder de begroting: jeugdhulp € 800.000"),
        ([(16.8e6, 16.8e6)], "De uitgaven zijn ongeveer gelijk aan de begroting"),
        (
            [(17.6e6, 16.8e6), (14.0e6, 13.0e6), (10.0e6, 12.0e6)],
            "Boven de begroting: jeugdhulp € 800.000 en jeugdhulp € 1,0 mln.; "
            "onder de begroting: jeugdhulp € 2,0 mln.",
        ),
    ],
)
def test_the_heading_over_spending_tells_the_differences(
    sample: Edition, amounts: list[tuple[float, float]], told: str
) -> None:
    heading = money_heading(sample, [post(sample, *pair) for pair in amounts])
    assert heading.replace("\N{NO-BREAK SPACE}", " ") == told


def test_while_the_year_runs_the_heading_tells_the_part_of_the_budget(sample: Edition) -> None:
    heading = money_heading(
        sample, [post(sample, 12.6e6, 16.8e6, "2020Q3"), post(sample, 5e6, 10e6, "2020Q3")]
    )
    assert heading == "Van de begroting uitgegeven: jeugdhulp 75% en jeugdhulp 50%"
