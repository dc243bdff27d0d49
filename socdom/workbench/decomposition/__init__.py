"""From a signal to the groups that carry most of it: a change in parts that add up. No cause, no good or bad.

With own deliveries of the person-level zone, for internal use; without those from published figures.
"""

from socdom.workbench.decomposition.signal_list import signals_of
from socdom.workbench.decomposition.study import Study, study_of

__all__ = ["Study", "signals_of", "study_of"]
