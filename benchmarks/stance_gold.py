"""Gold codings as the program's own objects: shared by benchmarks/stance.py and train_stance.py."""

from __future__ import annotations

import csv
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from codings import read_codings, read_theses
from spacy.language import Language

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.corpus import read_document
from debatemap.model import Claim, Debate, Document, Pole, Reference, Relation, Span, Stance, Via, content_id
from debatemap.nlp import split_sentences
from debatemap.stance import find_relations

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DEBATEMAP_SHARED", ROOT.parent / "shared"))
MEASURED_ONLY = "pringle-2018"
PAPERS = (MEASURED_ONLY, "innateness", "fragments", "decomposition", "creoles", "china")


@dataclass(frozen=True)
class Gold:
    """One coded paper. `relations`: (source, target, relation) → agreed on?; `marked`: those that the program
    finds, given the coded claims."""

    name: str
    debate: Debate
    document: Document
    claims: tuple[Claim, ...]
    relations: dict[tuple[str, str, str], bool]
    marked: tuple[Relation, ...]
    end: int

    @property
    def references(self) -> tuple[Reference, ...]:
        """The paper's own list."""
        return self.document.references


def gold_papers(names: tuple[str, ...] = PAPERS, *, nlp: Language) -> Iterator[Gold]:
    """Each coded paper that is there; what is absent is named and skipped."""
    for name in names:
        folder = SHARED / "gold" / name
        if not folder.is_dir():
            print(f"skipped: {name} is not in {SHARED.name}/gold")
            continue
        yield _read(name, folder, nlp)


def _read(name: str, folder: Path, nlp: Language) -> Gold:
    raw = tomllib.loads((folder / "debate.toml").read_text(encoding="utf-8"))
    poles = {side: Pole(**raw["poles"][side]) for side in ("attack", "support")}
    debate = Debate(raw["title"], raw["thesis"], poles["attack"], poles["support"])
    path = SHARED / "corpus" / f"{name}.md"
    document = read_document(path)
    document = replace(document, sentences=split_sentences(document))
    source = path.read_text(encoding="utf-8")
    rows = _rows(folder / "claims.csv")
    places = _places([source[int(row["start"]) : int(row["end"])] for row in rows], document.text)
    claims = tuple(
        _claim(row, source, place, name)
        for row, place in zip(rows, places, strict=True)
        if row["kind"] == "claim" and row["agreed"] == "yes"
    )
    relations: dict[tuple[str, str, str], bool] = {}
    for row in _rows(folder / "relations.csv"):
        key = (row["source"], row["target"], row["relation"])
        relations[key] = relations.get(key, False) or row["agreed"] == "yes"
    marked = _marked(document, claims, nlp=nlp)
    return Gold(name, debate, document, claims, relations, marked, max(p.end for p in places if p))


def _marked(document: Document, claims: Sequence[Claim], *, nlp: Language) -> tuple[Relation, ...]:
    works = {work.key: work for work in document.references}
    return tuple(find_relations(document, cite(document), claims, nlp=nlp, references=works))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def _places(passages: list[str], text: str) -> list[Span | None]:
    """Where each passage of the source stands in the document as read; None where it was cut up."""
    found: list[Span | None] = []
    since = 0
    for passage in passages:
        start = -1
        for part in (passage.strip(), passage.strip()[:40], passage.strip()[-40:]):
            start = text.find(part, max(0, since - 2000))
            if start >= 0:
                break
        if start < 0:
            found.append(None)
            continue
        since = start
        found.append(Span(start, min(len(text), start + len(passage.strip()))))
    return found


def _claim(row: dict[str, str], source: str, place: Span | None, name: str) -> Claim:
    passage = " ".join(source[int(row["start"]) : int(row["end"])].split())
    return Claim(
        id=content_id(name, row["start"], row["holder"], row["stance"]),
        paper=name,
        holder=row["holder"],
        scholar=row["holder"],
        text=passage,
        stance=Stance.of_sign(int(row["stance"])),
        confidence=1.0,
        via=Via(row["via"] or "carried"),
        evidence=passage,
        span=place,
    )


