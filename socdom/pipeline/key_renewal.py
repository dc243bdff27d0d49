"""The verb that renews the key of the pseudonyms, and what it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdom import dutch
from socdom.parameters import Places
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.renewal import Renewed, discard_previous_key
from socdom.pipeline.renewal import renew_key as renewed_key


@dataclass(frozen=True)
class KeyRenewal:
    """What became of the key.

    Attributes:
        municipalities: municipality → what became of its vintages; None when only the previous key was thrown away.
        discarded: the previous key was there and is thrown away.
    """

    municipalities: Mapping[str, Renewed] | None
    discarded: bool = False

    @property
    def text(self) -> str:
        """In Dutch, for a terminal."""
        if self.municipalities is None:
            return "De vorige sleutel is verwijderd." if self.discarded else "Er is geen vorige sleutel."
        lines = ["De sleutel is vernieuwd."]
        for slug, renewed in self.municipalities.items():
            kept = (
                "1 bewaarde levering" if renewed.vintages == 1 else f"{renewed.vintages} bewaarde leveringen"
            )
            line = f"{slug}: {kept} omgezet."
            if renewed.lapsed:
                who = "persoon staat" if renewed.lapsed == 1 else "personen staan"
                line += (
                    f" {dutch.number(renewed.lapsed)} {who} niet meer in de levering van nu. "
                    "Komt zo iemand later terug, dan telt die als iemand anders."
                )
            lines.append(line)
        lines.append("De vorige sleutel staat er nog. Verwijder die met --opruimen als alles goed is.")
        return "\n".join(lines)


def renew_key(
    *, clean: bool = False, places: Places | None = None, progress: Progress = silent
) -> KeyRenewal:
    """Renew the key of the pseudonyms for all municipalities, or throw the previous key away.

    Raises:
        SocdomError: it cannot be done now; nothing has changed.
    """
    places = places or Places.from_environment()
    if clean:
        return KeyRenewal(None, discard_previous_key(places))
    return KeyRenewal(renewed_key(places, progress=progress))
