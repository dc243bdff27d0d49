"""A drawing in the page stands where matplotlib itself would draw it."""

from __future__ import annotations

import io
import re

import matplotlib
import pytest
from lxml import etree
from matplotlib.backends.backend_svg import FigureCanvasSVG

from socdom.charts.canvas import Canvas, Plot
from socdom.charts.style import Style
from tests.lib.drawing import NAMESPACE, root

STYLE = Style("#123456", "#654321")


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


@pytest.fixture
def canvas() -> Canvas:
    """One of every mark, on the drawing itself and in axes, a bar to the left of zero among them."""
    drawing = Canvas(340, 200, STYLE)
    drawing.line(10, 20, 300.25, 20, "raster")
    drawing.path([(10, 0), (5, 7), (15, 11)], "as")
    drawing.dot(50.5, 60, 4, "punt")
    drawing.rectangle(20, 30, 11, 12.5, "open")
    drawing.text(12, 40.25, "Links & rechts", "t-donker")
    drawing.text(50, 50, "")
    drawing.text(100, 50, "Midden", "", "middle")
    drawing.text(200, 60, "Eind", "cijfer", "end")
    plot = Plot(40, 10, 330, 90, (0, 7), (-3, 11))
    drawing.lines(plot, [([(0, 1.5), (1, 2.25), (2, 11)], "eigen"), ([(3, 0), (7, -3)], "vergelijk")])
    bars = Plot(40, 100, 330, 190, (-20, 100), (190, 100))
    drawing.bars(bars, [33.3, -12.5, 0], [110, 142, 174], ["staaf", "staaf uit", "staaf"], 20)
    return drawing


def by_matplotlib(drawing: Canvas) -> dict[str, etree._Element]:
    """Name of a mark → its group in the document that matplotlib writes of the same figure."""
    for number, mark in enumerate(drawing._marks):
        mark.artist.set_gid(f"m{number}")
    FigureCanvasSVG(drawing._figure)
    written = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "path.simplify": False}):
        drawing._figure.savefig(written, format="svg")
    tree = etree.fromstring(written.getvalue().encode())
    return {group.get("id"): group for group in tree.iter(f"{NAMESPACE}g")}


def ours(mark: etree._Element) -> list[float]:
    """Corners of a path; the place of a text; left, top, right and bottom of anything else."""
    match etree.QName(mark).localname:
        case "path":
            return numbers(mark.get("d"))
        case "text":
            return [float(mark.get(key)) for key in "xy"]
        case "rect":
            x, y, width, height = (float(mark.get(key)) for key in ("x", "y", "width", "height"))
            return [x, y, x + width, y + height]
        case _:
            x, y, radius = (float(mark.get(key)) for key in ("cx", "cy", "r"))
            return [x - radius, y - radius, x + radius, y + radius]


def theirs(group: etree._Element, kind: str) -> list[float]:
    """The same of what matplotlib wrote."""
    if kind == "text":
        (text,) = group.iter(f"{NAMESPACE}text")
        return [float(text.get(key)) for key in "xy"]
    (path,) = group.iter(f"{NAMESPACE}path")
    found = numbers(path.get("d"))
    xs, ys = found[0::2], found[1::2]
    return found if kind == "path" else [min(xs), min(ys), max(xs), max(ys)]


def test_every_mark_stands_where_matplotlib_draws_it(canvas: Canvas) -> None:
    drawn = list(root(canvas.svg("smal", "Een proef")))
    written = by_matplotlib(canvas)
    assert len(drawn) == 12
    for number, mark in enumerate(drawn):
        group, kind = written[f"m{number}"], etree.QName(mark).localname
        assert ours(mark) == pytest.approx(theirs(group, kind), abs=0.11), (number, kind)
        for text in group.iter(f"{NAMESPACE}text"):
            anchor = re.search(r"text-anchor: (\w+)", text.get("style", ""))
            assert (mark.text, mark.get("text-anchor", "start")) == (
                text.text,
                anchor[1] if anchor else "start",
            )


def test_a_drawing_has_its_size_text_and_classes(canvas: Canvas) -> None:
    svg = root(canvas.svg("breed", "Een proef & meer"))
    assert (svg.get("viewBox"), svg.get("class"), svg.get("role")) == ("0 0 340 200", "breed", "img")
    assert svg.get("aria-label") == "Een proef & meer"
    assert [mark.get("class") for mark in svg][-3:] == ["staaf", "staaf uit", "staaf"]
    assert svg[0].get("d") == "M10 20L300.2 20"
