"""What goes into an edition: parameters and files, and one fingerprint of it all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import socdom
from socdom.areas import Area
from socdom.disclosure.policy import Policy
from socdom.editions.protection import ProtectionRecord
from socdom.editions.write import checksum, versions
from socdom.errors import Fault, ParameterError
from socdom.parameters import Duiding, Gemeente, Kwartaal, Places, load_gemeente, load_kwartaal, read_duiding
from socdom.parameters.correcties import FILE_NAME as CORRECTIONS
from socdom.parameters.doelen import Doelen, read_doelen
from socdom.parameters.gebieden import Gebieden, load_gebieden
from socdom.parameters.signalen import Signalen, read_signalen
from socdom.parameters.text import is_there, read_text
from socdom.person_numbers import COVER, covered
from socdom.pipeline.earlier import edition_before
from socdom.pipeline.progress import Progress
from socdom.pipeline.protection import policy_from, record_of
from socdom.pipeline.renewal import finish_renewal
from socdom.pipeline.supplied import supply_of
from socdom.pipeline.taking_in import Intake, taken_in
from socdom.quarters import Quarter
from socdom.report.make import DOCUMENTS
from socdom.sources.beleidsindicatoren import read_policy_indicators
from socdom.sources.beleidsindicatoren_file import FILE_NAME
from socdom.sources.open_data import OpenData
from socdom.sources.pseudonyms import load_key, sealed
from socdom.sources.published import read_published
from socdom.sources.supply import Supply

Kind = Literal["kwartaal", "actueel"]
_DELIVERIES = "leveringen"
# Parameters of which a part is not published: how a source is reached, and which rows a correction is about.
# Of texts too: what is not approved, is a comment or is left out under "zonder duiding", is not published.
_CLOSED = ("/gemeente.yml", f"/{CORRECTIONS}", "/signalen.yml", "/doelen.yml", ".md")
_NOT_PUBLISHED = {"bestanden", "databases", "berichten"}


@dataclass(frozen=True)
class Inputs:
    """Everything a run needs to know before it opens a delivery.

    Attributes:
        slug: folder name of the municipality ("lindeveen").
        name: name of the edition: "2020Q4" or "actueel".
        policy: how strict figures are protected, as `gemeente.bescherming` says.
        cluster: address of a Dask cluster that counts, "" for this machine; of no influence on the figures.
    """

    places: Places
    slug: str
    kind: Kind
    gemeente: Gemeente
    kwartaal: Kwartaal
    policy: Policy
    cluster: str = ""

    @property
    def name(self) -> str:
        return self.kwartaal.kwartaal if self.kind == "kwartaal" else "actueel"

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
            self.places, self.slug, self.gemeente, self.supply, progress, quarter=self.quarter, keep=True
        )

    @property
    def developments(self) -> str:
        """Markdown of the page "ontwikkelingen"; "" when it was not written."""
        path = self.quarter_folder / "ontwikkelingen.md"
        place = f"{self.kwartaal.kwartaal}/{path.name}"
        return read_text(path, place) if is_there(path, place) else ""

    @property
    def report_documents(self) -> list[Path]:
        """Documents that `actueel` takes over: of the newest quarterly report that covers no later quarter."""
        if self.kind == "kwartaal":
            return []
        made = sorted(path for path in self.home.glob("????Q?") if path.name <= self.kwartaal.kwartaal)
        found = [folder / name for folder in made[-1:] for name in DOCUMENTS]
        return [path for path in found if path.is_file()]

    @cached_property
    def edition_before(self) -> Path | None:
        """The quarterly edition that this one is set beside to tell what changed."""
        found = edition_before(self.home, self.kwartaal.kwartaal)
        return found if found is not None and (found / "manifest.json").is_file() else None

    def parameters(self) -> dict[str, Any]:
        """The parameters as they go into the manifest, which is published: not how a source is reached or written."""
        return {
            "gemeente": self.gemeente.model_dump(mode="json", exclude={"bronnen": _NOT_PUBLISHED}),
            "kwartaal": self.kwartaal.model_dump(mode="json"),
            "soort": self.kind,
        }

    @cached_property
    def checksums(self) -> dict[str, str]:
        """Checksum of every file that goes in, by a name without a path of this machine.

        They are published, so those of the deliveries, and of parameters that are not, are sealed with the key of the
        pseudonyms: who knows the rest of a small file could try what stands in it.

        Raises:
            ParameterError: the key cannot be used.
        """
        found: dict[str, str] = {}
        for prefix, base, files in self._files():
            for number, path in enumerate(files, start=1):
                # The number of the file keeps two names apart of which a number of a person is covered.
                name = covered(path.relative_to(base).as_posix()).replace(COVER, f"{COVER}{number}")
                found[f"{prefix}/{name}"] = checksum(path)
        if self.gemeente.bronnen.leveringen:
            finish_renewal(self.places)
            key = load_key(self.places.key, root=self.places.root)
            marks = {f"{_DELIVERIES}/{name}": mark for name, mark in self.supply.checksums.items()}
            marks |= {name: mark for name, mark in found.items() if name.endswith(_CLOSED)}
            found |= {name: sealed(mark, key) for name, mark in marks.items()}
        return found

    def _files(self) -> Iterable[tuple[str, Path, list[Path]]]:
        names = ("gemeente.yml", "gebieden.csv", FILE_NAME, CORRECTIONS, "doelen.yml", "signalen.yml")
        named = [*(self.folder / name for name in names), *sorted(self.folder.glob("signalen/*.md"))]
        texts = [path for path in named if path.is_file()]
        quarter_files = [path for path in sorted(self.quarter_folder.rglob("*")) if path.is_file()]
        yield f"parameters/{self.slug}", self.folder, [*texts, *quarter_files]
        for base in (self.places.open_data, self.places.snapshots):
            if base is not None:
                yield "open_data", base, [path for path in self.open_data.files if path.is_relative_to(base)]
        yield "rapport", self.home, self.report_documents
        if self.edition_before is not None:
            yield "vorige editie", self.home, [self.edition_before / "manifest.json"]

    @cached_property
    def fingerprint(self) -> str:
        """One hash of inputs, parameters and program: equal means that a run would give the same edition."""
        lines = [f"{name} {value}" for name, value in sorted(self.checksums.items())]
        lines += [repr(self.parameters()), repr(versions()), _program_hash(self.places)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def quarter_inputs(places: Places, slug: str, kwartaal: str, cluster: str = "") -> Inputs:
    """Inputs of a quarterly edition.

    Raises:
        ParameterError: municipality or quarter has no valid parameters.
    """
    Quarter.parse(kwartaal)
    folder = places.parameters / slug
    gemeente = load_gemeente(folder)
    policy = policy_from(gemeente.bescherming, slug)
    return Inputs(places, slug, "kwartaal", gemeente, load_kwartaal(folder, kwartaal), policy, cluster)


def current_inputs(places: Places, slug: str, cluster: str = "") -> Inputs:
    """Inputs of the edition `actueel`: the newest quarter that can be shown today.

    With own registrations that is the last quarter that has ended. With open data only nothing new comes by itself, so
    it is the newest quarter that has parameters.
    """
    folder = places.parameters / slug
    gemeente = load_gemeente(folder)
    policy = policy_from(gemeente.bescherming, slug)
    today = gemeente.vandaag or date.today()
    known = sorted(path.parent.name for path in folder.glob("*/kwartaal.yml"))
    if gemeente.bronnen.leveringen:
        newest = str(Quarter.of(Quarter.of(today).start - timedelta(days=1)))
    elif known:
        newest = known[-1]
    else:
        raise ParameterError(
            Fault(
                f"parameters/{slug}",
                "er is nog geen kwartaal ingericht",
                remedy="Maak een map als 2024Q4 met kwartaal.yml.",
            )
        )
    if newest in known:
        kwartaal = load_kwartaal(folder, newest)
    else:
        kwartaal = Kwartaal(kwartaal=newest, cijfers_per=today)
    return Inputs(places, slug, "actueel", gemeente, kwartaal, policy, cluster)


def _program_hash(places: Places) -> str:
    """Hash of the package and of the report notebooks, so that a change in them makes a new edition."""
    package = Path(socdom.__file__).parent
    files = [path for path in sorted(package.rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    return hash_of([*files, *sorted(places.notebooks.glob("report/*.ipynb"))])


def hash_of(files: Sequence[Path]) -> str:
    """One hash of the names and contents of files, in their order."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name} {checksum(path)}\n".encode())
    return digest.hexdigest()
