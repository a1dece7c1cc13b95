"""What the sequence model sees of each token of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.corpus.reference_parser_tokens import Token, folded, head_year, names_until, shape
from debatemap.corpus.reference_parser_words import given_names

_MARKS = str.maketrans("“”„«»‘’‚–—‐", '"""""\'\'\'---')


def features(row: Sequence[Token]) -> list[list[str]]:
    """The features of each token: the word, its look and marks, its neighbours, and where it stands."""
    size = len(row)
    lower = ["^"] + [folded(token.core) or token.core.lower() for token in row] + ["$"]
    shapes = [shape(token.core) for token in row]
    marks = [f"{token.before[-1:].translate(_MARKS)}_{token.after[:2].translate(_MARKS)}" for token in row]
    looks = ["^^", "^"] + [look + mark for look, mark in zip(shapes, marks, strict=True)] + ["$", "$$"]
    names = given_names()
    years = [i for i in range(size) if shapes[i] == "year"]
    first_year = years[0] if years else -1
    paren_year = next((i for i in years if row[i].before[-1:] in ("(", "[")), -1)
    names_end = names_until(row)
    head = head_year(row)
    whole = f"p{_bucket(paren_year, size)}y{_bucket(first_year, size)}c{looks[2]}"
    flow = _flow(row, shapes)
    commas_left = sum("," in token.after for token in row)
    commas, stops, since_year, seen_in, quote = 0, 0, 0, False, ""
    result: list[list[str]] = []
    for i, token in enumerate(row):
        word, look, mark, kind = lower[i + 1], looks[i + 2], marks[i], shapes[i]
        if token.before and token.before[-1] in '“"„«‘':
            quote = "open"
        before, after, before2, after2 = looks[i + 1], looks[i + 3], looks[i], looks[i + 4]
        mark1 = marks[i - 1] if i else "^"
        since = "-" if first_year < 0 else str(max(-4, min(6, i - first_year)))
        flags = f"s{min(stops, 4)}{quote}{'in' if seen_in else ''}"
        region = "-" if head < 0 else "B" if i < head else "Y" if i == head else f"A{min(since_year, 3)}"
        prefix = f"{'n' if i < names_end else 'o'}{min(stops, 3)}"
        segment = flow[i]
        line = [
            "b",
            f"w={word}",
            f"l={look}",
            f"s={kind}",
            f"m={mark}",
            f"e3={word[-3:]}",
            f"e2={word[-2:]}",
            f"a3={word[:3]}",
            f"w-1={lower[i]}",
            f"w+1={lower[i + 2]}",
            f"l-1={before}",
            f"l+1={after}",
            f"l-2={before2}",
            f"l+2={after2}",
            f"ll-={before}|{look}",
            f"ll+={look}|{after}",
            f"lll={before}|{look}|{after}",
            f"l-2-1={before2}|{before}",
            f"l+1+2={after}|{after2}",
            f"ww-={lower[i]}|{word}",
            f"wm-={mark1}|{word}",
            f"p={10 * i // size}",
            f"i={min(i, 12)}",
            f"y={since}",
            f"ys={since}{kind}",
            f"f={flags}",
            f"fm={flags}{mark1}",
            f"fs={flags}{kind}",
            f"g={whole}",
            f"gs={whole}{min(stops, 4)}",
            f"gy={'p' if paren_year >= 0 else 'n'}{since}{mark1}",
            f"c={min(commas, 6)}{kind}",
            f"r={region}",
            f"rm={region}{mark1}",
            f"rs={region}{kind}{mark}",
            f"rl={region}{before}|{look}",
            f"rf={region}{quote}{segment.ahead}",
            f"n={prefix}",
            f"nm={prefix}{mark1}",
            f"sa={segment.ahead}",
            f"sl={segment.ahead}{segment.look}",
            f"sk={region}{segment.look}",
            f"sn={segment.left}{segment.look}",
            f"sx={segment.look}>{segment.after}",
            f"sm={mark1}{segment.ahead}{segment.after}",
            f"cl={region}{min(commas_left, 5)}{mark1}",
            f"end={min(size - 1 - i, 5)}{kind}",
        ]
        if word in names or word.split("-")[0] in names:
            line += ("given", f"given{mark}")
        result.append(line)
        stop = any(letter in token.after for letter in ".?!")
        stops += stop
        since_year += stop and i > head
        commas += "," in token.after
        commas_left -= "," in token.after
        seen_in = seen_in or (
            word == "in" and (":" in token.after or any(letter in mark1 for letter in '.,"'))
        )
        if quote and any(letter in token.after for letter in '”"»’'):
            quote = "closed"
    return result


@dataclass(frozen=True, slots=True)
class _Segment:
    """What a stretch between two full stops looks like, and what comes after it."""

    look: str
    after: str
    ahead: str
    left: str


def _flow(row: Sequence[Token], shapes: Sequence[str]) -> list[_Segment]:
    """The segment of each token: titles of several sentences end where the numbers or the press begin."""
    groups: list[list[int]] = [[]]
    for i, token in enumerate(row):
        groups[-1].append(i)
        if any(letter in token.after for letter in ".?!") and len(token.core) > 1 and i + 1 < len(row):
            groups.append([])
    looks = []
    for group in groups:
        size = len(group)
        colon = next((k for k, i in enumerate(group) if ":" in row[i].after), -1)
        digits = any(shapes[i][0] == "9" or shapes[i] == "range" for i in group)
        opening = row[group[0]].core.lower() == "in"
        length = size if size < 3 else 3 if size < 5 else 5 if size < 9 else 9
        looks.append(
            f"{length}{'c' if 0 <= colon < 4 else ''}{'d' if digits else ''}{'i' if opening else ''}"
        )
    result: list[_Segment] = []
    for number, group in enumerate(groups):
        ahead = next((k for k, look in enumerate(looks[number:]) if "d" in look), -1)
        inside = next((k for k, look in enumerate(looks[number:]) if "i" in look), -1)
        segment = _Segment(
            looks[number],
            looks[number + 1] if number + 1 < len(looks) else "$",
            f"d{min(ahead, 3)}i{min(inside, 2)}",
            str(min(len(groups) - 1 - number, 4)),
        )
        result.extend(segment for _ in group)
    return result


def _bucket(index: int, size: int) -> str:
    return "-" if index < 0 else str(min(4, 5 * index // size)) if index > 1 else "0"
