"""From a document and its citations to claims: the room's one public verb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from spacy.language import Language

from debatemap.claims.attribute import Holding, attribute
from debatemap.claims.holders import backed_contents, contents_of, of_member, tell_nested, whole_sentence
from debatemap.claims.markers import POSSESSIVES, has_reporting_form, has_reporting_noun, page_alone
from debatemap.claims.members import is_enumeration
from debatemap.claims.model import AttributionModel, load_model
from debatemap.claims.parsing import IN_PROSE, ParsedSentence, parse_sentences
from debatemap.claims.reports import Content
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
    known = _known(citations, references)
    index = {line.span: at for at, line in enumerate(scene.lines)}
    claims: dict[str, Claim] = {}
    for holding in held:
        if _is_pointed_against(document.text, holding):
            continue
        at = index[holding.line.span]
        lines = scene.lines[max(0, at - _NEAR) : at]
        before = {name for line in lines for m in line.mentions for name in m.citation.names[:1]}
        for claim in _claims_of(document, holding, citations, known, parses, before=before):
            claims.setdefault(claim.id, claim)
    once = {(claim.holder, claim.span, claim.text): claim for claim in reversed(claims.values())}
    return tell_nested(_without_parts(list(reversed(once.values()))))


def _without_parts(claims: Sequence[Claim]) -> list[Claim]:
    """Without those whose words stand in another claim of the same holder and sentence: "X shows P – Q, as X
    puts it" is one claim."""
    others: dict[tuple[str, Span | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        others[claim.holder, claim.span].append(claim)
    return [
        claim
        for claim in claims
        if not any(
            len(claim.text) < len(other.text) and claim.text.rstrip(".") in other.text
            for other in others[claim.holder, claim.span]
        )
    ]


# So many sentences back a pronoun finds its name.
_NEAR = 3


class _Known(NamedTuple):
    """A holder: the name shown, and how many people it is, 0 when unknown."""

    name: str
    people: int


def _known(citations: Sequence[Citation], references: Mapping[str, Reference]) -> dict[str, _Known]:
    """Each holder, by the work's authors; as cited where the list has no such work."""
    found = {key: _Known(work.named, len(work.authors) + 2 * work.et_al) for key, work in references.items()}
    for citation in citations:
        if citation.names:
            people = len(citation.names) + 2 * citation.et_al
            found.setdefault(citation.key or citation.provisional_key, _Known(citation.named, people))
    return found


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
        stands = any(surface.has(kind) for kind in ("he", "they", "person", "finding"))
    else:
        if noun and "that" in surface.words:
            return True
        if is_enumeration(text, holding.line.span, (m.citation.bracket for m in holding.line.mentions)):
            return True
        stands = (
            "according" in surface.words
            or surface.has("whoever")
            or surface.has("he")
            or surface.opening[:1] == ("they",)
            or "it" in surface.words[:8]
        )
    return stands and (verb or noun or surface.opening[:1] in (("according",), ("for",)))


def _claims_of(
    document: Document,
    holding: Holding,
    citations: Sequence[Citation],
    known: Mapping[str, _Known],
    parses: Mapping[Span, ParsedSentence],
    *,
    before: Container[str],
) -> list[Claim]:
    """The claims of one holder in one sentence: what its cues govern, else all that it says. `before`: first
    surnames of those named in the sentences before."""
    parsed = parses.get(holding.line.span)
    scholar, authors = known.get(holding.holder) or _Known(holding.holder.rpartition(":")[2], 0)
    found: list[Content] = []
    if parsed is not None:
        found = list(contents_of(holding, parsed, authors=authors)) or backed_contents(holding, parsed)
    named = {
        source: scholar + "'s" * (source.of(document.text).lower() in POSSESSIVES)
        for content in found
        if (source := content.attribution.source) is not None and _is_unnamed(holding, before, source)
    }
    claims = []
    contents = found or [whole_sentence(document, holding, citations, parsed)]
    if parsed is not None:
        contents = [of_member(content, holding, parsed, citations) for content in contents]
    for content in contents:
        attribution = content.attribution
        topic = _topic_of(document.text, holding.line.span, content)
        words = put_in_words(document, [*topic, *content.words], citations, named=named)
        if not is_sentence(words):
            whole = put_in_words(document, [holding.line.span], citations, named=named)
            words = without_lone_marks(whole)
        if authors == 1 and _is_unnamed(holding, before):
            words = name_opening(words, scholar)
        claims.append(_claim(document, holding, attribution, words, scholar))
    return claims


def _topic_of(text: str, sentence: Span, content: Content) -> list[Span]:
    """ "As far as elites are concerned, X argues that they …": the pronoun needs what leads to the report."""
    start = content.words[0].start if content.words else sentence.start
    led = _TOPIC.match(text, sentence.start, start)
    return [Span(*led.span())] if led and _ANAPHOR.match(text, start) else []


_TOPIC = re.compile(
    r"(?:As (?:far as|for|regards)|Regarding|Concerning|With (?:regard|respect) to|In the case of)\b[^,;:]*"
)
_ANAPHOR = re.compile(r"(?:that\s+)?(?:it|they|its|their|this|these|such)\b", re.IGNORECASE)


def _is_pointed_against(text: str, holding: Holding) -> bool:
    """ "… (but see X)", "… (contra X; Y)", "In contrast to X, …": named only as one who says otherwise."""
    mentions = [m.citation for m in holding.line.mentions if m.key == holding.holder]
    return bool(mentions) and all(_says_otherwise(text, holding.line.span, cited) for cited in mentions)


def _says_otherwise(text: str, sentence: Span, citation: Citation) -> bool:
    bracket = citation.bracket
    if bracket is not None and bracket.start < citation.span.start:
        # What leads to the first of a bracket leads to those behind it that have no words of their own.
        lead = citation.lead(text) or text[bracket.start + 1 : citation.span.start]
        return _OTHERWISE.match(lead.lower()) is not None
    led = _IN_CONTRAST.fullmatch(text, sentence.start, citation.span.start)
    return led is not None and _MAIN.match(text, citation.span.end) is not None


_OTHERWISE = re.compile(r"\s*(?:but\b|contra\b|pace\b)")
_MAIN = re.compile(r",(?! who\b| whose\b| which\b)")
_IN_CONTRAST = re.compile(r"(?:In (?:\w+ )?contrast to|Contrary to|Unlike|Contra|Pace)\b[^,;:.]*")


def _is_unnamed(holding: Holding, before: Container[str], source: Span | None = None) -> bool:
    """The running text does not name the holder: a pronoun may stand for it. Not for one whom only a
    bracket of this sentence names: "He seldom wrote on it (Weber 1922)"."""
    in_prose = holding.mention is not None and holding.mention.citation.form in IN_PROSE
    names = holding.mention.citation.names if holding.mention else ()
    new = holding.via is Via.PARENTHETICAL and not any(name in before for name in names[:1])
    cited = source is not None and any(m.citation.span.overlaps(source) for m in holding.line.mentions)
    return holding.holder != SELF and not in_prose and not cited and not new


def _claim(document: Document, holding: Holding, attribution: Attribution, words: str, scholar: str) -> Claim:
    sentence = holding.line.span
    mention = holding.mention
    first = attribution.content[0]
    evidence = sentence.of(document.text)
    nth = document.text.count(evidence, 0, sentence.start)
    return Claim(
        # Not where the sentence stands: what is written before it leaves the id as it is.
        id=content_id(document.key, holding.holder, evidence, nth, first.start - sentence.start),
        paper=document.key,
        holder=holding.holder,
        scholar=scholar,
        text=words,
        stance=Stance.NEUTRAL,
        confidence=round(holding.probability, 3),
        via=holding.via,
        evidence=evidence,
        span=sentence,
        page=document.page_at(sentence.start),
        locator=_locator(holding, evidence),
        reported_by=mention.citation.cited_in if mention else "",
        rule=holding.rule + (f":{attribution.cue_lemma}" if attribution.cue_lemma else ""),
        attribution=attribution,
    )


def _locator(holding: Holding, sentence: str) -> str:
    """The cited page: the holder's own locator in the sentence, wherever it stands in it, or the page alone
    that ends a sentence which cites nobody else."""
    cited = [m.citation for m in holding.line.mentions if m.key == holding.holder]
    only = holding.holder != SELF and len(cited) == len(holding.line.mentions)
    alone = page_alone(sentence) if only else None
    return next((c.locator for c in cited if c.locator), alone[1] if alone else "")
