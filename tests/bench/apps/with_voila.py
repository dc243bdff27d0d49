"""Plain Voilà: the one cell of its notebook."""

import ipywidgets
from IPython.display import display

from tests.bench.apps.chart import areas, drawing

select = ipywidgets.Dropdown(options=list(areas()), description="Wijk")
chart = ipywidgets.HTML(drawing(select.value))
select.observe(lambda change: setattr(chart, "value", drawing(change["new"])), "value")
display(ipywidgets.VBox([select, chart]))
