"""What goes into an edition: parameters and files, and one fingerprint of it all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from socdom.areas import Area
from socdom.disclosure.policy import Policy
from socdom.editions.frozen import Frozen, draft_name, frozen_before, newest_frozen, version_name
from socdom.editions.protection import ProtectionRecord
from socdom.editions.write import versions
from socdom.parameters import Duiding, Gemeente, Kwartaal, Places, load_gemeente, load_kwartaal, read_duiding
from socdom.parameters.antwoorden import Antwoord, read_antwoorden
from socdom.parameters.doelen import Doelen, read_doelen
from socdom.parameters.gebieden import Gebieden, load_gebieden
from socdom.parameters.ontwikkelingen import read_developments
from socdom.parameters.signalen import Signalen, read_signalen
from socdom.pipeline.archive import intact_reports, standing_reports
from socdom.pipeline.earlier import earlier_editions, edition_before
from socdom.pipeline.gate import Gate
from socdom.pipeline.input_files import input_files
from socdom.pipeline.input_marks import plain_marks, sealed_marks
from socdom.pipeline.program import program_hash
from socdom.pipeline.progress import Progress
from socdom.pipeline.protection import policy_from, record_of
from socdom.pipeline.renewal import finish_renewal
from socdom.pipeline.shown_quarter import shown_quarter
from socdom.pipeline.supplied import supply_of
from socdom.pipeline.taking_in import Intake, taken_in
from socdom.quarters import Quarter
from socdom.report.documents import DOCUMENTS
from socdom.sources.beleidsindicatoren import read_policy_indicators
from socdom.sources.open_data import OpenData
from socdom.sources.pseudonyms import load_key
from socdom.sources.published import read_published
from socdom.sources.supply import Supply
from socdom.sources.vintages import key_id

Kind = Literal["kwartaal", "actueel"]
State = Literal["concept", "definitief", "actueel"]
_NOT_PUBLISHED = {"bestanden", "databases", "berichten"}


@dataclass(frozen=True)
class Inputs:
    """Everything a run needs to know before it opens a delivery.

    Attributes:
        slug: folder name of the municipality ("lindeveen").
        policy: how strict figures are protected, as `gemeente.bescherming` says.
        cluster: address of a Dask cluster that counts, "" for this machine; of no influence on the figures.
        definitive: whether a quarterly edition is made definitive.
        today: the day it is; None for that of `gemeente.yml`, or else of the clock.
        gate: what is asked more of a delivery when nobody watches; of no influence on the figures.
    """

    places: Places
    slug: str
    kind: Kind
    gemeente: Gemeente
    kwartaal: Kwartaal
    policy: Policy
    cluster: str = ""
    definitive: bool = False
    today: date | None = None
    gate: Gate | None = None

    @property
    def state(self) -> State:
        """A run makes a concept, unless it is asked to make it definitive."""
        return "actueel" if self.kind == "actueel" else "definitief" if self.definitive else "concept"

    @cached_property
    def frozen(self) -> Frozen | None:
        """The newest definitive edition of the quarter; None for `actueel`, and when there is none yet."""
        return newest_frozen(self.home, self.kwartaal.kwartaal) if self.kind == "kwartaal" else None

    @property
    def replaces(self) -> str:
        """Version of the definitive edition that this one corrects; "" when it corrects none."""
        lower = frozen_before(self.home, self.kwartaal.kwartaal, self.kwartaal.versie)
        return lower.version if lower is not None and self.kind == "kwartaal" else ""

    @property
    def name(self) -> str:
        """Name of the edition, and of the link that leads to it."""
        period, version = self.kwartaal.kwartaal, self.kwartaal.versie
        if self.kind == "actueel":
            return "actueel"
        if self.definitive:
            return version_name(period, version)
        return period if self.frozen is None else draft_name(period)

    @property
    def quarter(self) -> Quarter:
        return Quarter.parse(self.kwartaal.kwartaal)

    @property
    def home(self) -> Path:
        """Where the editions of this municipality stand."""
        return self.places.rendered / self.slug

    @property
    def folder(self) -> Path:
        """`parameters/<gemeente>`."""
        return self.places.parameters / self.slug

    @property
    def quarter_folder(self) -> Path:
        """`parameters/<gemeente>/<kwartaal>`."""
        return self.folder / self.kwartaal.kwartaal

    @property
    def quarter_file(self) -> str:
        """The parameters of the quarter, as the user knows the file."""
        return f"parameters/{self.slug}/{self.kwartaal.kwartaal}/kwartaal.yml"

    @property
    def protection(self) -> ProtectionRecord:
        """The policy as it stands in the edition, with the decision it rests on."""
        return record_of(self.policy, self.gemeente.bescherming.besluit)

    @cached_property
    def duiding(self) -> list[Duiding]:
        return read_duiding(self.quarter_folder / "duiding")

    @cached_property
    def signalen(self) -> Signalen:
        """Follow-up of signals and decided baselines."""
        return read_signalen(self.folder)

    @cached_property
    def doelen(self) -> Doelen:
        """Goals, promises and motions."""
        return read_doelen(self.folder)

    @cached_property
    def antwoorden(self) -> tuple[Antwoord, ...]:
        """Answers of the griffie; only the edition of the dashboard shows them."""
        return read_antwoorden(self.folder) if self.kind == "actueel" else ()

    @cached_property
    def gebieden(self) -> Gebieden:
        return load_gebieden(self.folder / "gebieden.csv")

    @cached_property
    def open_data(self) -> OpenData:
        """Published figures, read once; empty when the parameters name none."""
        gemeente = self.gemeente
        own = read_policy_indicators(self.folder, Area(gemeente.code, gemeente.naam, "gemeente"))
        return read_published(
            self.places.open_data,
            gemeente.code,
            gemeente.bronnen,
            own,
            store=self.places.snapshots,
            comparison=gemeente.vergelijking,
        )

    @cached_property
    def supply(self) -> Supply:
        """Where the own registrations come from."""
        return supply_of(self.places, self.slug, self.gemeente)

    def intake(self, progress: Progress) -> Intake:
        """The own registrations, read, judged and kept; for one run."""
        return taken_in(
            self.places,
            self.slug,
            self.gemeente,
            self.supply,
            progress,
            quarter=self.quarter,
            keep=True,
            today=self.today,
            gate=self.gate,
        )

    @property
    def developments(self) -> str:
        """Markdown of the page "ontwikkelingen", without comments; "" when it was not written."""
        return read_developments(self.quarter_folder)

    @property
    def report_documents(self) -> list[Path]:
        """Documents that `actueel` takes over: of the newest report that the council may have."""
        found = [folder / name for folder in self.archived[:1] for name in DOCUMENTS]
        return [path for path in found if path.is_file()]

    @cached_property
    def standing_reports(self) -> list[Path]:
        """The editions that the council may have, newest first; only `actueel` tells of them."""
        if self.kind == "kwartaal":
            return []
        concepts = self.gemeente.rapporten == "ook concept"
        return standing_reports(self.home, self.kwartaal.kwartaal, concepts=concepts)

    @cached_property
    def archived(self) -> tuple[Path, ...]:
        """Those of them that are undamaged."""
        return intact_reports(self.standing_reports)

    @cached_property
    def edition_before(self) -> Path | None:
        """The quarterly edition that this one is set beside to tell what changed."""
        found = edition_before(self.home, self.kwartaal.kwartaal)
        return found if found is not None and (found / "manifest.json").is_file() else None

    @cached_property
    def earlier_editions(self) -> tuple[Path, ...]:
        """The editions that the long report looks back on, newest first; the others look back on none."""
        long = self.kind == "kwartaal" and self.kwartaal.editie == "uitgebreid"
        return earlier_editions(self.home, self.kwartaal.kwartaal) if long else ()

    @property
    def _of_documents(self) -> set[str]:
        """What is written for the documents of a quarter: `actueel` has none, so what is a draft stays out of it."""
        return set() if self.kind == "kwartaal" else {"brief", "bijeenkomst", "gespreksvragen", "errata"}

    def parameters(self) -> dict[str, Any]:
        """The parameters as they go into the manifest, which is published: not how a source is reached or written."""
        return {
            "gemeente": self.gemeente.model_dump(mode="json", exclude={"bronnen": _NOT_PUBLISHED}),
            "kwartaal": self.kwartaal.model_dump(mode="json", exclude=self._of_documents),
            "soort": self.kind,
            "stand": self.state,
            "vervangt": self.replaces,
        }

    @cached_property
    def checksums(self) -> dict[str, str]:
        """Checksum of every file that goes in, as `socdom.pipeline.input_marks` names and seals them.

        Raises:
            ParameterError: the key cannot be used.
        """
        found = plain_marks(input_files(self))
        key = self._key
        return found if key is None else sealed_marks(found, self.supply.checksums, key)

    @cached_property
    def sealed_with(self) -> str:
        """Which key the checksums are sealed with; "" without own registrations. Under another all are others."""
        return "" if self._key is None else key_id(self._key)

    @cached_property
    def _key(self) -> bytes | None:
        """The key of the pseudonyms; None without own registrations."""
        if not self.gemeente.bronnen.leveringen:
            return None
        finish_renewal(self.places)
        return load_key(self.places.key, root=self.places.root)

    @cached_property
    def fingerprint(self) -> str:
        """One hash of inputs, parameters and program: equal means that a run would give the same edition."""
        return self._fingerprint(self.parameters())

    def fingerprint_as_of(self, day: date) -> str:
        """The fingerprint if the figures were as of another day: whether more than the day is another one."""
        parameters = self.parameters()
        parameters["kwartaal"]["cijfers_per"] = day.isoformat()
        return self._fingerprint(parameters)

    def _fingerprint(self, parameters: dict[str, Any]) -> str:
        lines = [f"{name} {value}" for name, value in sorted(self.checksums.items())]
        lines += [repr(parameters), *self._program]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @cached_property
    def _program(self) -> tuple[str, str]:
        return repr(versions()), program_hash(self.places)


def quarter_inputs(
    places: Places,
    slug: str,
    kwartaal: str,
    cluster: str = "",
    *,
    definitive: bool = False,
    today: date | None = None,
    gate: Gate | None = None,
) -> Inputs:
    """Inputs of a quarterly edition; `definitive` when it is to become definitive, `gate` and `today` as in `Inputs`.

    Raises:
        ParameterError: municipality or quarter has no valid parameters.
    """
    Quarter.parse(kwartaal)
    folder = places.parameters / slug
    gemeente = load_gemeente(folder)
    policy = policy_from(gemeente.bescherming, slug)
    parameters = load_kwartaal(folder, kwartaal)
    return Inputs(
        places, slug, "kwartaal", gemeente, parameters, policy, cluster, definitive, today=today, gate=gate
    )


def current_inputs(
    places: Places,
    slug: str,
    cluster: str = "",
    *,
    today: date | None = None,
    gate: Gate | None = None,
) -> Inputs:
    """Inputs of the edition `actueel`: the newest quarter that can be shown today; `gate` and `today` as in `Inputs`.

    Raises:
        ParameterError: the municipality has no valid parameters, or no quarter that can be shown.
    """
    folder = places.parameters / slug
    gemeente = load_gemeente(folder)
    policy = policy_from(gemeente.bescherming, slug)
    kwartaal = shown_quarter(gemeente, folder, today or gemeente.vandaag or date.today())
    return Inputs(places, slug, "actueel", gemeente, kwartaal, policy, cluster, today=today, gate=gate)
