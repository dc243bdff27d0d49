"""Dash: a callback; it shows no HTML of others, so the drawing goes along as an image."""

import base64
import sys

from dash import Dash, Input, Output, callback, dcc, html

from tests.bench.apps.chart import areas, svg

app = Dash(__name__)
app.layout = html.Div(
    [dcc.Dropdown(list(areas()), next(iter(areas())), id="wijk", clearable=False), html.Div(id="plek")]
)


@callback(Output("plek", "children"), Input("wijk", "value"))
def show(area: str) -> html.Div:
    """The chart of the area that is chosen."""
    image = base64.b64encode(svg(area).encode()).decode()
    return html.Div(
        html.Img(src=f"data:image/svg+xml;base64,{image}"), className="grafiek", **{"data-gebied": area}
    )


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
