"""Give each citation its work: exact when it can be, tolerant of one misprint, else unresolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.citations.context import Context, Dated
from debatemap.citations.near import near_works
from debatemap.citations.roster import Roster
from debatemap.model import Citation, CitationForm, Document, Reference, Span


def resolve_citations(
    citations: Sequence[Citation], references: Sequence[Reference], *, document: Document
) -> list[Citation]:
    """The same citations with their keys, or with the candidates where the work is not certain.

    A key is given when one work of the list fits names and date, or when only one comes near (then
    `note` says what differs and `candidates` names it). Years alone take the nearest author before
    them who has a work of that year; names alone the work that the same paragraph cites, else the
    last one cited before; a name that the list does not have the date, or the work, with which the
    text cites it elsewhere. What the source format itself links is taken as linked.
    """
    roster = Roster(references)
    state = _State(roster, Context(document, roster), [])
    for citation in citations:
        state.done.append(state.context.linked(_dated(citation, state)))
    dated = state.context.dated(state.done)
    out = [_bare(c, state, dated) if _without_date(c) else c for c in state.done]
    keys = {c.provisional_key: c.key for c in out if c.key}
    return [replace(c, cited_in=keys.get(c.cited_in, c.cited_in)) if c.cited_in else c for c in out]


@dataclass(frozen=True, slots=True)
class _State:
    roster: Roster
    context: Context
    done: list[Citation]


def _without_date(citation: Citation) -> bool:
    named = citation.form in (CitationForm.NAME, CitationForm.NOTE) and bool(citation.names)
    return named and not (citation.year or citation.key or citation.candidates)


def _dated(citation: Citation, state: _State) -> Citation:
    if citation.form in (CitationForm.NAME, CitationForm.NUMERIC) or citation.key:
        return citation
    if state.context.again(citation):
        return _again(citation, state)
    if citation.form is CitationForm.NOTE and not citation.year:
        return citation  # "Keck and Sikkink, 15."
    if citation.form is CitationForm.YEAR and not citation.names:
        return _year_alone(citation, state)
    done = by_names(citation, state.roster, given=state.context.given(citation))
    if not done.key and not done.candidates and state.context.after_place(citation):
        return _after_place(citation, state)
    return done


def _after_place(citation: Citation, state: _State) -> Citation:
    """A name that no work bears, after a preposition of place: the year is that of the author before."""
    year = Span(citation.bracket.start + 1, citation.span.end - 1) if citation.bracket else citation.span
    bare = replace(citation, names=(), form=CitationForm.YEAR, span=year)
    done = _year_alone(bare, state)
    return done if done.key else citation


def by_names(citation: Citation, roster: Roster, *, given: str = "") -> Citation:
    """Resolve a citation that has names and a date; `given`: an initial that tells namesakes apart."""
    found = roster.matches(citation.names, citation.year, citation.suffix, et_al=citation.et_al)
    best = [match.reference for match in found if match.score == found[0].score and match.score > 2]
    if not best and found and citation.et_al and found[0].score == 2:
        best = [match.reference for match in found if match.score == 2]
    if not best:
        return _misprint(citation, roster)
    best = of_given(best, given)
    lettered = [ref for ref in best if ref.suffix == citation.suffix]
    if len(best) == 1 or len(lettered) == 1:
        return replace(citation, key=(best if len(best) == 1 else lettered)[0].key)
    if citation.suffix and not lettered and not any(ref.suffix for ref in best):
        return _by_letter(citation, best)
    return replace(citation, candidates=tuple(ref.key for ref in best))


def of_given(works: Sequence[Reference], given: str) -> list[Reference]:
    """The works whose first author's given name begins so; all of them when none does."""
    fitting = [ref for ref in works if given and ref.authors and ref.authors[0].given[:1].lower() == given]
    return fitting or list(works)


def _by_letter(citation: Citation, works: Sequence[Reference]) -> Citation:
    """The list prints no letters: a is the first of these works, b the second."""
    at = ord(citation.suffix) - ord("a")
    keys = tuple(ref.key for ref in works)
    if at >= len(works):
        return replace(citation, candidates=keys)
    return replace(citation, key=keys[at], candidates=keys, note="the list has no letter: taken in its order")


def _misprint(citation: Citation, roster: Roster) -> Citation:
    near = near_works(citation, roster)
    keys = tuple(one.reference.key for one in near)
    nearest = [one for one in near if one.distance == near[0].distance and one.certain]
    if len(nearest) == 1:
        return replace(citation, key=nearest[0].reference.key, candidates=keys, note=nearest[0].note)
    return replace(citation, candidates=keys)


