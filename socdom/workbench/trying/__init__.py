"""Try a definition before it is in the catalogue: what it counts, its figures, and whether they can be trusted."""

from socdom.workbench.trying.deriving import like
from socdom.workbench.trying.previewing import Preview, preview

__all__ = ["Preview", "like", "preview"]
