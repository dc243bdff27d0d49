"""From the page to what is printed: charts as images with their alt text, long tables beside their chart."""

from __future__ import annotations

import base64
import re

from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import escape

from socdom.report.paper_long import leave_out

_NAMESPACE = "http://www.w3.org/2000/svg"
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# From this many rows a table is as high as a chart of half the width, so the two stand side by side.
_LONG_TABLE = 6
# A line over a few years says as much in half the width.
_YEARS_IN_TABLE = 3
# The short edition has the newest periods of a line in its table: of quarters, up to the same one a year earlier. The
# line itself has them all.
_NEWEST_IN_TABLE = 5
# Steps in which a report that is too long is laid out closer: a smaller type, then parts that flow on as well.
CLOSEST = 2
_PERIODS = {"Kwartaal": "kwartalen", "Jaar": "jaren"}


def for_paper(source: str, closeness: int = 0) -> str:
    """The page as it is printed.

    Args:
        source: the page.
        closeness: 0 to CLOSEST: how close to each other things stand, as the style sheet has it for each. Nothing is
            left out for it.

    WeasyPrint tags an image with its alt text but an inline SVG without, so every chart becomes an image; of
    its two variants the one stays that fits the place.
    """
    tree = html.document_fromstring(_DRAWING.sub(_image, source))
    brief = bool(tree.xpath("//body[contains(@class, 'editie-kern')]"))
    if closeness:
        tree.body.set("class", f"{tree.body.get('class', '')} dicht-{closeness}".strip())
    if tree.xpath("//body[contains(@class, 'editie-uitgebreid')]"):
        leave_out(tree)
    for figure in tree.iter("figure"):
        _lay_out_figure(figure, brief=brief)
    for explanation in tree.xpath("//section[@class='duiding']"):
        # What the computer says keeps the full width; what people wrote flows on in columns.
        written = html.Element("div", {"class": "geschreven"})
        written.extend(explanation.xpath("div[@class='duiding-deel']")[1:])
        explanation.append(written)
    for folded in tree.xpath("//*[contains(@class, 'alleen-scherm')]"):
        folded.drop_tree()
    for about in tree.xpath("//section[@aria-labelledby='over-de-cijfers'][section]"):
        _lay_out_about(about)
    return html.tostring(tree, encoding="unicode", doctype="<!doctype html>")


def _image(match: re.Match[str]) -> str:
    """A chart as an image; a drawing without a text is decoration, so it becomes a background that is not tagged."""
    drawing = etree.fromstring(match[0])
    # Inside a page the namespace goes without saying; a file of its own must state it.
    stated = match[0] if drawing.tag != "svg" else match[0].replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1)
    address = f"data:image/svg+xml;base64,{base64.b64encode(stated.encode()).decode()}"
    classes, alt = escape(drawing.get("class", "")), escape(drawing.get("aria-label", ""))
    if not alt:
        return f'<span class="{classes}" style="background-image:url({address})"></span>'
    return f'<img class="{classes}" alt="{alt}" src="{address}">'


def _lay_out_figure(figure: HtmlElement, *, brief: bool) -> None:
    """Keep one variant of the chart; put a long table, and the facts from the side, at the right of the chart.

    In the short edition the notes stand there too, under the newest periods of the table.
    """
    half = "half" in figure.get("class", "").split() and len(figure.getparent().xpath("figure")) > 1
    is_line = bool(figure.xpath("img[starts-with(@alt, 'Lijngrafiek')]"))
    rows, subtitle = figure.xpath(".//tbody/tr"), figure.xpath("p[@class='sub']")
    long = len(rows) >= (_YEARS_IN_TABLE if is_line else _LONG_TABLE)
    beside = bool(subtitle) and long and not half
    figure.set("class", "figuur half" if half else "figuur")
    for image in figure.xpath(f"img[@class='{'breed' if half or beside else 'smal'}']"):
        image.drop_tree()
    if beside:
        facts = figure.xpath("following-sibling::div[@class='kant']")
        notes = figure.xpath("div[contains(@class, 'bron')]") if brief and is_line else []
        if notes:
            _shorten(figure.xpath(".//table")[0], notes[0])
        columns = _columns(figure.xpath("img"), [*figure.xpath("details"), *facts, *notes])
        subtitle[0].addnext(columns)


def _shorten(table: HtmlElement, notes: HtmlElement) -> None:
    """Leave the newest periods in a table of periods, oldest first as it is, and say so in the notes."""
    what = _PERIODS.get(table.xpath("string(thead//th)"))
    older = table.xpath("tbody/tr")[:-_NEWEST_IN_TABLE]
    if not what or not older:
        return
    for row in older:
        row.drop_tree()
    told = html.Element("p")
    told.text = f"In de tabel staan de laatste {_NEWEST_IN_TABLE} {what}. "
    notes.insert(0, told)


def _lay_out_about(about: HtmlElement) -> None:
    """The parts about the figures in two columns; what is folded on a page keeps the full width, below them."""
    which, certain, *others = about.xpath(
        "section[not(@aria-labelledby='begrippen')]|p[@class='alleen-papier']"
    )
    folded = about.xpath("section[not(@aria-labelledby='begrippen')]/div[@class='uitleg-lijst']")
    columns = _columns([which, certain], others)
    about.xpath("h2")[0].addnext(columns)
    for details in reversed(folded):
        columns.addnext(details)


def _columns(*contents: list[HtmlElement]) -> HtmlElement:
    """Elements moved into columns that stand side by side; the order of reading stays."""
    row = html.Element("div", {"class": f"kolom-rij kolom-{len(contents)}"})
    for content in contents:
        column = html.Element("div")
        column.extend(content)
        row.append(column)
    return row
