"""Names close to one that nobody bears: what the user may have meant."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kg.text.normalise import key

if TYPE_CHECKING:
    from kg.query.index import Index

_POOL = 500
"""Names compared at most: those that share most characters with the one asked for, told by the index in one scan."""
_FLOOR = 0.5
"""A name is near that shares more than half of its characters, in order; 周行元 is near 周行远, 王强 not near 王刚."""
_LATIN_FLOOR = 0.6
"""Letters are few, and any two words share some."""
_CHARACTERS = 40


def nearest(index: Index, name: str, limit: int = 5) -> tuple[str, ...]:
    """Up to `limit` names that have `name` as initials, or look like it, the closest first."""
    wanted = key(name)
    alike = index.rows(
        "SELECT DISTINCT i.name FROM initials i JOIN entity e ON e.id = i.entity WHERE i.initials = ?"
        " ORDER BY e.mentions DESC, i.name LIMIT ?",
        wanted, limit,
    )  # fmt: skip
    characters = list(dict.fromkeys(wanted))[:_CHARACTERS]
    close: list[str] = []
    if characters:
        shared = " + ".join(f"(instr(key, ?{number}) > 0)" for number in range(1, len(characters) + 1))
        rows = index.rows(
            f"SELECT name, key, max({shared}) AS shared FROM name GROUP BY name HAVING shared > 0"  # noqa: S608
            f" ORDER BY shared DESC, abs(length(key) - {len(wanted)}), name LIMIT {_POOL}",
            *characters,
        )
        scored = sorted((-_ratio(wanted, row["key"]), row["name"]) for row in rows)
        floor = _LATIN_FLOOR if wanted.isascii() else _FLOOR
        close = [other for score, other in scored if score < -floor]
    return tuple(dict.fromkeys([*(row["name"] for row in alike), *close]))[:limit]


def _ratio(a: str, b: str) -> float:
    short, long = sorted((a, b), key=len)
    # one character stands in hundreds of names
    if len(short) > 1 and short in long:
        return 0.6 + 0.4 * len(short) / len(long)
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
