"""Document + Citations to Findings: what an editor would query."""

from debatemap.checks.check import check_document
from debatemap.checks.finding import Check, Finding

__all__ = ["Check", "Finding", "check_document"]
