"""What a run has worked out and the next one need not, kept in the debate's folder.

Everything in it can be worked out again: it may be deleted at any time, and is of no use to anybody else.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping

from debatemap.atomic import write_atomically
from debatemap.project import Project
from debatemap.stance import CrossEncoder, Meaning, encoder_digest

FOLDER = ".cache"
_MEANINGS = "meanings.json"


def read_encoder(project: Project) -> CrossEncoder:
    """The encoder, with what it read in earlier runs; what another encoder read, or nobody can, is left."""
    try:
        kept = json.loads((project.folder / FOLDER / _MEANINGS).read_text(encoding="utf-8"))
        if kept["encoder"] == encoder_digest():
            meanings = {
                key: Meaning(float(lean), float(bears)) for key, (lean, bears) in kept["read"].items()
            }
            return CrossEncoder(meanings)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        pass
    return CrossEncoder()


def write_encoder(project: Project, encoder: CrossEncoder) -> None:
    """Keep what the encoder was asked for, for the next run. Where nothing can be written, nothing is."""
    kept: Mapping[str, object] = {"encoder": encoder_digest(), "read": encoder.asked}
    folder = project.folder / FOLDER
    with contextlib.suppress(OSError):
        # The folder keeps itself out of version control.
        write_atomically(folder / ".gitignore", b"*\n")
        write_atomically(folder / _MEANINGS, json.dumps(kept, indent=0, sort_keys=True).encode())
