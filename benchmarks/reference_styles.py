"""Print the works of the training strings in other styles, so that the model has met each of them.

The strings of anystyle and GROBID are mostly of the natural sciences and of computing. Their works,
taken apart, are printed here as the styles of the humanities and social sciences print theirs
(Harvard, APA, Chicago, MLA, Vancouver, German, French), with the label of every word known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.corpus.reference_parser_words import given_names
from debatemap.model import Name

Part = tuple[str, str]  # label, text; a text begins with its own space where it needs one
_SEEN = (" (accessed 14 July 2017)", " Available at:", " [Accessed 3 May 2011]", " Retrieved from", " URL:")
_KINDS = (
    *(" Unpublished PhD thesis,", " PhD dissertation,", " Paper presented at the Annual Conference,"),
    *(" Working Paper 12,", " Discussion Paper No. 4,", " Mimeo,", " Unpublished manuscript,"),
    *(" Paper presented at the Workshop, 4-6 March,", " Diss.,", " MA thesis,", " Research report,"),
)


@dataclass
class Work:
    """A work taken apart."""

    authors: Sequence[Name]
    year: str
    title: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    location: str = ""
    editors: Sequence[Name] = field(default_factory=tuple)
    subtitle: str = ""


def print_work(work: Work, seed: int) -> list[Part]:
    """The work in a style drawn by `seed`, as labelled parts; joined they are the entry."""
    dice = random.Random(seed)
    style = dice.choice(
        ("harvard", "apa", "chicago", "german", "french", "house", "mla", "vancouver", "plain")
    )
    names = _names(work.authors, style, dice).replace("..", ".").replace(".,.", ".")
    title = work.title
    if work.subtitle and ": " not in title and dice.random() < 0.3:
        title += dice.choice((". ", ". ", ": ", "? ")) + work.subtitle
    title = _title(title, style, dice)
    where = _where(work, style, dice)
    role = dice.random() < 0.12 and not work.container
    if role:
        names = names.rstrip(" ,") + dice.choice(
            (" (eds) ", " (Eds.) ", ", eds. ", " (ed.) ", " (Hg.) ", " (eds.) ")
        )
    who = ("editor" if role else "author", names)
    if style in ("mla", "vancouver", "plain"):
        parts = [who, ("title", title), *where]
        place = (
            len(parts) if dice.random() < 0.5 else len(parts) - any(label == "pages" for label, _ in where)
        )
        parts.insert(
            place,
            (
                "date",
                dice.choice((f" {work.year}.", f", {work.year}.", f" ({work.year}).", f" {work.year};")),
            ),
        )
        parts[1] = ("title", " " + title.lstrip())
    else:
        parts = [who, ("date", _date(work.year, style, dice)), ("title", title), *where]
    if dice.random() < 0.12:
        parts.append(("other", dice.choice(_SEEN)))
    if dice.random() < 0.06:
        parts.insert(0, ("other", dice.choice(("[7] ", "12. ", "- "))))
    return [(label, text) for label, text in parts if text.strip()]


def _names(names: Sequence[Name], style: str, dice: random.Random) -> str:
    full = dice.random() < {"apa": 0.1, "harvard": 0.15, "vancouver": 0.0}.get(style, 0.6)
    given = [_given(name, full=full, dice=dice) for name in names]
    inits = ["".join(part[0] for part in re.split(r"[\s.\-]+", text) if part) for text in given]
    dotted = [
        text if full else " ".join(f"{letter}." for letter in init)
        for text, init in zip(given, inits, strict=True)
    ]
    family = [name.family for name in names]
    last = dice.choice((" and ", " & ", ", and ", ", & ", ", "))
    if style in ("harvard", "vancouver") and not full:
        # Surname AB
        items = [f"{f} {i}" for f, i in zip(family, inits, strict=True)]
        return _row(items, ", " if style == "vancouver" else last) + (". " if style == "vancouver" else " ")
    if style == "house":
        # Surname Given, also in capitals
        caps = dice.random() < 0.4
        items = [f"{f.upper() if caps else f} {d}" for f, d in zip(family, dotted, strict=True)]
        return _row(items, dice.choice((", ", ", ", " and "))) + " "
    turned = [f"{f}, {d}" for f, d in zip(family, dotted, strict=True)]
    straight = [f"{d} {f}" for f, d in zip(family, dotted, strict=True)]
    if style == "plain":
        return _row(straight, last) + dice.choice((".", ",", ":"))
    if style in ("chicago", "mla"):
        return _row([turned[0], *straight[1:]], dice.choice((" and ", ", and "))) + (
            ". " if style == "mla" else dice.choice((". ", " "))
        )
    if style == "german":
        return dice.choice(("/", " / ", "; ", ", ")).join(turned) + " "
    if style == "french":
        items = [f"{f.upper()} {d}" for f, d in zip(family, dotted, strict=True)]
        return _row(items if dice.random() < 0.6 else turned, dice.choice((", ", " et "))) + dice.choice(
            (", ", " ")
        )
    return _row(turned, last) + " "


def _given(name: Name, *, full: bool, dice: random.Random) -> str:
    if not full or not name.given or "." not in name.given:
        return name.given or dice.choice("ABCDEGHJKLMPRST") + "."
    pool = _pool()
    return dice.choice(pool) + (f" {name.given[0]}." if dice.random() < 0.3 else "")


_POOL: list[str] = []


def _pool() -> list[str]:
    if not _POOL:
        _POOL.extend(name.title() for name in sorted(given_names()))
    return _POOL


def _row(items: Sequence[str], last: str) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + last + items[-1]


def _date(year: str, style: str, dice: random.Random) -> str:
    draw = dice.random()
    text = year
    if draw < 0.08:
        text = year + dice.choice("abcd")
    elif draw < 0.15:
        return dice.choice(
            ("(n.d.)", "(no year)", "(in press).", "(forthcoming),", "(n.d.a)", "(im Druck):", "()")
        )
    elif draw < 0.19:
        text = f"{year}/{int(year) - 30}" if dice.random() < 0.5 else f"{int(year) - 60} [{year}]"
    elif draw < 0.21:
        text = f"{year}, {dice.choice(('May', 'March 4', 'October'))}"
    if style == "chicago":
        return dice.choice(
            (f"{text}.", f"({text})", f"{text}.", f"({text}).", f"({text}),", f"({text}):", f"{text}:")
        )
    if style == "german":
        return dice.choice((f"({text}):", f"{text}:", f"({text}),", f"({text})", f"({text}):"))
    if style == "french":
        return dice.choice((f"{text},", f"({text}),", f"({text})", f"({text}):"))
    return dice.choice((f"({text})", f"({text}).", f"({text}),", f"({text}):", f"({text})", f"[{text}]"))


def _title(title: str, style: str, dice: random.Random) -> str:
    title = title.strip(" .,;:")
    draw = dice.random()
    if draw < 0.4 and ": " in title:
        # The subtitle after a full stop or a question mark.
        head, tail = title.split(": ", 1)
        title = head + dice.choice((". ", "? ", ". ", " – ")) + tail[:1].upper() + tail[1:]
    elif draw > 0.93:
        title += dice.choice(("?", "!", "?"))
    elif draw > 0.85:
        title += dice.choice((", 1920-1940", " 1933–1948", ", 1989-1999", " (1950-1970)", ", 1968 to 1975"))
    elif draw > 0.79:
        title += f" [{title}]"
    if dice.random() < 0.06:
        # One word of the title in quotation marks.
        held = title.split()
        at = dice.randrange(len(held))
        opened, closed = dice.choice(("“”", "‘’", '""', "''"))
        held[at] = opened + held[at].strip(",.:?!") + closed + ("?" if held[at].endswith("?") else "")
        title = " ".join(held)
    if dice.random() < {"chicago": 0.6, "mla": 0.7, "german": 0.3, "harvard": 0.35, "french": 0.4}.get(
        style, 0.12
    ):
        opened, closed = dice.choice(("“”", "‘’", '""', "„“", "«»", "''"))
        end = dice.choice((f"{closed},", f",{closed}", f".{closed}", f"{closed}.", closed))
        return f" {opened}{title}{end}"
    return f" {title}" + ("" if title[-1] in "?!" else dice.choice((".", ".", ".", ",", ".", ",")))


def _where(work: Work, style: str, dice: random.Random) -> list[Part]:
    pages = work.pages.replace("-", dice.choice(("–", "-", " - ", "–")))
    if style == "house" and dice.random() < 0.5:
        first = work.container or work.publisher
        label = "container" if work.container else "publisher"
        return (
            [(label, f" {first.strip(' .,;:()')}.")] if first and dice.random() < 0.8 else [("other", " .")]
        )
    if work.container and work.volume:
        return _journal(work, pages, dice)
    if work.container:
        return _chapter(work, pages, style, dice)
    parts: list[Part] = []
    draw = dice.random()
    if draw < 0.15:
        parts.append(("other", dice.choice(_KINDS)))
    elif draw < 0.25:
        parts.append(
            ("other", dice.choice((" 2nd ed.", " (3rd ed.).", " 2. Aufl.,", " (Vol. 2).", " (3rd edn).")))
        )
    return parts + _press(work, dice)


def _journal(work: Work, pages: str, dice: random.Random) -> list[Part]:
    container = work.container.strip(" .,;:")
    opening = dice.choice((" ", " ", " ", " ", " In: ", " in: ", " // "))
    volume = work.volume
    issue = work.issue or (str(dice.randint(1, 12)) if dice.random() < 0.5 else "")
    form = dice.randint(0, 6)
    numbers = {
        0: f" {volume}({issue}):" if issue else f" {volume}:",
        1: f" {volume} ({issue})," if issue else f" {volume},",
        2: f" {volume}, {issue}," if issue else f" {volume},",
        3: f" vol. {volume}, no. {issue}," if issue else f" vol. {volume},",
        4: f" {volume}.{issue}:" if issue else f" {volume}:",
        5: f" {volume} ({issue}):" if issue else f" {volume}:",
        6: f" {volume} Jg., H. {issue}," if issue else f" Bd. {volume},",
    }[form]
    stop = dice.choice(("", ",", "", ",", "."))
    page = dice.choice(
        (f" {pages}.", f" pp. {pages}.", f" {pages}", f" S. {pages}." if form == 6 else f" {pages}.")
    )
    parts = [("other", opening.rstrip())] if opening.strip() else []
    return [
        *parts,
        ("container", f" {container}{stop}"),
        ("volume", numbers),
        ("pages", page if pages else ""),
    ]


def _chapter(work: Work, pages: str, style: str, dice: random.Random) -> list[Part]:
    container = work.container.strip(" .,;:")
    opening = dice.choice((" In:", " In", " in:", " in", ", in"))
    parts: list[Part] = [("other", opening)]
    role = dice.choice(
        (" (eds)", " (Eds.),", " (eds.):", " (ed.),", " (Hg.):", " (Hrsg.):", ", eds.,", " (ed.)")
    )
    if work.editors and style not in ("mla",):
        parts.append(("editor", f" {_names(work.editors, style, dice).rstrip(' .,')}{role}"))
        parts.append(("container", f" {container}{dice.choice('.,.')}"))
    else:
        parts.append(("container", f" {container},"))
        if work.editors:
            names = _names(work.editors, "plain", dice).rstrip(" .,:")
            parts.append(("editor", f" edited by {names}," if dice.random() < 0.6 else f" ed. {names},"))
    press = _press(work, dice)
    if not pages:
        return parts + press
    draw = dice.random()
    if draw < 0.35:
        return [*parts, ("pages", f" ({dice.choice(('pp. ', 'pp.', ''))}{pages})."), *press]
    if draw < 0.6:
        return [*parts, ("pages", f" pp. {pages}."), *press]
    if press:
        press[-1] = (press[-1][0], press[-1][1].rstrip(".") + ",")
    return [*parts, *press, ("pages", dice.choice((f" {pages}.", f" pp. {pages}.", f" S. {pages}.")))]


def _press(work: Work, dice: random.Random) -> list[Part]:
    if work.location and dice.random() < 0.15:
        return [("location", f" {work.location.strip(' .,;:()')}.")]
    publisher, place = work.publisher.strip(" .,;:()"), work.location.strip(" .,;:()")
    if publisher and place:
        draw = dice.random()
        if draw < 0.45:
            return [("location", f" {place}:"), ("publisher", f" {publisher}.")]
        if draw < 0.5:
            return [("location", f" ({place}:"), ("publisher", f" {publisher}).")]
        if draw < 0.7:
            return [("location", f" {place},"), ("publisher", f" {publisher}.")]
        if draw < 0.9:
            return [("publisher", f" {publisher},"), ("location", f" {place}.")]
        return [("publisher", f" {publisher}.")] if dice.random() < 0.5 else [("location", f" {place}.")]
    if publisher:
        return [("publisher", f" {publisher}.")]
    return [("location", f" {place}.")] if place else []
