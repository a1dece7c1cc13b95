"""outputs/debate.json: the thesis and the poles that the results beside it are toward."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from debatemap.atomic import write_atomically
from debatemap.model import Debate

DEBATE = "debate.json"


def write_debate(path: Path, debate: Debate) -> None:
    """Write title, thesis and poles: what a reader of the tables has to know of the debate."""
    told = {
        "title": debate.title,
        "thesis": debate.thesis,
        "poles": {"attack": asdict(debate.attack), "support": asdict(debate.support)},
        "id": debate.id,
    }
    write_atomically(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def is_toward(path: Path, debate: Debate) -> bool:
    """False when the results beside `path` were found for another thesis or other poles; True where the file
    is missing or cannot be read, since nothing is known then."""
    try:
        return bool(json.loads(path.read_text(encoding="utf-8"))["id"] == debate.id)
    except (OSError, ValueError, TypeError, KeyError):
        return True
