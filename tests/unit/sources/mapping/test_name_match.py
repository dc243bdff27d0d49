"""Names of columns as back offices write them."""

from __future__ import annotations

import pytest

from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.mapping.name_match import KNOWN, OWN, PARTLY, likeness


def like(header: str, delivery: str, own: str) -> float:
    spec = DELIVERIES[delivery]
    return likeness(header, spec, next(column for column in spec.columns if column.header == own))


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_every_own_name_is_nearest_to_itself(delivery: str) -> None:
    columns = DELIVERIES[delivery].columns
    for column in columns:
        near = {other.header: like(column.header, delivery, other.header) for other in columns}
        assert near.pop(column.header) == OWN
        assert all(score < OWN for score in near.values())


@pytest.mark.parametrize(
    ("header", "delivery", "own"),
    [
        ("BSN", "clienten", "bsn"),
        ("Burgerservicenummer", "clienten", "bsn"),
        ("BSN cliënt", "clienten", "bsn"),
        ("BSN_NR", "clienten", "bsn"),
        ("Geb.dat.", "clienten", "geboortedatum"),
        ("DATGEBOORTE", "clienten", "geboortedatum"),
        ("GeboorteDatum", "clienten", "geboortedatum"),
        ("Gezinsnummer", "clienten", "huishoudnummer"),
        ("CBS-buurt", "clienten", "buurtcode"),
        ("T/m", "clienten", "tot"),
        ("Ingangsdatum", "voorzieningen_wmo", "begindatum"),
        ("DATUM_INGANG", "voorzieningen_wmo", "begindatum"),
        ("startdatum voorziening", "voorzieningen_wmo", "begindatum"),
        ("Datum einde", "voorzieningen_wmo", "einddatum"),
        ("Tot en met", "voorzieningen_wmo", "einddatum"),
        ("iWmo categorie", "voorzieningen_wmo", "productcategorie"),
        ("AGB-code", "voorzieningen_wmo", "aanbieder"),
        ("ZIN/PGB", "voorzieningen_jeugd", "leveringsvorm"),
        ("Reden beëindiging", "uitkeringen", "reden_beeindiging"),
        ("IngediendBedrag", "declaraties", "bedrag"),
        ("Zaaknr.", "aanvragen", "aanvraagnummer"),
    ],
)
def test_names_of_back_offices_are_known(header: str, delivery: str, own: str) -> None:
    scores = {column.header: like(header, delivery, column.header) for column in DELIVERIES[delivery].columns}
    assert max(scores, key=lambda name: scores[name]) == own
    assert scores[own] >= KNOWN


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("A-nummer", "bsn"),
        ("BSN partner", "bsn"),
        ("bsn_moeder", "bsn"),
        ("Geboorteplaats", "geboortedatum"),
        ("Geboortedatum partner", "geboortedatum"),
        ("Naam", "bsn"),
        ("", "bsn"),
        ("---", "bsn"),
    ],
)
def test_what_is_of_somebody_or_something_else_is_not_taken(header: str, own: str) -> None:
    assert like(header, "clienten", own) == 0


def test_a_known_name_among_other_words_is_less_sure() -> None:
    assert PARTLY <= like("Client: BSN (verplicht)", "clienten", "bsn") < KNOWN
    assert 0 < like("geboortedatm", "clienten", "geboortedatum") < PARTLY
