"""Measure, or train, who is given which sentence.

    python benchmarks/attribution.py               leave-one-document-out figures on the gold codings
    python benchmarks/attribution.py --others      the same on passages and reviews of our own and coded texts
    python benchmarks/attribution.py --train       fit on all that may train; write the weights

The weights are the most probable ones given the codings, the labelled passages of our own (passages.py),
open-licence texts (codings.py) and a prior that says, in terms of language, what each feature should do
(attribution_prior.csv): five chapters cannot teach everything.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from codings import CodedText, read_codings
from passages import REVIEWS, Passage, read_passages
from scipy.optimize import minimize
from shared import PAPERS, load_scorer, shared

from debatemap.citations import cite
from debatemap.claims.attribute import Holding, Walk, attribute
from debatemap.claims.features import Features
from debatemap.claims.model import PARTS, AttributionModel, LogisticModel, load_model
from debatemap.claims.scene import Scene, lay_out
from debatemap.claims.voice import topic_stems
from debatemap.corpus import read_document
from debatemap.nlp import load, split_sentences
from debatemap.project import load_project

NOT_FOR_TRAINING = "pringle-2018"
STRENGTH = {"named": 33.0, "carried": 33.0, "voice": 3.0}  # of the prior: one over its variance
# How often a report runs on, and how freely an author speaks, are habits of a text (the passages hold more
# reports than papers do), and of its coder. What is peculiar to texts in this goes to columns of their own,
# which no shipped weight takes up.
HABITS = {
    "passages": ("bias", "since_claim=0", "introduced=bracket"),
    "texts": ("bias", "first_person", "own_text", "i_argue", "i_study"),
}
# What is learnt from the coded texts. Of named works and carried reports they taught nothing that holds on
# other texts.
FROM_TEXTS = ("voice",)
# What is best for F1 is half the F1 that is reached (Lipton, Elkan and Naryanaswamy 2014); a report once
# wrongly carried is carried further, so that there half the chance is asked for.
THRESHOLDS = {"named": 0.45, "carried": 0.5, "voice": 0.25}
_HABIT = "habit:"
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "debatemap" / "claims" / "attribution.json"
scorer = load_scorer()


Row = tuple[Features, int]
"""Features, answer (1 yes, 0 no)."""


@dataclass(frozen=True)
class Coded:
    """A text laid out, with its coding: `labels[i]` maps holder → (kind, agreed) for sentence i."""

    name: str
    scene: Scene
    topic: frozenset[str]
    labels: list[dict[str, tuple[str, str]]]
    group: str = "papers"
    """papers, passages or texts."""
    end: int = sys.maxsize
    """Index of the first sentence that the coding does not cover."""

    def covered(self, index: int) -> bool:
        """True when the coding covers sentence `index`."""
        return index < self.end


@dataclass(frozen=True)
class CodedPaper(Coded):
    """A paper with its gold rows; `spans` tie its sentences to the gold's words."""

    gold: list[dict[str, Any]] = field(default_factory=list)
    spans: list[Any] = field(default_factory=list)
    words: Any = None

    def covered(self, index: int) -> bool:
        """The gold covers the beginning of most papers only."""
        span = self.spans[index]
        return bool(span) and self.words.toks[span[0]][1] < PAPERS[self.name]


def read_coded(paper: str) -> CodedPaper:
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
    return CodedPaper(paper, scene, topic, labels, gold=gold, spans=spans, words=words)


def lay_out_passage(passage: Passage) -> Coded:
    """A passage in the form of a coded paper."""
    scene = lay_out(passage.document, cite(passage.document), nlp=load())
    labels = [{scorer.canonical(holder): ("claim", "yes") for holder in here} for here in passage.labels]
    topic = topic_stems(passage.debate)
    return Coded(passage.document.key, scene, topic, labels, group="passages")


def lay_out_text(text: CodedText) -> Coded:
    """An open-licence text, coded up to some sentence, in the form of a coded paper."""
    scene = lay_out(text.document, cite(text.document), nlp=load())
    labels: list[dict[str, tuple[str, str]]] = [{} for _ in scene.lines]
    for row in text.rows:
        kind = ("claim", "disputed") if row.kind == "disputed" else (row.kind, "yes")
        here, holder = labels[row.sentence], scorer.canonical(row.holder)
        if here.get(holder) != ("claim", "yes"):
            here[holder] = kind
    return Coded(text.name, scene, topic_stems(text.debate), labels, group="texts", end=text.end)


def examples(coded: Coded) -> dict[str, list[Row]]:
    """Features and answers for the three questions, the walk led by the gold coding."""
    found: dict[str, list[Row]] = {part: [] for part in PARTS}
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
                goes_on = any(label[0] == "claim" for _, label in each)
                found["carried"].append((features, int(goes_on)))
        spoken = labels.get("self", ("none", "yes"))
        if covered and spoken[1] == "yes" and line.is_prose:
            found["voice"].append((walk.voice(index), int(spoken[0] == "claim")))
        walk.settle(index, holders)
    owner = coded.name if coded.group == "texts" else coded.group
    for rows in found.values():
        for features, _ in rows:
            features |= {f"{_HABIT}{owner}:{n}": features.get(n, 0.0) for n in HABITS.get(coded.group, ())}
    if coded.group == "texts":
        found = {part: rows if part in FROM_TEXTS else [] for part, rows in found.items()}
    return found


