"""What can go wrong through a user's doing, one class and one exit code per kind.

Every message is Dutch and follows one pattern: where, what must hold, what was found, what to do.
A fault names rows by number and counts them; it never holds a value that can identify a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socdom.person_numbers import covered

MAX_EXAMPLES = 10
# Of a fault that nobody foresaw: its exit code, and how it is told.
UNEXPECTED_CODE = 70
UNEXPECTED = "Er ging iets mis dat niet had mogen gebeuren"


def unexpected(error: Exception) -> str:
    """What is told of a fault that nobody foresaw: its kind alone, as its message could hold a value of a delivery."""
    return f"{UNEXPECTED} ({type(error).__name__}). Wat er al stond, staat er nog."


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one place.

    Attributes:
        place: file, column or parameter, as the user knows it.
        rule: what must hold, a Dutch sentence part ("een datum als 31-12-2020").
        count: number of rows (or values) that break the rule.
        rows: row numbers in the user's file (header is row 1); at most ten are shown.
        remedy: what to do, one Dutch sentence; may be empty.
    """

    place: str
    rule: str
    count: int = 1
    rows: tuple[int, ...] = ()
    remedy: str = ""

    def __str__(self) -> str:
        # A supplier may have put a number of a person in the name of a file, a sheet, a column or a table.
        text = covered(f"{self.place}: {self.rule}")
        if self.rows:
            shown = ", ".join(str(row) for row in self.rows[:MAX_EXAMPLES])
            more = (
                f" en nog {self.count - len(self.rows[:MAX_EXAMPLES])}" if self.count > MAX_EXAMPLES else ""
            )
            noun = "rij" if self.count == 1 else "rijen"
            text += f" ({self.count} {noun}: {shown}{more})"
        return f"{text}. {covered(self.remedy)}".rstrip() if self.remedy else f"{text}."


class SocdomError(Exception):
    """Elke fout die u zelf kunt oplossen. De melding zegt waar het zit, wat moet, en wat u kunt doen.

    Voorbeeld:
        try:
            sd.gemeente("lindeveen").figures("bestaat_niet")
        except sd.SocdomError as fout:
            print(fout)
    """

    exit_code = 1
    heading = "Het is niet gelukt"

    def __init__(self, faults: str | Fault | Sequence[Fault | str]) -> None:
        items: Iterable[Fault | str] = [faults] if isinstance(faults, str | Fault) else faults
        self.faults: tuple[Fault | str, ...] = tuple(items)
        super().__init__(self.report())

    def report(self) -> str:
        """Dutch text with all faults, counted; one line per fault."""
        lines = [str(fault) for fault in self.faults]
        if len(lines) == 1:
            return f"{self.heading}. {lines[0]}"
        return "\n".join([f"{self.heading}: {len(lines)} punten.", *(f"- {line}" for line in lines)])

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback; IPython asks an error for it by this name."""
        return self.report().splitlines()


class DefinitionError(SocdomError):
    """An indicator is defined wrongly."""

    exit_code = 10
    heading = "De definitie van een indicator klopt niet"


class ParameterError(SocdomError):
    """A parameter is unknown, missing or of the wrong kind."""

    exit_code = 11
    heading = "De parameters kloppen niet"


class UnknownName(ParameterError, AttributeError):
    """Somebody typed a name that is not there (`sd.gemeent`); for Python an attribute that is missing."""


class DeliveryError(SocdomError):
    """A delivery does not meet its contract."""

    exit_code = 12
    heading = "De levering is afgekeurd"


class DisclosureError(SocdomError):
    """Publishing would give a person away."""

    exit_code = 13
    heading = "Publiceren kan niet: personen zijn te herkennen"


class RenderError(SocdomError):
    """A notebook or a document could not be made."""

    exit_code = 14
    heading = "Het rapport kon niet worden gemaakt"


class EditionError(SocdomError):
    """An edition is missing, damaged, of another version, or being made by another run."""

    exit_code = 15
    heading = "De editie kan niet worden gebruikt"


class ServerError(SocdomError):
    """The dashboard or JupyterLab cannot be served."""

    exit_code = 16
    heading = "De webpagina's kunnen niet worden getoond"


class StorageError(SocdomError):
    """Something could not be written: the disk is full, or the user may not write there."""

    exit_code = 17
    heading = "Er kan niet worden geschreven"


class CountingError(SocdomError):
    """The figures could not be counted: the machine ended a process, as it does when memory runs out."""

    exit_code = 18
    heading = "Het rekenen is niet gelukt"


class NotReadyError(SocdomError):
    """An edition cannot be made definitive yet."""

    exit_code = 19
    heading = "De editie kan nog niet definitief worden"


class FrozenError(SocdomError):
    """A definitive edition would be another one now; it is never overwritten."""

    exit_code = 20
    heading = "De editie is definitief en verandert niet"


class NotEqualError(SocdomError):
    """An edition is no longer as it was made, or is another one when it is made again."""

    exit_code = 21
    heading = "De controle slaagt niet"


class MailError(SocdomError):
    """Mail could not be sent."""

    exit_code = 22
    heading = "De mail is niet verzonden"
