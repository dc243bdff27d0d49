"""Questions to who makes a new indicator, in a terminal or in a file of answers, and what is told afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

import yaml

from socdom.errors import DefinitionError, Fault
from socdom.parameters.yml import load_yml
from socdom.whole_files import put_new_file
from socdom.workbench.new_indicator.answers import QUESTIONS, Answers, faults_of, indicator_of
from socdom.workbench.new_indicator.counting import counted
from socdom.workbench.new_indicator.example_rows import made_up
from socdom.workbench.new_indicator.saving import saved
from socdom.workbench.trying.telling import check_command

Ask = Callable[[str], str]
_TELLING = "telling"


def answers_in(path: Path) -> Answers:
    """A file of answers: a line for each, `titel: Inwoners met een rolstoel`.

    Raises:
        DefinitionError: there is no such file, or it holds no answers.
    """
    remedy = "Schrijf op elke regel een vraag en een antwoord, bijvoorbeeld id: wmo_rolstoel."
    try:
        found = load_yml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        raise DefinitionError(
            Fault(str(path), "een bestand met antwoorden dat te lezen is", remedy=remedy)
        ) from None
    if not isinstance(found, dict):
        raise DefinitionError(Fault(str(path), "een bestand met antwoorden", remedy=remedy))
    return {str(name): _plain(answer) for name, answer in found.items()}


def _plain(answer: Any) -> str | list[str]:
    return [str(item) for item in answer] if isinstance(answer, list) else str(answer)


def asked(given: Answers, ask: Ask | None) -> Answers:
    """The answers, with those to questions that were not answered yet; nobody is asked when `ask` is None.

    Who gives an answer that cannot be right is told so, and asked again.
    """
    found = dict(given)
    for question in QUESTIONS:
        if ask is None or question.name in found or question.name == _TELLING:
            continue
        told = ""
        while True:
            answer = ask(f"{told}{question.text}").strip()
            found[question.name] = _split(question.name, answer) if question.several else answer
            wrong = faults_of(question, found)
            if not wrong:
                break
            told = "".join(f"{fault}\n" for fault in wrong)
    return found


def kept(answers: Answers, folder: Path) -> str:
    """Write answers that gave no indicator to a new file, so that nobody types them twice; says what to do with it."""
    name = re.sub(r"\W", "", str(answers.get("id", ""))) or "indicator"
    names = (f"antwoorden-{name}{number}.yml" for number in chain([""], map("-{}".format, count(2))))
    path = folder / next(found for found in names if not (folder / found).exists())
    given = {question: answer for question, answer in answers.items() if answer}
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=120)
    try:
        put_new_file(path, text.encode())
    except OSError:
        return f"Uw antwoorden zijn niet bewaard: in deze map mag dat niet. Dit waren ze:\n{text}"
    return (
        f"Uw antwoorden staan in {path.name}. Herstel ze daar, en typ:\n"
        f"  socdom nieuw indicator --antwoorden {path.name}"
    )


def _split(name: str, answer: str) -> list[str]:
    """Codes and names have no spaces; a sentence has."""
    return ([answer] if answer else []) if name == "valkuil" else answer.split()


def making(answers: Answers, ask: Ask | None, tell: Callable[[str], object]) -> Iterator[str]:
    """Make the definition, let its example be counted by hand, write it; gives what to do next.

    Raises:
        DefinitionError: all that is wrong with the answers, or with the count by hand; nothing is written.
    """
    indicator = indicator_of(answers)
    by_hand = str(answers.get(_TELLING, ""))
    if not by_hand and ask is not None:
        example = made_up(indicator)
        periods = list(counted(indicator, example.span, example.files))
        tell("\nTel deze verzonnen rijen met de hand. Delen door inwoners hoeft niet.")
        for name, rows in example.files.items():
            tell(f"\n{name}.csv\n{rows}")
        by_hand = ask(f"\nUw telling, van {periods[0]} tot en met {periods[-1]} (leeg: later)")
    definition, order, test = saved(indicator, by_hand=by_hand)
    yield f"Gemaakt: {definition.as_posix()}"
    yield f"Gemaakt: {test.as_posix()}"
    yield f"Aangevuld: {order.as_posix()}"
    if not by_hand.strip():
        yield f"De test faalt nog: vul in {test.as_posix()} in wat u met de hand telt."
    yield "Doe nu dit:"
    yield f"  {check_command(test)}"
    yield f"  socdom taalcheck {definition.as_posix()}"
    yield "  make docs"
