"""The nouns of debatemap: frozen dataclasses, standard library only."""

from debatemap.model.citation import Citation, CitationForm
from debatemap.model.claim import Attribution, Claim, Origin, Status, Via
from debatemap.model.debate import Debate, Pole, ScholarEntry
from debatemap.model.document import Block, BlockKind, Document, Footnote, LinkedCitation, Page, Section
from debatemap.model.graph import ArgumentGraph, Scholar
from debatemap.model.ids import content_id
from debatemap.model.position import Position
from debatemap.model.reference import Name, Reference, fold, work_key
from debatemap.model.relation import Relation, RelationKind
from debatemap.model.span import Span
from debatemap.model.stance import Stance

__all__ = [
    "ArgumentGraph",
    "Attribution",
    "Block",
    "BlockKind",
    "Citation",
    "CitationForm",
    "Claim",
    "Debate",
    "Document",
    "Footnote",
    "LinkedCitation",
    "Name",
    "Origin",
    "Page",
    "Pole",
    "Position",
    "Reference",
    "Relation",
    "RelationKind",
    "Scholar",
    "ScholarEntry",
    "Section",
    "Span",
    "Stance",
    "Status",
    "Via",
    "content_id",
    "fold",
    "work_key",
]
