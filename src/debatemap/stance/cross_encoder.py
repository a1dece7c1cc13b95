"""What a claim means for a statement, as a language model reads the two together.

A cross-encoder (MPNet, Song et al. 2020) over pairs of a statement and a claim; models/stance_encoder.md says
what it was trained on. What single words cannot tell ("The case never came before a court", said of a right
to strike) it can, often enough to be one feature among the others.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from debatemap.model import Debate

_WEIGHTS = "encoder.onnx"
_TOKENIZER = "encoder_tokenizer.json"
_FILES = (_WEIGHTS, _TOKENIZER)

# Word pieces of a pair; what is longer is cut.
LENGTH = 128
_BATCH = 16
_DATED = re.compile(r"\s*\([^()]*\d{4}[^()]*\)")

Pair = tuple[str, str]
"""A statement and a claim."""


class Meaning(NamedTuple):
    """What a claim means for a statement. `lean`: for it (to 1) or against it (to -1), if it takes a side;
    `bears`: log-odds that it takes one. Rounded: processors differ in the rest."""

    lean: float
    bears: float


class CrossEncoder:
    """Reads pairs of a statement and a claim; what it has read once it remembers.

    `known`: meanings by the keys of their pairs, as read before by an encoder of the same `encoder_digest`.
    """

    def __init__(self, known: Mapping[str, Meaning] | None = None) -> None:
        self._known = dict(known or {})
        self.asked: dict[str, Meaning] = {}
        """What it was asked for, by the keys of the pairs: what to keep for another time."""

    def read(self, pairs: Iterable[Pair]) -> list[Meaning]:
        """What each claim means for its statement, in the order given."""
        keyed = [(_key(pair), pair) for pair in pairs]
        unread = {key: pair for key, pair in keyed if key not in self._known}
        new = sorted(unread.items(), key=lambda item: (sum(map(len, item[1])), item))
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            logits = _logits([pair for _, pair in batch])
            self._known.update((key, _meaning(row)) for (key, _), row in zip(batch, logits, strict=True))
        found = [(key, self._known[key]) for key, _ in keyed]
        self.asked.update(found)
        return [meaning for _, meaning in found]


@cache
def encoder_digest() -> str:
    """Which encoder this is: what another has read is not to be mixed with its own."""
    digest = hashlib.blake2b(digest_size=8)
    for name in _FILES:
        digest.update((files("debatemap.stance") / name).read_bytes())
    return digest.hexdigest()


def _key(pair: Pair) -> str:
    return hashlib.blake2b("\0".join(pair).encode(), digest_size=12).hexdigest()


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_str((files("debatemap.stance") / _TOKENIZER).read_text(encoding="utf-8"))
    tokenizer.enable_truncation(LENGTH)
    pad = tokenizer.token_to_id("<pad>")
    tokenizer.enable_padding(pad_id=pad, pad_token="<pad>")  # noqa: S106
    return tokenizer


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    with as_file(files("debatemap.stance") / _WEIGHTS) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _logits(pairs: Sequence[Pair]) -> NDArray[np.float32]:
    """Against, neither, for: a row a pair."""
    coded = _tokenizer().encode_batch([(claim, statement) for statement, claim in pairs])
    logits: NDArray[np.float32]
    [logits] = _session().run(
        None,
        {
            "input_ids": np.array([one.ids for one in coded], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in coded], dtype=np.int64),
        },
    )
    return logits


def _meaning(logits: NDArray[np.float32]) -> Meaning:
    against, neither, for_it = map(float, logits)
    either = max(against, for_it) + math.log1p(math.exp(-abs(for_it - against)))
    return Meaning(round(math.tanh((for_it - against) / 2), 2), round(either - neither, 1))


def without_dates(text: str) -> str:
    """A claim as the encoder reads it: brackets with a year in them left out."""
    return " ".join(_DATED.sub("", text).split())


def read_meanings(texts: Sequence[str], debate: Debate, encoder: CrossEncoder) -> list[Meaning]:
    """On which side of the debate each text stands, and whether on any: the mean of what it means for the
    thesis, for the supporting pole's statement, and, turned round, for the attacking pole's."""
    sides = ((debate.thesis, 1), (debate.support.statement, 1), (debate.attack.statement, -1))
    stated = [(statement, side) for statement, side in sides if statement]
    plain = [without_dates(text) for text in texts]
    read = iter(encoder.read((statement, text) for text in plain for statement, _ in stated))
    found = []
    for _ in plain:
        each = [(side, next(read)) for _, side in stated]
        lean = sum(side * meaning.lean for side, meaning in each) / len(each)
        bears = sum(meaning.bears for _, meaning in each) / len(each)
        found.append(Meaning(round(lean, 3), round(bears, 3)))
    return found
