"""The claim column: the content in words that read as a sentence of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from debatemap.claims.markers import (
    has_reporting_form,
    has_reporting_noun,
    opening_connective,
    page_alone,
)
from debatemap.claims.parsing import citations_in, citing_brackets, name_span
from debatemap.model import Citation, CitationForm, Document, Reference, Span
from debatemap.model.reference import short_names

# A complementizer: at the start of a sentence of its own, "That" would be a capital.
_THAT = re.compile(r"^that\b(?! is,)[\s,]*")
_BEHIND_THAT = re.compile(r"\bthat\s+$")
_CONJUNCTION = re.compile(
    r"^(?:(?:and|but|yet|or)\s+(?=\w)|so\s+(?=(?:the|an?|this|these|that|those|it|its|they|their|there|he|she|his|her|we|if|when|in)\b))",
    re.IGNORECASE,
)
# "To some, aid is …": whose it is stands in the bracket.
_TO_SOME = re.compile(r"^(?:To|For|In the eyes of) (?:some|others|many|most)(?: \w+)?,\s+(?=\w)")
# "As discussed above, …": steers the reader through the paper.
_STEERING = re.compile(
    r"^As (?:I |we |\w+ )?(?:discuss|not|mention|show|see|argu|describ|outlin|explain|indicat|stat|said)\w*"
    r"(?: out| in \w+ detail)? (?:above|below|earlier|before|previously|in (?:Section|Chapter) [\d.]+),\s*"
)
# "Note, however, that …", "As can be seen, …": speaks to the reader.
_TO_READER = re.compile(
    r"^(?:(?:Note|Notice|Recall|Remember|Observe)"
    r"(?:,? (?:also|however|again|further|here|first|though),?)? that\s+"
    r"|As (?:noted|mentioned|stated|said|(?:can|could|may|will|was|has been|we have|I have|we) (?:be )?seen)"
    r"(?: (?:already|above|earlier|before|here|below))*,\s+)"
)
_DANGLING = re.compile(r",?\s+(?:and|or|but)$")
# The call of a note that the source prints like a number.
_CALL = re.compile(r"(?:(?<=[a-z]{2}[.,])|(?<=[a-z]{3}))\d{1,2}(?=\.?$)")
_EMPTY = re.compile(r"\s*[(\[][\s;,]*[)\]]")
_STOPPED = re.compile(r"([.!?][”’\"'])[.,]+$")
_TWO_STOPS = re.compile(r"(?<!\.)\.\s*\.$")
_BEFORE_NOUN = "by|in|from|of|on|to|with|than|following|per"
_LEADING_TO = re.compile(rf"\b(?:{_BEFORE_NOUN}|and)\s*$")
_IN_A_ROW = re.compile(r",?\s+(?:(?:and|or|&)\s+)?")
_MARK = re.compile(
    r"^\s*(?:\[\d+\]|\(?\d{1,2}[.)](?=\s)|\(?(?:[ivx]{1,4}|[a-h])\)(?=\s)|[•·*–-](?=\s))\s*", re.IGNORECASE
)
# "Thus the steps …": a connective that no comma parts from its sentence.
_ADVERB = re.compile(
    r"^(?:Thus|Hence|Therefore|Consequently|Accordingly|Moreover|Furthermore|Indeed)\s+"
    r"(?=(?:the|a|an|this|these|it|they|there|he|she|its|their|his|her)\s)"
)
_BETWEEN_QUOTES = re.compile(r",?[”’]\s*[“‘](?=[a-z])")
_COMMA_IN_QUOTE = re.compile(r",([”’\"'])$")
_QUOTES = {"‘": "’", "“": "”", "(": ")", "[": "]"}


def put_in_words(
    document: Document,
    content: Sequence[Span],
    citations: Sequence[Citation],
    *,
    named: Mapping[Span, str] | None = None,
) -> str:
    """The content without citations, connectives and complementizer, as a sentence.

    `named`: expressions to put a name for ("He" → "Franceschini").

    >>> from debatemap.model import Document
    >>> text = "However, that rules help workers is plain"
    >>> put_in_words(Document("x", text, ()), [Span(0, len(text))], [])
    'Rules help workers is plain.'
    """
    works = document.references
    parts = [_without_citations(document.text, span, citations, named or {}, works) for span in content]
    if len(parts) > 1 and opening_connective(led := parts[0].lower().strip(" ,"))[0] == led:
        parts.pop(0)  # "By contrast, for X, …"
    text = re.sub(r"\s+", " ", "".join(_joined(document.text, content, parts))).strip()
    text = _EMPTY.sub("", text)
    if pages := page_alone(text):
        text = text[: pages.start()] + text[pages.end() :]
    text = _CALL.sub("", _TWO_STOPS.sub(".", _MARK.sub("", text)))
    text = _BETWEEN_QUOTES.sub(" ", text) if len(content) > 1 else text
    text = _COMMA_IN_QUOTE.sub(r".\1", text)
    owners = frozenset((named or {}).values())
    text = _STEERING.sub("", _ADVERB.sub("", _drop_connective(_drop_connective(text, owners), owners)))
    text = _ON_THIS_AMIDST.sub(_without_view, text)
    text = _TO_READER.sub("", text)
    if not content or not _BEHIND_THAT.search(document.text, max(0, content[0].start - 9), content[0].start):
        text = _THAT.sub("", text)  # else "that that bond …"
    text = _TO_SOME.sub("", text)
    text = re.sub(r"\s+(?!\.\w)([,.;:!?)\]])", r"\1", text).strip(" ,;:–—-")
    text = re.sub(r"[,;]+(?=\.$)", "", text)
    text = _DANGLING.sub("", _balance(text))
    if not text:
        return ""
    text = _STOPPED.sub(r"\1", text)
    if text[-1] not in ".!?" and not (text[-1] in "'\"’”)]" and text[-2:-1] in (".", "!", "?")):
        text += "."
    first = next((at for at, character in enumerate(text) if character.isalnum()), 0)
    return text[:first] + text[first].upper() + text[first + 1 :]


def _joined(text: str, content: Sequence[Span], parts: Sequence[str]) -> Iterator[str]:
    """The parts with what stands between them: the comma of "that P, that Q", the "and" of "that P, and that
    Q", the comma of "If P, X argues, Q"."""
    for at, part in enumerate(parts):
        before = text[content[at - 1].end : content[at].start] if at and len(parts) == len(content) else ""
        led = before.startswith(",") and at == 1 and _SUBORDINATE.match(parts[0])
        joint = _NEXT_THAT.fullmatch(before)
        if part:
            yield f"{joint[1]} {joint[2]} " if joint and joint[2] else ", " if led or joint else " "
            yield part


