"""One line tells how far all documents are."""

from __future__ import annotations

from socdom.report.documents import LETTER, REPORT
from socdom.report.messages import Failed, Made, Step
from socdom.report.progress_line import ProgressLine


def test_the_line_tells_what_is_ready_and_what_is_being_made() -> None:
    line = ProgressLine([REPORT, LETTER])
    assert str(line) == "Documenten maken: 0 van 2 klaar"
    told = [
        line.after(1, Step("cel 2 van 9")),
        line.after(0, Step("cel 14 van 32")),
        line.after(1, Step("PDF maken")),
        line.after(1, Made(())),
        line.after(0, Step("Word-bestand maken")),
        line.after(0, Failed(ValueError, ())),
    ]
    assert told == [
        "Documenten maken: 0 van 2 klaar; brief cel 2 van 9",
        "Documenten maken: 0 van 2 klaar; rapport cel 14 van 32; brief cel 2 van 9",
        "Documenten maken: 0 van 2 klaar; rapport cel 14 van 32; brief PDF maken",
        "Documenten maken: 1 van 2 klaar; rapport cel 14 van 32",
        "Documenten maken: 1 van 2 klaar; rapport Word-bestand maken",
        "Documenten maken: 2 van 2 klaar",
    ]
