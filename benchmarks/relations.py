"""Measures relations on paragraphs of our own (relations/): `python benchmarks/relations.py [--show]`.

Each paragraph is a paper by itself, with a reference list of the works that it cites. A relation found is
right when source, target and kind are. `--show`: list what is missed and found amiss in the development
paragraphs.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.model import Block, BlockKind, Debate, Document, Name, Pole, Reference, Span
from debatemap.nlp import load, split_sentences
from debatemap.stance import find_relations

FOLDER = Path(__file__).parent / "relations"
DEBATE = Debate("Invented", "Something is good.", Pole("bad", "It is bad."), Pole("good", "It is good."))
_NAME = r"[A-Z][a-z]+"
_CITED = re.compile(
    rf"(?P<one>{_NAME})(?: (?:and|&) (?P<two>{_NAME})|(?P<more> et al\.))?(?:['’]s)?,? ?\(?(?P<year>\d{{4}})"
)
_Key = tuple[str, str, str]


def works_in(text: str, relations: list[_Key]) -> dict[str, Reference]:
    """The works that a paragraph cites, by their keys."""
    keys = {end for source, target, _ in relations for end in (source, target) if end != "self"}
    for match in _CITED.finditer(text):
        names = [match["one"], *([match["two"]] if match["two"] else [])]
        keys.add("-".join([*names, *(["et-al"] if match["more"] else []), match["year"]]).lower())
    return {key: _work(key) for key in sorted(keys)}


def _work(key: str) -> Reference:
    names, _, year = key.rpartition("-")
    surnames = [name.title() for name in names.removesuffix("-et-al").split("-")]
    surnames += ["Other", "Another"] if names.endswith("-et-al") else []
    return Reference(
        key=key, authors=tuple(Name(surname, "A.") for surname in surnames), year=year, suffix="",
        title=f"On {key}", raw="",
    )  # fmt: skip


def read(text: str, works: dict[str, Reference]) -> Document:
    """A paragraph as a paper."""
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    document = Document("paragraph", text, blocks, references=tuple(works.values()))
    return replace(document, sentences=split_sentences(document))


def found_in(text: str, works: dict[str, Reference], nlp: Language) -> set[_Key]:
    """The relations that the program finds."""
    document = read(text, works)
    citations = cite(document)
    claims = extract_claims(document, citations, works, DEBATE, nlp=nlp)
    found = find_relations(document, citations, claims, nlp=nlp, references=works)
    return {(one.source, one.target, one.relation.value) for one in found}


def measure(name: str, nlp: Language, *, show: bool) -> None:
    """Prints a row a manner of writing, and one for all."""
    rows = [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]
    counts: dict[str, list[int]] = {}
    for row in rows:
        wanted: set[_Key] = {(source, target, kind) for source, target, kind in row["relations"]}
        found = found_in(row["text"], works_in(row["text"], sorted(wanted)), nlp)
        manner = "plain" if row["id"][0] in "cdeh" else "ornate"
        for part in (manner, "all"):
            count = counts.setdefault(part, [0, 0, 0])
            for at, part_of in enumerate((found & wanted, found, wanted)):
                count[at] += len(part_of)
        if show and found != wanted:
            print(row["id"], row["text"])
            print(*(f"    missed {key}\n" for key in sorted(wanted - found)), sep="", end="")
            print(*(f"    amiss  {key}\n" for key in sorted(found - wanted)), sep="", end="")
    for part, (hits, said, there) in sorted(counts.items()):
        precision, recall = hits / max(1, said), hits / max(1, there)
        f1 = 2 * hits / max(1, said + there)
        print(f"{name:18} {part:7} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {there} relations")


def main() -> None:
    """Measure both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="list differences in the development paragraphs")
    options = parser.parse_args()
    nlp = load()
    measure("development.jsonl", nlp, show=options.show)
    measure("held_out.jsonl", nlp, show=False)


if __name__ == "__main__":
    main()
