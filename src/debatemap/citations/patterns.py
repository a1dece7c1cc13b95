"""What dates, locators and name tokens look like in print: the regular expressions of this room."""

from __future__ import annotations

import re

_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_BEFORE = r"(?<![\w–—\-/.$€£#:’'])"

DATE = re.compile(
    rf"{_NOT_BEFORE}(?:"
    # "[1921] 1998" and "1921 [1998]" and "1921/1998": two dates of one work
    rf"\[(?P<before>{_YEAR})\]\s?(?P<edition>{_YEAR})(?P<letter1>[a-z])?"
    rf"|(?P<first>{_YEAR})(?P<letter2>[a-z])?\s?(?:\[(?P<second>{_YEAR})\]|\((?P<second2>{_YEAR})\)|/(?P<second3>{_YEAR}))"
    # "1986a"
    rf"|(?P<year>{_YEAR})(?P<letter3>[a-z](?:\d)?)?"
    # no date, with or without a letter: "n.d.", "n.d.b", "n.d.-a"
    r"|n\.\s?d\.?(?:-?(?P<letter4>[a-z]))?|[Nn]o date|[Nn]o year|s\.\s?d\."
    r"|[Ff]orthcoming(?:-?(?P<letter5>[a-z]))?|[Ii]n press|[Tt]o appear|[Ii]n preparation|[Uu]nder review|[Ss]ubmitted"
    r")(?![\w%])(?![–—-]\d)(?!\.\d)(?!,\d{3})"
)
"""A date as citations print it."""

_ROMAN = r"[ivxlc]+"
_PAGE = rf"(?:\d+[a-z]?|{_ROMAN})(?:\.\d+)*"
_PAGES = rf"{_PAGE}(?:\s?[–—-]\s?{_PAGE})?(?:\s?ff?\b\.?)?"
_UNIT = (
    r"(?:pp?\.?|pgs?\.|pages?|chaps?\.?|chs?\.|chapters?|[Ss]ections?|[Ss]ect?s?\.|§§?|notes?|nn?\.|footnotes?|fns?\.?"
    r"|exx?\.|examples?|Chapters?|Chaps?\.|Chs?\.|Tables?|Tab\.|Figures?|Figs?\.|figs?\.|tables?|paras?\.|¶|vols?\.|Vols?\."
    r"|[Aa]ppendix|[Pp]art|[Bb]ook|lines?|art\.|f\.|s\.|S\.|loc\.)"
)
_PLACE = rf"(?:{_UNIT}\s?(?:{_PAGES}|[A-Z]\b|[IVXLC]+\b)|n\.\s?p\.?|passim|in passim|{_PAGES})"
_UNIT_PLACE = rf"(?:{_UNIT}\s?(?:{_PAGES}|[A-Z]\b|[IVXLC]+\b)|n\.\s?p\.?|passim)"
_MORE = rf"(?:\s?(?:,|;|and|&)\s?(?!{_YEAR}[a-z]?(?![\w–-]))(?:{_UNIT_PLACE}|\d+(?:\s?[–—-]\s?\d+)?(?:\s?ff?\b\.?)?)(?!\w))*"
LOCATOR = re.compile(
    rf"\s?:\s?(?P<colon>{_PLACE}{_MORE})(?!\w)"
    rf"|\s?,?\s?(?P<unit>{_UNIT_PLACE}{_MORE})(?!\w)"
    rf"|\s?,\s?(?P<bare>(?!{_YEAR}[a-z]?(?![\w–-]))\d{{1,4}}(?:\s?[–—-]\s?\d+)?(?:\s?ff?\b\.?)?)(?![\w%])(?=\s?[);,\]])"
)
"""Where in the work: after the date, ": 24–25", ", p. 5", ", 237–238", ": Section 2.2"."""

TOKEN = re.compile(
    r"[^\W\d_]\.(?:-?[^\W\d_]\.)*(?![^\W\d_])"  # initials: "E.", "J.-P.", "C.K."
    r"|al\.?(?![^\W\d_])"
    r"|[^\W\d_](?:[^\W_]|['’ʼ‘‑‐-](?=[^\W\d_]))*"
    r"|\S"
)
"""Words (apostrophes and hyphens inside), initials with their stops, and single signs."""

MORE_LETTERS = re.compile(r"\s?(?:,|&|and)\s?(?P<letter>[b-k])(?![\w.])")
"""The "b" of "2011a, b"."""

SECOND_HAND = re.compile(
    r"[\s,;(]*(?:as\s)?(?:cited|quoted|qtd\.?|discussed|reported|referenced|reprinted|mentioned|translated)\s(?:in|by|from|after)\s(?:e\.g\.\s)?[(]?$"
    r"|[\s,;(]*(?:apud|in:)\s[(]?$"
)
"""Between a work and the work in which it was read: "(Mayo 2008, cited in Chan 2013)"."""

QUOTING = re.compile(r"[\s,;]*(?:citing|quoting|following|drawing on|referring to)\s$")
"""Between a work and the work it passes on: "(Rizzi 1997: 237, quoting Roberts 2004)"."""
