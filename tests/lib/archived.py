"""Quarterly editions in a home, with no more in them than the archive asks for."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter

OFFERED = ("kwartaalrapport.html", "kwartaalrapport.pdf", "cijfers.csv")
KEPT_BACK = ("raadsinformatiebrief.docx", "kwartaalrapport.ipynb")


def pdf(pages: int) -> bytes:
    """A PDF with this many empty pages."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(width=210, height=297)
    writer.write(out)
    return out.getvalue()


def write_edition(
    home: Path,
    name: str,
    *,
    version: str = "1.0",
    state: str = "definitief",
    pages: int = 8,
    errata: tuple[dict[str, str], ...] = (),
) -> Path:
    """An edition under its name, behind a link as `socdom.editions.write` makes it; returns the link."""
    folder = home / ".edities" / f"{name}-{version}-{state}"
    folder.mkdir(parents=True)
    period = name[:6]
    told = {
        "period": period,
        "edition": "kern",
        "version": version,
        "state": state,
        "figures_as_of": "2021-02-15",
    }
    files = [{"name": item, "offered": item in OFFERED} for item in (*OFFERED, *KEPT_BACK)]
    contents = {
        "edition.json": json.dumps(told).encode(),
        "inventory.json": json.dumps({"files": files}).encode(),
        "documents.json": json.dumps({"errata": errata}).encode(),
        "kwartaalrapport.html": f"<!doctype html><title>{name} {version}</title>".encode(),
        "kwartaalrapport.pdf": pdf(pages),
        "cijfers.csv": b"indicator;waarde\r\n",
        "raadsinformatiebrief.docx": b"brief",
        "kwartaalrapport.ipynb": b"{}",
    }
    for file, content in contents.items():
        (folder / file).write_bytes(content)
    sums = {file: sha256(content).hexdigest() for file, content in contents.items()}
    (folder / "manifest.json").write_text(json.dumps({"files": sums}), encoding="utf-8")
    lead(home, name, folder)
    return home / name


def lead(home: Path, name: str, folder: Path) -> None:
    """Let a name lead to the folder of an edition."""
    link = home / name
    link.unlink(missing_ok=True)
    link.symlink_to(Path(".edities") / folder.resolve().name)
