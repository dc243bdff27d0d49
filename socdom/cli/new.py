"""Commands that make something new in the source code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socdom.cli.shown import app, say
from socdom.command_help import DutchCommand, DutchGroup

if TYPE_CHECKING:
    from socdom.workbench.new_indicator.answers import Answers

new = typer.Typer(cls=DutchGroup, help="Maak iets nieuws in de broncode.", rich_markup_mode=None)
app.add_typer(new, name="nieuw")


def _option(name: str, text: str) -> object:
    return typer.Option(f"--{name}", help=text)


@new.callback()
def every_new() -> None:
    """Maak iets nieuws in de broncode."""


@new.command("indicator", cls=DutchCommand)
def indicator(
    name: Annotated[str, _option("id", "Naam van het bestand, bijvoorbeeld wmo_rolstoel.")] = "",
    titel: Annotated[str, _option("titel", "Volledige naam, zonder punt.")] = "",
    zoals: Annotated[str, _option("zoals", "Indicator die er het meest op lijkt.")] = "",
    soort: Annotated[str, _option("soort", "Hoe er wordt geteld, bijvoorbeeld PersonsActive.")] = "",
    tabel: Annotated[str, _option("tabel", "Tabel met de rijen, bijvoorbeeld `provisions`.")] = "",
    waar: Annotated[list[str] | None, _option("waar", "Codes die meetellen, als category=05+12.")] = None,
    leeftijd: Annotated[str, _option("leeftijd", "Leeftijd die meetelt, als 0-17.")] = "",
    instelling: Annotated[list[str] | None, _option("instelling", "Keuze van de soort, als days=28.")] = None,
    per: Annotated[str, _option("per", "Waardoor er wordt gedeeld, bijvoorbeeld inwoners.")] = "",
    thema: Annotated[str, _option("thema", "Thema, bijvoorbeeld wmo.")] = "",
    groep: Annotated[str, _option("groep", "Kopje op de pagina, bijvoorbeeld Gebruik.")] = "",
    kort: Annotated[str, _option("kort", "Korte naam, voor op een tegel.")] = "",
    eenheid: Annotated[str, _option("eenheid", "Eenheid, bijvoorbeeld per 1.000 inwoners.")] = "",
    notatie: Annotated[str, _option("notatie", "Hoe het getal er staat, bijvoorbeeld aantal.")] = "",
    zin: Annotated[str, _option("zin", "Zin met {} voor het getal, zonder punt.")] = "",
    uitsplitsing: Annotated[
        list[str] | None, _option("uitsplitsing", "Uitsplitsing, bijvoorbeeld leeftijd.")
    ] = None,
    waarom: Annotated[str, _option("waarom", "Waarom dit cijfer er is, in hele zinnen.")] = "",
    leeswijzer: Annotated[str, _option("leeswijzer", "Hoe u dit cijfer leest, in hele zinnen.")] = "",
    valkuil: Annotated[list[str] | None, _option("valkuil", "Wat een lezer fout kan begrijpen.")] = None,
    telling: Annotated[str, _option("telling", "Wat u met de hand telt: een getal per periode.")] = "",
    antwoorden: Annotated[Path | None, _option("antwoorden", "Bestand met antwoorden (yml).")] = None,
) -> None:
    """Maak een nieuwe indicator, met een test.

    Wat u niet noemt, vragen wij in het venster. Er wordt niets overschreven.
    """
    from socdom.errors import SocdomError
    from socdom.workbench.new_indicator.asking import answers_in, asked, kept, making

    options: Answers = {
        "id": name, "titel": titel, "zoals": zoals, "soort": soort, "tabel": tabel, "waar": waar or (),
        "leeftijd": leeftijd, "instelling": instelling or (), "per": per, "thema": thema, "groep": groep,
        "kort": kort, "eenheid": eenheid, "notatie": notatie, "zin": zin, "uitsplitsing": uitsplitsing or (),
        "waarom": waarom, "leeswijzer": leeswijzer, "valkuil": valkuil or (), "telling": telling,
    }  # fmt: skip
    given = {**(answers_in(antwoorden) if antwoorden else {}), **{k: v for k, v in options.items() if v}}
    ask = _ask if sys.stdin.isatty() and antwoorden is None else None
    answers = asked(given, ask)
    try:
        for line in making(answers, ask, say):
            say(line)
    except SocdomError:
        if ask is not None:
            say(kept(answers, Path.cwd()))
        raise


def _ask(question: str) -> str:
    return typer.prompt(question, default="", show_default=False)
