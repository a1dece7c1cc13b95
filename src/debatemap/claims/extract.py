"""From a document and its citations to claims: the room's one public verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.language import Language

from debatemap.claims.attribute import Holding, attribute
from debatemap.claims.backing import is_shared
from debatemap.claims.holders import contents_of, tell_nested, whole_sentence
from debatemap.claims.markers import POSSESSIVES, has_reporting_form, has_reporting_noun
from debatemap.claims.model import AttributionModel, load_model
from debatemap.claims.parsing import IN_PROSE, ParsedSentence, parse_sentences
from debatemap.claims.scene import lay_out
from debatemap.claims.voice import topic_stems
from debatemap.claims.wording import is_sentence, name_opening, put_in_words, without_lone_marks
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
        if _is_pointed_against(holding):
            continue
        claims.extend(_claims_of(document, holding, citations, references, parses))
    return tell_nested(claims)


def _parse_reports(
    document: Document, held: Sequence[Holding], citations: Sequence[Citation], nlp: Language
) -> dict[Span, ParsedSentence]:
    """Parses of the sentences with claims; only those in which a word may report, or that several
    brackets share, need one."""
    known = {h.line.span: h.line.parsed for h in held if h.line.parsed is not None}
    wanted = sorted({h.line.span for h in held if _wants_parse(document.text, h)} - set(known))
    return known | parse_sentences(document, wanted, citations, nlp=nlp)


def _wants_parse(text: str, holding: Holding) -> bool:
    """Something may say that the holder says so: a pronoun, "I", "some", "the claim that" with a word
    that reports; or several brackets share the sentence."""
    surface = holding.line.surface
    verb, noun = has_reporting_form(surface.words), has_reporting_noun(surface.words)
    if holding.holder == SELF:
        stands = surface.has("first_person") or surface.has("own_text") or "it" in surface.words
    elif holding.via is Via.CARRIED:
        stands = any(surface.has(kind) for kind in ("he", "they", "person"))
    else:
        if noun and "that" in surface.words:
            return True
        if is_shared(text, holding.line.span, (m.citation.bracket for m in holding.line.mentions)):
            return True
        stands = (
            "according" in surface.words
            or surface.has("whoever")
            or surface.has("he")
            or "it" in surface.words[:8]
        )
    return stands and (verb or noun or surface.opening[:1] in (("according",), ("for",)))


def _claims_of(
    document: Document,
    holding: Holding,
    citations: Sequence[Citation],
    references: Mapping[str, Reference],
    parses: Mapping[Span, ParsedSentence],
) -> list[Claim]:
    """The claims of one holder in one sentence: what its cues govern, else all that it says."""
    parsed = parses.get(holding.line.span)
    authors = references[holding.holder].authors if holding.holder in references else ()
    scholar = scholar_name(holding.holder, references)
    found = list(contents_of(holding, parsed, authors=len(authors))) if parsed is not None else []
    named = {
        source: scholar + "'s" * (source.of(document.text).lower() in POSSESSIVES)
        for content in found
        if (source := content.attribution.source) is not None and _is_unnamed(holding, source)
    }
    claims = []
    for content in found or [whole_sentence(document, holding, citations, parsed)]:
        attribution = content.attribution
        words = put_in_words(document, content.words, citations, named=named)
        if not is_sentence(words):
            whole = put_in_words(document, [holding.line.span], citations, named=named)
            words = without_lone_marks(whole)
        if len(authors) == 1 and _is_unnamed(holding):
            words = name_opening(words, scholar)
        claims.append(_claim(document, holding, attribution, words, scholar))
    return claims


def _is_pointed_against(holding: Holding) -> bool:
    """ "… (but see X)": named only as one who says otherwise."""
    prefixes = [m.citation.prefix.lower() for m in holding.line.mentions if m.key == holding.holder]
    return bool(prefixes) and all(prefix.startswith(("but", "contra", "pace")) for prefix in prefixes)


def _is_unnamed(holding: Holding, source: Span | None = None) -> bool:
    """The running text does not name the holder: a pronoun may stand for it."""
    in_prose = holding.mention is not None and holding.mention.citation.form in IN_PROSE
    cited = source is not None and any(m.citation.span.overlaps(source) for m in holding.line.mentions)
    return holding.holder != SELF and not in_prose and not cited


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
    cited = [m.citation for m in holding.line.mentions if m.key == holding.holder]
    return next((c.locator for c in cited if c.locator), "")


def scholar_name(holder: str, references: Mapping[str, Reference]) -> str:
    """The name shown for a holder: surnames of the work's authors, or what follows "other:"."""
    if holder in references:
        return short_names([name.family for name in references[holder].authors])
    if ":" in holder:
        return holder.split(":", 1)[1]
    return holder
