"""Document + Citations to Findings: what an editor would query."""

from debatemap.checks.check import check_document
from debatemap.checks.finding import Check, Finding
from debatemap.checks.wording import find_words

__all__ = ["Check", "Finding", "check_document", "find_words"]
