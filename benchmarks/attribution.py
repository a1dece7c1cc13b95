"""Measure, or train, who is given which sentence.

    python benchmarks/attribution.py            leave-one-document-out figures on the gold codings
    python benchmarks/attribution.py --train    fit on the five that may train; write the weights

The weights are the most probable ones given the codings and a prior that says, in terms of language,
what each feature should do (attribution_prior.csv): five chapters cannot teach everything.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from shared import PAPERS, load_scorer, shared

from debatemap.citations import cite
from debatemap.claims.attribute import Holding, Walk, attribute
from debatemap.claims.features import Features
from debatemap.claims.model import PARTS, AttributionModel, LogisticModel
from debatemap.claims.scene import Scene, lay_out
from debatemap.claims.voice import topic_stems
from debatemap.corpus import read_document
from debatemap.nlp import load, split_sentences
from debatemap.project import load_project

NOT_FOR_TRAINING = "pringle-2018"
STRENGTH = 33.0  # of the prior: a weight of 1/33 variance
THRESHOLDS = {"named": 0.5, "carried": 0.45, "voice": 0.4}
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "debatemap" / "claims" / "attribution.json"
scorer = load_scorer()


@dataclass(frozen=True)
class Coded:
    """A paper laid out, with its gold: `labels[i]` maps holder → (kind, agreed) for sentence i."""

    paper: str
    scene: Scene
    topic: frozenset[str]
    gold: list[dict[str, Any]]
    spans: list[Any]
    words: Any
    labels: list[dict[str, tuple[str, str]]]

    def covered(self, index: int) -> bool:
        """True when the gold covers sentence `index`."""
        span = self.spans[index]
        return bool(span) and self.words.toks[span[0]][1] < PAPERS[self.paper]


def read_coded(paper: str) -> Coded:
    """Read a paper and its gold coding, and tie the two together by words."""
    path = shared("corpus", f"{paper}.md")
    document = read_document(path)
    document = replace(document, sentences=split_sentences(document))
    scene = lay_out(document, cite(document), nlp=load())
    words = scorer.Locator(path.read_text(encoding="utf-8"))
    gold = [g for g in scorer.rows(shared("gold", paper, "claims.csv")) if int(g["start"]) < PAPERS[paper]]
    for row in gold:
        row["holder"] = scorer.canonical(row["holder"])
        row["span"] = words.span(int(row["start"]), int(row["end"]))
    spans = [words.find(line.span.of(document.text)) for line in scene.lines]
    labels: list[dict[str, tuple[str, str]]] = []
    for span in spans:
        here: dict[str, tuple[str, str]] = {}
        for row in gold:
            if (
                span
                and scorer.overlap(row["span"], span) >= 0.5
                and here.get(row["holder"]) != ("claim", "yes")
            ):
                here[row["holder"]] = (row["kind"], row["agreed"])
        labels.append(here)
    topic = topic_stems(load_project(shared("gold", paper)).debate)
    return Coded(paper, scene, topic, gold, spans, words, labels)


def examples(coded: Coded) -> dict[str, list[tuple[Features, int]]]:
    """Features and answers for the three questions, the walk led by the gold coding."""
    found: dict[str, list[tuple[Features, int]]] = {part: [] for part in PARTS}
    walk = Walk(coded.scene, coded.topic)
    for index, line in enumerate(coded.scene.lines):
        labels, covered = coded.labels[index], coded.covered(index)
        holders: set[str] = set()
        for key, features in walk.named(index):
            label = labels.get(scorer.canonical(key), ("none", "yes"))
            if label == ("claim", "yes"):
                holders.add(key)
            if covered and label[1] == "yes":
                found["named"].append((features, int(label[0] == "claim")))
        for focus, features in walk.carried(index):
            each = [(key, labels.get(scorer.canonical(key), ("none", "yes"))) for key in focus.keys]
            holders |= {key for key, label in each if label[0] == "claim"}
            if covered and all(label[1] == "yes" for _, label in each):
                found["carried"].append((features, int(any(label[0] == "claim" for _, label in each))))
        spoken = labels.get("self", ("none", "yes"))
        if covered and spoken[1] == "yes" and line.is_prose:
            found["voice"].append((walk.voice(index), int(spoken[0] == "claim")))
        walk.settle(index, holders)
    return found


def read_prior() -> dict[str, dict[str, float]]:
    """Part → feature → the weight expected before any coding is seen."""
    prior: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    with (Path(__file__).parent / "attribution_prior.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            prior[row["part"]][row["feature"]] = float(row["weight"])
    return prior


def fit(rows: list[tuple[Features, int]], prior: dict[str, float], threshold: float) -> LogisticModel:
    """Logistic regression with a Gaussian prior whose mean is `prior`."""
    names = sorted({name for features, _ in rows for name in features} | set(prior))
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for at, (features, _) in enumerate(rows):
        for name, value in features.items():
            matrix[at, column[name]] = value
    sign = np.array([2 * answer - 1 for _, answer in rows])
    mean = np.array([prior.get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ weights)
        away = weights - mean
        value = np.logaddexp(0, -margin).sum() + STRENGTH / 2 * (away @ away)
        return value, -(matrix.T @ (sign / (1 + np.exp(margin)))) + STRENGTH * away

    weights = minimize(loss, mean, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    kept = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= 5e-4}
    return LogisticModel(kept, threshold)


def train(papers: list[Coded]) -> AttributionModel:
    """The three models, fitted on the papers."""
    prior = read_prior()
    rows: dict[str, list[tuple[Features, int]]] = {part: [] for part in PARTS}
    for coded in papers:
        for part, found in examples(coded).items():
            rows[part] += found
    return AttributionModel(**{part: fit(rows[part], prior[part], THRESHOLDS[part]) for part in PARTS})


def score(coded: Coded, model: AttributionModel) -> dict[str, Any]:
    """The scorer's own figures for the sentences given to holders."""
    held: list[Holding] = list(attribute(coded.scene, model, coded.topic))
    text = coded.scene.document.text
    claims = [{"holder": h.holder, "evidence": h.line.span.of(text), "stance": ""} for h in held]
    start = {id(line): span for line, span in zip(coded.scene.lines, coded.spans, strict=True)}
    inside = [
        claim
        for h, claim in zip(held, claims, strict=True)
        if not (s := start[id(h.line)]) or coded.words.toks[s[0]][1] < PAPERS[coded.paper]
    ]
    result: dict[str, Any] = scorer.score_claims([dict(g) for g in coded.gold], inside, coded.words, False)
    return result


def main() -> None:
    """Print the table, or write the weights."""
    papers = [read_coded(paper) for paper in PAPERS]
    if "--train" in sys.argv[1:]:
        model = train([coded for coded in papers if coded.paper != NOT_FOR_TRAINING])
        WEIGHTS.write_text(model.to_json(), encoding="utf-8")
        print(f"wrote {WEIGHTS.name}")
        return
    print(f"{'leave one document out':24}   P     R     F1    self F1  recall by via")
    means: dict[str, list[float]] = defaultdict(list)
    for coded in papers:
        others = [c for c in papers if c.paper not in (coded.paper, NOT_FOR_TRAINING)]
        result = score(coded, train(others))
        scholar, own = result["attribution_scholar"], result["attribution_self"]
        means["scholar"].append(scholar["f1"])
        means["self"].append(own["f1"])
        figures = f"{scholar['precision']:.3f} {scholar['recall']:.3f} {scholar['f1']:.3f}   {own['f1']:.3f} "
        print(f"{coded.paper:24} {figures}   {result['recall_by_via']}")
    print(f"{'mean':24}             {np.mean(means['scholar']):.3f}   {np.mean(means['self']):.3f}")


if __name__ == "__main__":
    main()
