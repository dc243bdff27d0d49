"""A riddle as a linear or integer program for HiGHS."""

from __future__ import annotations

import highspy
import numpy as np

from socdom.attack.riddle import Floats, Ints, Riddle

_NO_WORLD = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
_FEASIBLE = 2  # HighsSolutionStatus: kSolutionStatusFeasible
# One thread and no clock, so that the same riddle gives the same answer on every machine.
_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "simplex_iteration_limit": 200_000,
    "mip_max_nodes": 5_000,
}
# Where any good world will do.
_ROUGHLY: dict[str, bool | int | float | str] = {"mip_max_nodes": 200, "mip_rel_gap": 0.1}


class GaveUp(Exception):
    """The solver stopped at a limit without an answer."""


class Program:
    """A program that can be asked again with other costs and bounds; the last answer is where it starts from.

    Args:
        whole: counts must be whole numbers; otherwise any number will do, which is quicker.
        roughly: a world with nearly the lowest cost will do.
    """

    def __init__(self, riddle: Riddle, *, whole: bool, roughly: bool = False) -> None:
        self._size = len(riddle)
        self._model = highspy.Highs()
        for name, value in (_OPTIONS | _ROUGHLY if roughly else _OPTIONS).items():
            self._model.setOptionValue(name, value)
        order = np.argsort(riddle.relation, kind="stable")
        start = np.searchsorted(riddle.relation[order], np.arange(riddle.relations))
        self._model.passModel(
            len(riddle),
            riddle.relations,
            len(order),
            int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize),
            0.0,
            np.zeros(len(riddle)),
            riddle.low,
            riddle.high,
            riddle.row_low,
            riddle.row_high,
            start.astype(np.int32),
            riddle.unknown[order].astype(np.int32),
            riddle.coefficient[order],
            (riddle.whole & whole).astype(np.int32),
        )

    def cost(self, cost: Floats) -> None:
        """What to make as small as possible: the sum of cost times unknown."""
        self._model.changeColsCost(self._size, np.arange(self._size, dtype=np.int32), cost)

    def bound(self, unknowns: Ints, low: Floats, high: Floats) -> None:
        """Give some unknowns other bounds."""
        self._model.changeColsBounds(len(unknowns), unknowns.astype(np.int32), low, high)

    def world(self) -> Floats | None:
        """Numbers for all unknowns that fit, with the lowest cost; None when there are none.

        Raises:
            GaveUp: a limit was met first.
        """
        self._model.run()
        status = self._model.getModelStatus()
        if status in _NO_WORLD:
            return None
        if self._model.getInfo().primal_solution_status != _FEASIBLE:
            raise GaveUp
        return np.array(self._model.getSolution().col_value)

    def weights(self) -> tuple[Floats, Floats]:
        """After `world`: how much each unknown's bound and each relation weighs in the lowest cost (duals)."""
        solution = self._model.getSolution()
        return np.array(solution.col_dual), np.array(solution.row_dual)
