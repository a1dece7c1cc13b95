"""What a run found, as prose and tables for a literature review or its appendix."""

from debatemap.report.formats import FORMATS, convert
from debatemap.report.material import Doubt, Material, Work
from debatemap.report.reliability import Reliability, measure_reliability
from debatemap.report.write import report_markdown

__all__ = [
    "FORMATS",
    "Doubt",
    "Material",
    "Reliability",
    "Work",
    "convert",
    "measure_reliability",
    "report_markdown",
]
