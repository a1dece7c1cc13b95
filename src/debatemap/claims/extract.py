"""From a document and its citations to claims: the room's one public verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.language import Language

from debatemap.claims.attribute import Holding, attribute
from debatemap.claims.content import find_contents, pronoun_role
from debatemap.claims.markers import has_reporting_form
from debatemap.claims.model import AttributionModel, load_model
from debatemap.claims.parsing import IN_PROSE, ParsedSentence, parse_sentences
from debatemap.claims.roles import Role
from debatemap.claims.scene import lay_out
from debatemap.claims.voice import topic_stems
from debatemap.claims.wording import name_opening, put_in_words
from debatemap.model import (
    Attribution,
    Citation,
    Claim,
    Debate,
    Document,
    Reference,
    Span,
    Stance,
    Via,
    content_id,
)
from debatemap.model.claim import SELF
from debatemap.model.reference import short_names


def extract_claims(
    document: Document,
    citations: Sequence[Citation],
    references: Mapping[str, Reference],
    debate: Debate,
    *,
    nlp: Language,
    model: AttributionModel | None = None,
) -> list[Claim]:
    """Every claim that the document conveys, in text order, each with its evidence word for word.

    `citations`: all of the document, resolved; `references`: key → work, for the names shown;
    `debate`: what counts as the author's own claim is a claim on the debate's topic. Stance is
    NEUTRAL and confidence is that of the attribution until `debatemap.stance` sets both.
    """
    scene = lay_out(document, citations, nlp=nlp)
    held = list(attribute(scene, model or load_model(), topic_stems(debate)))
    parses = _parse_reports(document, held, citations, nlp)
    claims: list[Claim] = []
    for holding in held:
        claims.extend(_claims_of(document, holding, citations, references, parses))
    return claims


def _parse_reports(
    document: Document, held: Sequence[Holding], citations: Sequence[Citation], nlp: Language
) -> dict[Span, ParsedSentence]:
    """Parses of the sentences with claims; only those in which a word may report need one."""
    known = {h.line.span: h.line.parsed for h in held if h.line.parsed is not None}
    wanted = sorted({h.line.span for h in held if has_reporting_form(h.line.surface.words)} - set(known))
    return known | parse_sentences(document, wanted, citations, nlp=nlp)


def _claims_of(
    document: Document,
    holding: Holding,
    citations: Sequence[Citation],
    references: Mapping[str, Reference],
    parses: Mapping[Span, ParsedSentence],
) -> list[Claim]:
    sentence = holding.line.span
    parsed = parses.get(sentence)
    found: list[Attribution] = []
    role: Role | None = None
    if parsed is not None and holding.holder != SELF:
        role = holding.mention.role if holding.mention and holding.mention.role.head is not None else None
        role = role or pronoun_role(parsed)
        if role is not None:
            found = list(find_contents(parsed, role))
    scholar = scholar_name(holding.holder, references)
    pronoun = {}
    if parsed is not None and role is not None and role.head is not None and role.head.pos_ == "PRON":
        pronoun = {parsed.where(role.head): scholar}
    whole = put_in_words(document, [sentence], citations, named=pronoun)
    author = references.get(holding.holder)
    if author is not None and len(author.authors) == 1 and not _named_in_prose(holding):
        whole = name_opening(whole, scholar)
    claims = []
    for attribution in found or [Attribution(content=(sentence,))]:
        words = put_in_words(document, attribution.content, citations)
        # What is denied is no claim of its holder by itself: the denial stays in the words.
        if _is_clause(words) and not attribution.denied:
            claims.append(_claim(document, holding, attribution, words, scholar))
        else:
            kept = attribution if attribution.denied else replace(attribution, content=(sentence,))
            claims.append(_claim(document, holding, kept, whole, scholar))
    return claims


def _claim(document: Document, holding: Holding, attribution: Attribution, words: str, scholar: str) -> Claim:
    sentence = holding.line.span
    mention = holding.mention
    first = attribution.content[0]
    return Claim(
        id=content_id(document.key, holding.holder, sentence.start, sentence.end, first.start),
        paper=document.key,
        holder=holding.holder,
        scholar=scholar,
        text=words,
        stance=Stance.NEUTRAL,
        confidence=round(holding.probability, 3),
        via=holding.via,
        evidence=sentence.of(document.text),
        span=sentence,
        page=document.page_at(sentence.start),
        locator=_locator(holding),
        reported_by=mention.citation.cited_in if mention else "",
        rule=holding.rule + (f":{attribution.cue_lemma}" if attribution.cue_lemma else ""),
        attribution=attribution,
    )


def _locator(holding: Holding) -> str:
    """The cited page: the holder's own locator in the sentence, wherever it stands in it."""
    if holding.via is Via.CARRIED:
        return ""
    cited = [m.citation for m in holding.line.mentions if m.key == holding.holder]
    return next((c.locator for c in cited if c.locator), "")


def _named_in_prose(holding: Holding) -> bool:
    return holding.mention is not None and holding.mention.citation.form in IN_PROSE


def _is_clause(words: str) -> bool:
    """Enough words to be read alone."""
    return len(words.split()) >= 2


def scholar_name(holder: str, references: Mapping[str, Reference]) -> str:
    """The name shown for a holder: surnames of the work's authors, or what follows "other:"."""
    if holder in references:
        return short_names([name.family for name in references[holder].authors])
    if ":" in holder:
        return holder.split(":", 1)[1]
    return holder
