"""Words that back offices write in a column of codes, and the code of socdom that each stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from socdom.measures.code_labels import code_labels
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.mapping.words import plain
from socdom.tables.codes import PROVISION_LAWS, SEXES, SIDES, codes_of

_WORK = (
    "uitstroom naar werk;werk in loondienst;arbeid;aanvaarding werk;arbeid in dienstbetrekking;betaald werk"
)
_MOVED = "verhuisd;verhuizing naar andere gemeente;verhuisd naar andere gemeente;vertrek uit gemeente"
_REST = "overige;anders;overige redenen;andere reden;overige oorzaak"
# (table, column) → code → words, separated by ";".
_WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("persons", "sex"): {
        "man": "m;mannelijk;male;1;mannen",
        "vrouw": "v;vrouwelijk;female;f;2;vrouwen",
        "onbekend": "o;x;0;9;niet bekend;onbepaald;ongespecificeerd",
    },
    ("*", "law"): {
        "wmo": "wmo 2015;wmo2015;wet maatschappelijke ondersteuning",
        "jeugd": "jeugdwet;jw;jeugdhulp;jeugdzorg",
        "participatie": "participatiewet;pw;p wet;pwet;bijstand",
        "schulden": "wgs;schuldhulpverlening;schuldhulp;wet gemeentelijke schuldhulpverlening",
    },
    ("provisions", "form"): {
        "zin": "zorg in natura;natura;in natura;hulp in natura",
        "pgb": "persoonsgebonden budget;persoonsgebondenbudget",
    },
    ("applications", "outcome"): {
        "toegekend": "toekenning;toekennen;toegewezen;toewijzing;positief;akkoord;gehonoreerd;verleend",
        "afgewezen": "afwijzing;afwijzen;negatief;geweigerd;afgekeurd;niet toegekend",
        "ingetrokken": "intrekking;teruggetrokken;ingetrokken door client;ingetrokken door aanvrager",
        "buiten behandeling": "buiten behandeling gesteld;buiten behandeling gelaten;niet in behandeling genomen",
    },
    ("budget", "side"): {
        "lasten": "l;last;uitgaven;uitgave;kosten",
        "baten": "b;bate;inkomsten;opbrengsten;opbrengst",
    },
    ("benefits", "end_reason"): {
        "werk": _WORK,
        "opleiding": "studie;scholing;onderwijs;volgen van opleiding;studiefinanciering",
        "verhuizing": _MOVED,
        "samenwonen": "aangaan relatie;gezamenlijke huishouding;huwelijk of samenwoning;huwelijk",
        "pensioen": "aow;bereiken aow leeftijd;aow leeftijd;bereiken pensioengerechtigde leeftijd",
        "overlijden": "overleden",
        "overig": _REST,
    },
    ("reintegrations", "category"): {
        "loonkostensubsidie": "lks;loonkosten subsidie",
        "beschut werk": "beschut;nieuw beschut;beschut werken",
        "werkervaring": "werkervaringsplaats;werkervaringsplek;participatieplaats;leerwerkplek",
        "scholing": "opleiding;cursus;training;scholing en opleiding",
        "begeleiding": "jobcoach;jobcoaching;coaching;begeleiding op de werkplek",
        "overig": _REST,
    },
    ("reintegrations", "end_reason"): {
        "werk": _WORK,
        "afgerond": "voltooid;afgesloten;volgens plan;traject afgerond",
        "voortijdig": "voortijdig beeindigd;uitval;uitgevallen;afgebroken;gestopt;voortijdig gestopt",
        "overig": _REST,
    },
    ("debt_trajectories", "end_reason"): {
        "schuldenvrij": "schulden vrij;schulden opgelost",
        "schuldregeling": "schuldregeling geslaagd;schuldregeling tot stand;minnelijke regeling",
        "doorverwezen": "doorverwijzing;verwezen",
        "uitval": "uitgevallen;voortijdig beeindigd;afgebroken",
        "verhuizing": _MOVED,
        "overlijden": "overleden",
        "overig": _REST,
    },
    ("debt_signals", "kind"): {
        "huur": "huurachterstand;verhuurder;woningcorporatie;woonlasten",
        "energie": "gas;elektra;stroom;gas en elektra;energieleverancier;energiebedrijf",
        "water": "drinkwater;waterbedrijf;drinkwaterbedrijf",
        "zorgverzekering": "zorgverzekeraar;zorgpremie;premie zorgverzekering",
    },
    ("debt_signals", "result"): {
        "hulp": "hulp geaccepteerd;hulp aanvaard;aanbod geaccepteerd;aanbod aanvaard;aanmelding schuldhulp",
        "geen hulp nodig": "geen hulpvraag;zelf opgelost;reeds opgelost;al opgelost",
        "wil geen hulp": "hulp geweigerd;weigert hulp;aanbod geweigerd;geen hulp gewenst",
        "geen contact": "niet bereikt;geen gehoor;geen reactie;niet bereikbaar",
    },
    ("*", "referrer"): {
        "01": "wijkteam;gemeentelijke toegang",
        "06": "zelfverwijzer;geen verwijzer;zelfverwijzer geen verwijzer",
        "08": "rechter;raad voor de kinderbescherming",
    },
    ("*", "unit"): {
        "01": "minuut;min",
        "04": "uur",
        "14": "etmaal",
        "16": "dagdeel;dagdelen",
        "82": "stuks output;stuk output",
        "83": "euro;eur",
        "84": "stuks inspanning;stuk inspanning",
    },
    ("*", "category"): {
        "01": "huishoudelijke hulp;hulp bij huishouden;huishoudelijke ondersteuning",
        "06": "overige ondersteuning gericht op individu of huishouden gezin",
        "09": "overige groepsgerichte ondersteuning",
        "43": "jeugdhulp verblijf incl behandeling",
        "44": "jeugdhulp verblijf excl behandeling",
        "45": "jeugdhulp ambulant",
        "46": "jeugdhulp crisis",
        "48": "uitvoeren van jeugdbeschermingsmaatregelen",
        "49": "preventief justitieel kader",
    },
}
_BY_CODE_SYSTEM = re.compile(r"0*([0-9]{1,2})(?![0-9])[\s:.\-–]+\D.*")


def codes(spec: DeliveryFile, column: Column) -> tuple[str, ...]:
    """The codes a column can hold; empty when any text will do."""
    return _codes(spec.tables[0], column.name, _laws(spec))


def known_words(spec: DeliveryFile, column: Column) -> Mapping[str, str]:
    """Word → code, for the words that socdom knows of a column; the codes themselves are not among them."""
    return _known_words(spec.tables[0], column.name, _laws(spec))


def code_for(text: str, spec: DeliveryFile, column: Column) -> str:
    """The code that a text stands for; "" when that is not clear."""
    allowed = codes(spec, column)
    if column.kind == "two digits":
        number = re.fullmatch(r"0*([0-9]{1,2})", text) or _BY_CODE_SYSTEM.fullmatch(text)
        code = number[1].zfill(2) if number else ""
        if code in allowed:
            return code
    word = plain(text)
    return word if word in allowed else known_words(spec, column).get(word, "")


def _laws(spec: DeliveryFile) -> tuple[str, ...]:
    law = spec.constants.get("law", "")
    return (law,) if law else ()


@cache
def _known_words(table: str, name: str, laws: tuple[str, ...]) -> dict[str, str]:
    """A word that means another thing under each law is left out where the rows can be of both."""
    table = "persons" if name == "sex" else table
    meanings: dict[str, set[str]] = defaultdict(set)
    for law in laws or PROVISION_LAWS:
        for code, label in code_labels(table, name, (law,)).items():
            meanings[plain(label)].add(code)
    for code, text in (_WORDS.get((table, name)) or _WORDS.get(("*", name), {})).items():
        for word in text.split(";"):
            meanings[word].add(code)
    allowed = _codes(table, name, laws)
    clear = {word: found & set(allowed) for word, found in meanings.items() if word not in allowed}
    return {word: next(iter(found)) for word, found in clear.items() if len(found) == 1}


def _codes(table: str, name: str, laws: Sequence[str]) -> tuple[str, ...]:
    fixed = {"sex": SEXES, "side": SIDES}
    return fixed.get(name) or codes_of(table, name, laws)
