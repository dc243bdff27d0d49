"""The key that belongs to a copy: never in it, and without it the persons of then and of now cannot be compared."""

from __future__ import annotations

from socdom.parameters import Places
from socdom.pipeline.copies.manifest import CopyManifest
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import key_id


def key_notes(places: Places, manifest: CopyManifest) -> tuple[str, ...]:
    """Dutch sentences, when the key of the copy is not the one that stands here.

    Raises:
        ParameterError: the key that stands here cannot be used.
    """
    if not manifest.key_id:
        return ()
    if not places.key.exists():
        return (
            "De sleutel is er nog niet. Zet die terug voordat u iets draait. "
            "Anders krijgt elke persoon een ander nummer.",
        )
    if key_id(load_key(places.key, root=places.root)) == manifest.key_id:
        return ()
    return (
        "De sleutel van nu is een andere dan die bij deze reservekopie. Bewaar bij elke kopie de sleutel van toen.",
    )
