"""Read an edition: the only way report and dashboard get at figures."""

from __future__ import annotations

import json
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from socdom.areas import Area
from socdom.editions.additions import MEMBERS, ExpectedFile, SignalsRecord
from socdom.editions.answers import ANSWERS, AnswerRecord, AnswersRecord
from socdom.editions.archive import ArchiveRecord
from socdom.editions.borders import BORDERS, BordersRecord
from socdom.editions.changes import ChangesRecord
from socdom.editions.documents import DocumentsRecord
from socdom.editions.expected import ExpectedRecord
from socdom.editions.goals import GoalsRecord
from socdom.editions.groups import grouped
from socdom.editions.inventory import Inventory
from socdom.editions.inventory_check import figure_faults
from socdom.editions.lookback import LookbackRecord
from socdom.editions.model import FIGURE_COLUMNS, THEMES, Description, DuidingRecord, EditionMeta, Figure
from socdom.editions.record import Record
from socdom.editions.series import AllSeries
from socdom.errors import EditionError, Fault
from socdom.parameters import Places
from socdom.quarters import Quarter

FILES = (
    "figures.parquet",
    "edition.json",
    "inventory.json",
    "catalogue.json",
    "areas.json",
    "duiding.json",
    "signals.json",
    "goals.json",
    "documents.json",
    "expected.json",
    MEMBERS,
    "manifest.json",
)

_Record = TypeVar("_Record", bound=Record)
_MAKE = "Maak de editie met socdom quarter (een kwartaal) of socdom refresh (actueel)."


