"""`socdom toegang` as an operator uses it: several at once, all faults at once, and nothing half."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import cli
from socdom.errors import ParameterError
from socdom.pipeline import access
from tests.lib.access import START, Clock
from tests.lib.workplace_of import Workplace, workplace_of

ACCOUNTS = "toegang: {wijze: accounts, uitnodiging_dagen: 3}\n"


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    return workplace_of(tmp_path, ACCOUNTS)


def test_each_gets_a_link_of_its_own(workplace: Workplace) -> None:
    made = access.invite("lindeveen", ["A@x.nl", "b@x.nl", " a@x.nl"], places=workplace.places, clock=Clock())
    assert [item.mail for item in made.invited] == ["a@x.nl", "b@x.nl"]
    begin = "https://dashboard.lindeveen.example/sociaal-domein/uitnodiging/"
    assert all(item.link.startswith(begin) for item in made.invited)
    assert len({item.link for item in made.invited}) == 2
    assert (made.days, made.notes) == (3, ())
    found = access.accounts("lindeveen", places=workplace.places, clock=Clock())
    assert [account.invited_until for account in found] == [START + 3 * 24 * 3600] * 2


@pytest.mark.parametrize(
    "wrong",
    [
        "jan",
        "jan@",
        "jan@x",
        "Jan <jan@x.nl>",
        "jan@x.nl?cc=piet@x.nl",
        "",
        "a" * 250 + "@x.nl",
        "j\u0430n@x.nl",
    ],
)
def test_one_that_is_wrong_stops_all_and_is_not_repeated(workplace: Workplace, wrong: str) -> None:
    with pytest.raises(ParameterError) as told:
        access.invite("lindeveen", ["goed@x.nl", wrong, "ook fout"], places=workplace.places)
    assert len(told.value.faults) == 2
    text = str(told.value)
    assert "adres 2: hier hoort een e-mailadres" in text
    assert "adres 3: " in text
    assert "ook fout" not in text
    assert not wrong or wrong not in text
    assert access.accounts("lindeveen", places=workplace.places) == []


def test_revoking_takes_all_or_none(workplace: Workplace) -> None:
    access.invite("lindeveen", ["a@x.nl", "b@x.nl"], places=workplace.places)
    with pytest.raises(ParameterError, match="adres 2: dit adres heeft geen account") as told:
        access.revoke("lindeveen", ["a@x.nl", "Niemand@x.nl"], places=workplace.places)
    assert "niemand@x.nl" not in str(told.value).lower()
    assert len(access.accounts("lindeveen", places=workplace.places)) == 2
    assert access.revoke("lindeveen", ["A@X.nl", "a@x.nl", "b@x.nl"], places=workplace.places) == 2
    assert access.accounts("lindeveen", places=workplace.places) == []


def test_who_starts_the_dashboard_hears_who_can_see_it(tmp_path: Path) -> None:
    for kind, told in (
        ("", "Alleen op deze computer te zien."),
        ("open", "zonder inloggen"),
        ("accounts", "Wie een account heeft"),
        ("sso", "inlogt bij de gemeente"),
        ("hub", "inlogt bij de hub"),
    ):
        beheer = f"toegang: {{wijze: {kind}}}\n" if kind else "{}\n"
        workplace = workplace_of(tmp_path / (kind or "none"), beheer)
        assert told in access.how_readers_come_in("lindeveen", places=workplace.places)


def test_accounts_for_a_dashboard_without_log_in_are_noted(tmp_path: Path) -> None:
    workplace = workplace_of(tmp_path, "toegang: {wijze: open}\n")
    file = workplace.parameters / "gemeente.yml"
    lines = [line for line in file.read_text().splitlines() if not line.startswith("dashboard_adres")]
    file.write_text("\n".join(lines))
    made = access.invite("lindeveen", ["a@x.nl"], places=workplace.places)
    assert len(made.notes) == 2
    assert made.invited[0].link.startswith("http://127.0.0.1:8866/uitnodiging/")


def said(
    words: list[str], workplace: Workplace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> str:
    monkeypatch.setenv("SOCDOM_ROOT", str(workplace.places.root))
    monkeypatch.delenv("SOCDOM_BEHEER", raising=False)
    monkeypatch.setattr("sys.argv", ["socdom", "toegang", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    out = capsys.readouterr()
    return f"{end.value.code or 0} {out.out}{out.err}"


def test_the_commands_in_dutch(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def tell(*words: str) -> str:
        return said(list(words), workplace, monkeypatch, capsys)

    assert "0 Er zijn nog geen accounts." in tell("lijst", "-g", "lindeveen")
    made = tell("uitnodigen", "a@x.nl", "b@x.nl", "--geldig", "1", "-g", "lindeveen")
    assert made.startswith("0 Mail elke link alleen aan de ontvanger. De link werkt één keer, 1 dag lang.")
    assert made.count("/sociaal-domein/uitnodiging/") == 2
    listed = tell("lijst", "-g", "lindeveen")
    assert listed.startswith("0 2 accounts.")
    assert listed.count("uitgenodigd tot") == 2
    assert "/uitnodiging/" not in listed
    assert tell("intrekken", "a@x.nl", "-g", "lindeveen") == "0 1 account ingetrokken en gewist.\n"
    assert tell("uitnodigen", "geen adres", "-g", "lindeveen").startswith("11 ")
    assert "toegang [OPTIES] OPDRACHT" in tell()
    assert "E-MAIL... ontbreekt" in tell("intrekken", "-g", "lindeveen")
