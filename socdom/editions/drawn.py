"""Where the drawings stand that are kept beside an edition, and their end: they go when the edition goes.

They are made of what the edition shows and of nothing else, after it was finished. So they are no part of it: its
manifest does not name them, nobody can fetch them, and without them every chart is drawn when it is asked for.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from socdom.editions.frozen import STORE, remove_tree

DRAWINGS = ".getekend"


def drawings_folder(edition: Path) -> Path:
    """Folder with the drawings of an edition; it need not be there.

    Args:
        edition: folder of the edition, links followed.
    """
    home = edition.parent.parent if edition.parent.name == STORE else edition.parent
    return home / DRAWINGS / edition.name


def forget_drawings(home: Path) -> None:
    """Remove the drawings of editions that are no longer there.

    Those that another user wrote may stay; who draws next takes them away. A link in the place of the folder leads to
    what is not ours: nothing is removed there.

    Args:
        home: `rendered/<gemeente>`.
    """
    if (home / DRAWINGS).is_symlink():
        return
    for folder in (home / DRAWINGS).glob("*"):
        if not any((place / folder.name).is_dir() for place in (home / STORE, home)):
            with suppress(OSError):
                remove_tree(folder)
