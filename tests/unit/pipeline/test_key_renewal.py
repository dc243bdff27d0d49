"""What renewing the key tells whoever asked for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.key_renewal import KeyRenewal, renew_key
from socdom.pipeline.renewal import Renewed
from socdom.sources.pseudonyms import load_key


def test_it_tells_who_will_not_be_known_again() -> None:
    told = KeyRenewal({"dorp": Renewed(1, 0), "stad": Renewed(3, 1234), "veld": Renewed(2, 1)}).text
    again = "Komt zo iemand later terug, dan telt die als iemand anders."
    assert told.splitlines() == [
        "De sleutel is vernieuwd.",
        "dorp: 1 bewaarde levering omgezet.",
        f"stad: 3 bewaarde leveringen omgezet. 1.234 personen staan niet meer in de levering van nu. {again}",
        f"veld: 2 bewaarde leveringen omgezet. 1 persoon staat niet meer in de levering van nu. {again}",
        "De vorige sleutel staat er nog. Verwijder die met --opruimen als alles goed is.",
    ]


def test_the_previous_key_is_thrown_away_once(tmp_path: Path) -> None:
    places = Places.from_environment(
        {"SOCDOM_ROOT": str(tmp_path / "plek"), "SOCDOM_SLEUTEL": str(tmp_path / "sleutels" / "sleutel")}
    )
    with pytest.raises(ParameterError, match="er is nog geen sleutel"):
        renew_key(places=places)
    first = load_key(places.key)
    assert renew_key(places=places).text.startswith("De sleutel is vernieuwd.")
    assert load_key(places.key) != first
    assert renew_key(clean=True, places=places).text == "De vorige sleutel is verwijderd."
    assert renew_key(clean=True, places=places).text == "Er is geen vorige sleutel."
