"""The test of a new indicator: made-up rows, and what somebody counted in them by hand."""

from __future__ import annotations

from socdom.measures.indicator import Indicator
from socdom.workbench.new_indicator.counting import ByPeriod
from socdom.workbench.new_indicator.example_rows import MadeUp
from socdom.workbench.new_indicator.source import formatted

_EMPTY = "# Nobody counted by hand yet, so this test fails: fill in a number for each period, from the rows alone.\n"
_COUNTED = "# Period → what somebody counted by hand, from the rows alone; None where there is no figure.\n"


def spec_source(indicator: Indicator, example: MadeUp, by_hand: ByPeriod) -> str:
    """The module of the test. Without a count by hand it fails, so that nobody forgets to count."""
    rows = "".join(f'    "{name}": """\n{text}\n""",\n' for name, text in example.files.items())
    words = _COUNTED if by_hand else _EMPTY
    return formatted(
        f'"""{indicator.id} on a few made-up rows, counted by hand."""\n\n'
        "from __future__ import annotations\n\n"
        "from socdom.indicators import catalogue\n"
        "from socdom.workbench.new_indicator import counted\n\n"
        f"ROWS = {{\n{rows}}}\n{words}BY_HAND: dict[str, float | None] = {by_hand!r}\n\n\n"
        f"def test_{indicator.id}_counts_what_was_counted_by_hand() -> None:\n"
        f'    assert counted(catalogue()["{indicator.id}"], "{example.span}", ROWS) == BY_HAND\n'
    )