def _year_alone(citation: Citation, state: _State) -> Citation:
    """The nearest author before, in this block or the ones it goes on from, with a work of that year.

    Else, as in notes on one book, the only work of that year that has been cited so far.
    """
    before = state.context.before(citation, state.done)
    for earlier in before:
        found = state.roster.matches(earlier.names, citation.year, citation.suffix, et_al=earlier.et_al)
        if found and found[0].score >= 2:
            return by_names(replace(citation, names=earlier.names, et_al=earlier.et_al), state.roster)
    cited = {c.key for c in state.done if c.key}
    works = [ref for ref in state.roster.of_year(citation.year) if ref.key in cited]
    works = [ref for ref in works if citation.suffix in ("", ref.suffix)]
    keys = tuple(ref.key for ref in works)
    if len(keys) == 1:
        names = tuple(name.family for name in works[0].authors)
        note = "the only work of that year cited so far"
        return replace(citation, key=keys[0], candidates=keys, names=names, note=note)
    if keys:
        return replace(citation, candidates=keys)
    for earlier in before:
        if (earlier.year, earlier.suffix) == (citation.year, citation.suffix):
            return replace(citation, names=earlier.names, et_al=earlier.et_al, candidates=earlier.candidates)
    return citation


def _again(citation: Citation, state: _State) -> Citation:
    """ "ibid." is the work cited just before; "Smith, op. cit." the last cited work of Smith; "Smith, supra
    note 4" the one in that note.

    A page alone, too, belongs to the work cited last; of the author named since, if one is.
    """
    names = citation.names
    page_alone = citation.form is CitationForm.YEAR and state.context.is_page(citation)
    meant = state.context.note_meant(citation)
    for earlier in reversed(state.done):
        if meant is not None and not meant.contains(earlier.span):
            continue
        if earlier.form is CitationForm.NAME:
            names = names or (earlier.names if page_alone else ())
        elif (earlier.key or earlier.names) and (not names or earlier.names[:1] == names[:1]):
            return replace(
                citation, names=citation.names or earlier.names, year=earlier.year, suffix=earlier.suffix,
                key=earlier.key, candidates=earlier.candidates,
            )  # fmt: skip
    return replace(citation, names=names)


def _bare(citation: Citation, state: _State, dated: Sequence[Dated]) -> Citation:
    """The work of the author that the paragraph cites, else the last before, else the next after."""
    listed = of_given(state.roster.works(citation.names[0]), state.context.given(citation))
    works = {ref.key: state.roster.fit(ref, citation.names, et_al=citation.et_al) for ref in listed}
    if not works:
        return _as_dated(citation, state)
    if state.context.noted_elsewhere(citation, state.done, works):
        return replace(citation, candidates=tuple(sorted(works)), note="its note is a web address")
    noted = state.context.noted_behind(dated, citation)
    if key := next((key for key in noted if works.get(key, 0) > 1), ""):
        return replace(citation, key=key)
    for floor in (3, 2, 1):
        fitting = [key for key, score in works.items() if score >= floor]
        timely = state.context.timely(citation, [ref for ref in listed if ref.key in fitting])
        if timely:
            return replace(citation, key=timely)
        near = state.context.around(dated, citation) if fitting else iter(())
        chosen = next((key for key in near if key in fitting), "")
        if chosen or len(fitting) == 1:
            key = chosen or fitting[0]
            alone = floor < 3 and len(citation.names) > 1 and not citation.et_al
            return _doubted(citation, key, state.roster) if alone else replace(citation, key=key)
        if fitting:
            return _as_dated(replace(citation, candidates=tuple(sorted(fitting))), state)
    return citation


def _as_dated(citation: Citation, state: _State) -> Citation:
    """A name of which the list has no work, or several, none of them cited, means what the text cites
    under it with a date, last before or else first behind: a work unlisted, or listed otherwise."""
    first = [c for c in state.done if c.year and c.names and c.names[:1] == citation.names[:1]]
    whole = [c for c in first if c.names == citation.names and c.et_al == citation.et_al]
    same = whole or [c for c in first if citation.et_al or len(citation.names) == 1]
    before = [c for c in same if c.span < citation.span]
    if not same or citation.form is not CitationForm.NAME:
        return citation
    cited = before[-1] if before else same[0]
    return replace(
        citation, year=cited.year, suffix=cited.suffix, key=cited.key, candidates=cited.candidates,
        note=cited.note,
    )  # fmt: skip


def _doubted(citation: Citation, key: str, roster: Roster) -> Citation:
    """A name of the pair is not in the list ("Keck and Sikking" for "Keck and Sikkink")."""
    label = next(ref.label for ref in roster.references if ref.key == key)
    return replace(citation, key=key, candidates=(key,), note=f"the list has {label}")
