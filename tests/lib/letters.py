"""What people fill in for a letter, with something in every field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import nbformat

from socdom.editions.documents import ContactRecord, DocumentsRecord, LetterRecord, MeetingRecord
from socdom.report.letter import Raadsinformatiebrief


def filled(**changes: object) -> DocumentsRecord:
    """A letter with nothing open, three questions and a meeting; changes are of the letter."""
    values: dict[str, object] = {
        "sender": ("Raadhuisplein 1", "1234 AB Lindeveen"),
        "day": date(2021, 2, 23),
        "reference": "R-17",
        "case": "Z21-0042",
        "number": "2021-07",
        "contact": ContactRecord(name="S. de Wit", phone="0123 456 789", email="s.dewit@lindeveen.example"),
        "finances": "Wij leggen de uitgaven voor in de jaarstukken.",
        "actions": "Wij praten met de aanbieders.\n\n- over de wachttijd\n- over de prijs",
        "next_steps": "U krijgt in mei bericht.",
        "enclosures": ("Antwoorden op uw vragen",),
        "college": "het college van burgemeester en wethouders van Lindeveen",
        "secretary": "K. Overbeek",
        "secretary_role": "loco-secretaris",
        "mayor": "A. van Rijn",
    }
    return DocumentsRecord(
        asked="bespreken",
        questions=("Welke wachttijd vindt u aanvaardbaar?", "Wat mist u?", "Wat wilt u zien?", "Nog iets?"),
        letter=LetterRecord.model_validate({**values, **changes}),
        meeting=MeetingRecord(day=date(2021, 3, 4), time="20.00 uur", place="de raadzaal"),
        dashboard="https://dashboard.lindeveen.example/sociaal-domein",
    )


def shown(folder: Path) -> Path:
    """A notebook of the letter as it is after running, without a kernel; written beside the edition."""
    letter = Raadsinformatiebrief(folder, "lindeveen", "2020Q4")
    cells = []
    for section in (letter.briefhoofd(), letter.tekst(), letter.ondertekening()):
        output = nbformat.v4.new_output("display_data", data={"text/html": section.html})
        cells.append(nbformat.v4.new_code_cell("", outputs=[output]))
    path = folder.parent / f"{folder.name}-brief.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path
