"""Train the sequence model of the reference parser, or measure it by cross-validation.

    pip install python-crfsuite
    python benchmarks/train_reference_parser.py                    # writes the package's model
    python benchmarks/train_reference_parser.py --cross-validate   # figures on entries left out

Trained on anystyle's and GROBID's reference strings only (see models/reference-parser.md). anystyle
labels every token. GROBID names five fields: the tokens between them get their labels (volume, pages,
publisher …) from a first model trained on anystyle alone, held to the fields that are known.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from reading_references import FIELDS, measure, read_rows
from reference_styles import Work, print_work

from debatemap.corpus import reference_parser_fields, reference_parser_model
from debatemap.corpus.reference_parser_features import features
from debatemap.corpus.reference_parser_fields import clean
from debatemap.corpus.reference_parser_model import SequenceModel, from_json
from debatemap.corpus.reference_parser_names import parse_names
from debatemap.corpus.reference_parser_tokens import Token, tokens

LABELS = (
    *("author", "date", "title", "container", "volume", "pages"),
    *("publisher", "location", "editor", "other"),
)
# anystyle's tags that are ours under another name; the rest is "other".
TAGS = {label: label for label in LABELS} | {"journal": "container", "container-title": "container"}
MODEL = Path(reference_parser_model.__file__).with_name("reference_model.json")
Labelled = tuple[list[Token], list[str]]


def anystyle_rows(rows: Iterable[dict[str, Any]]) -> list[Labelled]:
    """Tokens and labels of rows whose segments cover the entry."""
    result = []
    for row in rows:
        text, spans, at = row["raw"], [], 0
        for tag, segment in row["segments"]:
            spans.append((at, at + len(segment), TAGS.get(tag, "other")))
            at += len(segment) + 1
        result.append(_label(text, spans))
    return result


def grobid_rows(rows: Iterable[dict[str, Any]], model: SequenceModel) -> list[Labelled]:
    """Tokens and labels of rows that name only some fields; `model` fills in what is between."""
    result = []
    for row in rows:
        text = row["raw"]
        spans: list[tuple[int, int, str]] = []
        for field in ("title", "author", "container", "editor", "year"):
            value = row.get(field)
            at = _free(text, value, spans, last=field in ("container", "year")) if value else -1
            if at >= 0:
                spans.append((at, at + len(value), "date" if field == "year" else field))
        row_tokens, known = _label(text, sorted(spans), default="?")
        allowed = np.zeros((len(row_tokens), len(model.labels)))
        # A field the row names stands nowhere but where it names it; publisher, pages … stay open.
        named = {"title", "author", "container", "editor"}
        for index, label in enumerate(known):
            for column, other in enumerate(model.labels):
                wrong = other in named if label == "?" else other != label
                allowed[index, column] = -1e3 if wrong else 0.0
        result.append((row_tokens, model.label(features(row_tokens), allowed)))
    return result


def printed_rows(works: Sequence[Work], *, times: int) -> list[Labelled]:
    """The works printed anew in other styles, each `times` over."""
    result = []
    for number, work in enumerate(work for work in works for _ in range(times)):
        parts = print_work(work, seed=number)
        spans, at = [], 0
        for label, part in parts:
            spans.append((at, at + len(part), label))
            at += len(part)
        result.append(_label("".join(part for _, part in parts), spans))
    return result


def works(rows: Iterable[dict[str, Any]], labelled: Iterable[Labelled]) -> list[Work]:
    """The works that labelled rows describe, where authors, year and title are all there."""
    result = []
    for row, (row_tokens, labels) in zip(rows, labelled, strict=True):
        text = clean(row["raw"])
        parts = {
            label: text[group[0].start : group[-1].end]
            for label, run in itertools.groupby(
                zip(labels, row_tokens, strict=True), key=lambda pair: pair[0]
            )
            for group in [[token for _, token in run]]
        }
        authors, editors = parse_names(parts.get("author", "")), parse_names(parts.get("editor", ""))
        year = re.search(r"(?:1[5-9]|20)\d\d", parts.get("date", ""))
        numbers = re.findall(r"\d+", parts.get("volume", ""))
        pages = re.search(r"\w?\d+(?:-\w?\d+)?", parts.get("pages", "").replace("–", "-"))
        if not (authors and year and parts.get("title")) or not all(a.family and a.given for a in authors):
            continue
        result.append(
            Work(
                authors,
                year[0],
                parts["title"].strip(" .,;:\"'“”‘’«»„‚`"),
                container=parts.get("container", ""),
                volume=(numbers or [""])[0],
                issue=(numbers[1:] or [""])[0],
                pages=pages[0] if pages else "",
                publisher=parts.get("publisher", ""),
                location=parts.get("location", ""),
                editors=[name for name in editors if name.family and name.given],
            )
        )
    # What a work lacks it borrows from others: a publisher, editors, a second sentence of the title.
    presses = [(work.publisher, work.location) for work in result if work.publisher and work.location]
    for number, work in enumerate(result):
        other = result[(number * 7 + 3) % len(result)]
        work.subtitle = " ".join(re.split(r"[:.?!]", other.title)[0].split()[:9])
        if not work.volume and not work.publisher and presses:
            work.publisher, work.location = presses[number % len(presses)]
        if work.container and not work.volume and not work.editors and number % 3:
            work.editors = list(other.authors)[:4]
    return result


def _free(text: str, value: str, taken: Sequence[tuple[int, int, str]], *, last: bool) -> int:
    places = [match.start() for match in re.finditer(re.escape(value), text)]
    free = [p for p in places if all(p + len(value) <= start or p >= end for start, end, _ in taken)]
    return (free[-1] if last else free[0]) if free else -1


def _label(text: str, spans: Sequence[tuple[int, int, str]], default: str = "other") -> Labelled:
    cleaned = clean(text)
    row = tokens(cleaned)
    labels = []
    opened = ""
    for token in row:
        middle = token.start + len(token.before)
        label = next((name for start, end, name in spans if start <= middle < end), default)
        # "In:" belongs to neither the editor nor the container it opens.
        if label in ("editor", "container") and label != opened and token.core.lower() == "in":
            label = "other"
        else:
            opened = label
        labels.append(label)
    return row, labels


def train(data: Sequence[Labelled], *, iterations: int = 120) -> SequenceModel:
    """A model from labelled entries; the same data give the same weights."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.2, "c2": 0.2, "max_iterations": iterations, "feature.minfreq": 3})
    for row, labels in data:
        trainer.append(features(row), labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    return from_json(to_json(info))


def to_json(info: Any) -> dict[str, Any]:
    """What crfsuite learned, in the package's form; weights under .05 are dropped."""
    columns = {label: number for number, label in enumerate(LABELS)}
    stored: dict[str, list[float]] = {}
    for (name, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= 0.05:
            stored.setdefault(name, []).extend((columns[label], round(weight, 2)))
    # A step the training data never made is all but forbidden.
    transitions = [[round(info.transitions.get((a, b), -6.0), 2) for b in LABELS] for a in LABELS]
    return {"labels": list(LABELS), "features": stored, "transitions": transitions}


def store(model: SequenceModel, path: Path) -> None:
    """Write a model as JSON: {feature: [label number, weight, …]}."""

    def compact(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    rows = []
    for name, number in model.rows.items():
        pairs = [(c, w) for c, w in enumerate(model.weights[number].tolist()) if w]
        rows.append(f"{compact(name)}:{compact([value for pair in pairs for value in pair])}")
    features_text = ",\n".join(rows)
    path.write_text(
        f'{{"labels":{compact(model.labels)},\n"transitions":{compact(model.transitions.tolist())},\n'
        f'"features":{{\n{features_text}\n}}}}\n',
        encoding="utf-8",
    )


def fit(anystyle: Sequence[dict[str, Any]], grobid: Sequence[dict[str, Any]]) -> SequenceModel:
    """The two steps: anystyle alone, then both."""
    full = anystyle_rows(anystyle)
    first = train(full, iterations=60)
    filled = grobid_rows(grobid, first)
    printed = printed_rows(works(anystyle, full), times=2) + printed_rows(works(grobid, filled), times=1)
    return train([*full, *filled, *printed])


def cross_validate(folds: int = 3) -> None:
    """Print the figures on entries that the model has not seen."""
    sets = {"anystyle_core": read_rows("anystyle_core"), "grobid_citations": read_rows("grobid_citations")}
    totals = {name: {field: [0, 0] for field in FIELDS} for name in sets}
    for fold in range(folds):
        seen = {name: [r for i, r in enumerate(rows) if i % folds != fold] for name, rows in sets.items()}
        model = fit(seen["anystyle_core"], seen["grobid_citations"])
        reference_parser_fields.reference_model = lambda model=model: model  # type: ignore[attr-defined]
        for name, rows in sets.items():
            for field, (right, counted) in measure(rows[fold::folds]).items():
                totals[name][field][0] += right
                totals[name][field][1] += counted
    for name, figures in totals.items():
        cells = "  ".join(f"{field} {right / counted:.4f}" for field, (right, counted) in figures.items())
        print(f"{name:<18} {cells}")


if __name__ == "__main__":
    if "--cross-validate" in sys.argv:
        cross_validate()
    else:
        store(fit(read_rows("anystyle_core"), read_rows("grobid_citations")), MODEL)
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")
