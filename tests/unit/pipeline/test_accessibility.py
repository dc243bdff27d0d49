"""The declaration of accessibility, from the parameters to the edition."""

from __future__ import annotations

from datetime import date

from socdom.editions.accessibility import AccessibilityRecord
from socdom.parameters.toegankelijkheid import Toegankelijkheid
from socdom.pipeline.accessibility import accessibility_of


def test_everything_that_is_declared_reaches_the_edition() -> None:
    told = Toegankelijkheid.model_validate(
        {
            "status": "B",
            "verklaring": "https://register.example/1",
            "onderzoek": {
                "datum": date(2020, 5, 1),
                "door": "Bureau Voorbeeld",
                "rapport": "https://voorbeeld.example/r",
            },
            "knelpunten": [{"wat": "De kaart.", "gevolg": "U ziet niets.", "maatregel": "Een lijst."}],
            "melden": {"email": "hulp@lindeveen.example", "telefoon": "14 0123"},
        }
    )
    found = accessibility_of(told)
    assert found.model_dump(mode="json") == {
        "status": "B",
        "declaration": "https://register.example/1",
        "audit": {"day": "2020-05-01", "by": "Bureau Voorbeeld", "report": "https://voorbeeld.example/r"},
        "barriers": [
            {"what": "De kaart.", "effect": "U ziet niets.", "measure": "Een lijst.", "ready": None}
        ],
        "email": "hulp@lindeveen.example",
        "phone": "14 0123",
    }


def test_who_declares_nothing_claims_nothing() -> None:
    assert accessibility_of(Toegankelijkheid()) == AccessibilityRecord()
