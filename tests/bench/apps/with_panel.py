"""Panel: a native select, bound to a pane."""

import panel as pn

from tests.bench.apps.chart import areas, drawing

select = pn.widgets.Select(name="Wijk", options=list(areas()))
pn.Column(select, pn.pane.HTML(pn.bind(drawing, select))).servable()
