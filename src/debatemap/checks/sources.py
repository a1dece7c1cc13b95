"""Whose words a quotation gives, and whether a page is given for them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from debatemap.checks.paper import Paper, Placed
from debatemap.checks.quotations import Quotation
from debatemap.model import Citation, CitationForm, Span

_GAP = re.compile(r"[\s.,;:!?…)\]]*")
_LINK = re.compile(r"\bhttps?:|\bdoi\b|\bwww\.", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|whether|how|why)\b|:\s*$")
_BRACKET = re.compile(r"[\s.,;:]*[(\[](?P<inside>[^()\[\]]*)[)\]]")
_NAME_BEHIND = 60  # characters between a quotation and the name behind it: "as per Olson's definition"
_WORD = re.compile(r"[^\W\d_]+")


class Ground(StrEnum):
    """Why a quotation is held to be from this source, surest first."""

    BEHIND = "behind"
    """The citation stands right behind it."""
    SENTENCE = "sentence"
    """The sentence cites the work with its date."""
    NAME = "name"
    """The sentence names the author."""
    PARAGRAPH = "paragraph"
    """The paragraph cites the work before the sentence and after it."""


@dataclass(frozen=True, slots=True)
class Source:
    """The citation that a quotation is taken from. `locator`: the page given for it, here or right
    after, "" when none; `translated`: a remark says that the words are not the work's own."""

    citation: Citation
    locator: str
    ground: Ground
    translated: bool = False

    @property
    def key(self) -> str:
        """The work, "" when unresolved."""
        return self.citation.key


def find_source(quotation: Quotation, paper: Paper) -> Source | None:
    """The work a quotation is attributed to; None when it is nobody's, or nobody can tell.

    In this order: the bracket or note right behind it; a citation with a page before it in its
    sentence; a bracket later in the sentence; a citation or a name before it, or a name behind it; in a
    sentence that cites nothing, the work that the paragraph cites both before and after.
    """
    if quotation.is_block:
        return _of_block(quotation, paper)
    text = paper.document.text
    unit = paper.sentence(quotation.outer)
    if _LINK.search(text, quotation.outer.end, unit.end):
        # A sentence with a web address lists a source: what is quoted is its title.
        return None
    behind = _right_behind(quotation, paper, unit)
    if behind is not None:
        return _cited(behind, text, ground=Ground.BEHIND)
    bracket = _BRACKET.match(text, quotation.outer.end)
    if bracket and _remarks_in(bracket["inside"]) <= {"changed"}:
        # A bracket that cites nothing and remarks nothing names another source: "(Interview, 3 May)".
        return None
    before = paper.within(unit.start, quotation.outer.start - 1)
    after = paper.within(quotation.outer.end, unit.end)
    source = _in_sentence(text, quotation.outer, before, after)
    if source is None and not before and not after:
        source = _around(quotation, paper, unit)
    if source is None or source.locator:
        return source
    return _with_page_that_follows(source, paper, unit)


def _in_sentence(text: str, outer: Span, before: list[Placed], after: list[Placed]) -> Source | None:
    """What the sentence cites before and after the quotation, which stands at `outer`.

    A bracket before the quotation belongs to the words before it; a name or a narrative citation leads.
    """
    leads = [one for one in before if one.is_name or _form(one) is CitationForm.NARRATIVE]
    lead = leads[-1] if leads else next((one for one in after[:1] if one.is_name), None)
    first = next((one for one in after if not one.is_name), None)
    if first is not None and first.citation is None:
        # A note behind it names the source in its own way.
        return None
    if first is not None and _form(first) is not CitationForm.NARRATIVE:
        if lead is None or lead.key == first.key:
            return _cited(first, text)
        # Two works in one sentence: a bare name may only be compared with the one in the bracket.
        return None if lead.is_name else _cited(lead, text)
    if leads and leads[-1].is_name and not _is_reported(text, leads[-1], before, outer.start):
        return None
    if leads:
        # "As Olson (1965: 5) has it, Olson's point is …": the page stands with the work's citation.
        same = [one for one in before if one.key == leads[-1].key and one.locator]
        return _cited(same[-1] if same and not leads[-1].locator else leads[-1], text)
    nearest = next((one for one in after if one.at - outer.end < _NAME_BEHIND), None)
    return _cited(nearest, text) if nearest else None