_SUBORDINATE = re.compile(
    r"(?:If|When|Although|Though|While|Since|Because|Unless|Once|Where|After|As long as|As far as|As for"
    r"|As regards|Regarding|Concerning|With|In)\b"
)
_NEXT_THAT = re.compile(r"(,?)\s+(and|but|or|yet)\s+(?:that\s+)?|,\s+that\s+")
# "On this view, …", "In his view the …": whose view it is is said already.
_ON_THIS = re.compile(
    r"^(?:On (?:this|that|his|her|their)|(?:In|On|Under) (?:the|this) (?:latter|former|same)"
    r"|In (?:his|her|their|(?P<owner>[\w’' -]+['’]s?))) (?P<noun>\w+)"
    r"(?:,\s+(?=\w)|\s+(?=(?:an?|the|there|it|this|these|no)\s))"
)
_ON_THIS_AMIDST = re.compile(r",\s(?:on (?:this|that|his|her|their)|in (?:his|her|their)) (?P<noun>\w+),\s")
_TOO = re.compile(r"^too,\s+(?=\w)", re.IGNORECASE)


def is_sentence(words: str) -> bool:
    """Enough words to be read alone, and no bracket or curly mark without its partner."""
    plain = _COUNTED.sub("", words)
    straight = plain.count('"')  # may close a curly mark
    lone = [abs(plain.count(one) - plain.count(other)) for one, other in _SURE_PAIRS]
    return len(words.split()) >= 2 and lone in ([0, 0, 0], [straight, 0, 0])


def without_lone_marks(words: str) -> str:
    """The words without an opening curly mark or bracket that nothing closes.

    >>> without_lone_marks("She writes: “Rhyme is ornament.")
    'She writes: Rhyme is ornament.'
    """
    for opening, closing in _SURE_PAIRS:
        while words.count(opening) > words.count(closing) + (words.count('"') if opening == "“" else 0):
            at = words.rindex(opening)
            words = words[:at] + words[at + 1 :]
    return words


