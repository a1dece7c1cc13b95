"""Names of persons as bibliographies write them, to family and given name."""

from __future__ import annotations

import re

from debatemap.model import Name

# Small words that belong to the family name.
PARTICLES = frozenset(
    re.split(
        " ", "van von de der den del della da do dos das di du la le al el bin ibn ten ter zu zur af av y"
    )
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)


def split_name(text: str) -> Name:
    """A name, family name first with a comma, or last; a last word in lower case makes it a group's.

    >>> split_name("van der Linden, Marcel"), split_name("Yuan Shen")
    (Name(family='van der Linden', given='Marcel'), Name(family='Shen', given='Yuan'))
    """
    parts = [part.strip() for part in " ".join(text.split()).split(",")]
    if len(parts) > 1:
        given = parts[-1] if _SUFFIX.match(parts[1]) and len(parts) > 2 else parts[1]
        return Name(parts[0], given)
    words = parts[0].split()
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        words.pop()
    if len(words) > 1 and words[-1][:1].islower():
        return Name(" ".join(words))
    at = max(len(words) - 1, 0)
    while at > 0 and words[at - 1].lower() in PARTICLES and words[at - 1][:1].islower():
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def from_capitals(name: Name) -> Name:
    """A person's name printed in capitals as it is written: "DO VALE" becomes "do Vale".

    >>> from_capitals(Name("ACOSTA-PEREIRA", "R. A.")), from_capitals(Name("UNESCO"))
    (Name(family='Acosta-Pereira', given='R. A.'), Name(family='UNESCO', given=''))
    """
    if not name.given or not name.family.isupper() or len(name.family) < 2:
        return name
    words = [w.lower() if w.lower() in PARTICLES else w.title() for w in name.family.split()]
    if len(words) == 1:
        words = [name.family.title()]
    return Name(" ".join(words), name.given)
