"""Fits the stance model to coded papers: `benchmarks/train_stance.py [--write] [--hold N] [--reviews]`.

The weights start from a prior that was set by hand (PRIOR_SIDE, PRIOR_BEARS) and are moved by the coded
papers, the less the larger `--hold` is: five papers cannot settle forty weights. Reports leave-one-paper-
out figures for the papers that may train a model that ships, and the figures of the model fitted to all
five on the paper that may not. `--write`: replace the package's weights. `--reviews`: the same model on the
reviews by which, together with the papers left out, some constants were chosen (least loss).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from spacy.language import Language
from stance_gold import MEASURED_ONLY, PAPERS, ROOT, Gold, Scores, gold_papers, score
from stance_passages import coded_reviews

from debatemap import nlp as language
from debatemap.stance.features import EVEN, ODD, features_of
from debatemap.stance.joint import JOINT_EVEN, JOINT_ODD, joint_features, judge
from debatemap.stance.model import Layer, StanceModel, chances, dump_model

WEIGHTS = Path(ROOT / "src/debatemap/stance/weights.json")
Row = dict[str, float]
Part = Sequence[tuple[Gold, list[Row]]]
Array = NDArray[np.float64]

# What we hold likely before any paper is seen. Of the second layer's weights those that the first has
# too begin at nothing: `alone_side` and `alone_bears` bring its answer.
PRIOR_SIDE = {
    "name": 1.5,
    "statement": 0.7,
    "polarity": 0.8,
    "denial": 0.5,
    "generality": 0.5,
    "affirms": 0.1,
    "section": 1.5,
    "effect": 1.2,
    "critic": 1.0,
    "opens": 1.8,
    "verdict": 0.6,
    "meaning": 3.0,
    "alone_side": 0.7,
    "holder_side": 0.8,
    "cited_with_side": 0.8,
    "goes_on_side": 0.7,
    "answered_side": 0.5,
    "turned_side": 0.3,
    "camp_side": 1.2,
}
PRIOR_BEARS = {
    "": -0.8,
    "topic": 0.3,
    "topic_near": 0.4,
    "theme": 0.4,
    "sided": 0.5,
    "valued": 0.3,
    "meant": 0.8,
    "relevance": 0.4,
    "argues": 0.2,
    "operator": 0.4,
    "number": -0.3,
    "self": 2.5,
    "parenthetical": -0.8,
    "effective": 0.4,
    "judged": 0.6,
    "brief": 1.4,
    "asked": -2.0,
    "alone_bears": 0.8,
    "holder_bears": 1.0,
    "cited_with_bears": 0.3,
    "around_bears": 0.7,
    "holder_sided": 0.2,
}

# Claims of a camp, and of a holder, repeat one another: together they are less sure than they add up to.
# These, and the prior of "meant", were chosen by the likelihood of papers left out and of reviews (reviews/).
CALM_SIDE = 0.4
CALM_BEARS = 0.6


def logistic(x: Array, y: Array, weights: Array, prior: Array, hold: float) -> Array:
    """Logistic regression whose penalty pulls toward a prior instead of zero."""

    def loss(w: Array) -> tuple[float, Array]:
        z = x @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = (weights * (np.logaddexp(0, z) - y * z)).sum() + hold * ((w - prior) ** 2).sum() / 2
        return float(value), x.T @ (weights * (p - y)) + hold * (w - prior)

    return np.asarray(minimize(loss, prior, jac=True, method="L-BFGS-B").x)


def fit_layer(part: Part, odd: Sequence[str], even: Sequence[str], *, hold: float, second: bool) -> Layer:
    """Both regressions of a layer; each paper weighs the same."""
    rows = [row for _, found in part for row in found]
    signs = np.array([claim.stance.sign for gold, _ in part for claim in gold.claims])
    w = np.array([60 / len(gold.claims) for gold, _ in part for _ in gold.claims])
    names = ["", *even]
    begins = [0.0 if second and (n == "" or n in EVEN) else PRIOR_BEARS.get(n, 0.0) for n in names]
    x = np.array([[1.0, *(row[name] for name in even)] for row in rows])
    # Papers differ in how much of them is about the debate: each has an intercept of its own while
    # fitting, so that what tells papers apart is not taken for what tells claims apart.
    paper = np.repeat(np.eye(len(part)), [len(gold.claims) for gold, _ in part], axis=0)
    prior = np.array([*begins, *np.zeros(len(part))])
    bears = logistic(np.hstack([x, 4 * paper]), (signs != 0).astype(float), w, prior, hold)[: len(names)]
    sided = signs != 0
    x = np.array([[row[name] for name in odd] for row in rows])[sided]
    prior = np.array([0.0 if second and n in ODD else PRIOR_SIDE.get(n, 0.0) for n in odd])
    side = logistic(x, (signs[sided] > 0).astype(float), w[sided], prior, hold)
    return Layer(
        dict(zip(names, map(float, bears), strict=True)), dict(zip(odd, map(float, side), strict=True))
    )


def fit(papers: Part, hold: float) -> StanceModel:
    """Both layers; the second sees the answers of a first that did not see the paper (stacking, Wolpert
    1992)."""
    alone = fit_layer(papers, ODD, EVEN, hold=hold, second=False)
    stacked = []
    for held in papers:
        rest = [paper for paper in papers if paper is not held]
        layer = fit_layer(rest, ODD, EVEN, hold=hold, second=False)
        gold, rows = held
        first = [layer.logits(row) for row in rows]
        context = joint_features(gold.claims, first, first, relations=gold.marked)
        stacked.append((gold, [{**row, **around} for row, around in zip(rows, context, strict=True)]))
    joint = fit_layer(stacked, (*ODD, *JOINT_ODD), (*EVEN, *JOINT_EVEN), hold=hold, second=True)
    bears = {name: CALM_BEARS * value for name, value in joint.bears.items()}
    return StanceModel(alone, Layer(bears, {name: CALM_SIDE * value for name, value in joint.side.items()}))


def left_out(papers: Part, hold: float) -> dict[str, StanceModel]:
    """For each paper a model that has not seen it."""
    teach = [paper for paper in papers if paper[0].name != MEASURED_ONLY]
    return {
        held[0].name: fit([paper for paper in teach if paper[0].name != held[0].name], hold)
        for held in papers
    }


def main() -> None:
    """Fit, report, and write when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="replace the package's weights")
    parser.add_argument("--hold", type=float, default=1000.0, help="how strongly the prior holds the weights")
    parser.add_argument(
        "--reviews", action="store_true", help="also the reviews that constants were chosen by"
    )
    options = parser.parse_args()
    nlp = language.load()
    papers = _features(gold_papers(PAPERS, nlp=nlp), nlp)
    models = left_out(papers, options.hold)
    every: list[Scores] = []
    for gold, rows in papers:
        model = models[gold.name]
        alone = score(gold.claims, [chances(model.alone.logits(row)) for row in rows])
        both = _score(gold, rows, model)
        print(f"{gold.name:15} {both}   (each claim alone: {alone.three:.3f}, {alone.side:.3f})")
        every.append(both)
    _print_mean("mean of papers", every)
    model = fit([paper for paper in papers if paper[0].name != MEASURED_ONLY], options.hold)
    if options.reviews:
        reviews = _features(coded_reviews(held_out=False, nlp=nlp), nlp)
        _print_mean("mean of reviews", [_score(gold, rows, model) for gold, rows in reviews])
    if options.write:
        WEIGHTS.write_text(dump_model(model), encoding="utf-8")


def _features(golds: Iterable[Gold], nlp: Language) -> list[tuple[Gold, list[Row]]]:
    return [(gold, features_of(gold.claims, gold.document, gold.debate, nlp=nlp)) for gold in golds]


def _score(gold: Gold, rows: Sequence[Row], model: StanceModel) -> Scores:
    answers = judge(gold.claims, rows, model, relations=gold.marked)
    return score(gold.claims, [chances(logits) for logits in answers])


def _print_mean(title: str, every: Sequence[Scores]) -> None:
    three, side, loss = (np.mean([getattr(one, name) for one in every]) for name in ("three", "side", "loss"))
    print(f"{title:15} three {three:.3f}  side {side:.3f}  loss {loss:.4f}")


if __name__ == "__main__":
    main()
