"""Names close to one that nobody bears: what the user may have meant."""

from __future__ import annotations

import sqlite3
from difflib import SequenceMatcher

_POOL = 2000
"""Names compared at most: enough to find the close ones, few enough to answer at once on a large graph."""


def nearest(db: sqlite3.Connection, name: str, limit: int = 5) -> tuple[str, ...]:
    """Up to `limit` names, closest first, among those that share a character with `name` or its initials."""
    pool: set[str] = set()
    for ch in dict.fromkeys(name):
        found = db.execute("SELECT DISTINCT name FROM name WHERE instr(name, ?) LIMIT ?", (ch, _POOL))
        pool.update(row[0] for row in found)
    found = db.execute("SELECT DISTINCT name FROM name WHERE initials = ? LIMIT ?", (name.lower(), limit))
    alike = [row[0] for row in found]
    scored = sorted((-_ratio(name, other), other) for other in pool)
    close = [other for score, other in scored if score < -0.3]
    return tuple(dict.fromkeys([*sorted(alike), *close]))[:limit]


def _ratio(a: str, b: str) -> float:
    if a in b or b in a:
        return 0.6 + 0.4 * min(len(a), len(b)) / max(len(a), len(b))
    return SequenceMatcher(None, a, b).ratio()