def read_prior() -> dict[str, dict[str, float]]:
    """Part → feature → the weight expected before any coding is seen."""
    prior: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    with (Path(__file__).parent / "attribution_prior.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            prior[row["part"]][row["feature"]] = float(row["weight"])
    return prior


def fit(rows: list[Row], prior: dict[str, float], *, strength: float, threshold: float) -> LogisticModel:
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
        value = np.logaddexp(0, -margin).sum() + strength / 2 * (away @ away)
        return value, -(matrix.T @ (sign / (1 + np.exp(margin)))) + strength * away

    weights = minimize(loss, mean, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    kept = {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 5e-4 and not name.startswith(_HABIT)
    }
    return LogisticModel(kept, threshold)


def train(known: Iterable[dict[str, list[Row]]]) -> AttributionModel:
    """The three models, fitted on the examples of some texts."""
    prior = read_prior()
    rows: dict[str, list[Row]] = {part: [] for part in PARTS}
    for examples_of_one in known:
        for part, found in examples_of_one.items():
            rows[part] += found
    return AttributionModel(
        **{
            part: fit(rows[part], prior[part], strength=STRENGTH[part], threshold=THRESHOLDS[part])
            for part in PARTS
        }
    )


def score(coded: CodedPaper, model: AttributionModel) -> dict[str, Any]:
    """The scorer's own figures for the sentences given to holders."""
    held: list[Holding] = list(attribute(coded.scene, model, coded.topic))
    text = coded.scene.document.text
    claims = [{"holder": h.holder, "evidence": h.line.span.of(text), "stance": ""} for h in held]
    start = {id(line): span for line, span in zip(coded.scene.lines, coded.spans, strict=True)}
    inside = [
        claim
        for h, claim in zip(held, claims, strict=True)
        if not (s := start[id(h.line)]) or coded.words.toks[s[0]][1] < PAPERS[coded.name]
    ]
    result: dict[str, Any] = scorer.score_claims([dict(g) for g in coded.gold], inside, coded.words, False)
    return result


def tally(coded: Coded, model: AttributionModel) -> Counter[str]:
    """Right, given and held (sentence, holder) pairs, scholars' and the author's apart; disputed ones count
    neither way, nor do speakers who are no scholars."""
    index = {id(line): at for at, line in enumerate(coded.scene.lines)}
    given = {
        (index[id(h.line)], scorer.canonical(h.holder)) for h in attribute(coded.scene, model, coded.topic)
    }
    given = {(at, holder) for at, holder in given if coded.covered(at)}
    given -= {(at, holder) for at, holder in given if coded.labels[at].get(holder, ("", "yes"))[1] != "yes"}
    held = {
        (at, holder)
        for at, labels in enumerate(coded.labels)
        for holder, label in labels.items()
        if label == ("claim", "yes") and not holder.startswith("other:")
    }
    counts: Counter[str] = Counter()
    for name, pairs in (("right", given & held), ("given", given), ("held", held)):
        counts.update(f"{'self' if holder == 'self' else 'scholar'} {name}" for _, holder in pairs)
    return counts


def print_others(others: list[Coded], papers: list[CodedPaper]) -> None:
    """Each passage, and each coded text, by a model of all the others, and by one of the papers alone; the
    reviews, of which nothing is learnt, by the package's own."""
    known = {coded.name: examples(coded) for coded in [*others, *papers]}
    names = [coded.name for coded in papers]
    for group in ("passages", "texts"):
        for title, pick in (("all others", False), ("papers alone", True)):
            total: Counter[str] = Counter()
            for coded in others:
                if coded.group == group:
                    rest = names if pick else [name for name in known if name != coded.name]
                    total += tally(coded, train(known[name] for name in rest))
            _print_total(group, title, total)
    total = Counter()
    for review in read_passages(REVIEWS):
        total += tally(lay_out_passage(review), load_model())
    _print_total("reviews", "the package", total)


def _print_total(group: str, title: str, total: Counter[str]) -> None:
    for kind in ("scholar", "self"):
        right, given, held = (total[f"{kind} {name}"] for name in ("right", "given", "held"))
        p, r = right / max(given, 1), right / max(held, 1)
        f1 = 2 * p * r / max(p + r, 1e-9)
        print(f"{group:8} by {title:12} {kind:8} {p:.3f} {r:.3f} {f1:.3f}")


def main() -> None:
    """Print the table, or write the weights."""
    papers = [read_coded(paper) for paper in PAPERS]
    training = [coded for coded in papers if coded.name != NOT_FOR_TRAINING]
    others = [lay_out_passage(passage) for passage in read_passages()]
    others += [lay_out_text(text) for text in read_codings()]
    if "--others" in sys.argv[1:]:
        print_others(others, training)
        return
    known = {coded.name: examples(coded) for coded in [*training, *others]}
    if "--train" in sys.argv[1:]:
        WEIGHTS.write_text(train(known.values()).to_json(), encoding="utf-8")
        print(f"wrote {WEIGHTS.name}")
        return
    print(f"{'leave one document out':24}   P     R     F1    self F1  recall by via")
    means: dict[str, list[float]] = defaultdict(list)
    for coded in papers:
        result = score(coded, train(rows for name, rows in known.items() if name != coded.name))
        scholar, own = result["attribution_scholar"], result["attribution_self"]
        means["scholar"].append(scholar["f1"])
        means["self"].append(own["f1"])
        figures = f"{scholar['precision']:.3f} {scholar['recall']:.3f} {scholar['f1']:.3f}   {own['f1']:.3f} "
        print(f"{coded.name:24} {figures}   {result['recall_by_via']}")
    print(f"{'mean':24}             {np.mean(means['scholar']):.3f}   {np.mean(means['self']):.3f}")


if __name__ == "__main__":
    main()
