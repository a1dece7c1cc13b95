"""BibTeX and BibLaTeX, as Zotero, Better BibTeX and publishers export it, to References."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import ResolveStringReferencesMiddleware
from bibtexparser.middlewares.enclosing import RemoveEnclosingMiddleware
from bibtexparser.model import Entry
from pylatexenc.latex2text import LatexNodes2Text

from debatemap.corpus.names import split_name
from debatemap.model import Name, Reference, work_key

_LATEX = LatexNodes2Text(math_mode="text", keep_comments=True)
# It reports bad entries on stderr; read_bibtex returns them as warnings instead.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
_AND = re.compile(r"\s+and\s+")
_OTHERS = re.compile(r"\sand others\s*$", re.IGNORECASE)


def read_bibtex(text: str, path: Path) -> tuple[list[Reference], list[str]]:
    """The works of a .bib file and a line for each entry that could not be read.

    LaTeX accents are decoded, braces removed; an author in double braces is a corporate author.
    """
    library: Library = parse_string(
        text, parse_stack=[ResolveStringReferencesMiddleware(True), RemoveEnclosingMiddleware(True)]
    )
    works = [_work(entry) for entry in library.entries if entry.entry_type.lower() not in ("xdata", "set")]
    warnings = []
    for block in library.failed_blocks:
        lines = (block.raw or "").strip().splitlines() or [""]
        line = (block.start_line or 0) + 1
        key = getattr(getattr(block, "ignore_error_block", None), "key", None)
        if key and key in library.entries_dict:
            warnings.append(f"{path}:{line}: the key {key!r} is given twice; the first entry counts.")
        else:
            warnings.append(f"{path}:{line}: an entry could not be read and was left out: {lines[0][:60]}")
    return works, warnings


def _work(entry: Entry) -> Reference:
    """One entry; BibLaTeX's names of fields beside BibTeX's."""
    fields = {field.key.lower(): _joined(str(field.value)) for field in entry.fields}

    def get(*names: str) -> str:
        return next((plain(fields[name]) for name in names if fields.get(name, "").strip()), "")

    authors = _names(fields.get("author", ""))
    editors = _names(fields.get("editor", ""))
    year, suffix = _year(get("year", "date"), get("extrayear", "extradate"))
    original, _ = _year(get("origdate", "origyear"), "")
    title, subtitle = get("title"), get("subtitle")
    et_al = bool(_OTHERS.search(get("author")))
    made = work_key([name.family for name in authors or editors], year, suffix, et_al=et_al)
    key = entry.key.strip()
    return Reference(
        key=key or made,
        authors=authors,
        year=year,
        suffix=suffix,
        original_year=original,
        title=f"{title}: {subtitle}" if subtitle else title,
        container=get("journaltitle", "journal", "booktitle", "maintitle", "series"),
        volume=get("volume"),
        issue=get("number", "issue"),
        pages=re.sub(r"\s*(?:--+|–)\s*", "–", get("pages")),
        publisher=get("publisher", "institution", "school", "organization"),
        doi=re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", get("doi")).lower(),
        url=re.sub(r"\\(?=[_%&#~{}])|^\{|\}$", "", fields.get("url", "").strip()),
        kind=entry.entry_type.lower(),
        editors=editors,
        et_al=et_al,
    )


def _joined(value: str) -> str:
    """Quoted parts put together with "#" as one text."""
    if re.fullmatch(r'"[^"]*"(?:\s*#\s*"[^"]*")+', value):
        return "".join(re.findall(r'"([^"]*)"', value))
    return value


def plain(value: str) -> str:
    r"""A field's value without LaTeX.

    >>> plain(r"{Żółć} and \'Etienne: \emph{A {U.S.}} case")
    'Żółć and Étienne: A U.S. case'
    """
    if "\\" in value or "{" in value or "~" in value:
        # "%" and "&" stand in titles and addresses as themselves in most exports.
        marks = "%&#_" if value.count("$") % 2 == 0 else "%&#_$"
        guarded = re.sub(rf"(?<!\\)([{marks}])", r"\\\1", value)
        value = str(_LATEX.latex_to_text(guarded))
    return " ".join(value.split())


def _year(date: str, letter: str) -> tuple[str, str]:
    """Year and year letter of a date field."""
    found = re.search(r"(?<!\d)(\d{4})([a-z]?)(?![\da-z])", date)
    return (found[1], letter or found[2]) if found else ("", letter)


def _names(value: str) -> tuple[Name, ...]:
    """The names of an author or editor field."""
    found = []
    for part in split_outside_braces(" ".join(value.split()), _AND):
        name = part.strip()
        if name.lower() in ("", "others"):
            continue
        if "family=" in name or "given=" in name:
            found.append(_extended(name))
        elif _is_braced(name):
            found.append(Name(plain(name)))
        else:
            found.append(_braces_kept(name))
    return tuple(found)


def _braces_kept(name: str) -> Name:
    """A personal name; a part in braces ("{van Gogh}, V.", "Ludwig {van Beethoven}") is not split."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    masked = re.sub(r"(?<![\\\w'\"`^~=.])\{[^{}]*[\s,][^{}]*\}", keep, name)
    split = split_name(masked)

    def restored(text: str) -> str:
        return plain(re.sub(r"\x00(\d+)\x00", lambda match: kept[int(match[1])], text))

    return Name(restored(split.family), restored(split.given))


def _extended(name: str) -> Name:
    """BibLaTeX's extended name format: "family=Linden, given=Marcel, prefix=van der, useprefix=true"."""
    parts = dict(part.split("=", 1) for part in re.split(r",\s*", name) if "=" in part)
    parts = {field.strip().lower(): value.strip(' "{}') for field, value in parts.items()}
    family = " ".join(f"{parts.get('prefix', '')} {parts.get('family', '')}".split())
    return Name(plain(family), plain(parts.get("given", "")))


def _is_braced(name: str) -> bool:
    """True when one pair of braces holds the whole name."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(name):
        depth += (char == "{") - (char == "}")
        if depth == 0 and at < len(name) - 1:
            return False
    return depth == 0


def split_outside_braces(text: str, mark: re.Pattern[str]) -> list[str]:
    """The text split at a mark, but not within braces.

    >>> split_outside_braces("{Barnes and Noble} and King, A.", _AND)
    ['{Barnes and Noble}', 'King, A.']
    """
    parts, start = [], 0
    for found in mark.finditer(text):
        before = text[: found.start()]
        if before.count("{") == before.count("}"):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]
