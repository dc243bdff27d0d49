"""Solara: a component that is rendered again at every choice."""

import solara

from tests.bench.apps.chart import areas, drawing


@solara.component
def Page() -> None:
    area, choose = solara.use_state(next(iter(areas())))
    solara.Select("Wijk", list(areas()), area, choose)
    solara.HTML(unsafe_innerHTML=drawing(area))
