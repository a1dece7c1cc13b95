"""Measures stance and relations on shared data: `python benchmarks/stance.py [--show NAME] [--theses N]`.

DEBATEMAP_SHARED names the folder of the data (default: ../shared beside the repository). What is absent
is skipped, and said so. `--show NAME`: list the relations missed and found amiss in that paper.

- Gold claims, each paper alone, no hand-coded claims, by a model that has not seen the paper.
- The same with 30 of the paper's claims given as hand-coded, the rest measured: mean of ten draws.
- The same on coded passages and reviews of our own, and on open-licence texts; with `--theses N` also on
  these toward N theses each that divide their claims (four minutes a thesis).
- Relations by pair and kind, with the gold claims as context, and with the claims that the program
  extracts; "wrong way": pairs found only in the opposite direction.
- Single claims of debates of our own (debates/), whose words give nothing away.
- Claims on other topics, for or against: the topic is all that is given, there are no poles.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace

import numpy as np
from spacy.language import Language
from stance_gold import PAPERS, ROOT, SHARED, Gold, Scores, coded_texts, divided_texts, gold_papers, score
from stance_passages import coded_passages, coded_reviews
from train_stance import left_out

from debatemap import nlp as language
from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.model import Block, BlockKind, Claim, Debate, Document, Pole, Relation, Span, Stance, Via
from debatemap.stance import find_relations
from debatemap.stance.features import features_of
from debatemap.stance.joint import judge
from debatemap.stance.model import chances, shipped
from debatemap.stance.teach import judge_taught

HOLD = 1000.0
HELD_OUT = 4  # as in train_encoder.py
CODED = 30
DRAWS = 10


def measure_claims(papers: Sequence[Gold], nlp: Language) -> None:
    """Stance of gold claims, without and with hand-coded ones."""
    rows = [(gold, features_of(gold.claims, gold.document, gold.debate, nlp=nlp)) for gold in papers]
    models = left_out(rows, HOLD)
    plain, taught = [], []
    every: tuple[list[Claim], list[tuple[float, float, float]]] = ([], [])
    for gold, features in rows:
        model = models[gold.name]
        odds = [chances(logits) for logits in judge(gold.claims, features, model, relations=gold.marked)]
        plain.append(score(gold.claims, odds))
        every[0].extend(gold.claims)
        every[1].extend(odds)
        draws = []
        for draw in range(DRAWS):
            given = random.Random(draw).sample(range(len(gold.claims)), CODED)
            coded = {index: gold.claims[index].stance.sign for index in given}
            answers = judge_taught(gold.claims, features, model, coded=coded, relations=gold.marked)
            rest = [index for index in range(len(gold.claims)) if index not in coded]
            draws.append(score([gold.claims[i] for i in rest], [chances(answers[i]) for i in rest]))
        taught.append(_mean(draws))
        print(f"{gold.name:15} {plain[-1]}   with {CODED} coded: three {taught[-1].three:.3f}")
    print(f"{'mean':15} {_mean(plain)}   with {CODED} coded: three {_mean(taught).three:.3f}")
    print(f"{'all claims':15} {score(*every)}")


def measure_others(nlp: Language, theses: int) -> None:
    """Stance of the coded lines of our own passages, and of open-licence texts, by the package's model."""
    for name, golds in (
        ("passages, dev", coded_passages(held_out=False, nlp=nlp)),
        ("passages, held out", coded_passages(held_out=True, nlp=nlp)),
        ("reviews, held out", coded_reviews(held_out=True, nlp=nlp)),
        ("texts, held out", list(coded_texts(nlp=nlp))),
        ("texts, divided", list(divided_texts(theses, nlp=nlp))),
    ):
        scores = []
        every: tuple[list[Claim], list[tuple[float, float, float]]] = ([], [])
        for gold in golds:
            features = features_of(gold.claims, gold.document, gold.debate, nlp=nlp)
            answers = judge(gold.claims, features, shipped(), relations=gold.marked)
            odds = [chances(logits) for logits in answers]
            scores.append(score(gold.claims, odds))
            every[0].extend(gold.claims)
            every[1].extend(odds)
        if golds:
            print(f"{name:18} mean of {len(golds)}: {_mean(scores)}   all claims: {score(*every)}")


def _mean(scores: Sequence[Scores]) -> Scores:
    parts = np.array([astuple(one) for one in scores]).mean(0)
    return Scores(*map(float, parts))


def measure_relations(papers: Sequence[Gold], nlp: Language, show: str) -> None:
    """Pairs of works, by kind."""
    for gold in papers:
        citations = cite(gold.document)
        works = {work.key: work for work in gold.references}
        extracted = extract_claims(gold.document, citations, works, gold.debate, nlp=nlp)
        marked = find_relations(gold.document, citations, extracted, nlp=nlp, references=works)
        for name, found in (("gold claims", gold.marked), ("extracted", marked)):
            _report_relations(
                gold, name, [one for one in found if one.span and one.span.start < gold.end], show
            )


