"""On which side of a goal or budget a figure is, as a class of its label: filled outside it, an outline within.

The words of the label say it; the class only makes it quick to see. Neither is good or bad by its colour.
"""

from __future__ import annotations

from socdom.judgement.goals import GoalVerdict

OUTSIDE, WITHIN = "buiten", "binnen"
# Of the verdicts that set a figure beside its target; the others say why that cannot be.
SIDES = {
    GoalVerdict.NOT_MET: OUTSIDE,
    GoalVerdict.NOT_YET: OUTSIDE,
    GoalVerdict.MET: WITHIN,
    GoalVerdict.MEETS_NOW: WITHIN,
    GoalVerdict.UNCERTAIN: "",
}
