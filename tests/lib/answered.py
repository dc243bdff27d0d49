"""Answers of a griffie to stand in made-up editions."""

from __future__ import annotations

from datetime import date

from socdom.editions.answers import AnswerRecord, AnswersRecord


def answer(name: str = "wachttijd", **changes: object) -> AnswerRecord:
    """One answer; pass changes to test another."""
    values: dict[str, object] = {
        "name": name, "question": "Waarom wachten jongeren langer?", "kind": "technisch", "day": date(2021, 2, 10),
        "role": "beleidsadviseur jeugd", "indicators": ("jeugdhulp_wachttijd",), "period": "2020Q4",
        "text": "Twee aanbieders namen **geen** jongeren aan.",
    }  # fmt: skip
    return AnswerRecord(**{**values, **changes})


def answers() -> AnswersRecord:
    """Three answers, newest first: about a figure, about its meaning, and about pages alone."""
    return AnswersRecord(
        answers=(
            answer(),
            answer("betekenis", kind="duiding", question="Is dat veel?", day=date(2021, 1, 5), period=""),
            answer(
                "punt", question="Waarom staat er een punt?", day=date(2020, 12, 3), indicators=(),
                pages=("overzicht", "jeugd", "wmo"), text="Om mensen te beschermen.",
            ),
        )
    )  # fmt: skip
