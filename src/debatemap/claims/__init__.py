"""Documents and Citations to Claims: cue, source, content, and who holds them."""

from debatemap.claims.extract import extract_claims

__all__ = ["extract_claims"]
