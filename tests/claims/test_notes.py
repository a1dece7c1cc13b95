"""Papers that cite by footnotes: a note that gives a work is to its sentence what a bracket is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.corpus import read_document
from debatemap.model import Claim
from debatemap.nlp import load, split_sentences

from .conftest import DEBATE

PAPER = """# Reefs and tides

Marsh argued that tides shaped the reef.[^1] He held that storms came later.[^2] In a retrospect she granted the \
storms their share.[^3] Corals adapt when algae move.[^4] Nakamura thinks that they move each spring.[^5] \
Tourists came late.[^6]

[^1]: Ada B. C. Marsh, *The Reef: Its Growth, A.D. 400–1900* (Oxford: Blackwell, 1999), 12–14.
[^2]: Marsh, *Reef*, 20; on this see also Jun Nakamura, *Algae*, 99.
[^3]: A. B. C. Marsh, "The Reef Revisited," *Tides* 5, no. 2 (2007): 135–51, at 148.
[^4]: Jun Nakamura, *Algae* (Leiden: Brill, 2014), 7.
[^5]: Ibid., 35.
[^6]: Nobody counted them before the war, as Nakamura admits.

## Bibliography

Marsh, Ada B. C. *The Reef: Its Growth, A.D. 400–1900*. Oxford: Blackwell, 1999.

Marsh, Ada B. C. "The Reef Revisited." *Tides* 5, no. 2 (2007): 135–51.

Nakamura, Jun. *Algae*. Leiden: Brill, 2014.
"""


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> list[Claim]:
    """The claims of the paper, in the order of the text."""
    path = Path(tmp_path_factory.mktemp("notes")) / "reefs.md"
    path.write_text(PAPER, encoding="utf-8")
    document = read_document(path)
    document = replace(document, sentences=split_sentences(document))
    works = {work.key: work for work in document.references}
    return extract_claims(document, cite(document, document.references), works, DEBATE, nlp=load())


def test_the_note_gives_work_and_page(claims: list[Claim]) -> None:
    """Of a name with several works the one noted; of a sentence that names nobody, too; "see also" none."""
    assert [(claim.holder, claim.locator, claim.text) for claim in claims[:5]] == [
        ("marsh-1999", "12–14", "Tides shaped the reef."),
        ("marsh-1999", "20", "Storms came later."),
        ("marsh-2007", "148", "In a retrospect Marsh granted the storms their share."),
        ("nakamura-2014", "7", "Corals adapt when algae move."),
        ("nakamura-2014", "35", "They move each spring."),
    ]


def test_a_note_that_only_gives_a_work_claims_nothing(claims: list[Claim]) -> None:
    """Nor is a publisher a scholar; what a note tells, it may claim."""
    assert {claim.holder for claim in claims} == {"marsh-1999", "marsh-2007", "nakamura-2014"}
    assert all("Blackwell" not in claim.evidence and "Algae" not in claim.evidence for claim in claims)


NOTES = """# Reefs

Marsh (1999) argues that tides shaped the reef.[^1] Nakamura (2014) argues that corals adapt.[^2] They do so slowly.[^3] \
Divers came later.[^4]

[^1]: He concedes that storms broke it.
[^2]: The author concedes that algae move.
[^3]: Marsh, “Who Built It? Tides on the Reef” (1999), 5. Nakamura came back to it two years later (2014).
[^4]: Nakamura (2014) also counts them, but gives no dates.

## References

Marsh, Ada. 1999. *Who Built It? Tides on the Reef*. Oxford: Blackwell.

Nakamura, Jun. 2014. *Algae*. Leiden: Brill.
"""


def test_a_note_takes_up_its_own_sentence(tmp_path: Path) -> None:
    """And not the note before it; a title within a note is not cut at its question mark."""
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    document = read_document(path)
    document = replace(document, sentences=split_sentences(document))
    works = {work.key: work for work in document.references}
    found = extract_claims(document, cite(document, document.references), works, DEBATE, nlp=load())
    said = {claim.text: claim.holder for claim in found}
    assert said["Storms broke it."] == "marsh-1999"
    assert said["Algae move."] == "nakamura-2014"
    assert said["They do so slowly."] == "marsh-1999"
    assert "Divers came later." not in said
    assert not any(claim.evidence.startswith("Tides on the Reef") for claim in found)
