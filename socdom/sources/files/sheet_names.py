"""Names of sheets and columns: how they are sought, and what messages call a sheet.

By its name where that names nobody, for some people give each client a sheet.
"""

from __future__ import annotations

import re
import unicodedata

# A year and a quarter, or a year and a month.
_MOST_DIGITS = 6
# Words of which names of sheets are made, beside short numbers.
_USUAL = frozenset(
    "blad sheet tab tabblad werkblad tabel table export data dataset gegevens bestand bron uitvoer output "
    "lijst overzicht rapport rapportage report totaal totalen toelichting uitleg legenda info informatie "
    "metadata codes code codelijst codelijsten draaitabel pivot resultaat resultaten query selectie levering "
    "leveringen wmo jeugd jeugdwet jw iwmo ijw client clienten persoon personen adres adressen brp voorziening "
    "voorzieningen indicaties beschikkingen toewijzingen aanvraag aanvragen melding meldingen uitkering "
    "uitkeringen bijstand pw participatie participatiewet re integratie reintegratie trajecten schuld schulden "
    "schuldhulp schuldhulpverlening vroegsignalering vroegsignalen signalen declaratie declaraties facturen "
    "bevolking inwoners huishoudens begroting realisatie lasten baten iv3 zin pgb actueel historie lopend "
    "beeindigd alle nieuw oud een twee drie vier deel januari februari maart april mei juni juli augustus "
    "september oktober november december jan feb mrt apr jun jul aug sep okt nov dec kwartaal jaar maand week "
    "q k kw de het en van per voor in tot met t m op".split()
)


def may_be_told(sheet: str) -> bool:
    """Whether the name of a sheet is made of usual words and short numbers, and so names nobody."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", sheet.casefold()) if not unicodedata.combining(sign)
    )
    digits = re.findall("[0-9]+", bare)
    # A BSN may be written in groups.
    return sum(map(len, digits)) <= _MOST_DIGITS and _USUAL.issuperset(re.findall(r"[^\W\d_]+", bare))


def loose(name: str) -> str:
    """A name of a sheet or a column without regard to capitals and spaces, to seek it by."""
    return " ".join(name.split()).casefold()


def called(sheet: str) -> str:
    """ "blad Export", or "het gekozen blad" when its name may be that of a person."""
    return f"blad {sheet}" if may_be_told(sheet) else "het gekozen blad"
