"""Names by any part of them, or by their pinyin initials."""

from __future__ import annotations

from kg.query.answers import Hit, Ref
from kg.query.index import Index
from kg.text.normalise import key

_FOUND = """
SELECT entity, name, CASE WHEN key = ?1 THEN 0 WHEN instr(key, ?1) = 1 THEN 2 ELSE 3 END AS rank
  FROM name WHERE instr(key, ?1)
UNION ALL
SELECT entity, name, CASE WHEN initials = ?1 THEN 1 ELSE 4 END AS rank
  FROM initials WHERE initials >= ?1 AND initials < ?1 || '{'
"""


def search(index: Index, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """Entities with a name that is, begins with, or holds `text`, or whose initials begin with it; best first.

    Among equals the entity that the pages name more often goes first.
    """
    wanted = key(text)
    if not wanted:
        return ()
    rows = index.rows(
        f"SELECT e.id, e.name, e.type, e.mentions, f.name AS matched FROM ({_FOUND}) f"  # noqa: S608
        " JOIN entity e ON e.id = f.entity ORDER BY f.rank, e.mentions DESC, length(f.name), f.name, e.id",
        wanted,
    )
    best: dict[str, Hit] = {}
    for row in rows:
        ref = Ref(id=row["id"], name=row["name"], type=row["type"])
        best.setdefault(ref.id, Hit(entity=ref, matched=row["matched"], mentions=row["mentions"]))
    return tuple(best.values())[:limit]