def _is_reported(text: str, name: Placed, before: list[Placed], start: int) -> bool:
    """ "Olson argues that the group 'is …'": the words stand in a clause that the named person says, and
    the sentence cites nobody else with a date."""
    others = [one for one in before if not one.is_name and one.key != name.key]
    return not others and _CLAUSE.search(text, name.at, start) is not None


def _form(placed: Placed) -> CitationForm | None:
    return placed.citation.form if placed.citation else None


def _cited(placed: Placed, text: str, *, ground: Ground | None = None) -> Source | None:
    """The source that a citation is; None when its bracket says that the words are changed."""
    citation = placed.citation
    if citation is None:
        return None
    remarks = _remarks_in(citation.bracket.of(text) if citation.bracket else "")
    if "changed" in remarks:
        return None
    ground = ground or (Ground.NAME if placed.is_name else Ground.SENTENCE)
    return Source(citation, citation.locator, ground, "translated" in remarks)


def _right_behind(quotation: Quotation, paper: Paper, unit: Span) -> Placed | None:
    """The citation in the bracket, or the note, that stands right behind the closing mark."""
    text = paper.document.text
    end = quotation.outer.end
    gap = _GAP.match(text, end)
    reach = gap.end() if gap else end
    bracket = _BRACKET.match(text, end)
    if bracket:
        inside = [
            one
            for one in paper.within(bracket.start("inside"), bracket.end())
            if one.citation and one.citation.form is not CitationForm.NAME
        ]
        return inside[0] if inside else None
    notes = [one for one in paper.within(end, min(reach, unit.end)) if _is_note(one)]
    return notes[0] if notes else None


def _is_note(placed: Placed) -> bool:
    return placed.citation is None or placed.citation.span.start != placed.at


def _of_block(quotation: Quotation, paper: Paper) -> Source | None:
    """A block quotation's source stands behind it, or in the sentence that leads up to it."""
    text = paper.document.text
    behind = paper.within(quotation.span.end, quotation.outer.end)
    dated = next((one for one in behind if one.citation and not one.is_name), None)
    if dated:
        return _cited(dated, text, ground=Ground.BEHIND)
    lead = paper.block_before(quotation.outer.start)
    if behind or lead is None:
        return None
    last = paper.sentence(Span(max(lead.span.start, lead.span.end - 1), lead.span.end))
    cited = [one for one in paper.within(last.start, last.end) if one.citation and not one.is_name]
    return _cited(cited[-1], text) if len({one.key for one in cited}) == 1 else None


def _around(quotation: Quotation, paper: Paper, unit: Span) -> Source | None:
    """The work that the paragraph cites with a date both before and after the sentence."""
    block = paper.block_at(quotation.outer.start)
    if block is None:
        return None
    before = [one for one in paper.within(block.span.start, unit.start) if not one.is_name]
    after = [one for one in paper.within(unit.end, block.span.end) if not one.is_name]
    if not before or not after or not before[-1].key or before[-1].key != after[0].key:
        return None
    citation = before[-1].citation
    return Source(citation, "", Ground.PARAGRAPH) if citation else None


def _with_page_that_follows(source: Source, paper: Paper, unit: Span) -> Source:
    """A page given in the next sentence serves for this one, unless somebody else is named before it."""
    block = paper.block_at(unit.start)
    following = [one for one in paper.document.sentences if one.start >= unit.end][:1]
    if block is None or not following or following[0].start > block.span.end:
        return source
    later = paper.within(unit.end, following[0].end)
    if later and later[0].key == source.key and later[0].locator:
        return replace(source, locator=later[0].locator)
    return source


def _remarks_in(text: str) -> set[str]:
    """What the remarks in a bracket say of the quoted words: kept, translated, changed."""
    return {_remarks()[word] for word in _WORD.findall(text.lower()) if word in _remarks()}


@cache
def _remarks() -> dict[str, str]:
    text = files("debatemap.checks").joinpath("remarks.csv").read_text(encoding="utf-8")
    return {row["remark"]: row["words_are"] for row in csv.DictReader(text.splitlines())}
