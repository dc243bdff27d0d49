"""Answer many questions about one riddle: many at a time with worlds that push all of them, the rest one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from socdom.attack.program import GaveUp, Program
from socdom.attack.question import HIGH, LOW, SPREAD, Question, world_of
from socdom.attack.riddle import Bools, Floats, Riddle
from socdom.attack.worlds import Seen

# Pushing all at once goes on while a round still answers at least this part of what is open.
_WORTH_IT = 0.02
_PATIENCE = 4
_MOST_ROUNDS = 60
# So many questions are as quickly looked at one by one.
_FEW = 20


@dataclass(frozen=True)
class No:
    """A question with the answer no.

    Attributes:
        region: relations that together exclude it (m,).
        given_up: no world was found within the limits; that there is none, is not proved.
    """

    question: Question
    region: Bools
    given_up: bool = False


class Search:
    """Finds for every question a world, or relations that exclude it.

    Attributes:
        solved: programs that were solved.
    """

    def __init__(self, riddle: Riddle, seen: Seen) -> None:
        self._riddle, self._seen = riddle, seen
        self.solved = 0

    def answer(self, questions: Sequence[Question]) -> tuple[No, ...]:
        """The questions whose answer is no, in their order."""
        still, torn = self._together(self._open(questions), whole=False)
        if torn > _FEW:
            still, _ = self._together(still, whole=True)
        return tuple(no for question in still if (no := self._alone(question)) is not None)

    def _open(self, questions: Sequence[Question]) -> list[Question]:
        return [question for question in questions if not self._seen.answers(question)]

    def _together(self, questions: list[Question], whole: bool) -> tuple[list[Question], int]:
        """Push all open questions at once, some down and some up, in turns.

        Args:
            whole: look for whole numbers at once; takes longer, and is needed where fractions give no world.

        Returns:
            The questions that stay open, and of how many the last world was none for being no whole numbers.
        """
        if not questions:
            return questions, 0
        quiet, torn = 0, 0
        program = Program(self._riddle, whole=whole, roughly=whole)
        for turn in range(_MOST_ROUNDS):
            if not questions or quiet == _PATIENCE:
                break
            world = self._pushed(program, questions, turn)
            fits = self._seen.add(self._seen.truth if world is None else world)
            still = self._open(questions)
            torn = sum(not fits[self._seen.component[question.unknown]] for question in still)
            quiet = quiet + 1 if len(questions) - len(still) <= _WORTH_IT * len(questions) else 0
            questions = still
        return questions, torn

    def _pushed(self, program: Program, questions: list[Question], turn: int) -> Floats | None:
        """A world that pushes each question to its goal and no further, so that room is left for the others."""
        cost = np.zeros(len(self._riddle))
        low, high = self._riddle.low.copy(), self._riddle.high.copy()
        for question in questions:
            # Everything low in the first world, everything high in the second; then crosswise.
            crosswise = bool((question.unknown + turn) % 2)
            upwards = crosswise if turn > 1 or question.side == SPREAD else turn == 1
            if question.side != SPREAD and (question.side == HIGH) != upwards:
                continue
            direction, goal = self._seen.wish(question, upwards)
            place = question.unknown
            cost[place] -= direction
            if direction > 0:
                high[place] = min(high[place], max(goal, self._seen.highest[place]))
            else:
                low[place] = max(low[place], min(goal, self._seen.lowest[place]))
        program.cost(cost)
        program.bound(np.arange(len(low)), low, high)
        self.solved += 1
        try:
            return program.world()
        except GaveUp:
            return None

    def _alone(self, question: Question) -> No | None:
        """Look for a world near the true one, and for a proof in the relations near the unknown, ever further."""
        if self._seen.answers(question):
            return None
        ball = np.arange(len(self._riddle)) == question.unknown
        while True:
            region = self._riddle.touching(ball)
            wider = self._riddle.within(region) | ball
            last = bool((wider == ball).all())
            stuck = False
            try:
                if self._found_near(question, ball):
                    return None
            except GaveUp:
                stuck = True
            try:
                if not last and self._excluded(question, region):
                    return No(question, region)
            except GaveUp:
                pass
            if last:
                return No(question, region, given_up=stuck)
            ball = wider

    def _found_near(self, question: Question, free: Bools) -> bool:
        """Whether there is a world that differs from the true one in these unknowns only.

        Raises:
            GaveUp: that could not be settled.
        """
        riddle, places = self._riddle.chosen(self._riddle.touching(free), free)
        truth = self._seen.truth[places]
        bound = ~free[places]
        near = replace(
            riddle, low=np.where(bound, truth, riddle.low), high=np.where(bound, truth, riddle.high)
        )
        found = self._ask(question, near, places)
        if found is None:
            return False
        for part in found.reshape(-1, len(places)):
            world = self._seen.truth.copy()
            world[places] = part
            self._seen.add(world)
        if not self._seen.answers(question):
            raise GaveUp
        return True

    def _excluded(self, question: Question, region: Bools) -> bool:
        """Whether these relations alone exclude it."""
        riddle, places = self._riddle.chosen(region, np.arange(len(self._riddle)) == question.unknown)
        return self._ask(question, riddle, places) is None

    def _ask(self, question: Question, riddle: Riddle, places: np.ndarray) -> Floats | None:
        self.solved += 1
        mine = int(np.searchsorted(places, question.unknown))
        return world_of(replace(question, unknown=mine).put(riddle))


def questions_of(
    riddle: Riddle, unknown: np.ndarray, low: Floats, high: Floats, spread: Floats
) -> list[Question]:
    """What the targets ask; whole numbers for counts."""
    found = []
    for place, least, most, apart in zip(unknown.tolist(), low, high, spread, strict=True):
        whole = riddle.whole[place]
        if apart > 0:
            found.append(Question(place, SPREAD, float(np.ceil(apart)) if whole else float(apart)))
        else:
            found.append(Question(place, LOW, float(np.floor(least)) if whole else float(least)))
            found.append(Question(place, HIGH, float(np.ceil(most)) if whole else float(most)))
    return found
