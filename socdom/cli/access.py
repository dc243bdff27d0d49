"""Commands for who hands out access to the dashboard."""

from __future__ import annotations

from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say
from socdom.command_help import DutchCommand, DutchGroup

toegang = typer.Typer(
    name="toegang",
    cls=DutchGroup,
    rich_markup_mode=None,
)
app.add_typer(toegang)

_Mails = Annotated[list[str], typer.Argument(metavar="E-MAIL...", help="Een of meer e-mailadressen.")]


@toegang.callback(invoke_without_command=True)
def without_command(asked: typer.Context) -> None:
    """Bepaal wie het dashboard mag zien."""
    if asked.invoked_subcommand is None:
        say(asked.get_help())


@toegang.command(cls=DutchCommand)
def uitnodigen(
    mails: _Mails,
    gemeente: GemeenteOption,
    days: Annotated[
        int | None, typer.Option("--geldig", help="Hoeveel dagen de link werkt.", min=1, max=31)
    ] = None,
) -> None:
    """Geef iemand toegang, of een nieuw wachtwoord.

    U krijgt per adres een link. Mail die zelf aan de ontvanger. Een link werkt één keer. Een oudere link van hetzelfde
    adres werkt dan niet meer. Het oude wachtwoord werkt tot er een nieuw is.
    """
    from socdom.pipeline import access

    made = access.invite(gemeente, mails, days=days)
    length = "1 dag" if made.days == 1 else f"{made.days} dagen"
    say(f"Mail elke link alleen aan de ontvanger. De link werkt één keer, {length} lang.")
    for item in made.invited:
        say(f"  {item.mail}")
        say(f"    {item.link}")
    for note in made.notes:
        say(f"Let op: {note}")


@toegang.command(cls=DutchCommand)
def intrekken(mails: _Mails, gemeente: GemeenteOption) -> None:
    """Neem iemand de toegang af.

    Het account en het adres worden gewist. Wie is ingelogd, is er binnen een paar tellen uit.
    """
    from socdom.pipeline import access

    count = access.revoke(gemeente, mails)
    say("1 account ingetrokken en gewist." if count == 1 else f"{count} accounts ingetrokken en gewist.")


@toegang.command(cls=DutchCommand)
def lijst(gemeente: GemeenteOption) -> None:
    """Toon wie toegang heeft.

    Van wie inlogt, bewaart socdom alleen de maand.
    """
    from socdom.pipeline import access
    from socdom.usage.periods import month_label

    found = access.accounts(gemeente)
    if not found:
        say(f"Er zijn nog geen accounts. Nodig iemand uit: socdom toegang uitnodigen E-MAIL -g {gemeente}.")
        return
    say("1 account." if len(found) == 1 else f"{len(found)} accounts.")
    width = max(len(account.mail) for account in found)
    for account in found:
        say(f"  {account.mail:<{width}}  {_standing(account.has_password, account.invited_until)}")
        if account.last_month:
            say(f"  {'':<{width}}  laatst ingelogd in {month_label(account.last_month)}")


def _standing(has_password: bool, invited_until: int | None) -> str:
    from datetime import datetime

    from socdom import dutch

    until = dutch.day(datetime.fromtimestamp(invited_until).date()) if invited_until else ""
    if has_password:
        return f"heeft een wachtwoord; nieuwe link tot {until}" if until else "heeft een wachtwoord"
    return f"uitgenodigd tot {until}" if until else "uitnodiging verlopen"
