"""A first mapping of a delivered file: looked at, proposed, and written as a piece of gemeente.yml."""

from socdom.sources.mapping.proposal import Proposal, propose
from socdom.sources.mapping.yaml_text import to_yaml

__all__ = ["Proposal", "propose", "to_yaml"]