_COUNTED = re.compile(r"(?:(?<=\s)|^)\(?\w{1,2}\)")  # "1) …, 2) …"
_SURE_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


_OPENING_PRONOUN = re.compile(r"^(He|She|His|Her)\b(?!\s+own\b)")


def name_opening(words: str, scholar: str) -> str:
    """A carried claim of one scholar with its opening pronoun resolved.

    "They" and "their" are left alone: they may be the scholars, or those of whom they write.

    >>> name_opening("His yardstick is trust.", "Franceschini")
    "Franceschini's yardstick is trust."
    """
    match = _OPENING_PRONOUN.match(words)
    if match is None:
        return words
    owner = match.group(1) in ("His", "Her")
    return scholar + ("'s" if owner else "") + words[match.end() :]


def _without_citations(
    text: str,
    span: Span,
    citations: Sequence[Citation],
    named: Mapping[Span, str],
    works: Sequence[Reference],
) -> str:
    """The stretch without its citing brackets, names put for the expressions in `named`; `works`: those
    that numbers mean."""
    again = _named_again(text, citations_in(citations, span))
    dated = _told_by_date(citations_in(citations, span), again)
    brackets = citing_brackets(text, span, citations)
    holes = [
        _number(text, span, hole, citations, works) or (hole, _name_in(text, span, hole, citations))
        for hole in brackets
        if not any(bracket and hole.contains(bracket) for bracket in dated)
    ]
    for citation in citations_in(citations, span):
        bracket = citation.bracket
        aside = bracket and not any(hole.contains(bracket) for hole in brackets) and span.contains(bracket)
        if bracket and aside and citation.form in (CitationForm.PARENTHETICAL, CitationForm.YEAR):
            holes.append(_aside(text, bracket, citation))
    holes += [(name, "") for name in again]
    holes += [(expression, name) for expression, name in named.items() if span.contains(expression)]
    at, parts = span.start, []
    for hole, name in sorted(holes):
        parts += [text[at : hole.start], name]
        at = max(at, hole.end)
    return "".join([*parts, text[at : span.end]])


def _named_again(text: str, citations: Sequence[Citation]) -> list[Span]:
    """The second name of "by Weber (1904) and Weber (1922)"; as subjects they have a plural verb."""
    found: list[Span] = []
    for one, other in pairwise(citations):
        same = one.names == other.names and {one.form, other.form} == {CitationForm.NARRATIVE}
        begins = found[-1].end > one.span.start if found else False
        led = begins or _LEADING_TO.search(text, max(0, one.span.start - 20), one.span.start)
        if same and led and _IN_A_ROW.fullmatch(text, one.span.end, other.span.start):
            found.append(Span(one.span.end, name_span(text, other).end))
    return found


def _told_by_date(citations: Sequence[Citation], again: Sequence[Span]) -> set[Span | None]:
    """The brackets that tell two works of the same names apart: "Weber (1904) differs from Weber (1922)"."""
    named = [
        (citation.names, citation.key or citation.provisional_key, citation.bracket)
        for citation in citations
        if citation.form is CitationForm.NARRATIVE and not any(span.overlaps(citation.span) for span in again)
    ]
    return {
        bracket
        for names, key, bracket in named
        if any(names == other and key != its and bracket != where for other, its, where in named)
    }


def _name_in(text: str, span: Span, hole: Span, citations: Sequence[Citation]) -> str:
    """The names in a bracket that the sentence cannot do without: "as shown by (Good 2013)"."""
    if not _LEADING_TO.search(text, span.start, hole.start):
        return ""
    cited = next((c for c in citations_in(citations, hole) if c.names), None)
    return " " + short_names(cited.names) if cited else ""


