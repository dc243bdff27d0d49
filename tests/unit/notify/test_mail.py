"""The text of a mail, and its number."""

from __future__ import annotations

from socdom.notify.mail import Mail, message_id

LINK = "https://dashboard.lindeveen.example/sociaal-domein/een-heel-lang-adres-dat-niet-op-een-regel-past"


def test_lines_are_short_and_an_address_stays_whole() -> None:
    mail = Mail("k", ("a@b.nl",), "Onderwerp", ("woord " * 40, f"Het dashboard:\n{LINK}"))
    first, second = mail.text.split("\n\n")
    assert all(len(line) <= 72 for line in first.splitlines())
    assert first.split() == ["woord"] * 40
    assert second.splitlines() == ["Het dashboard:", LINK]


def test_the_number_is_that_of_the_event_and_the_sender() -> None:
    numbers = {message_id(key, sender) for key in ("a", "b") for sender in ("x@a.nl", "x@b.nl")}
    assert len(numbers) == 4
    assert message_id("a", "x@a.nl") in numbers
