"""What the bench of the dashboard tells, and that a visitor without a browser sees a wrong answer."""

from __future__ import annotations

import json
from math import isnan, nan

import pytest

from tests.bench.dashboard.results import Entry, median, p95, table
from tests.bench.entries import Target
from tests.lib.chooser import Kernel, WrongAnswer, check_blocks

WIJKEN = ["Heel Lindeveen", "Centrum", "Waterrijk"]


def test_the_least_favourable_of_the_others_counts() -> None:
    entry = Entry(
        "first chart", "8 loads", 0.4, "s", {"Panel": 0.5, "Dash": 0.2}, (Target("ratio", at_most=1),)
    )
    assert entry.ratios == {"Panel": pytest.approx(0.8), "Dash": pytest.approx(2)}
    assert entry.ratio == pytest.approx(2)
    assert entry.met is False
    told = json.loads(json.dumps(entry.as_json()))
    assert (told["value"], told["beside"]["Dash"], told["met"]) == (0.4, 0.2, False)
    assert "| first chart | 8 loads | 0.40 s | Panel 0.50 s (0.80×), Dash 0.20 s (2.00×) |" in table([entry])


def test_nothing_to_compare_with_and_nothing_measured() -> None:
    assert Entry("errors", "40 visitors", 0, "", targets=(Target("value", at_most=0),)).met is True
    assert Entry("memory", "1 visitor", 30, "MB").met is None
    assert isnan(median([]))
    assert isnan(p95([]))
    assert Entry("p95", "no choices", nan, "ms", targets=(Target("value", at_most=500),)).met is False


def kernel(shown: str) -> Kernel:
    """What a page knows after a choice of which the first chart is of an area; no blocks for ""."""
    models = {
        "s": {"_dom_classes": ["kies-wijk"], "_options_labels": WIJKEN},
        "b": {"_dom_classes": ["blokken"], "children": ["IPY_MODEL_h"] if shown else []},
        "h": {
            "value": f'<figure><svg class="breed" role="img" aria-label="Lijngrafiek: {shown} gaat omhoog.">'
        },
    }
    return Kernel("1", "k", None, models)


@pytest.mark.parametrize(
    ("chosen", "shown", "right"),
    [
        ("Centrum", "Centrum", True),
        ("Centrum", "Waterrijk", False),
        ("Centrum", "", False),
        ("Heel Lindeveen", "", True),
        ("Heel Lindeveen", "Centrum", False),
    ],
)
def test_a_chart_of_another_choice_is_seen(chosen: str, shown: str, right: bool) -> None:
    if right:
        check_blocks(kernel(shown), {"wijk": chosen}, {"wijk": "s"})
    else:
        with pytest.raises(WrongAnswer):
            check_blocks(kernel(shown), {"wijk": chosen}, {"wijk": "s"})
