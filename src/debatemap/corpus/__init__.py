"""Files to Documents and References: one reader a format."""

from debatemap.corpus.bibliography import Bibliography, read_bibliography
from debatemap.corpus.merge import merge_references
from debatemap.corpus.reading import key_of, read_document
from debatemap.corpus.sniff import BIBLIOGRAPHIES, PAPERS, SUFFIXES, sniff

__all__ = [
    "BIBLIOGRAPHIES",
    "PAPERS",
    "SUFFIXES",
    "Bibliography",
    "key_of",
    "merge_references",
    "read_bibliography",
    "read_document",
    "sniff",
]
