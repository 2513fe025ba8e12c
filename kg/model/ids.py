"""Stable ids: hashes of canonical JSON arrays, so that no two different keys can coincide by concatenation."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

Key = str | int | None


def digest(parts: Sequence[Key], size: int = 12) -> str:
    """`size` hex digits of the SHA-1 of `parts` as JSON; the same parts give the same digits everywhere."""
    return hashlib.sha1(msgspec.json.encode(list(parts)), usedforsecurity=False).hexdigest()[:size]


def entity_id(kind: str, *key: Key) -> str:
    """Id of an entity of type `kind` known by `key` (a division's code, a full name, a name within a page)."""
    return f"{kind.lower()}/{digest([kind, *key])}"
