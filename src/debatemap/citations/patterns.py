"""What dates, locators and name tokens look like in print: the regular expressions of this room."""

from __future__ import annotations

import re

_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_BEFORE = r"(?<![\w–—\-/.$€£#:’'])"

DATE = re.compile(
    rf"{_NOT_BEFORE}(?:"
    # two dates of one work: "[1921] 1998", "1921 [1998]", "1921 (1998)", "1921/1998"
    rf"\[(?P<before>{_YEAR})\]\s?(?P<edition>{_YEAR})(?P<letter1>[a-z])?"
    rf"|(?P<first>{_YEAR})(?P<letter2>[a-z])?"
    rf"(?:\s?\[(?P<second>{_YEAR})\]|\s?\((?P<second2>{_YEAR})\)|/(?P<second3>{_YEAR}))"
    rf"|(?P<year>{_YEAR})(?P<letter3>[a-z](?![a-z]))?"
    # no date, with or without a letter: "n.d.", "n.d.b", "n.d.-a"; and dates still to come
    r"|n\.\s?d\.?(?:-?(?P<letter4>[a-z]))?|[Nn]o date|[Nn]o year|s\.\s?d\."
    r"|[Ff]orthcoming(?:-?(?P<letter5>[a-z]))?|[Ii]n press(?:-(?P<letter6>[a-z])\b)?"
    r"|[Ii]n print|[Tt]o appear|[Ii]n preparation"
    r"|[Uu]nder review|[Ss]ubmitted"
    # the same work again
    r"|(?P<again>[Ii]bid(?:em)?\b\.?|[Oo]p\.\s?cit\.?|[Ll]oc\.\s?cit\.?|[Ii]dem\b"
    r"|[Ii]d\.(?=\s(?:at|§)\s)|Id\.(?=\s*(?:[;,)]|$))|(?<=,\s)supra\b(?:\snotes?\s\d+)?)"
    r")(?![\w%])(?![–—-]\d)(?!\.\d)(?!,\d{3})"
    # nothing: "(p. 12)", the page of a quotation whose work stands before
    r"|(?<=\()(?P<page>)(?=pp?\.\s?\d+(?:\s?(?:--|[–—-])\s?\d+)?\s?\))"
)
"""A date as citations print it, or what stands in its place."""

_NO_YEAR = rf"(?!{_YEAR}[a-z]?(?![\w–-]))"
_FF = r"(?:\s?ff?\b\.?)?"
_PAGE = r"(?:\d+(?:(?!f)[a-z])?|[ivxlc]+)(?:\.\d+)*"
_NOTE = r"(?:\s?nn?\.?\s?\d+)?"  # "45n3", "45 n. 3"
_PAGES = rf"{_PAGE}(?:\s?(?:--|[–—-])\s?{_PAGE})?{_FF}{_NOTE}"
_UNIT = (
    r"(?:pp?\.?|pgs?\.|pages?|chaps?\.?|chs?\.|chapters?|[Ss]ections?|[Ss]ect?s?\.|§§?|notes?|nn?\."
    r"|footnotes?|fns?\.?|exx?\.|examples?|Chapters?|Chaps?\.|Chs?\.|Tables?|Tab\.|Figures?|Figs?\.|figs?\."
    r"|tables?|figures?|paras?\.?|¶|vols?\.|Vols?\.|[Aa]ppendix|[Pp]art|[Bb]ook|lines?|art\.|f\.|s\.|S\.|loc\."
    r"|[Ff]ootnotes?|[Tt]hesis|bks?\.)"
)
_UNIT_PLACE = rf"(?:{_UNIT}\s?(?:{_PAGES}|[A-Z]\b|[IVXLC]+\b)|n\.\s?p\.?|passim)"
_MORE = (
    rf"(?:\s?(?:,|;|and|&)\s?{_NO_YEAR}(?:{_UNIT_PLACE}"
    rf"|\d+(?:(?!f)[a-z])?(?:\s?(?:--|[–—-])\s?\d+)?{_FF})(?!\w))*"
)
LOCATOR = re.compile(
    rf"\s?:\s?(?P<colon>(?:{_UNIT_PLACE}|{_PAGES}){_MORE})(?!\w)"
    rf"|\s?,?\s?(?P<unit>{_UNIT_PLACE}{_MORE})(?!\w)"
    rf"|\s?,\s?(?P<bare>{_NO_YEAR}\d{{1,4}}(?::\d+)?(?:\s?(?:--|[–—-])\s?\d+)?{_FF}{_NOTE}{_MORE})(?![\w%])(?=\s?[);,\]])"
)
"""Where in the work: after the date, ": 24–25", ", p. 5", ", 237–238", ": Section 2.2"."""

AGAIN_PAGE = re.compile(
    rf"\s?(?:,\s?(?:at\s)?|at\s)(?P<bare>{_PAGE}(?:\s?(?:--|[–—-])\s?{_PAGE})?{_FF}{_NOTE}"
    r"(?:,\s?\d+(?:\s?[–—-]\s?\d+)?)*)(?=\s?(?:[.;]|,\s[^\d\s]|\s\(|$))"
)
"""The page behind "Ibid.", "Id. at", "supra note 3, at", which a full stop may end."""

TOKEN = re.compile(
    r"[^\W\d_]\.(?:-?[^\W\d_]\.)*(?![^\W\d_])"  # initials: "E.", "J.-P.", "C.K."
    r"|al\.?(?![^\W\d_]|[-‑])"
    r"|[^\W\d_](?:[^\W\d_]|\u00ad|['’ʼ‘‑‐-](?=[^\W\d_]))*"
    r"|\S"
)
"""Words (apostrophes and hyphens inside), initials with their stops, and single signs."""

MORE_LETTERS = re.compile(r"\s?(?:,|&|and)\s?(?P<letter>[b-k])(?![\w.])")
"""The "b" of "2011a, b"."""

BETWEEN_YEARS = re.compile(
    r"(?:\s?[,;&/](?:\d{1,2}\s)?|\s(?:and|or))\s?(?:(?:and|&)\s)?(?:(?:see|cf\.?|compare)\s(?:also\s)?)?$"
)
"""Between two dates of one author: "1988; 1991", "2009a and 2009b", "1988, see also 1991"; the call of
a note may stand there."""

SECOND_HAND = re.compile(
    r"[\s,;()]*(?:as\s)?(?:cited|quoted|qtd\.?|discussed|reported|referenced|reprinted|mentioned|translated|paraphrased)"
    r"\s(?:in|by|from|after)\s(?:e\.g\.\s)?[(]?$"
    r"|[\s,;()]*apud\s[(]?$"
)
"""Between a work and the work in which it was read: "(Mill 1848, cited in Olson 1965)"."""

QUOTING = re.compile(r"[\s,;]*(?:citing|quoting)\s$")
"""Between a work and the work it passes on: "(Olson 1965: 7, quoting Mill 1848)"."""