def _number(
    text: str, span: Span, hole: Span, citations: Sequence[Citation], works: Sequence[Reference]
) -> tuple[Span, str] | None:
    """What to leave out for the number of a work, and what to put there: the names, where the sentence uses
    it as a noun ("In [7], it is shown", "[20] asks"); else nothing, also for what joins it to the number
    before. None for a bracket of any other kind."""
    number = next((c for c in citations_in(citations, hole) if c.form is CitationForm.NUMERIC), None)
    if number is None:
        return None
    people = next((work.authors for work in works if work.key == number.key), ())
    name = short_names([person.family for person in people]) if people else ""
    if joined := _JOINED_TO.search(text, span.start, hole.start):
        first = Span(joined.start(), joined.start("joint"))
        before = _number(text, span, first, citations, works)
        if before is None or not before[1]:
            return Span(joined.start("joint"), hole.end), ""
        return hole, f" {name}" if name else ""
    led = text[span.start : hole.start].rstrip()
    behind = _VERB_BEHIND.match(text, hole.end)
    said = behind is not None and (has_reporting_form((behind["verb"],)) or not led)
    if name and (_NOUN_BEFORE.search(led) or (said and led[-1:] in ("", ","))):
        return hole, f" {name}" if led else name
    return hole, ""


_NOUN_BEFORE = re.compile(
    rf"\b(?:{_BEFORE_NOUN}|while|whereas|as|what|that|because|although|if|see)\s*$", re.IGNORECASE
)
_JOINED_TO = re.compile(r"\s?\[\d{1,3}\](?P<joint>,?\s+(?:and|or|&)|,)\s*$")
_VERB_BEHIND = re.compile(r"\s+(?:(?:also|further|then|later|first)\s+)?(?P<verb>[a-z]+(?:s|ed|ve))\b")


def _aside(text: str, bracket: Span, citation: Citation) -> tuple[Span, str]:
    """What to leave out for a citation in a bracket that says more, and what to put there: its name where
    the words need it ("in the sense of Weber 1922"); else nothing for the citation with the comma and the
    "see" before it. The whole bracket goes where it points elsewhere, or the citation comes first in it and
    it reports nothing."""
    whole = Span(bracket.start - (text[bracket.start - 1 : bracket.start] == " "), bracket.end)
    if _POINTER.match(text, bracket.start + 1):
        return whole, ""
    if citation.names and _LEADING_TO.search(text, bracket.start + 1, citation.span.start):
        return citation.span, citation.named
    if has_reporting_form(tuple(bracket.of(text).lower().split())):
        return Span(citation.span.start, citation.span.start), ""
    lead = _BEFORE_CITATION.search(text, bracket.start + 1, citation.span.start)
    start = lead.start() if lead else citation.span.start
    return (Span(start, citation.span.end), "") if start > bracket.start + 1 else (whole, "")


_POINTER = re.compile(
    r"\s*(?:but )?(?:see|cf\.?|compare"
    r"|for (?:an? |the |more |further )?(?:overview|review|discussion|detail)s?)\b",
    re.IGNORECASE,
)
_BEFORE_CITATION = re.compile(r"\s*[,;]?\s*(?:(?:but |and )?(?:see|cf\.|e\.g\.|also)[,\s]*)*$")


def _without_view(amidst: re.Match[str]) -> str:
    """ "They were, on this view, weak": "They were weak"; "If so, on this view, P": "If so, P"."""
    if not has_reporting_noun((amidst["noun"],)):
        return amidst.group()
    first = "," not in amidst.string[: amidst.start()]
    return ", " if first and _SUBORDINATE.match(amidst.string) else " "


def _drop_connective(text: str, owners: Set[str]) -> str:
    """ "However, …" and "Indeed, …" belong to the paper, not to the claim."""
    connective, kind = opening_connective(text.lower())
    listed = kind == "sequence" and ";" in text  # "first, …; second, …"
    if connective and text[len(connective) :].startswith(",") and not listed:
        return text[len(connective) + 1 :].lstrip()
    view = _ON_THIS.match(text)
    if view and has_reporting_noun((view["noun"].lower(),)) and view["owner"] in (None, *owners):
        text = text[view.end() :]
    return _CONJUNCTION.sub("", _TOO.sub("", text))


def _balance(text: str) -> str:
    """Drop a bracket or curly quotation mark whose partner was cut off."""
    for opening, closing in _QUOTES.items():
        if text.count(opening) > text.count(closing) and text.startswith(opening):
            text = text[1:]
        elif (
            closing != "’"
            and text.count(closing) > text.count(opening)
            and text.rstrip(".").endswith(closing)
        ):
            text = text.rstrip(".")[:-1]
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text
    return text.strip()
