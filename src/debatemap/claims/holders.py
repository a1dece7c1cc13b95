"""What each holder of a sentence says in it: by name, by pronoun, as "I", or by the bracket behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from debatemap.claims.attribute import Holding
from debatemap.claims.backing import backed_stretch
from debatemap.claims.content import find_contents
from debatemap.claims.markers import has_reporting_form
from debatemap.claims.members import for_member
from debatemap.claims.parsing import (
    IN_PROSE,
    ParsedSentence,
    citing_brackets,
    clause_apart,
    half_of,
    list_mark,
    name_span,
)
from debatemap.claims.pieces import outside
from debatemap.claims.reports import Content
from debatemap.claims.roles import Role
from debatemap.claims.scene import Mention
from debatemap.claims.sources import according_role, announced_role, own_roles, pronoun_roles, unnamed_role
from debatemap.model import Attribution, Citation, CitationForm, Claim, Document, Span, Via
from debatemap.model.claim import SELF


def contents_of(holding: Holding, parsed: ParsedSentence, *, authors: int) -> Iterator[Content]:
    """What the holder's cues govern: of each place where the running text names it; else of the first of
    its other expressions of which something can be read alone, or of the first that has any.

    `authors`: how many stand behind the holder, 0 when unknown; "they" are no single author.
    """
    best: list[Content] = []
    for role, source in _expressions(holding, parsed, authors):
        found = list(find_contents(parsed, role, source))
        if holding.mention is not None and holding.mention.citation.form in IN_PROSE:
            cues = {content.attribution.cue for content in best}
            further = [content for content in found if content.attribution.cue not in cues]
            best += further if role.name == "subject" else [c for c in further if c.alone or not best]
        elif any(content.alone for content in found):
            best = found
            break
        else:
            best = best or found
    yield from best


def backed_contents(holding: Holding, parsed: ParsedSentence) -> list[Content]:
    """What somebody else of the sentence says and a bracket behind it backs: "X claims that P (Y 2001)",
    "we argue that P (Y 2001)". Nothing where nobody does, or several do."""
    mention = _cited(holding)
    bracket = mention.citation.bracket if mention else None
    if mention is None or bracket is None or mention.citation.form in IN_PROSE:
        return []
    named = [m.role for m in holding.line.mentions if m.citation.form in IN_PROSE]
    roles = [*named, *own_roles(parsed), *pronoun_roles(parsed)]
    said = [content for role in roles for content in find_contents(parsed, role, _where(parsed, role))]
    backed = [
        content.words[0]
        for content in said
        if content.alone and len(content.words) == 1 and 0 <= bracket.start - content.words[0].end < 3
    ]
    if len(set(backed)) != 1:
        return []
    return [Content(Attribution(content=(backed[0],), source=mention.citation.span), (backed[0],))]


def _expressions(
    holding: Holding, parsed: ParsedSentence, authors: int
) -> Iterator[tuple[Role, Span | None]]:
    """The expressions that may stand for the holder, with their roles."""
    if holding.holder == SELF:
        for role in own_roles(parsed):
            yield role, _where(parsed, role)
        whoever = unnamed_role(parsed)
        if whoever is not None and whoever.head is not None and whoever.head.lower_ == "it":
            yield whoever, None
        return
    mentions = [m for m in holding.line.mentions if m.key == holding.holder]
    named = [m for m in mentions if m.citation.form in IN_PROSE]
    for mention in sorted(named, key=lambda m: m.role.cue is None):
        yield mention.role, name_span(parsed.text, mention.citation)
    if not named:
        for role in pronoun_roles(parsed, one=authors < 2, several=authors != 1):
            yield role, _where(parsed, role)
    for mention in mentions if not named and holding.via is not Via.CARRIED else ():
        where = mention.citation.bracket or mention.citation.span
        behind = (announced_role(parsed, where.start), according_role(parsed, where.start))
        for unnamed in (*behind, unnamed_role(parsed, where.start)):
            if unnamed is not None:
                yield unnamed, mention.citation.span


def _where(parsed: ParsedSentence, role: Role) -> Span | None:
    if role.head is None:
        return None
    determiner = [
        t
        for t in role.head.lefts
        if t.lower_ in ("this", "the", "our", "my", "its") and t.dep_ in ("det", "poss")
    ]
    return parsed.cover([*determiner, role.head])


def whole_sentence(
    document: Document, holding: Holding, citations: Sequence[Citation], parsed: ParsedSentence | None
) -> Content:
    """What a sentence says in which nothing signals the holder's own part: all of it, or the clause that
    the holder's bracket backs."""
    sentence = holding.line.span
    holes = [*citing_brackets(document.text, sentence, citations), *list_mark(document.text, sentence)]
    holes = _without_named(holes, holding)
    mention = _cited(holding)
    citation = mention.citation if mention else None
    bracket = citation.bracket if citation and citation.form not in IN_PROSE else None
    stretch = backed_stretch(document.text, sentence, bracket, holes, parsed)
    if stretch.start == sentence.start and (citation is None or citation.form not in IN_PROSE):
        stretch = Span(_behind_frame(document.text, holding), stretch.end)
    if parsed is not None and mention is not None and mention.role.head is not None:
        half = half_of(mention.role.head)
        own = list(half) if len(half) < len(parsed.doc) else clause_apart(mention.role.head)
        stretch = parsed.cover(own) if own else stretch
    content = outside(document.text, stretch, [h for h in holes if h.overlaps(stretch)]) or (stretch,)
    attribution = Attribution(content=content)
    if mention is not None and citation is not None and sentence.contains(citation.span):
        cue = mention.role.cue_token if parsed is not None else None
        attribution = replace(
            attribution,
            source=name_span(document.text, citation) if citation.form in IN_PROSE else citation.span,
            cue=parsed.where(cue) if parsed is not None and cue is not None else None,
            cue_lemma=cue.lemma_.lower() if cue is not None else "",
            denied=cue is not None and mention.role.cue is not None and mention.role.cue.kind == "deny",
        )
    return Content(attribution, (stretch,))


