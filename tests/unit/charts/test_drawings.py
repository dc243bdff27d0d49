"""The drawings that the package names."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from socdom import charts


@pytest.mark.parametrize("name", sorted(charts._HOMES))
def test_no_module_bears_the_name_of_a_drawing(name: str) -> None:
    """A module that is imported first would stand in the place of the function, and every page after it would fail."""
    assert find_spec(f"socdom.charts.{name}") is None
    assert callable(getattr(charts, name))
