"""Measures the PDF reader on shared data: `python benchmarks/reading_pdf.py [--show]`.

What is printed, for each of three papers:
- an article that also exists as JATS: sentences of its body found word for word in the running text
  of the PDF (white space and quotation marks taken for equal), the strings of its citations, and
  running heads left in the text;
- an article with a hand-checked reference list: entries found with the same first author, year and
  all words of the title;
- a two-column paper: sections in the printed order, and captions or running heads inside paragraphs;
- speed beside pdftext alone on the same files, in the same process that has both loaded.

`--show` lists what was not found.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from pathlib import Path

from lxml import etree
from pdftext.extraction import plain_text_output
from shared import shared

from debatemap.corpus import read_document
from debatemap.corpus.pdf import read_pdf
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import BlockKind, Document, Reference, fold
from debatemap.nlp import split_sentences

TWIN, LISTED, COLUMNS = "scielo-ecos-new-normal-chinese-economy", "ssoar-55362", "N18-3011"


def plain(text: str) -> str:
    """White space and typographic marks made equal, so that only letters and order count."""
    text = re.sub(r"[“”\"‘’´`']", "'", re.sub(r"[–—−]", "-", unicodedata.normalize("NFKC", text)))
    return " ".join(text.split())


def read(name: str) -> Document:
    """One of the papers."""
    return read_document(shared("data", "pdf_ingest", "pdf", f"{name}.pdf"))


def running(document: Document) -> str:
    """The text without footnotes."""
    parts = [b.span.of(document.text) for b in document.blocks if b.kind is not BlockKind.FOOTNOTE]
    return "\n\n".join(parts)


def measure_twin(*, show: bool) -> None:
    """The PDF beside the XML of the same article."""
    document = read(TWIN)
    twin = read_document(shared("data", "jats_articles", "xml", f"{TWIN}.xml"))
    prose = {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM}
    blocks = [block.span for block in twin.blocks if block.kind in prose]
    spans = [span for span in split_sentences(twin) if any(block.contains(span) for block in blocks)]
    sentences = [span.of(twin.text) for span in spans]
    text = plain(running(document))
    missed = [sentence for sentence in sentences if plain(sentence) not in text]
    gold = shared("data", "jats_articles", "gold.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in gold]
    row = next((row for row in rows if TWIN in json.dumps(row)[:300]), None)
    cited = [item["text"] for item in row["citations"]] if row else []
    whole = plain(document.text)
    lost = [item for item in cited if plain(item) not in whole]
    heads = re.findall(r"Econ\. Soc\., Campinas, v\.|\b\d+ de 19\b", running(document))
    print(f"{TWIN}: sentences {ratio(sentences, missed)}, citations {ratio(cited, lost)}, heads {len(heads)}")
    if show:
        print(*(f"  missed: {item}" for item in [*missed, *lost]), sep="\n")


def measure_references(*, show: bool) -> None:
    """The reference list beside the one checked by hand."""
    document = read(LISTED)
    raw = shared("data", "pdf_ingest", "gold", f"{LISTED.split('-')[1]}.csv").read_bytes()
    entries = [line for line in raw.decode("utf-8", "replace").splitlines() if line.strip()]
    gold = parse_references(entries)
    missed = [work for work in gold if not any(is_same(work, other) for other in document.references)]
    print(f"{LISTED}: references {ratio(gold, missed)}, listed {len(document.references)}")
    if show:
        print(*(f"  missed: {work.raw}" for work in missed), sep="\n")


def is_same(one: Reference, other: Reference) -> bool:
    """Same first author, year and words of the title."""
    first = [fold(work.authors[0].family) if work.authors else "" for work in (one, other)]
    words = [set(re.findall(r"[a-z0-9]+", fold(work.title).replace("-", ""))) for work in (one, other)]
    return (
        first[0] == first[1] and (one.year, one.suffix) == (other.year, other.suffix) and words[0] == words[1]
    )


def measure_columns(*, show: bool) -> None:
    """Sections in order, nothing foreign inside a paragraph, beside what GROBID read (silver)."""
    document = read(COLUMNS)
    numbers = [found[1] for s in document.sections if (found := re.match(r"(\d+(?:\.\d+)?) ", s.title))]
    ordered = numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    blocks = [b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    foreign = [b for b in blocks if re.search(r"(?:Figure|Table) \d+:|Proceedings of NAACL", b)]
    tei = etree.parse(shared("data", "pdf_ingest", "gold", f"{COLUMNS}.s2orc.tei.xml"))
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    silver = [" ".join("".join(p.itertext()).split()) for p in tei.xpath("//t:body//t:p", namespaces=space)]
    text = plain(running(document))
    places: list[int] = []
    for p in silver:
        if len(p) > 80:
            # The same words may stand in the abstract as well: look behind the last place first.
            behind = text.find(plain(p)[:60], max(places, default=0))
            places.append(behind if behind >= 0 else text.find(plain(p)[:60]))
    found = [place for place in places if place >= 0]
    print(
        f"{COLUMNS}: sections in order {ordered} ({len(numbers)}), foreign matter inside {len(foreign)}, "
        f"paragraphs of GROBID found {len(found)}/{len(places)}, in the same order {found == sorted(found)}"
    )
    if show:
        print(*(f"  foreign: {b[:100]}" for b in foreign), sep="\n")


def measure_speed(paths: list[Path], *, rounds: int = 3) -> None:
    """Pages a second, the best of some rounds."""
    reading = bare = float("inf")
    read_pdf(paths[0])
    for _ in range(rounds):
        begin = time.perf_counter()
        for path in paths:
            read_pdf(path)
        reading = min(reading, time.perf_counter() - begin)
        begin = time.perf_counter()
        for path in paths:
            plain_text_output(path)
        bare = min(bare, time.perf_counter() - begin)
    pages = 37
    print(
        f"speed: {pages / reading:.1f} pages/s, pdftext alone {pages / bare:.1f}, ratio {bare / reading:.2f}"
    )


def ratio(items: list[object] | list[str] | list[Reference], missed: list[str] | list[Reference]) -> str:
    """Found of all, and the share."""
    found = len(items) - len(missed)
    return f"{found}/{len(items)} = {found / max(len(items), 1):.3f}"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list what was not found")
    show = parser.parse_args().show
    measure_twin(show=show)
    measure_references(show=show)
    measure_columns(show=show)
    measure_speed([shared("data", "pdf_ingest", "pdf", f"{name}.pdf") for name in (TWIN, LISTED, COLUMNS)])


if __name__ == "__main__":
    main()