class Edition:
    """A finished edition in a folder.

    The folder is resolved once, so that a reader keeps the edition it opened when a newer one takes its place.

    Attributes:
        inventory: all that it publishes; what is not on it cannot be asked for.
        manifest: inputs, parameters, versions and checksums.
        signals: what people did with signals, and the baselines they decided on.
        goals: goals, promises and motions.
        documents: what the documents say beside figures.
        all_expected: what is told of amounts that are not complete.

    Raises:
        EditionError: the folder is no edition, a damaged one, or one of another version of the package.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder).resolve()
        if not self.folder.is_dir():
            raise EditionError(Fault(Path(folder).name, "deze editie is er nog niet", remedy=_MAKE))
        missing = [name for name in FILES if not (self.folder / name).is_file()]
        if missing:
            raise EditionError(
                Fault(
                    Path(folder).name,
                    "dit is geen volledige editie",
                    remedy=_MAKE,
                )
            )
        try:
            self.meta = EditionMeta.model_validate(self._json("edition.json"))
            self.inventory = Inventory.model_validate(self._json("inventory.json"))
            self.descriptions = {d["id"]: Description.model_validate(d) for d in self._json("catalogue.json")}
            self.duiding = [DuidingRecord.model_validate(d) for d in self._json("duiding.json")]
            self.areas = {a["code"]: Area(**a) for a in self._json("areas.json")}
            self.manifest: dict[str, Any] = dict(self._json("manifest.json"))
            self.signals = SignalsRecord.model_validate(self._json("signals.json"))
            self.goals = GoalsRecord.model_validate(self._json("goals.json"))
            self.documents = DocumentsRecord.model_validate(self._json("documents.json"))
            self.all_expected = ExpectedFile.model_validate(self._json("expected.json")).expected
        except (ValueError, KeyError, TypeError):  # no JSON, or not in the form of this version
            raise EditionError(
                Fault(
                    Path(folder).name,
                    "deze editie is beschadigd of met een andere versie van socdom gemaakt",
                    remedy="Maak de editie opnieuw.",
                )
            ) from None

    def _json(self, name: str) -> Any:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def _added(self, name: str, record: type[_Record]) -> _Record | None:
        """A file that not every edition has; None without it."""
        path = self.folder / name
        return record.model_validate_json(path.read_bytes()) if path.is_file() else None

    @cached_property
    def figures(self) -> pd.DataFrame:
        """All protected figures; columns FIGURE_COLUMNS, empty where a figure is not shown.

        Raises:
            EditionError: they are not the figures that the inventory declares: somebody changed one of the two.
        """
        frame = _table(self.folder / "figures.parquet")
        if figure_faults(frame, self.inventory):
            raise EditionError(
                Fault(
                    self.folder.name,
                    "de cijfers zijn niet die uit de lijst van wat de editie publiceert",
                    remedy="De editie is na het maken veranderd. Maak haar opnieuw.",
                )
            )
        return frame.loc[:, list(FIGURE_COLUMNS)]

    @cached_property
    def members(self) -> pd.DataFrame:
        """Public figures of the municipalities of the comparison; columns MEMBER_COLUMNS."""
        return _table(self.folder / MEMBERS)

    @cached_property
    def borders(self) -> BordersRecord:
        """The borders of the wijken; without areas when the municipality gave none."""
        return self._added(BORDERS, BordersRecord) or BordersRecord()

    @cached_property
    def changes(self) -> ChangesRecord | None:
        """What differs from the edition before; None when there is none before."""
        return self._added("changes.json", ChangesRecord)

    def over_years(self, years: int) -> Edition:
        """This edition, its quarters shown over so many years; the same figures and texts."""
        found = copy(self)
        found.meta = self.meta.model_copy(update={"lookback": 4 * years})
        return found

    @cached_property
    def lookback(self) -> LookbackRecord:
        """What earlier editions said and what came of it; without editions when there is nothing to look back on."""
        return self._added("lookback.json", LookbackRecord) or LookbackRecord()

    @cached_property
    def archive(self) -> ArchiveRecord:
        """The reports that the council can get; only the edition `actueel` has them."""
        return self._added("archive.json", ArchiveRecord) or ArchiveRecord()

    @cached_property
    def answers(self) -> tuple[AnswerRecord, ...]:
        """What the griffie answered to questions, newest first; only the edition `actueel` has them."""
        return (self._added(ANSWERS, AnswersRecord) or AnswersRecord()).answers

    def expected(self, indicator: str, period: str) -> ExpectedRecord | None:
        """What is expected of an amount of the municipality; None where nothing is still to come, or is not known."""
        found = (item for item in self.all_expected if (item.indicator, item.period) == (indicator, period))
        return next(found, None)

    @cached_property
    def developments(self) -> str:
        """Markdown of the page "ontwikkelingen"; "" when there is none."""
        path = self.folder / "ontwikkelingen.md"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @cached_property
    def _all_series(self) -> AllSeries:
        return AllSeries(self.figures)

    def series(
        self,
        indicator: str,
        area: str | None = None,
        dimension: str = "",
        category: str = "",
        *,
        lookback: bool = True,
    ) -> list[Figure]:
        """Figures of one series in order of period; the municipality's own when no area is named.

        With `lookback` only the quarters the edition looks back over (yearly figures are all kept).
        """
        found = self._all_series.of(indicator).get((area or self.meta.code, dimension, category), [])
        first = self.meta.first_period if lookback else ""
        return [figure for figure in found if "Q" not in figure.period or figure.period >= first]

    def figure(
        self,
        indicator: str,
        period: str | None = None,
        area: str | None = None,
        dimension: str = "",
        category: str = "",
    ) -> Figure | None:
        """One figure, or None when the edition does not hold it; the newest when no period is named."""
        found = self.series(indicator, area, dimension, category, lookback=False)
        if period is not None:
            found = [figure for figure in found if figure.period == period]
        return found[-1] if found else None

    def breakdown(
        self, indicator: str, dimension: str, period: str | None = None, area: str | None = None
    ) -> list[Figure]:
        """Figures of every category of a breakdown in one period (default: the newest there is)."""
        return self._all_series.across(indicator, (area or self.meta.code,), dimension, period)

    def by_area(self, indicator: str, level: str, period: str | None = None) -> list[Figure]:
        """The total of every area of a level ("wijk", "buurt") in one period (default: the newest there is)."""
        codes = {area.code for area in self.areas.values() if area.level == level}
        return self._all_series.across(indicator, codes, "", period)

    def indicators(self, theme: str | None = None) -> list[Description]:
        """Descriptions in the order of the catalogue, of one theme or of all; without the policy indicators."""
        own = (d for d in self.descriptions.values() if not d.is_policy_indicator)
        return [d for d in own if theme in (None, d.theme)]

    @cached_property
    def places(self) -> dict[str, int]:
        """Place of each indicator with figures on the page of its theme, from 0: key figures first, then by group."""
        found: dict[str, int] = {}
        for theme in THEMES:
            groups = grouped([d for d in self.indicators(theme) if self.series(d.id)])
            items = [item.id for group in groups for item in group.items]
            found |= {indicator: place for place, indicator in enumerate(items)}
        return found

    def policy_indicators(self) -> list[Description]:
        """The indicators every municipality must publish, in the order of their number."""
        return sorted(
            (d for d in self.descriptions.values() if d.is_policy_indicator), key=lambda d: int(d.bbv)
        )

    def period_of(self, indicator: str, chosen: str | None) -> str | None:
        """The period of an indicator that goes with a chosen one: of yearly figures the newest year that was over.

        A quarter in the middle of 2020 has the year 2019 beside it. None, the newest of each, stays None.
        """
        found = self.series(indicator, lookback=False)
        if chosen is None or "Q" not in chosen or not found or "Q" in found[0].period:
            return chosen
        quarter = Quarter.parse(chosen)
        over = str(quarter.year if quarter.number == 4 else quarter.year - 1)
        return max((figure.period for figure in found if figure.period <= over), default=over)

    def themes(self) -> dict[str, str]:
        """Theme → Dutch title, for the themes this edition has figures of."""
        present = {description.theme for description in self.indicators()}
        return {theme: title for theme, title in THEMES.items() if theme in present}

    def explanation(self, *, indicator: str = "", theme: str = "") -> DuidingRecord | None:
        """The approved explanation of an indicator or of a theme, if there is one to show."""
        matches = [d for d in self.duiding if (d.indicator, d.thema) == (indicator, theme)]
        return matches[-1] if matches else None

    def area_name(self, code: str) -> str:
        """Dutch name of an area of this edition."""
        return self.areas[code].name


def open_edition(gemeente: str, name: str = "actueel", places: Places | None = None) -> Edition:
    """The edition of a municipality by its name: a quarter ("2020Q4") or "actueel".

    Raises:
        EditionError: there is no such edition.
    """
    return Edition((places or Places.from_environment()).rendered / gemeente / name)


def _table(path: Path) -> pd.DataFrame:
    """A Parquet file, read without a thread: kernels are forked from a process that has read an edition.

    `pandas.read_parquet` asks pyarrow for a data set, which starts threads whatever it is told.
    """
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path, pre_buffer=False) as file:
        return file.read(use_threads=False).to_pandas(use_threads=False)
