"""Which message it is, from its namespace."""

from __future__ import annotations

import pytest

from socdom.sources.messages.standard import Kind, Refused, kind_of

NOW = "http://www.istandaarden.nl/iwmo/3_2/wmo301/schema"


def test_law_and_answer_by_name():
    assert kind_of(NOW, "Bericht") == Kind("wmo", "301")
    youth = kind_of("http://www.istandaarden.nl/ijw/3_2/jw325/schema", "Bericht")
    assert (youth.name, youth.law, youth.answers) == ("JW325", "jeugd", Kind("jw", "323"))
    assert Kind("wmo", "323").answers is None


@pytest.mark.parametrize(
    ("namespace", "root", "reason"),
    [
        (
            "http://www.istandaarden.nl/iwmo/2_1/wmo301/schema/2_1",
            "Bericht",
            "bericht van iWmo 2.1; socdom leest 3.2",
        ),
        (
            "http://www.istandaarden.nl/iwmo/2_0/wmo301/schema/2_1",
            "Bericht",
            "bericht van iWmo 2.1; socdom leest 3.2",
        ),
        (
            "http://www.istandaarden.nl/ijw/3_1/jw323/schema",
            "Bericht",
            "bericht van iJw 3.1; socdom leest 3.2",
        ),
        (
            "http://www.istandaarden.nl/ijw/3_0/jw323/schema",
            "Bericht",
            "bericht van iJw 3.0; socdom leest 3.2",
        ),
        ("http://www.istandaarden.nl/iwmo/3_2/wmo401/schema", "Bericht", "socdom leest geen bericht WMO401"),
        (NOW, "Brief", "socdom leest geen bericht WMO301"),
        ("", "html", "dit is geen bericht van iWmo of iJw"),
        ("http://www.egem.nl/StUF/StUF0301", "Di01", "envelop"),
        ("http://schemas.xmlsoap.org/soap/envelope/", "Envelope", "envelop"),
    ],
)
def test_others_are_refused_by_name(namespace, root, reason):
    with pytest.raises(Refused) as refused:
        kind_of(namespace, root)
    assert reason in refused.value.reason
