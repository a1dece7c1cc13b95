"""What a claim means for a statement, as a language model reads the two together.

A cross-encoder (MPNet, Song et al. 2020) over pairs of a statement and a claim; models/stance_encoder.md says
what it was trained on. What single words cannot tell ("The case never came before a court", said of a right
to strike) it can, often enough to be one feature among the others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from debatemap.model import Debate

# Word pieces of a pair; what is longer is cut.
LENGTH = 128
_BATCH = 16
_DATED = re.compile(r"\s*\([^()]*\d{4}[^()]*\)")

Pair = tuple[str, str]
"""A statement and a claim."""


class CrossEncoder:
    """Reads pairs of a statement and a claim; what it has read once it remembers."""

    def __init__(self) -> None:
        folder = files("debatemap.stance")
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        with as_file(folder / "encoder.onnx") as path:
            self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str((folder / "encoder_tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.enable_truncation(LENGTH)
        pad = self._tokenizer.token_to_id("<pad>")
        self._tokenizer.enable_padding(pad_id=pad, pad_token="<pad>")  # noqa: S106
        self._known: dict[Pair, float] = {}

    def leans(self, pairs: Iterable[Pair]) -> list[float]:
        """How far each claim stands for its statement (to 1) or against it (to -1), in the order given."""
        pairs = list(pairs)
        new = sorted(set(pairs) - self._known.keys(), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            self._known.update(zip(batch, map(_lean, self._logits(batch)), strict=True))
        return [self._known[pair] for pair in pairs]

    def _logits(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Against, neither, for: a row a pair."""
        coded = self._tokenizer.encode_batch([(claim, statement) for statement, claim in pairs])
        logits: NDArray[np.float32]
        [logits] = self._session.run(
            None,
            {
                "input_ids": np.array([one.ids for one in coded], dtype=np.int64),
                "attention_mask": np.array([one.attention_mask for one in coded], dtype=np.int64),
            },
        )
        return logits


def _lean(logits: NDArray[np.float32]) -> float:
    """For or against, however likely neither is. Two decimals: processors differ in the rest."""
    against, _, for_it = map(float, logits)
    return round(math.tanh((for_it - against) / 2), 2)


def read_leans(texts: Sequence[str], debate: Debate) -> list[float]:
    """On which side of the debate each text stands, -1 … 1: the mean of what it means for the thesis, for the
    supporting pole's statement, and, turned round, for the attacking pole's."""
    sides = ((debate.thesis, 1), (debate.support.statement, 1), (debate.attack.statement, -1))
    stated = [(statement, side) for statement, side in sides if statement]
    plain = [" ".join(_DATED.sub("", text).split()) for text in texts]
    leans = iter(shipped_encoder().leans((statement, text) for text in plain for statement, _ in stated))
    return [round(sum(side * next(leans) for _, side in stated) / len(stated), 3) for _ in plain]


@cache
def shipped_encoder() -> CrossEncoder:
    """The encoder that comes with the package, loaded once."""
    return CrossEncoder()