def _behind_frame(text: str, holding: Holding) -> int:
    """Where the sentence begins for the holder, behind "As X shows, …" with which it gives their words."""
    sentence = holding.line.span
    led = _AS.match(text, sentence.start)
    named = (m.citation for m in holding.line.mentions if m.citation.form in IN_PROSE)
    first = next((c for c in named if led and c.span.start == led.end()), None)
    behind = _SAYS.match(text, first.span.end) if first else None
    says = behind is not None and has_reporting_form(tuple(behind[1].lower().split()))
    return behind.end() if behind is not None and says else sentence.start


_AS = re.compile(r"As\s+")
_SAYS = re.compile(r"\s+((?:\w+\s+){0,3}\w+),\s+")


def of_member(
    content: Content, holding: Holding, parsed: ParsedSentence, citations: Sequence[Citation]
) -> Content:
    """The content; of the whole sentence only the clause, and of an enumeration only the member, that the
    holder's bracket closes."""
    mention = _cited(holding)
    bracket = mention.citation.bracket if mention else None
    if mention is None or bracket is None or mention.citation.form is not CitationForm.PARENTHETICAL:
        return content
    if len({m.citation.bracket for m in holding.line.mentions}) < 2:
        return content
    apart = _without_named(citing_brackets(parsed.text, parsed.span, citations), holding)
    if not content.words:
        stretch = backed_stretch(parsed.text, parsed.span, bracket, apart, parsed)
        if stretch != parsed.span:
            return replace(content, words=(stretch,))
    return for_member(content, parsed, bracket, apart)


def _without_named(holes: Sequence[Span], holding: Holding) -> list[Span]:
    """The holes but for the brackets of those whom the sentence names in its prose: "Ames (2001)"."""
    named = {m.citation.bracket for m in holding.line.mentions if m.citation.form in IN_PROSE}
    return [hole for hole in holes if not any(b and hole.contains(b) for b in named)]


def _cited(holding: Holding) -> Mention | None:
    """Where the sentence names the holder: best in its prose, else in a bracket."""
    mentions = [m for m in holding.line.mentions if m.key == holding.holder]
    return next((m for m in mentions if m.citation.form in IN_PROSE), mentions[0] if mentions else None)


def tell_nested(claims: Sequence[Claim]) -> list[Claim]:
    """The same claims; one that stands inside what another holder of the sentence reports says by whom
    it is reported ("X reports that Y argues …")."""
    by_sentence: dict[Span | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.span].append(claim)
    return [
        replace(claim, reported_by=claim.reported_by or _reporter(claim, by_sentence[claim.span]))
        for claim in claims
    ]


def _reporter(claim: Claim, others: Sequence[Claim]) -> str:
    inner = claim.attribution
    if inner is None or inner.cue is None:
        return ""
    for other in others:
        outer = other.attribution
        if other.holder in (claim.holder, SELF) or outer is None or outer.cue is None:
            continue
        inside = any(span.contains(inner.cue) for span in outer.content)
        if inside and not any(span.contains(outer.cue) for span in outer.content):
            return other.holder
    return ""