def _report_relations(gold: Gold, name: str, found: Sequence[Relation], show: str) -> None:
    got = {(one.source, one.target, one.relation.value) for one in found}
    agreed = {key for key, yes in gold.relations.items() if yes}
    either = set(gold.relations)
    hits, extra, missed = got & agreed, got - either, agreed - got
    precision = len(hits) / max(1, len(hits | extra))
    recall = len(hits) / max(1, len(agreed))
    f1 = 2 * len(hits) / max(1, 2 * len(hits) + len(extra) + len(missed))
    pairs = {key[:2] for key in either}
    turned = sum(key[:2] not in pairs and (key[1], key[0]) in pairs for key in got)
    print(
        f"{gold.name:15} {name:11} P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  "
        f"of {len(agreed)} pairs; wrong way {turned}"
    )
    if show == gold.name:
        for word, keys in (("missed", missed), ("extra", extra)):
            for key in sorted(keys):
                print("   ", word, *key)


def measure_topics(nlp: Language) -> None:
    """For or against on claims whose topics the program has never seen."""
    for name, rows in (("ibm_claim_stance", _ibm()), ("perspectrum dev", _perspectrum())):
        right = total = 0
        for topic, claims in _by_topic(rows).items():
            debate = Debate(topic, topic, Pole("against", ""), Pole("for", topic))
            made = [_loose(text, sign) for text, sign in claims]
            document = Document("topic", "\n\n".join(text for text, _ in claims), _blocks(claims))
            features = features_of(made, document, debate, nlp=nlp)
            alone = [shipped().alone.logits(row)[1] for row in features]
            right += sum((side > 0) == (sign > 0) for side, (_, sign) in zip(alone, claims, strict=True))
            total += len(claims)
        if total:
            print(f"{name:18} for or against {right / total:.3f} of {total}")


def measure_debates(nlp: Language) -> None:
    """For or against on single claims of our own debates, each told from its words alone; of those debates
    that the encoder was not trained on."""
    shares = []
    lines = (ROOT / "benchmarks/debates/debates.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[HELD_OUT::10]:
        raw = json.loads(line)
        debate = Debate(raw["title"], raw["thesis"], Pole(**raw["attack"]), Pole(**raw["support"]))
        claims = [(text, sign) for sign, text in raw["claims"]]
        document = Document(raw["id"], "\n\n".join(text for text, _ in claims), _blocks(claims))
        made = [_loose(text, sign) for text, sign in claims]
        rows = features_of(made, document, debate, nlp=nlp)
        sides = [(shipped().alone.logits(row)[1], sign) for row, (_, sign) in zip(rows, claims, strict=True)]
        shares.append(np.mean([(side > 0) == (sign > 0) for side, sign in sides if sign]))
    print(
        f"{'single claims':18} for or against {np.mean(shares):.3f}, mean of {len(shares)} debates of our own"
    )


def _ibm() -> Iterator[tuple[str, str, int]]:
    for row in _json_lines("ibm_claim_stance/train.jsonl"):
        yield row["topic"].removeprefix("This house "), row["claim"], 1 if row["stance"] == "PRO" else -1


def _perspectrum() -> Iterator[tuple[str, str, int]]:
    for row in _json_lines("perspectrum/dev.jsonl"):
        yield row["claim"], row["perspective"], 1 if row["stance"] == "support" else -1


def _json_lines(name: str) -> list[dict[str, str]]:
    path = SHARED / "data" / name
    if not path.is_file():
        print(f"skipped: {name} is not in {SHARED.name}/data")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _by_topic(rows: Iterator[tuple[str, str, int]]) -> dict[str, list[tuple[str, int]]]:
    topics: dict[str, list[tuple[str, int]]] = {}
    for topic, text, sign in rows:
        topics.setdefault(topic, []).append((text, sign))
    return topics


def _blocks(claims: Sequence[tuple[str, int]]) -> tuple[Block, ...]:
    blocks, start = [], 0
    for text, _ in claims:
        blocks.append(Block(Span(start, start + len(text)), BlockKind.PARAGRAPH))
        start += len(text) + 2
    return tuple(blocks)


def _loose(text: str, sign: int) -> Claim:
    """A claim of nobody in particular."""
    claim = Claim("", "topic", "", "", text, Stance.of_sign(sign), 1.0, Via.NARRATIVE, text, None)
    return replace(claim, holder="other:speaker")


def main() -> None:
    """Measure what is there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--show", default="", metavar="NAME", help="list relations missed and extra in a paper"
    )
    parser.add_argument(
        "--theses", type=int, default=0, metavar="N", help="also N (to 6) theses of each open-licence text"
    )
    options = parser.parse_args()
    nlp = language.load()
    papers = list(gold_papers(PAPERS, nlp=nlp))
    if papers:
        measure_claims(papers, nlp)
        measure_relations(papers, nlp, options.show)
    measure_others(nlp, options.theses)
    measure_debates(nlp)
    measure_topics(nlp)


if __name__ == "__main__":
    main()