def coded_texts(*, nlp: Language) -> Iterator[Gold]:
    """The open-licence texts of codings.py that take part in a debate: ten claims or more take a side."""
    for text in read_codings():
        rows = [
            (text.document.sentences[row.sentence], row.holder, row.stance)
            for row in text.rows
            if row.kind == "claim"
        ]
        if sum(bool(sign) for _, _, sign in rows) >= 10:
            yield as_gold(text.name, text.debate, text.document, rows, nlp=nlp)


def divided_texts(number: int, *, nlp: Language) -> Iterator[Gold]:
    """The coded part of each open-licence text, toward so many of the theses that divide its claims."""
    for text in read_codings() if number else ():
        for thesis in read_theses(text)[:number]:
            rows = [
                (text.document.sentences[row.sentence], row.holder, thesis.stances[row.sentence])
                for row in text.rows
                if row.kind == "claim" and row.sentence in thesis.stances
            ]
            yield as_gold(text.name, thesis.debate, text.document, rows, nlp=nlp)


def as_gold(
    name: str, debate: Debate, document: Document, rows: Sequence[tuple[Span, str, int]], *, nlp: Language
) -> Gold:
    """Coded sentences (place, holder, stance sign) as claims. Where the program finds just one claim of the
    holder in the sentence, its words and what the report commits the holder to are taken over: so stance
    meets them in a run."""
    works = {work.key: work for work in document.references}
    found: dict[tuple[Span | None, str], list[Claim]] = defaultdict(list)
    for claim in extract_claims(document, cite(document), works, debate, nlp=nlp):
        found[claim.span, claim.holder].append(claim)
    claims = []
    for place, holder, sign in rows:
        same = found[place, holder]
        claim = same[0] if len(same) == 1 else _plain(name, holder, place, place.of(document.text))
        claims.append(replace(claim, stance=Stance.of_sign(sign), confidence=1.0))
    marked = _marked(document, claims, nlp=nlp)
    return Gold(name, debate, document, tuple(claims), {}, marked, len(document.text))


def _plain(key: str, holder: str, place: Span, sentence: str) -> Claim:
    return Claim(
        id=content_id(key, holder, place.start),
        paper=key,
        holder=holder,
        scholar=holder,
        text=sentence,
        stance=Stance.NEUTRAL,
        confidence=1.0,
        via=Via.CARRIED,
        evidence=sentence,
        span=place,
    )


@dataclass(frozen=True)
class Scores:
    """`three`: accuracy of support, attack, neutral; `side`: of for or against on the claims that bear on
    the thesis; `error`: expected calibration error, ten bins, of the stance given; `bears`: accuracy of
    bearing or not; `loss`: mean negative log-likelihood of the true stances, in nats."""

    three: float
    side: float
    error: float
    bears: float
    loss: float

    def __str__(self) -> str:
        return f"three {self.three:.3f}  side {self.side:.3f}  bears {self.bears:.3f}  ece {self.error:.3f}"


def score(claims: Sequence[Claim], odds: Sequence[tuple[float, float, float]]) -> Scores:
    """Scores of the probabilities of attack, neutral and support that were given to coded claims."""
    signs = np.array([claim.stance.sign for claim in claims])
    p = np.array(odds)
    said = p.argmax(1) - 1
    right = said == signs
    sided = signs != 0
    side = float((np.sign(p[:, 2] - p[:, 0])[sided] == signs[sided]).mean())
    sure = p.max(1)
    bins = np.minimum((sure * 10).astype(int), 9)
    error = sum(
        abs((right[bins == b] - sure[bins == b]).mean()) * (bins == b).mean() for b in sorted(set(bins))
    )
    loss = -np.log(np.clip(p[np.arange(len(p)), signs + 1], 1e-6, 1)).mean()
    return Scores(float(right.mean()), side, float(error), float(((said != 0) == sided).mean()), float(loss))
