"""Words a second from a document to its claims, beside bare parsing of the whole text.

Bare is the model as spaCy loads it, named entities left out, for which nobody here asks. Both run in turn
on the same texts, several times; the ratio of the medians is what counts.
"""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median

import spacy
from shared import PAPERS, shared

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.corpus import read_document
from debatemap.nlp import installed_model, load, split_sentences
from debatemap.project import load_project

ROUNDS = 3


def main() -> None:
    """Print words a second of both and their ratio for each paper."""
    nlp = load()
    bare_nlp = spacy.load(installed_model(), exclude=["ner"])
    ratios = []
    for paper in PAPERS:
        document = read_document(shared("corpus", f"{paper}.md"))
        debate = load_project(shared("gold", paper)).debate
        words = len(document.text.split())
        claims, parsing = [], []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            whole = replace(document, sentences=split_sentences(document))
            works = {work.key: work for work in document.references}
            extract_claims(whole, cite(whole), works, debate, nlp=nlp)
            claims.append(time.perf_counter() - start)
            start = time.perf_counter()
            for _doc in bare_nlp.pipe(block.span.of(document.text) for block in document.blocks):
                pass
            parsing.append(time.perf_counter() - start)
        ratio = median(parsing) / median(claims)
        ratios.append(ratio)
        ours, bare = words / median(claims), words / median(parsing)
        print(f"{paper:16}{ours:8.0f} words/s  parsing {bare:8.0f}  ratio {ratio:.2f}")
    print(f"{'median':16}{'':38}ratio {median(ratios):.2f}  (target 1.5)")


if __name__ == "__main__":
    main()
