"""The list of parts (SBOM) as CycloneDX 1.6: what runs on this machine, and what of others lies in the package.

Same lock, same installed packages, same kind of machine: same bytes. So there is no time in it, and its number is made of
its content. Packages have a purl, which names a kind of registry but no address.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import uuid
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from socdom import __version__
from tests.supply.lock import LOCK, ROOT, Locked, read_lock
from tests.supply.table import installed_licence
from tests.supply.vendored import VENDORED, Vendored

# Wheels put a checksum in the name of a library they bring; what stands behind ".so" is its interface, not its release.
_CHECKSUM = re.compile(r"-[0-9a-f]{8}(?=[-.])")


def parts_list(lock: Path = LOCK, root: Path = ROOT) -> str:
    """The list of parts as JSON, valid by the schema of CycloneDX.

    Raises:
        ValueError: another version is installed than the lock names, or the schema finds a fault.
    """
    lines = [line for line in read_lock(lock) if line.needed_here]
    _as_locked(lines)
    text = _written(_bom(lines, root))
    faults = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if faults is not None:
        raise ValueError(f"de lijst van onderdelen voldoet niet aan CycloneDX: {faults}")
    return text


def _as_locked(lines: Iterable[Locked]) -> None:
    others = [line.name for line in lines if distribution(line.name).version != line.version]
    if others:
        names = ", ".join(others)
        raise ValueError(f"een andere versie dan in het lock-bestand is geïnstalleerd van: {names}")


def _bom(lines: list[Locked], root: Path) -> Bom:
    programme = Component(
        name="socdom",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="socdom",
        licenses=[_licence("EUPL-1.2")],
    )
    packages = {line.name: _package(line) for line in lines}
    shipped = [_shipped(part, root) for part in VENDORED]
    bom = Bom(components=[*packages.values(), *shipped])
    bom.metadata.timestamp = None
    bom.metadata.component = programme
    asked = _extras(packages)
    bom.register_dependency(programme, [*_direct(packages), *shipped])
    for name, component in packages.items():
        bom.register_dependency(component, _needs(name, packages, asked))
    return bom


def _written(bom: Bom) -> str:
    """JSON whose number is made of the rest, so that the same parts give the same bytes."""
    content = json.loads(JsonV1Dot6(bom).output_as_string())
    content.get("metadata", {}).pop("timestamp", None)
    content.pop("serialNumber", None)
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(content, sort_keys=True))
    return json.dumps({**content, "serialNumber": f"urn:uuid:{number}"}, indent=1, sort_keys=True) + "\n"


def _package(line: Locked) -> Component:
    licence = installed_licence(line.name)
    return Component(
        name=line.name,
        version=line.version,
        bom_ref=line.name,
        purl=PackageURL("pypi", None, line.name, line.version),
        licenses=[_licence(licence)] if licence else [],
        components=_inside(distribution(line.name)),
        # One of these files is what was installed; the lock accepts no other.
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri("requirements.lock"),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in line.hashes],
            )
        ],
    )


def _inside(package: Distribution) -> list[Component]:
    """Libraries in C that came along in a wheel: a leak in OpenSSL concerns these too."""
    names = {
        file.name for file in package.files or [] if len(file.parts) == 2 and file.parts[0].endswith(".libs")
    }
    return [
        Component(name=_CHECKSUM.sub("", name), bom_ref=f"{package.name}/{name}")
        for name in sorted(names)
        if ".so" in name
    ]


def _shipped(part: Vendored, root: Path) -> Component:
    files = [
        Component(
            name=file.relative_to(root).as_posix(),
            type=ComponentType.FILE,
            bom_ref=file.relative_to(root).as_posix(),
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(file.read_bytes()).hexdigest())
            ],
        )
        for file in part.files(root)
    ]
    return Component(
        name=part.name,
        version=part.version_in(root),
        bom_ref=part.name,
        licenses=[_licence(part.licence)],
        components=files,
    )


def _licence(expression: str) -> License:
    return LicenseFactory().make_from_string(expression)


def _requirements(name: str) -> list[Requirement]:
    return [Requirement(text) for text in (_own() if name == "socdom" else distribution(name).requires) or []]


def _own() -> list[str]:
    """What socdom itself asks for: from the file, since an environment may have been made before its last change."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


def _extras(packages: dict[str, Component]) -> dict[str, set[str]]:
    """Which extras of each package somebody in the list asks for."""
    asked: dict[str, set[str]] = {}
    for name in ("socdom", *packages):
        for requirement in _requirements(name):
            asked.setdefault(canonicalize_name(requirement.name), {""}).update(requirement.extras)
    return asked


def _direct(packages: dict[str, Component]) -> list[Component]:
    named = {canonicalize_name(one.name) for one in _requirements("socdom") if _holds(one, {""})}
    return [packages[name] for name in sorted(named & packages.keys())]


def _needs(name: str, packages: dict[str, Component], asked: dict[str, set[str]]) -> list[Component]:
    extras = asked.get(name, {""})
    named = {canonicalize_name(one.name) for one in _requirements(name) if _holds(one, extras)}
    return [packages[other] for other in sorted(named & packages.keys() - {name})]


def _holds(requirement: Requirement, extras: set[str]) -> bool:
    return requirement.marker is None or any(
        requirement.marker.evaluate({"extra": extra}) for extra in extras
    )
