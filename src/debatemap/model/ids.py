"""Ids made from content, so that they stay the same from run to run."""

from __future__ import annotations

import hashlib


def content_id(*parts: str | int) -> str:
    """Ten hex digits that depend on nothing but the parts and their order."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8"))
    return digest.hexdigest()[:10]
