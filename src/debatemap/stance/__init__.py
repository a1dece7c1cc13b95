"""Claims and a thesis to stances, and the relations between scholars."""

from debatemap.stance.classify import classify_stances
from debatemap.stance.model import StanceModel, load_model
from debatemap.stance.relations import find_relations

__all__ = ["StanceModel", "classify_stances", "find_relations", "load_model"]
