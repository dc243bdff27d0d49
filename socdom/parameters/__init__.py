"""Settings and texts of a municipality: read, validated, all faults at once."""

from socdom.parameters.duiding import Duiding, read_duiding
from socdom.parameters.load import load_gemeente, load_kwartaal
from socdom.parameters.models import Gemeente, Kwartaal
from socdom.parameters.places import Places

__all__ = ["Duiding", "Gemeente", "Kwartaal", "Places", "load_gemeente", "load_kwartaal", "read_duiding"]
