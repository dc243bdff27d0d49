"""The quarterly report: what it says (`quarterly`), and how it becomes a notebook, a page and a PDF.

Only `Kwartaalrapport` is imported here: the kernel behind a notebook needs no papermill, nbconvert or
WeasyPrint.
"""

from socdom.report.quarterly import Kwartaalrapport

__all__ = ["Kwartaalrapport"]
