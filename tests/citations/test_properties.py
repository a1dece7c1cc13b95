"""What holds for every text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatemap.citations import cite
from debatemap.model import CitationForm, Document, Reference

PIECES = st.sampled_from(
    ["Olson", "de", "and", "&", ",", ";", ":", "(", ")", "[", "]", "1965", "2009a", "n.d.", "’s", "'s",
     "et al.", "Ibid.", "p. 5", "(p. 5)", "12–13", "in", "The", "X.", "\n\n", "[^", "## ", "Chen Feng", "%"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_are_ordered_and_inside(
    works: list[Reference], document_of: Callable[[str], Document], text: str
) -> None:
    """Any text is read without error; spans lie in the text, in order; what has a key is in the list."""
    found = cite(document_of(text), works)
    assert [c.span for c in found] == sorted(c.span for c in found)
    assert all(c.span.end <= len(text) and c.span.of(text).strip() for c in found)
    assert all(not c.key or c.key in {ref.key for ref in works} for c in found)
    assert all(c.bracket is None or c.bracket.of(text)[0] in "([" for c in found)


def test_long_texts_take_their_time_in_proportion(document_of: Callable[[str], Document]) -> None:
    """A paragraph of a thousand unclosed brackets and years is read like any other."""
    text = "(Olson 1965; " * 1000
    found = cite(document_of(text))
    assert len(found) == 1000
    assert {c.form for c in found} == {CitationForm.NARRATIVE}
