"""The pages that explain: Uitleg, the list of themes, the declaration of accessibility."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom import blocks
from socdom.dashboard.menu import theme_links
from socdom.editions.accessibility import AccessibilityRecord, AuditRecord, BarrierRecord
from socdom.editions.read import Edition
from tests.unit.blocks.conftest import Parse
from tests.unit.blocks.edited import edited


def told(edition: Edition, record: AccessibilityRecord) -> str:
    other = Edition(edition.folder)
    other.meta = edition.meta.model_copy(update={"accessibility": record})
    return blocks.accessibility(other)


def test_explanation_has_its_examples_from_the_edition(sample: Edition, parse: Parse) -> None:
    tree = parse(blocks.explained(sample))
    newest = sample.figure("jeugdhulp_gebruik")
    assert newest is not None
    shown = sample.descriptions["jeugdhulp_gebruik"].text(newest.value)
    assert tree.find_class("groot")[0].text_content().rstrip("*") == shown
    assert tree.xpath("//figure//svg")
    words = tree.text_content()
    assert f"afgerond op {sample.meta.protection.round_to}" in words
    assert "binnen 5 werkdagen" in words


def test_explanation_says_nothing_of_what_is_not_there(open_edition: Edition) -> None:
    text = blocks.explained(open_edition)
    assert "Op een thema kiest u een wijk" not in text
    assert "Signaal" not in text
    assert "afgerond op" not in text


def test_explanation_of_an_edition_without_a_shown_figure_has_no_example(
    sample: Edition, tmp_path: Path
) -> None:
    figures = sample.figures.assign(status="geheim", value=None, numerator=None, denominator=None)
    text = blocks.explained(edited(tmp_path, figures=figures))
    assert "<svg" not in text
    assert 'class="groot"' not in text
    assert "Een punt (.)" in text


def test_list_of_themes_names_every_theme_with_its_key_figures(sample: Edition, parse: Parse) -> None:
    tree = parse(blocks.theme_list(sample, links=theme_links(sample)))
    assert [head.text_content() for head in tree.iter("h2")] == list(sample.themes().values())
    names = {link.text_content() for link in tree.xpath("//ul[@class='cijferlijst']//a")}
    assert {d.short for d in sample.indicators() if d.key_figure and sample.figure(d.id)} <= names
    assert all(
        section.find_class("bevinding")[0].text_content().strip() for section in tree.find_class("thema")
    )


def test_nothing_is_claimed_that_was_not_looked_into(sample: Edition) -> None:
    text = blocks.accessibility(sample)
    assert "C: eerste maatregelen genomen" in text
    assert "nog geen volledig onderzoek" in text
    assert "staat nog niet in het register" in text
    assert "griffie@lindeveen.example" in text


def test_declaration_tells_audit_register_and_what_does_not_comply(sample: Edition) -> None:
    audit = AuditRecord(
        day=date(2020, 5, 1), by="Bureau Voorbeeld", report="https://voorbeeld.example/rapport"
    )
    barrier = BarrierRecord(
        what="De kaart heeft te weinig contrast.", effect="U ziet de grens niet.", measure="Nieuwe kleuren.",
        ready=date(2021, 6, 1),
    )  # fmt: skip
    text = told(
        sample,
        AccessibilityRecord(
            status="B", declaration="https://register.example/1", audit=audit, barriers=(barrier,),
            email="toegankelijk@lindeveen.example", phone="14 0123",
        ),
    )  # fmt: skip
    for part in (
        "B: voldoet gedeeltelijk", "Bureau Voorbeeld, op 1 mei 2020", "https://voorbeeld.example/rapport",
        "https://register.example/1", "De kaart heeft te weinig contrast.", "Klaar op 1 juni 2021.",
        "toegankelijk@lindeveen.example", "14 0123",
    ):  # fmt: skip
        assert part in text
    assert "nog geen volledig onderzoek" not in text


@pytest.mark.parametrize(("status", "words"), [("A", "voldoet volledig"), ("D", "voldoet niet")])
def test_letters_of_the_register_have_their_names(sample: Edition, status: str, words: str) -> None:
    record = AccessibilityRecord.model_validate({"status": status})
    assert f"{status}: {words}" in told(sample, record)
