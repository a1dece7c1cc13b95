"""Claims and a thesis to stances, and the relations between scholars."""

from debatemap.stance.classify import classify_stances
from debatemap.stance.cross_encoder import CrossEncoder, Meaning, encoder_digest
from debatemap.stance.model import StanceModel, dump_model, load_model
from debatemap.stance.relations import find_relations
from debatemap.stance.teach import ENOUGH, statements
from debatemap.stance.train import Lesson, train_stances

__all__ = [
    "ENOUGH",
    "CrossEncoder",
    "Lesson",
    "Meaning",
    "StanceModel",
    "classify_stances",
    "dump_model",
    "encoder_digest",
    "find_relations",
    "load_model",
    "statements",
    "train_stances",
]
