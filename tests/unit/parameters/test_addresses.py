"""Addresses of the parameters that become links: nothing in them can be another part of that link."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from socdom.parameters.addresses import Mailbox, Site

MAILBOX, SITE = TypeAdapter(Mailbox), TypeAdapter(Site)


@pytest.mark.parametrize(
    "address", ["", "griffie@lindeveen.example", "de.griffie+raad@mail.lindeveen.example"]
)
def test_a_mailbox(address: str) -> None:
    assert MAILBOX.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    ["griffie", "a@b", "a@b.example?bcc=x%40elders.example", "a@b.example&body=x", "a@b.example,x@elders.example",
     "a%40b@c.example", "a@b.example\n", 'a"@b.example', "<a@b.example>", "a@b.example?subject=x", "a:b@c.example"],
)  # fmt: skip
def test_what_would_add_something_to_a_mail_is_no_mailbox(address: str) -> None:
    with pytest.raises(ValidationError, match="e-mailadres als naam@gemeente"):
        MAILBOX.validate_python(address)


@pytest.mark.parametrize(
    "address",
    ["", "https://dashboard.lindeveen.example", "http://10.0.0.1:8866/raad/", "https://[::1]:8866/"],
)
def test_a_site(address: str) -> None:
    assert SITE.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    ["dashboard.lindeveen.example", "javascript:alert(1)", "https://", "https:///raad", "http://[x", "https://a.example:x/",
     "https://a.example:99999/", "https://lindeveen.example@elders.example/", "https://a:b@c.example",
     "https://a.example/?x=", "https://a.example/#x", "https://a.example/'x", "https://a.example\\@b.example",
     "https://a.example/\nx"],
)  # fmt: skip
def test_what_cannot_be_served_or_leads_elsewhere_is_no_site(address: str) -> None:
    """Of the name in it the server makes the one under which it answers: an address without one stopped every request."""
    with pytest.raises(ValidationError, match=r"een adres als https://dashboard\.gemeente\.nl"):
        SITE.validate_python(address)
