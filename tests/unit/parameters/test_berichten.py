"""Who is mailed: what is refused before a mail is ever sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.beheer import load_beheer

SMTP = "smtp: {server: mail.lindeveen.example, afzender: socdom@lindeveen.example"


def loaded(folder: Path, text: str) -> str:
    """What is wrong with a `berichten` of this text; "" when nothing is."""
    (folder / "beheer.yml").write_text(f"berichten: {{{text}}}\n", encoding="utf-8")
    try:
        load_beheer(folder)
    except ParameterError as error:
        return str(error)
    return ""


def test_as_it_should_be(tmp_path: Path) -> None:
    assert loaded(tmp_path, f"{SMTP}}}, beheerder: [a@lindeveen.example]") == ""
    assert load_beheer(tmp_path).berichten.smtp.poort == 587  # type: ignore[union-attr]
    assert loaded(tmp_path, "") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{SMTP}}}", "vul beheerder in"),
        ("beheerder: [a@lindeveen.example]", "vul smtp in"),
        (f"{SMTP}, beveiliging: geen, gebruiker: x}}, beheerder: [a@b.nl]", "onderweg te lezen"),
        (f"{SMTP}}}, beheerder: [geen adres]", "een e-mailadres als"),
        (f"{SMTP}}}, beheerder: ['']", "een e-mailadres als"),
        (f"{SMTP}}}, beheerder: ['a@b.nl, c@d.nl']", "een e-mailadres als"),
        (f"{SMTP}, wachtwoord: geheim}}, beheerder: [a@b.nl]", "dit veld bestaat niet"),
        ("smtp: {server: 'mail b.nl', afzender: a@b.nl}, beheerder: [a@b.nl]", "niet de goede vorm"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, told: str) -> None:
    refused = loaded(tmp_path, text)
    assert told in refused
    assert "geheim" not in refused
    assert "geen adres" not in refused
